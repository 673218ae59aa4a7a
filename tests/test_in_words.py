"""Phrases that tell whose words or whose view something is."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article


def told(text: str, extractor: str) -> list[tuple[str | None, list[str]]]:
    """The sources and words of what such phrases tell."""
    found = [s for s in extract(Article(text + "\n"), extractor).statements if s.rule == "in-words"]
    return [(s.source.of(text) if s.source else None, [piece.of(text) for piece in s.content]) for s in found]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("In the words of Ana Brandt, “the sea forgets nobody.”", "Ana Brandt", ["the sea forgets nobody."]),
        ("“The sea,” in Brandt’s words, “forgets nobody.”", "Brandt", ["The sea", "forgets nobody."]),
        ("To quote Ana Brandt, “the sea forgets nobody.”", "Ana Brandt", ["the sea forgets nobody."]),
        ("In the view of Ana Brandt, the port is lost.", "Ana Brandt", ["the port is lost"]),
        ("By Brandt's words, the port is lost.", "Brandt", ["the port is lost"]),
        (
            "Based on data from the coast guard, the storm sank two boats.",
            "the coast guard",
            ["the storm sank two boats"],
        ),
        ("The port, in Ana Brandt's view, is lost.", "Ana Brandt", ["The port", "is lost"]),
        ("Brandt paints and has sold, by his own count, 900 nets.", "his", ["has sold", "900 nets"]),
        ("Brandt was, in his own words, “a fool”.", "his", ["a fool"]),
    ],
)
def test_a_phrase_tells_whose_words_or_view_it_is(text: str, source: str, words: list[str], extractor: str) -> None:
    assert told(text, extractor) == [(source, words)]


@pytest.mark.parametrize(
    "text",
    [
        "In other words, the port is lost.",
        "By the words on the wall, the port is lost.",
        "Based on a novel by Ana Brandt, the film begins at sea.",
        "In view of the storm, the port is shut.",
        "The bridge came in Ana Brandt's view of the sea that day.",
        "In the words of Ana Brandt, the port is lost.",
        "The town lives in the words of its poets.",
        "Lee found “joy and hope” in the words of Ana Brandt that day.",
    ],
)
def test_what_is_not_set_apart_or_not_quoted_tells_nothing(text: str) -> None:
    assert told(text, "rules") == []
