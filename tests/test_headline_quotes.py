"""Headlines that begin with what somebody said."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article, StatementKind

BELOW = "\n\nThe harbour was closed on Monday. It rained all day.\n"


def said(headline: str, extractor: str = "rules") -> list[tuple[str, StatementKind, str | None]]:
    text = headline + BELOW
    found = extract(Article(text), extractor).statements
    return [(each.text(text), each.kind, each.speaker) for each in found if each.content[0].end <= len(headline)]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("“We never slept on the pier”: a night in the harbour", "We never slept on the pier"),
        ("«They locked the gate behind us» – divers on the crane", "They locked the gate behind us"),
        ("'Take your hands off my boat!' Fury on Pier Road", "Take your hands off my boat!"),
    ],
)
def test_nobody_is_named_for_the_quotation_at_the_head(headline: str, words: str, extractor: str) -> None:
    assert said(headline, extractor) == [(words, StatementKind.DIRECT, None)]


@pytest.mark.parametrize(
    "headline",
    [
        "“Old Boats Are My Home”: a review",
        "“The colour of salt”: an exhibition opens",
        "“Black Sunday” strikes the harbour again",
        "A night in the harbour: two cranes fell",
    ],
)
def test_titles_and_names_are_no_quotations(headline: str) -> None:
    assert said(headline) == []


def test_a_line_alone_is_no_headline() -> None:
    text = "“We never slept on the pier”: a night in the harbour"
    assert not extract(Article(text), "rules").statements
