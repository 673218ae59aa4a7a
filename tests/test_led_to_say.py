"""Verbs of saying behind what leads somebody to speak."""

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
    "how",
    [
        "would say only that",
        "would only tell reporters that",
        "was quick to point out that",
        "was at pains to stress that",
        "went so far as to claim that",
        "took the microphone to announce that",
        "used a column in the Observer to argue that",
        "came forward to say that",
        "hastened to add that",
        "is understood to have told colleagues that",
    ],
)
def test_what_leads_to_speaking_tells_that_it_was_said(how: str, extractor: str) -> None:
    assert told(f"Brandt {how} the ferry had sunk.", extractor) == [("Brandt", ["the ferry had sunk"])]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    "text",
    [
        "Brandt came to say goodbye.",
        "Brandt used a hammer to open the hatch.",
        "Brandt would only say goodbye in person.",
        "Brandt was too tired to say that again.",
        "It would be fair to say that the winter was mild.",
    ],
)
def test_where_nothing_was_said_nothing_is_told(text: str, extractor: str) -> None:
    assert told(text, extractor) == []
