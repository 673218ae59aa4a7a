"""Names in headlines that write every word with a capital."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.name import Name
from kg.extract.title_case import headline, known, told_apart
from kg.model import EntityType, Span

PERSON, ORGANISATION, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE
BELOW = "Ilda Quarn blamed the Oxen Bank. The Oxen Bank is in Lisbon, and Quarn is not."


def names(text: str, *spelt: tuple[str, EntityType]) -> list[Name]:
    """Every place where these are named in a text, each as a name of this type."""
    return [
        Name(Span(at, at + len(words)), words, tuple(words.split()), kind)
        for words, kind in spelt
        for at in range(len(text))
        if text.startswith(words, at)
    ]


def told(line: str, *spelt: tuple[str, EntityType]) -> list[tuple[str, EntityType | None]]:
    """What is named in a headline over BELOW, where the tagger saw these in it."""
    text = f"{line}\n\n{BELOW}"
    below = names(text, ("Ilda Quarn", PERSON), ("Oxen Bank", ORGANISATION), ("Lisbon", PLACE))
    seen = [name for name in [*below, *names(line, *spelt)] if name.span.start > len(line) or name.text in dict(spelt)]
    return [(name.text, name.type) for name in told_apart(text, seen) if name.span.start < len(line)]


@pytest.mark.parametrize(
    ("line", "spelt", "named"),
    [
        (
            "Ilda Quarn Hammers Oxen Bank Over Lost Savings",
            [("Ilda Quarn Hammers Oxen Bank", PERSON)],
            [("Ilda Quarn", PERSON), ("Oxen Bank", ORGANISATION)],
        ),
        (
            "Quarn’s Friends Rally Against Oxen Bank in Lisbon",
            [("Friends Rally Against Oxen Bank", ORGANISATION)],
            [("Quarn", PERSON), ("Oxen Bank", ORGANISATION), ("Lisbon", PLACE)],
        ),
        (
            "Teo Marand Meets Friends of Tallin University at Paris",
            [("Teo Marand", PERSON), ("Meets Friends", PERSON), ("Tallin University", ORGANISATION), ("Paris", PLACE)],
            [("Teo Marand", PERSON), ("Meets Friends", PERSON), ("Tallin University", ORGANISATION), ("Paris", PLACE)],
        ),
        (
            "Small Donors Target Savers Nationwide, Teo Says",
            [("Small Donors Target", ORGANISATION)],
            [("Small Donors Target", None)],
        ),
    ],
)
def test_names_of_a_headline_are_told_by_what_stands_below(
    line: str, spelt: list[tuple[str, EntityType]], named: list[tuple[str, EntityType | None]]
) -> None:
    assert told(line, *spelt) == named


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Ilda Quarn Hammers Oxen Bank Over Savings", True),
        ("Ilda Quarn hammers Oxen Bank over savings", False),
        ("ILDA QUARN HAMMERS OXEN BANK", False),
        ("Ilda Quarn Speaks", False),
    ],
)
def test_what_a_headline_is(line: str, is_one: bool) -> None:
    assert (headline(f"{line}\n\n{BELOW}") is not None) is is_one
    assert headline(line) is None


def test_a_name_below_is_of_the_type_it_has_most_often() -> None:
    text = "Oxen Bank, Oxen Bank, Oxen Bank"
    found = names(text, ("Oxen Bank", ORGANISATION))
    assert known([replace(found[0], type=PERSON), *found[1:]])["Oxen Bank"].type is ORGANISATION
