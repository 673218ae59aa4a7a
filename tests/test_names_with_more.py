"""Names of speakers with something before or within that is no part of them, or right behind their office."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.letters_before import without_letters
from kg.extract.name import Name
from kg.model import Article, EntityType, Span


def speakers(text: str) -> list[str | None]:
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    return [named.get(said.speaker or "") for said in found.statements]


def name(text: str, type: EntityType | None) -> Name:
    return Name(Span(0, len(text)), text, tuple(text.split()), type)


@pytest.mark.parametrize(
    ("whole", "type", "own"),
    [
        ("CDPR Boris Ivlev", EntityType.PERSON, "Boris Ivlev"),
        ("MLA Ravindra Sethi", EntityType.PERSON, "Ravindra Sethi"),
        ("SP Kamal Rana", EntityType.PERSON, "Kamal Rana"),
        ("JR Smith Lee", EntityType.PERSON, "JR Smith Lee"),
        ("Harrow District Civil Administration Head Denys Brusko", EntityType.PERSON, "Denys Brusko"),
        ("Harrow Regional Civil Administration Head Denys Brusko", EntityType.ORGANISATION, "Denys Brusko"),
        (
            "Office of the Prime Minister Harrow Hall",
            EntityType.ORGANISATION,
            "Office of the Prime Minister Harrow Hall",
        ),
        ("Mary Bishop Stone", EntityType.PERSON, "Mary Bishop Stone"),
        ("BBC Radio Four", EntityType.ORGANISATION, "BBC Radio Four"),
        ("PSG Robert Hospital", EntityType.ORGANISATION, "PSG Robert Hospital"),
    ],
)
def test_letters_of_an_office_or_party(whole: str, type: EntityType, own: str) -> None:
    assert [found.text for found in without_letters(whole, [name(whole, type)])] == [own]


def test_a_nickname_within_a_name() -> None:
    text = (
        "The head of the union, Jorge “El Flaco” Medina, said that nobody was paid.\n\n"
        "The port was closed.\n\nMedina said that it would stay closed."
    )
    assert speakers(text) == ["Jorge Medina", "Jorge Medina"]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("The two-time champion of the country Pavel Dolin", "Pavel Dolin"),
        ("The director of school No. 4 Olga Zubova", "Olga Zubova"),
        ("The imam of the mosque Kemal Tekin", "Kemal Tekin"),
    ],
)
def test_a_name_right_behind_the_office(source: str, who: str) -> None:
    assert speakers(f"{source} said that the rule was strange.") == [who]


@pytest.mark.parametrize("source", ["The lawyer of the activist Ann Finch", "The wife of the jailed Ann Finch"])
def test_a_name_of_whom_another_is_told(source: str) -> None:
    assert speakers(f"{source} said that the rule was strange.") != ["Ann Finch"]
