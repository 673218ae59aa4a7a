"""People meant by the country that they lead or come from."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.places_alike import alike
from kg.model import Article


def speaker(text: str) -> str | None:
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities if not entity.unnamed}
    return named.get(found.statements[-1].speaker or "")


@pytest.mark.parametrize(
    ("before", "source", "who"),
    [
        ("Ramzan Finch, head of Chechnya, came.", "the Chechen leader", "Ramzan Finch"),
        ("Ramzan Finch, head of Chechnya, came.", "the leader of Chechnya", "Ramzan Finch"),
        ("President Ann Moor of France met Chancellor Olaf Lee of Germany.", "the French leader", "Ann Moor"),
        ("French President Ann Moor met German Chancellor Olaf Lee.", "the German leader", "Olaf Lee"),
        ("Mark Moor, prime minister of the Netherlands, met Cyril Lee, South Africa's president.",
         "the Dutch premier", "Mark Moor"),
        ("Mark Moor, prime minister of Denmark, came.", "the PM", "Mark Moor"),
        ("Ann Moor of Kenya beat Olga Finch of Russia.", "the Kenyan", "Ann Moor"),
        ("The Uruguayan striker Ann Moor missed. Olga Finch saved it.", "the Uruguayan", "Ann Moor"),
        ("Ann Moor, the leader of North Korea, visited a mill.", "the North Korean dictator", "Ann Moor"),
        ("Spanish lawmaker Ann Moor met the French senator Luc Petit.", "the Frenchman", "Luc Petit"),
        ("The jockey Ann Moor was thrown at the second fence.", "the Irishwoman", "Ann Moor"),
        ("They arrested a Romanian driver, Dorin Moor, and Bo Lind.", "the Romanian", "Dorin Moor"),
        ("Prime Minister Ann Moor of India flew to Harrow.", "the Indian leader", "Ann Moor"),
        ("Ann Moor, the CEO of Fernhill, came.", "the CEO", "Ann Moor"),
    ],
)  # fmt: skip
def test_who_is_meant(before: str, source: str, who: str) -> None:
    assert speaker(f"{before} “It was late,” {source} said.") == who


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Olga Finch, who teaches Russian, met her pupils.", "the Chechen leader"),
        ("Olga Finch, a Chechen journalist, left.", "the Chechen leader"),
        ("Olga Finch, head of the Red Cross in Chechnya, left.", "the Chechen leader"),
        ("Olga Finch, the Chechen opposition leader, left.", "the Chechen president"),
        ("Olga Finch, head of the Kenyan delegation, came.", "the Kenyan leader"),
        ("Olga Finch, a Spaniard, met a Norwegian.", "the Norwegian"),
        ("Ann Moor of Kenya beat Olga Finch of Kenya.", "the Kenyan"),
        ("Ann Moor of Kenya beat Olga Finch.", "the Russian"),
    ],
)
def test_who_is_not_meant(before: str, source: str) -> None:
    assert speaker(f"{before} “It was late,” {source} said.") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Chechen", "Chechnya", True),
        ("Italian", "Italy", True),
        ("Austrian", "Australia", False),
        ("Slovak", "Slovenia", False),
        ("Nigerian", "Niger", False),
        ("Iraqi", "Iran", False),
        ("Dutch", "Netherlands", True),
        ("Spain's", "Spanish", True),
    ],
)
def test_a_demonym_is_of_its_place(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
