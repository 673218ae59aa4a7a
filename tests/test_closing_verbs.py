"""Quotations that any verb closes, with somebody who speaks."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article, StatementKind

ABOVE = "The quay was closed on Friday. Two cranes stood still.\n\n"


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("line", "source", "cue"),
    [
        ("« Nobody paid us for the crane », launches the deputy, Ana Brandt.", "the deputy, Ana Brandt", "launches"),
        ("“Nobody paid us for the crane,” shrugged Ana Brandt.", "Ana Brandt", "shrugged"),
    ],
)
def test_somebody_behind_an_odd_verb_speaks(line: str, source: str, cue: str, extractor: str) -> None:
    text = ABOVE + line + "\n"
    (found,) = extract(Article(text), extractor).statements
    assert found.kind is StatementKind.DIRECT
    assert found.source is not None
    assert found.source.of(text) == source
    assert found.cue is not None
    assert found.cue.of(text) == cue
    assert found.text(text) == "Nobody paid us for the crane"


def test_a_pronoun_stands_before_it() -> None:
    text = ABOVE + "« Nobody paid us for the crane », she makes to know.\n"
    (found,) = extract(Article(text), "rules").statements
    assert found.cue is not None
    assert found.cue.of(text) == "makes to know"


@pytest.mark.parametrize(
    "line",
    [
        "“The Crane That Fell”, directed by Ana Brandt.",
        "“The Crane That Fell”, his second novel, is out.",
        "“Keep off the crane”, runs the slogan.",
        "“Keep off the crane”, signs on the pier.",
        "“Dawn”, shrugs Ana Brandt.",
        "“The Crane That Fell”.",
    ],
)
def test_titles_and_things_say_nothing(line: str) -> None:
    assert not extract(Article(ABOVE + line + "\n"), "rules").statements
