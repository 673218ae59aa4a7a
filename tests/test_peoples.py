"""Peoples and groups are nobody that "he" or "she" means, and nouns for several are no people's names."""

from __future__ import annotations

import pytest

from kg.extract.chains import Chain
from kg.extract.genders import MANY, settle
from kg.extract.naming import names_something
from kg.extract.peoples import is_people
from kg.model import EntityType, Span

PERSON = EntityType.PERSON


@pytest.mark.parametrize("name", ["Europeans", "Democrats", "Delegates", "Japanese"])
def test_a_people_takes_no_pronoun_of_one(name: str) -> None:
    chain = Chain(name, PERSON)
    settle(name, [chain])
    assert is_people(name)
    assert chain.gender == MANY


@pytest.mark.parametrize("name", ["Evans", "Swans", "Ann Evans", "Lee", "Jones"])
def test_a_surname_is_no_people(name: str) -> None:
    assert not is_people(name)


@pytest.mark.parametrize(
    ("word", "named"), [("Delegates", False), ("Voters", False), ("Democrats", True), ("Lee", True)]
)
def test_a_noun_for_several_is_no_name_of_a_person_but_a_party_is(word: str, named: bool) -> None:
    assert names_something(f"{word} left.", Span(0, len(word)), PERSON) is named


@pytest.mark.parametrize(("text", "named"), [("Dockers left. The dockers won.", False), ("Dockers left.", True)])
def test_a_plural_that_is_also_written_small_is_no_name(text: str, named: bool) -> None:
    assert names_something(text, Span(0, 7), PERSON) is named
