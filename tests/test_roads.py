"""Roads named by numbers are places, and people after whom a law is named are people."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.named_laws import shortened
from kg.extract.tagged_spans import Seen
from kg.model import Article, EntityType, Span

PERSON = EntityType.PERSON


def named(text: str) -> list[tuple[str, EntityType]]:
    found = extract(Article(text), "rules").entities
    return [(entity.name, entity.type) for entity in found]


@pytest.mark.parametrize(
    ("text", "road"),
    [
        ("A lorry burned on I-44 near the bridge.", "I-44"),
        ("Police closed US 75 for an hour.", "US 75"),
        ("They drove down Interstate 80 at night.", "Interstate 80"),
        ("The crash happened on the A64 at noon.", "A64"),
    ],
)
def test_a_numbered_road_is_a_place(text: str, road: str) -> None:
    assert (road, EntityType.PLACE) in named(text)
    assert not {"US", "Interstate", "A", "I"} & {name for name, _ in named(text)}


@pytest.mark.parametrize("text", ["He flew the A380 home.", "They carried the M16 home.", "Of A4 she had a ream."])
def test_a_letter_and_a_number_alone_are_no_road(text: str) -> None:
    assert not [name for name, kind in named(text) if kind is EntityType.PLACE]


def test_a_state_that_begins_like_a_nationality_is_one_place() -> None:
    assert named("When the Soviet Union fell, many left.") == [("Soviet Union", EntityType.PLACE)]


@pytest.mark.parametrize(
    ("tagged", "text", "found"),
    [
        ("Ann Quarn Safe", "The Ann Quarn Safe Streets Act passed. Ann Quarn was a nurse.", "Ann Quarn"),
        ("Ann Quarn Justice", "The Ann Quarn Justice in Pay Act passed. Ann Quarn was a nurse.", "Ann Quarn"),
        ("Ann Quarn Safe", "The Ann Quarn Safe Streets Act passed.", "Ann Quarn Safe"),
        ("Ann Quarn Lee", "Then Ann Quarn Lee came. Ann Quarn was a nurse.", "Ann Quarn Lee"),
    ],
)
def test_who_a_law_is_named_after_ends_where_the_name_does_elsewhere(tagged: str, text: str, found: str) -> None:
    first = Span(text.index(tagged), text.index(tagged) + len(tagged))
    last = text.rfind("Ann Quarn")
    seen = [Seen(first, PERSON, 0.9), *([Seen(Span(last, last + 9), PERSON, 0.9)] if last > first.start else [])]
    assert shortened(text, seen)[0].span.of(text) == found
