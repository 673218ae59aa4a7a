"""Names of which a tagger is unsure are typed by what stands beside them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kg.extract.name import Name
from kg.extract.second_opinion import agreed, governed, weighed
from kg.extract.tagged_spans import Seen
from kg.model import EntityType, Span

PERSON, ORGANISATION, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def typed(text: str, words: str, kind: EntityType, probability: float, titled: bool = False) -> EntityType | None:
    """The type of a name that a tagger saw with this probability and that the rules left open."""
    at = text.index(words)
    span = Span(at, at + len(words))
    ruled = Name(span, words, tuple(words.split()), None, titled)
    seen = Name(span, words, tuple(words.split()), kind, titled)
    (found,) = weighed(text, [seen], [ruled], [Seen(span, kind, probability)])
    return found.type


@pytest.mark.parametrize(
    ("probability", "titled", "kind"), [(0.65, False, None), (0.8, False, PERSON), (0.65, True, PERSON)]
)
def test_an_unsure_tagger_yields_to_clear_words(probability: float, titled: bool, kind: EntityType | None) -> None:
    text = "It was in the Ostravan Wars that the Quarn River Cup was lost."
    assert typed(text, "Ostravan Wars", PERSON, probability, titled) is kind


def test_an_unsure_tagger_stands_where_nothing_speaks_clearly() -> None:
    assert typed("They met Quarn there.", "Quarn", PERSON, 0.5) is PERSON


@pytest.mark.parametrize(("before", "kind"), [("operator", ORGANISATION), ("brother", PERSON)])
def test_what_an_apposition_tells_is_not_looked_at_again(before: str, kind: EntityType) -> None:
    assert typed(f"The {before}, Ann Quarn, said so. Mr Ann Quarn, 52, left.", "Ann Quarn", ORGANISATION, 0.6) is kind


def test_names_spelt_alike_have_the_type_that_most_of_them_have() -> None:
    kinds = [PERSON, ORGANISATION, ORGANISATION, None]
    names = [Name(Span(at, at + 5), "Quarn", ("Quarn",), kind) for at, kind in enumerate(kinds)]
    assert [name.type for name in agreed(names)] == kinds
    assert [name.type for name in agreed(names[:3])] == [ORGANISATION] * 3
    titled = replace(names[0], titled=True)
    assert [name.type for name in agreed([titled, *names[1:3]])] == kinds[:3]
    team = replace(names[1], team=True)
    assert [name.type for name in agreed([names[0], team, team])] == kinds[:3]


@pytest.mark.parametrize(
    ("text", "probability", "kind"),
    [
        ("Karvol’s foreign minister spoke. Karvol is at war.", 0.8, PLACE),
        ("The government of Karvol fell. Karvol is at war.", 0.8, PLACE),
        ("Karvol’s foreign minister spoke. Karvol is at war.", 0.95, PERSON),
        ("Karvol’s brother spoke. Karvol is at war.", 0.8, PERSON),
        ("Karvol’s army left. Ann Karvol is at war.", 0.8, PERSON),
    ],
)
def test_an_unsure_person_with_a_foreign_minister_is_a_place(text: str, probability: float, kind: EntityType) -> None:
    spans = [Span(m.start(), m.end()) for m in re.finditer("(?:Ann )?Karvol", text)]
    names = [Name(s, s.of(text), tuple(s.of(text).split()), PERSON) for s in spans]
    found = governed(text, names, [Seen(s, PERSON, probability) for s in spans])
    assert {name.type for name in found} == {kind}
