"""Names within longer names that the article also names alone."""

from __future__ import annotations

import pytest

from kg.extract.inner_names import with_inner
from kg.extract.name import Name
from kg.model import EntityType, Span

PERSON, ORGANISATION, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def name(text: str, words: str, kind: EntityType) -> Name:
    at = text.rindex(words)
    return Name(Span(at, at + len(words)), words, tuple(words.split()), kind)


@pytest.mark.parametrize(
    ("outer", "kind", "alone", "of", "found"),
    [
        ("Quarn Reds", ORGANISATION, "Quarn", PLACE, True),
        ("Quarn Square", PLACE, "Quarn", PERSON, True),
        ("University of Quarn", ORGANISATION, "Quarn", PLACE, True),
        ("Lee-Quarn Council", ORGANISATION, "Lee", PERSON, True),
        ("Quarn’s Post", ORGANISATION, "Quarn", ORGANISATION, True),
        ("Quarn City", PLACE, "Quarn", PLACE, False),
        ("Quarn Reds", ORGANISATION, "Reds", ORGANISATION, False),
        ("Council of Quarn", ORGANISATION, "Quarn", PERSON, False),
        ("Ann Quarn", PERSON, "Quarn", PLACE, False),
        ("Al-hara Square", PLACE, "Al", PLACE, False),
    ],
)
def test_a_part_that_means_something_else_is_a_name_too(
    outer: str, kind: EntityType, alone: str, of: EntityType, found: bool
) -> None:
    text = f"The {outer} stood. Then {alone} fell."
    names = [name(text, outer, kind), name(text, alone, of)]
    read = with_inner(text, names)
    inner = [each for each in read if each not in names]
    assert [(each.text, each.type) for each in inner] == ([(alone, of)] if found else [])


def test_a_name_that_never_stands_alone_is_none_within_another() -> None:
    text = "The Quarn Reds and the Quarn Blues lost."
    names = [name(text, words, ORGANISATION) for words in ("Quarn Reds", "Quarn Blues")]
    assert with_inner(text, names) == names
