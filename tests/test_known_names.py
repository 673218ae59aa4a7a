"""Organisations and places of the lists, whatever a tagger takes them for."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.known_names import EVERYDAY
from kg.extract.lexicon import lines
from kg.model import Article, EntityType

PERSON, ORGANISATION, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def types(text: str, words: str, extractor: str) -> set[EntityType]:
    """The types of the entities with a mention of just these words."""
    found = extract(Article(text + "\n"), extractor).entities
    return {each.type for each in found for span in each.mentions if span.of(text) == words}


@pytest.mark.parametrize("extractor", ["rules", "network"])
@pytest.mark.parametrize(
    "name",
    ["Meduza", "Roskomnadzor", "RIA Novosti", "Boko Haram", "Save the Children", "Alphabet", "H&M", "al-Shabaab"],
)
@pytest.mark.parametrize("text", ["On Friday, {} said the plan had failed.", "Two died, according to {}, on Friday."])
def test_a_listed_body_is_an_organisation(text: str, name: str, extractor: str) -> None:
    assert types(text.format(name), name, extractor) == {ORGANISATION}


@pytest.mark.parametrize("name", ["Save the Children", "Doctors Without Borders", "Al-Shabaab"])
def test_so_is_one_that_begins_a_sentence(name: str) -> None:
    assert types(f"{name} said on Friday that the plan had failed.", name, "network") == {ORGANISATION}


def test_a_person_of_that_name_is_one() -> None:
    text = "Anna Meduza, a baker, came on Monday. She is 40. Meduza said she liked the bread."
    assert types(text, "Meduza", "network") <= {PERSON}


def test_an_everyday_word_names_nobody() -> None:
    assert types("Apple pies are sweet, the bakers said.", "Apple", "network") == set()


def test_an_abbreviation_that_no_tagger_sees_is_none() -> None:
    text = "The effect of radio frequency interference (RFI) is small, and with less RFI it is gone."
    assert types(text, "RFI", "network") == set()


@pytest.mark.parametrize("extractor", ["rules", "network"])
@pytest.mark.parametrize("name", ["Newcastle upon Tyne", "Bosnia and Herzegovina", "Rostov-on-Don"])
def test_a_listed_place_is_one_name(name: str, extractor: str) -> None:
    text = f"The storm hit {name} on Friday, officials said."
    assert types(text, name, extractor) == {PLACE}
    assert len([each for each in extract(Article(text + "\n"), extractor).entities if each.type is PLACE]) == 1


@pytest.mark.parametrize(
    ("name", "inner"), [("Gulf of Mexico", "Mexico"), ("Newark Airport", "Newark"), ("Mexico City", None)]
)
def test_what_stands_in_a_place_names_it_too(name: str, inner: str | None) -> None:
    found = extract(Article(f"The storm hit {name} on Friday, officials said.\n"), "network").entities
    assert {each.name for each in found if each.type is PLACE} == {name, inner} - {None}


def test_no_organisation_is_listed_twice() -> None:
    names = [name.removesuffix(EVERYDAY) for line in lines("bodies.tsv") for name in line.split("\t")]
    assert len(names) == len(set(names))
    assert all(name == " ".join(name.split()) != "" for name in names)
