"""Phrases beside a clause that tell who sees it so."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article


def told(text: str, extractor: str) -> list[tuple[str | None, list[str]]]:
    """The sources and words of the statements in a text."""
    found = [s for s in extract(Article(text + "\n"), extractor).statements if not s.attitude]
    return [(s.source.of(text) if s.source else None, [piece.of(text) for piece in s.content]) for s in found]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As Maria Brandt sees it, the ferry had no chance.", "the ferry had no chance"),
        ("The ferry had no chance, as Maria Brandt tells it.", "The ferry had no chance"),
        ("To hear Maria Brandt tell it, the ferry had no chance.", "the ferry had no chance"),
        ("The ferry had no chance, or so Maria Brandt claims.", "The ferry had no chance"),
        ("The ferry had no chance – at least so Maria Brandt says.", "The ferry had no chance"),
        ("The ferry had no chance, if Maria Brandt is to be believed.", "The ferry had no chance"),
        ("For Maria Brandt, the lesson is clear.", "the lesson is clear"),
        ("To Maria Brandt, the ban is “a slap in the face”.", "the ban is “a slap in the face”"),
    ],
)
def test_a_phrase_tells_who_sees_it_so(text: str, words: str, extractor: str) -> None:
    assert told(text, extractor) == [("Maria Brandt", [words])]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    "text",
    [
        "For Maria Brandt, the storm meant a night in the station.",
        "For Maria Brandt, this is a third title.",
        "To the north, the road is too steep.",
        "For years, the harbour was too small.",
        "As luck would have it, the ferry was late.",
        "The ferry sank, or so it seemed.",
    ],
)
def test_facts_are_nobodys(text: str, extractor: str) -> None:
    assert told(text, extractor) == []
