"""Quotations of which is told behind them whose they were."""

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
    "behind",
    [
        "So said Maria Brandt on Friday.",
        "Those were the words of Maria Brandt.",
        "That was Maria Brandt's verdict on the ferry.",
        "That is how Maria Brandt described the night.",
        "That is what Maria Brandt told the court.",
        "The words are Maria Brandt's.",
        "With those words, Maria Brandt left the hall.",
        "Maria Brandt was speaking at a rally.",
    ],
)
def test_the_next_sentence_tells_who_spoke(behind: str, extractor: str) -> None:
    assert told(f"“The sea took the ferry.” {behind}", extractor) == [("Maria Brandt", ["The sea took the ferry."])]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    "behind",
    [
        "was how Maria Brandt put it.",
        "came the reply from Maria Brandt.",
        "was the verdict of Maria Brandt.",
        "were Maria Brandt's words.",
    ],
)
def test_the_rest_of_the_sentence_tells_it_too(behind: str, extractor: str) -> None:
    assert told(f"“The sea took the ferry,” {behind}", extractor) == [("Maria Brandt", ["The sea took the ferry"])]


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_who_was_speaking_is_not_who_was_quoted_before(extractor: str) -> None:
    text = "“The sea took the ferry,” Lee said. “It was dark.” Maria Brandt was speaking to friends."
    assert "Maria Brandt" not in [source for source, _ in told(text, extractor)]


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_a_surname_may_begin_with_an_article(extractor: str) -> None:
    text = "“The sea took the ferry.” That was Abdel el-Sayed's verdict on the night."
    assert told(text, extractor) == [("Abdel el-Sayed", ["The sea took the ferry."])]
