"""Which entity a shorter name means: a body's noun, initials, surnames that stand first, the end of a long name."""

from __future__ import annotations

import pytest

from kg.extract.linking import link
from kg.extract.name import Name
from kg.extract.same_names import same_person
from kg.extract.surnames import stands_first
from kg.model import EntityType, Span

PERSON, ORGANISATION, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def chains(text: str, *names: tuple[str, EntityType | None], titled: tuple[str, ...] = ()) -> list[list[str]]:
    found = []
    at = 0
    for words, type in names:
        at = text.index(words, at)
        found.append(Name(Span(at, at + len(words)), words, tuple(words.split()), type, words in titled))
        at += len(words)
    return [[span.of(text) for span in chain.mentions] for chain in link(text, found)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Quarn Journal and the Journal.", [("Quarn Journal", ORGANISATION), ("Journal", ORGANISATION)]),
        ("The Bank of Quarn. The Bank lent.", [("Bank of Quarn", ORGANISATION), ("Bank", ORGANISATION)]),
        ("Quarn United won. United lost.", [("Quarn United", ORGANISATION), ("United", ORGANISATION)]),
        ("Quarn Motors fell. QM said so.", [("Quarn Motors", ORGANISATION), ("QM", None)]),
        ("Quarn Holt Boats and Quarn Holt.", [("Quarn Holt Boats", ORGANISATION), ("Quarn Holt", ORGANISATION)]),
        ("Ilda Roa Paz and Roa Paz.", [("Ilda Roa Paz", PERSON), ("Roa Paz", PERSON)]),
        ("Bo Quarn Jr. and Quarn.", [("Bo Quarn Jr.", PERSON), ("Quarn", PERSON)]),
        ("The United Kingdom and Britain.", [("United Kingdom", PLACE), ("Britain", PLACE)]),
    ],
)
def test_a_shorter_name_means_the_same(text: str, names: list[tuple[str, EntityType | None]]) -> None:
    assert len(chains(text, *names)) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The White House and the House.", [("White House", ORGANISATION), ("House", ORGANISATION)]),
        ("A Quarn Journal, his Journal.", [("Quarn Journal", ORGANISATION), ("Journal", ORGANISATION)]),
        ("Bo Quarn Jr. and Bo Quarn Sr.", [("Bo Quarn Jr.", PERSON), ("Bo Quarn Sr.", PERSON)]),
        ("Bo W. Quarn and Bo H. Quarn", [("Bo W. Quarn", PERSON), ("Bo H. Quarn", PERSON)]),
    ],
)
def test_others_are_others(text: str, names: list[tuple[str, EntityType | None]]) -> None:
    assert len(chains(text, *names)) == 2


def test_of_two_bodies_with_the_noun_neither_is_meant() -> None:
    text = "The Quarn Court and the Holt Court. The Court ruled."
    assert len(chains(text, ("Quarn Court", ORGANISATION), ("Holt Court", ORGANISATION), ("Court", ORGANISATION))) == 3


def test_titles_before_surnames_and_given_names() -> None:
    assert len(chains("Kim Tae-yong. Mr Kim.", ("Kim Tae-yong", PERSON), ("Kim", PERSON), titled=("Kim",))) == 1
    assert len(chains("Bo Quarn. Sir Bo left.", ("Bo Quarn", PERSON), ("Bo", PERSON), titled=("Bo",))) == 1
    assert len(chains("Bo Quarn. Mr Bo left.", ("Bo Quarn", PERSON), ("Bo", PERSON), titled=("Bo",))) == 2


def test_which_surnames_stand_first() -> None:
    assert stands_first("Kim Tae-yong")
    assert stands_first("Wang Yi")
    assert not stands_first("Kim Quarn")
    assert not stands_first("Ilda Wang")


def test_middle_initials_tell_people_apart() -> None:
    assert same_person(["Bo", "W.", "Quarn"], ["Bo", "Quarn"])
    assert same_person(["Bo", "Quarn"], ["Bo", "Quarn", "Jr."])
    assert not same_person(["Bo", "H.", "W.", "Quarn"], ["Bo", "W.", "Quarn"])
