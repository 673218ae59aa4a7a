"""People named once more by a wider noun, by another word for their office, or as "the latter"."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article


def speakers(text: str) -> list[str | None]:
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    return [named.get(said.speaker or "") for said in found.statements]


@pytest.mark.parametrize(
    ("before", "source", "who"),
    [
        ("Lieutenant Colonel Pavel Dolin came to the square.", "The officer", "Pavel Dolin"),
        ("The city's mayor, Olga Zubova, opened the hall.", "The politician", "Olga Zubova"),
        ("Bishop Anton Reva opened the hall.", "The cleric", "Anton Reva"),
        ("The mayor Olga Zubova gave two tons of rice.", "The first magistrate of the town", "Olga Zubova"),
        ("Governor Pavel Dolin signed the decree.", "The head of the region", "Pavel Dolin"),
        ("Children played, and among them sat Olga Zubova, a nurse.", "The latter", "Olga Zubova"),
        ("Olga Zubova came with a basket.", "This farmer", "Olga Zubova"),
        ("Olga Zubova, an ophthalmologist, opened the hall.", "The doctor", "Olga Zubova"),
        ("Olga Zubova, an ornithologist, opened the hall.", "The scientist", "Olga Zubova"),
        ("Olga Zubova, chief executive of Fernhill, opened the hall.", "The boss", "Olga Zubova"),
        ("Olga Zubova, 17, opened the hall.", "The teenager", "Olga Zubova"),
        ("Olga Zubova, 83, opened the hall.", "The octogenarian", "Olga Zubova"),
        ("Her deputy, Olga Zubova, opened the hall.", "The deputy mayor", "Olga Zubova"),
    ],
)
def test_whom_it_means(before: str, source: str, who: str) -> None:
    assert speakers(f"{before} {source} said that nobody would be paid.") == [who]


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Colonel Pavel Dolin and Captain Boris Ivlev came to the square.", "The officer"),
        ("Actress Olga Zubova came to the square.", "The officer"),
        ("Olga Zubova, 41, came to the square.", "The teenager"),
        ("The pianist Olga Zubova and the singer Ann Finch came.", "The musician"),
        ("Colonel Pavel Dolin came. An officer stood at the gate.", "The officer"),
        ("The mayor Olga Zubova and the mayor Ann Finch came.", "The first magistrate of the town"),
    ],
)
def test_who_may_be_another(before: str, source: str) -> None:
    assert not {"Pavel Dolin", "Boris Ivlev", "Olga Zubova"} & set(
        speakers(f"{before} {source} said that nobody would be paid.")
    )
