"""Every article at hand is read to its end, and no statement is empty or runs over the end of its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract import extract
from kg.model import Article, Span

SHARED = Path(__file__).parents[2] / "shared"
ARTICLES = sorted((SHARED / "polnear" / "train" / "text").glob("*.txt")) + sorted((SHARED / "articles").glob("*.txt"))
PARTS = 8

with_articles = pytest.mark.skipif(not ARTICLES, reason=f"no articles in {SHARED}")


def unread(paths: list[Path], extractor: str) -> list[str]:
    """What is wrong with the articles that the extractor breaks on, or finds no words in, a line each."""
    found = []
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        try:
            read = extract(Article(text), extractor)
        except Exception as error:  # noqa: BLE001  whatever it breaks on is what is asked for
            found.append(f"{path.name}: {error!r}")
            continue
        found += [f"{path.name}: {said.content}" for said in read.statements if not whole(said.content, text)]
    return found


def whole(content: tuple[Span, ...], text: str) -> bool:
    """Whether each span lies in a text and holds words of it."""
    return bool(content) and all(span.end <= len(text) and span.of(text).strip() for span in content)


@with_articles
@pytest.mark.parametrize("part", range(PARTS))
def test_the_rules_read_every_article(part: int) -> None:
    assert unread(ARTICLES[part::PARTS], "rules") == []


@with_articles
@pytest.mark.parametrize("part", range(PARTS))
def test_the_network_reads_every_third_article(part: int) -> None:
    assert unread(ARTICLES[::3][part::PARTS], "network") == []
