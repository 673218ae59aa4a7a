"""Firms named after several people, and by words with a capital within."""

from __future__ import annotations

import pytest

from kg.extract.firms import is_camel, told
from kg.extract.name import Name
from kg.model import EntityType, Span

PERSON, ORGANISATION, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def named(text: str, *names: tuple[str, EntityType | None]) -> list[Name]:
    found = [(words, type, text.index(words)) for words, type in names]
    return [Name(Span(at, at + len(words)), words, tuple(words.split()), type) for words, type, at in found]


@pytest.mark.parametrize(
    ("text", "parts", "firm"),
    [
        ("Quarn & Boyle said so.", ["Quarn", "Boyle"], "Quarn & Boyle"),
        ("They hired Quarn, Lee & Sons.", ["Quarn", "Lee"], "Quarn, Lee & Sons"),
        ("They hired Quarn, Holt and Associates.", ["Quarn"], "Quarn, Holt and Associates"),
        ("They hired Quarn & Holt LLP.", ["Quarn", "Holt"], "Quarn & Holt LLP"),
        ("They hired Ilda Quarn LLP.", ["Ilda Quarn"], "Ilda Quarn LLP"),
        ("They hired BrightLoop.", ["BrightLoop"], "BrightLoop"),
    ],
)
def test_a_firm_is_one_organisation(text: str, parts: list[str], firm: str) -> None:
    found = told(text, named(text, *((part, PERSON) for part in parts)))
    assert [(name.text, name.type) for name in found] == [(firm, ORGANISATION)]


@pytest.mark.parametrize(
    ("text", "parts", "type"),
    [
        ("Ann & Bob Quarn said so.", ["Ann", "Bob Quarn"], PERSON),
        ("Others differ (Quarn & Holt, 2014).", ["Quarn", "Holt"], PERSON),
        ("As Quarn et al. and Quarn & Holt show.", ["Quarn", "Holt"], PERSON),
        ("The tram stops at Mill St & Quarn.", ["Quarn"], PERSON),
        ("It runs to Oslo & Bergen.", ["Oslo", "Bergen"], PLACE),
    ],
)
def test_not_all_that_is_joined_is_a_firm(text: str, parts: list[str], type: EntityType) -> None:
    found = told(text, named(text, *((part, type) for part in parts)))
    assert [name.text for name in found] == parts


def test_organisations_in_a_list_before_a_firm_are_others() -> None:
    text = "They hired Novalab, Quarn & Sons."
    found = told(text, named(text, ("Novalab", ORGANISATION), ("Quarn", PERSON)))
    assert [name.text for name in found] == ["Novalab", "Quarn & Sons"]


@pytest.mark.parametrize(
    ("word", "camel"), [("AquaBounty", True), ("iTune", True), ("LeQuarn", False), ("McHolt", False)]
)
def test_a_capital_within_a_word_tells_a_firm(word: str, camel: bool) -> None:
    assert is_camel(Name(Span(0, len(word)), word, (word,), PERSON)) is camel
