"""Our own articles and the graphs that are expected of them, side by side in tests/articles.

A graph that comes out differently is a difference to read: if it is better, accept it with

    QUOTH_ACCEPT=1 .venv/bin/python -m pytest tests/test_articles.py

and review what git shows.
"""

import io
import os
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg import derive
from kg.export.formats import write_turtle
from kg.extract import extract
from kg.model import Article
from kg.rdf import evidence
from kg.sources import read
from kg.validate import Validator
from kg.verify import verify_article
from kg.vocab import Iris

HERE = Path(__file__).parent / "articles"
FILES = sorted(path for path in HERE.iterdir() if path.suffix in (".txt", ".html", ".jsonl"))
IRIS = Iris()


def article(path: Path) -> Article:
    (only,) = read([path])
    assert isinstance(only, Article), only
    return only


def graph(path: Path) -> list[Quad]:
    """The evidence of one article and what follows from it alone, in order."""
    found = evidence(extract(article(path)), IRIS)
    return sorted({*found, *derive.rebuild(lambda: [found], IRIS)}, key=lambda quad: (str(quad.triple), str(quad)))


def turtle(quads: list[Quad]) -> str:
    written = io.BytesIO()
    write_turtle((quad.triple for quad in quads), written)
    return written.getvalue().decode("utf-8")


def test_there_are_articles_of_all_sorts() -> None:
    assert len(FILES) >= 6
    assert {path.suffix for path in FILES} == {".txt", ".html", ".jsonl"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_graph_is_the_expected_one(path: Path) -> None:
    expected = path.with_suffix(".expected.ttl")
    found = turtle(graph(path))
    if os.environ.get("QUOTH_ACCEPT"):
        expected.write_text(found, encoding="utf-8")
    assert found.splitlines() == expected.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_graph_is_valid_and_verbatim(path: Path) -> None:
    quads = graph(path)
    assert Validator().check(quads).violations == ()
    assert verify_article(quads, article(path).text) == []
