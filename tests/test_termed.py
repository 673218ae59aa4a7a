"""What somebody calls a thing in quoted words."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.extract.assemble import ground
from kg.extract.termed import termed
from kg.model import Article


def views(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and words of what is called something in a text."""
    return [
        (report.source.of(text), report.cue.of(text), report.pieces[0].of(text))
        for report in termed(ground(text).sentences)
        if report.source and report.cue
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "words"),
    [
        (
            "A survey of 2011 had rated the lock as “safe for no boat”.",
            "A survey of 2011",
            "had rated",
            "the lock as “safe for no boat”",
        ),
        (
            "Ana Brandt, who once called fares “a fine on being poor”, is silent.",
            "who",
            "once called",
            "fares “a fine on being poor”",
        ),
        (
            "In a letter he referred to his heir as “that lost sheep of Riga”.",
            "he",
            "referred",
            "his heir as “that lost sheep of Riga”",
        ),
    ],
)
def test_a_view_in_quoted_words_is_told(text: str, source: str, cue: str, words: str) -> None:
    assert views(text) == [(source, cue, words)]


@pytest.mark.parametrize(
    "text",
    [
        "They called the dog “Lucky”.",
        "The street was called “a fine on being poor”.",
        "He would call the plan “a fine on being poor”.",
        "She began taking calls for her show “All the News of Town”.",
        "They dubbed the lane “the long way home again”.",
        "He called on them to read “the small print of it”.",
    ],
)
def test_names_and_what_nobody_calls_so_are_not(text: str) -> None:
    assert views(text) == []


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_it_is_a_statement(extractor: str) -> None:
    text = "A survey of 2011 had classed the lock as “safe for no boat at all”."
    (only,) = extract(Article(text), extractor).statements
    assert only.text(text) == "the lock as “safe for no boat at all”"
