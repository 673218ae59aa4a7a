"""The JSON Lines of `quoth extract`: a public form that people pipe into other tools."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from kg.extract import extract
from kg.extract.jsonl import record
from kg.model import Article

TEXT = "“It is lost,” said Ana Brandt on Tuesday. She wants to leave. A resident said at least 40 people had left."


def test_a_record_has_the_article_its_entities_and_its_statements() -> None:
    article = Article(TEXT, path="a.txt", title="Lost", url="https://example.org/a", published=dt.date(2022, 9, 21))
    found = json.loads(json.dumps(record(extract(article))))
    assert found["article"] == {
        "path": "a.txt",
        "title": "Lost",
        "url": "https://example.org/a",
        "published": "2022-09-21",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    }
    first = found["statements"][0]
    assert (first["kind"], first["act"], first["text"]) == ("direct", "asserts", "It is lost")
    assert [TEXT[a:b] for a, b in [*first["content"], first["source"], first["cue"]]] == [
        "It is lost",
        "Ana Brandt",
        "said",
    ]
    assert first["said"] == ["2022-09-20", "2022-09-20"]
    assert first["within"] is None
    assert first["relayed_by"] == []
    speaker = next(e for e in found["entities"] if e["id"] == first["speaker"])
    assert (speaker["type"], speaker["name"]) == ("person", "Ana Brandt")


def test_an_unnamed_source_has_the_type_unnamed_and_says_what_it_is() -> None:
    found = record(extract(Article(TEXT)))
    speaker = next(e for e in found["entities"] if e["id"] == found["statements"][-1]["speaker"])
    assert (speaker["type"], speaker["kind"], speaker["name"]) == ("unnamed", "person", "A resident")


def test_figures_are_written_without_rounding() -> None:
    figure = record(extract(Article(TEXT)))["statements"][-1]["figures"][0]
    assert (figure["value"], figure["counted"], figure["qualifier"]) == ("40", "people", "at least")


def test_attitudes_are_left_out_unless_asked_for() -> None:
    article = extract(Article(TEXT))
    assert [s["attitude"] for s in record(article)["statements"]] == [False, False]
    assert [s["attitude"] for s in record(article, attitudes=True)["statements"]] == [False, True, False]


def test_a_statement_is_within_one_that_is_printed() -> None:
    text = "Ana Brandt wants the mayor to say that Leo Marten said the port was closed."
    printed = record(extract(Article(text)))
    ids = {s["id"] for s in printed["statements"]}
    assert all(s["within"] is None or s["within"] in ids for s in printed["statements"])


def test_with_attitudes_the_conjunction_belongs_to_the_content() -> None:
    article = extract(Article("Ana Brandt said that the port was closed."))
    texts = [record(article, attitudes)["statements"][0]["text"] for attitudes in (False, True)]
    assert texts == ["the port was closed", "that the port was closed"]
