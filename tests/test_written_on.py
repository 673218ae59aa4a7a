"""Words that are said to be written on a thing."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article, EntityType


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("On the banner was written “The lock is ours”.", "the banner"),
        ("By the gate hangs a poster on which “The lock is ours” is painted in red.", "a poster"),
        ("Somebody left a card, on which is scribbled: “The lock is ours”.", "a card"),
        ("On the gate there is a sheet of paper: “The lock is ours”.", "a sheet of paper"),
        ("On the gate a notice warns: “The lock is ours.”", "a notice"),
    ],
)
def test_the_thing_that_bears_the_words_speaks(text: str, thing: str) -> None:
    found = extract(Article(text + "\n"), "rules")
    (statement,) = found.statements
    speaker = found.entity(statement.speaker or "")
    assert statement.text(text).strip(".") == "The lock is ours"
    assert (speaker.name, speaker.type, speaker.unnamed) == (thing, EntityType.DOCUMENT, True)


def test_where_words_are_written_is_not_always_told() -> None:
    found = extract(Article("On Monday it was written “The lock is ours” again, nobody knows where.\n"), "rules")
    assert all(statement.speaker is None for statement in found.statements)
