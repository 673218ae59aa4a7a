"""Headlines that name who says it before a colon."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article, StatementKind

BELOW = "\n\nThe mayor, Ana Brandt, spoke at the harbour. It rained all day.\n"


def said(headline: str, below: str = BELOW, extractor: str = "rules") -> list[tuple[str | None, str, StatementKind]]:
    text = headline + below
    found = extract(Article(text), extractor)
    return [
        (each.source.of(text) if each.source else None, each.text(text), each.kind)
        for each in found.statements
        if each.content[0].end <= len(headline)
    ]


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_a_name_before_the_colon_says_what_stands_behind_it(extractor: str) -> None:
    found = said("Ana Brandt: Bridge will not be closed", extractor=extractor)
    assert found == [("Ana Brandt", "Bridge will not be closed", StatementKind.INDIRECT)]


@pytest.mark.parametrize(
    ("headline", "source", "words", "kind"),
    [
        ("Ana Brandt: ‘We are done with the old bridge’", "Ana Brandt", "We are done with the old bridge", "direct"),
        ("Ana Brandt on the Bridge: The Cranes Are ‘Done.’", "Ana Brandt", "The Cranes Are ‘Done.’", "mixed"),
        ("Poll: Two in three want the bridge", "Poll", "Two in three want the bridge", "indirect"),
        ("Residents: no water for a week", "Residents", "no water for a week", "indirect"),
        ("Brandt: I want the bridge open", "Brandt", "I want the bridge open", "indirect"),
        ("The crane fell at noon.. The bishop: We heard it ring", "The bishop", "We heard it ring", "indirect"),
        ("Crane falls into the harbour; Governor: three divers sent", "Governor", "three divers sent", "indirect"),
        ("Two cranes fell, and residents: no water for a week", "residents", "no water for a week", "indirect"),
        ("Ministry: the bridge was never safe", "Ministry", "the bridge was never safe", "indirect"),
    ],
)  # fmt: skip
def test_sources_of_headlines(headline: str, source: str, words: str, kind: str) -> None:
    assert said(headline) == [(source, words, StatementKind(kind))]


@pytest.mark.parametrize(
    "headline",
    [
        "The Latest: Two cranes fell at the harbour",
        "Analysis: the bridge was never safe",
        "Ana Brandt: A Life on the Water",
        "Riga: two cranes fell at the harbour",
        "Ana Brandt: done",
        "Rain, wind, Riga: two cranes fell at the harbour",
        "Court: a history of the house in pictures",
        "Ana Brandt won 3:1 and was glad of it",
    ],
)
def test_what_tells_of_what_the_article_is_has_no_speaker(headline: str) -> None:
    assert said(headline) == []


def test_a_line_alone_is_no_headline() -> None:
    assert said("Ana Brandt: Bridge will not be closed", below="\n") == []
