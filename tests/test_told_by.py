"""Passives that name who speaks."""

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
    ("text", "source", "words"),
    [
        ("It was announced by Brandt that the pier had burnt down.", "Brandt", "the pier had burnt down"),
        ("Marand was told by Ilse Brandt that the pier had burnt down.", "Ilse Brandt", "the pier had burnt down"),
        ("Marand was told on Friday by Ilse Brandt that the pier was lost.", "Ilse Brandt", "the pier was lost"),
        ("Residents were urged by the council to stay indoors.", "the council", "to stay indoors"),
        ("Marand was advised by Ilse Brandt not to sign the letter.", "Ilse Brandt", "not to sign the letter"),
        ("The pier had burnt down, it was confirmed by the council.", "the council", "The pier had burnt down"),
    ],
)
def test_who_tells_stands_behind_by(text: str, source: str, words: str, extractor: str) -> None:
    assert told(text, extractor) == [(source, [words])]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    "text",
    [
        "The letter was written by Brandt.",
        "Marand was accompanied by Brandt.",
        "The pier was built by Brandt that year.",
    ],
)
def test_what_else_was_done_by_somebody_is_nothing_said(text: str, extractor: str) -> None:
    assert told(text, extractor) == []
