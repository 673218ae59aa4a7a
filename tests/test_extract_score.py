"""Pinned scores on annotated news: they may rise, not fall. The annotated articles stand beside the checkout."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.extract import extract
from kg.extract.jsonl import record
from kg.model import Article

SHARED = Path(__file__).parents[1].parent / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason=f"no annotated articles in {SHARED}")


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = writes
    return module


def scores(folder: str, attitudes: bool) -> dict[str, dict[str, float]]:
    score = scorer()
    gold = score.read_gold(str(SHARED / folder))
    read: dict[str, Any] = {name: record(extract(Article(text)), attitudes) for name, text, *_ in gold}
    result, _ = score.score(gold, read)
    return dict(result)


def test_scores_on_news_do_not_fall() -> None:
    found = scores("gold", attitudes=False)
    assert found["direct"]["r"] >= 0.95
    assert found["content"]["f1"] >= 0.81
    assert found["attributed"]["f1"] >= 0.79
    assert found["speaker"]["f1"] >= 0.75
    assert found["kind"]["f1"] >= 0.97
    assert found["speaker-wrong"]["rate"] <= 0.06


def test_scores_on_political_news_do_not_fall() -> None:
    found = scores("polnear/dev", attitudes=True)
    assert found["content"]["f1"] >= 0.62
    assert found["attributed"]["f1"] >= 0.565


@pytest.mark.parametrize(
    ("article", "speaker", "words"),
    [
        ("2022-09-21", "Navalny", "criminal war"),
        ("2022-09-21", "Leonid Volkov", "hopelessly late"),
        ("2022-09-21", "Leonid Volkov", "moral duty"),
        ("2022-09-21", "Vesna Youth Democratic Movement", "refuse to participate"),
        ("2022-09-21", "OVD-Info", "1,300 people"),
        ("2022-09-21", "OVD-Info", "1311 people"),
        ("2022-09-25", "OVD-Info", "700 arrests"),
        ("2022-09-25", "Sergei Shoigu", "300,000 men"),
        ("2022-09-25", "Novaya Gazeta", "a million recruits"),
        ("2022-09-25", "Institute for the Study of War", "probably fail"),
        ("2022-09-25", "Ramzan Kadyrov", "five million"),
        ("2022-09-25", "Valery Fadeyev", "bludgeoning system"),
        ("2022-09-25", "Aissen Nikolayev", "mistakes were made"),
        ("2022-09-25", "Abbas Galljamov", "mood of protest"),
    ],
)
def test_the_first_articles_have_what_they_report(article: str, speaker: str, words: str) -> None:
    path = next((SHARED / "articles").glob(f"{article}*.txt"))
    text = path.read_text(encoding="utf-8")
    read = extract(Article(text, published=dt.date.fromisoformat(article)))
    who = {e.id for e in read.entities if e.name == speaker}
    assert any(s.speaker in who and words in s.text(text) for s in read.statements)
