"""Pinned scores of both extractors: they may rise, not fall. Most need annotated articles beside the checkout.

The rules' pins stand here; the network's in tests/pins.json, written by `python -m bench.pins --write`.
"""

from __future__ import annotations

import csv
import datetime as dt
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

from bench import pins
from bench.accuracy import extractors
from bench.annotated import OWN
from kg.cli import app
from kg.extract import extract
from kg.extract.jsonl import record
from kg.model import Article

SHARED = Path(__file__).parents[1].parent / "shared"
FIRST = list(csv.reader(pins.FIRST.read_text(encoding="utf-8").splitlines()))
annotated = pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason=f"no annotated articles in {SHARED}")
trained = pytest.mark.skipif("network" not in extractors(), reason="the trained network's files are not whole here")


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
    read: dict[str, Any] = {name: record(extract(Article(text), "rules"), attitudes) for name, text, *_ in gold}
    result, _ = score.score(gold, read)
    return dict(result)


@annotated
def test_scores_of_the_rules_on_news_do_not_fall() -> None:
    found = scores("gold", attitudes=False)
    assert found["direct"]["r"] >= 0.97
    assert found["content"]["f1"] >= 0.815
    assert found["attributed"]["f1"] >= 0.8
    assert found["speaker"]["f1"] >= 0.78
    assert found["kind"]["f1"] >= 0.97
    assert found["speaker-wrong"]["rate"] <= 0.06


@annotated
def test_scores_of_the_rules_on_political_news_do_not_fall() -> None:
    found = scores("polnear/dev", attitudes=True)
    assert found["content"]["f1"] >= 0.62
    assert found["attributed"]["f1"] >= 0.565


@annotated
@pytest.mark.parametrize(("day", "speaker", "words"), FIRST)
def test_the_rules_find_what_the_first_articles_report(day: str, speaker: str, words: str) -> None:
    path = next((SHARED / "articles").glob(f"{day}*.txt"))
    text = path.read_text(encoding="utf-8")
    read = extract(Article(text, published=dt.date.fromisoformat(day)), "rules")
    who = {e.id for e in read.entities if e.name == speaker}
    assert any(s.speaker in who and words in s.text(text) for s in read.statements)


@trained
@pytest.mark.parametrize("gate", sorted(pins.ALWAYS))
def test_what_the_network_reaches_on_our_own_articles_does_not_fall(gate: str) -> None:
    assert pins.pinned(gate), f"{gate} is not pinned: run python -m bench.pins --write"
    assert pins.worse(pins.GATES[gate](SHARED), pins.pinned(gate)) == {}


@trained
@annotated
@pytest.mark.parametrize("gate", sorted(pins.GATES.keys() - pins.ALWAYS))
def test_what_the_network_reaches_does_not_fall(gate: str) -> None:
    assert pins.pinned(gate), f"{gate} is not pinned: run python -m bench.pins --write"
    assert pins.worse(pins.GATES[gate](SHARED), pins.pinned(gate)) == {}


@pytest.mark.parametrize("extractor", ["rules", pytest.param("network", marks=trained)])
def test_the_command_measures_each_extractor(extractor: str) -> None:
    done = CliRunner().invoke(app, ["bench", "extraction", str(OWN), "--extractor", extractor, "--json"])
    assert done.exit_code == 0, done.output
    assert 0.5 < json.loads(done.stdout)["content"]["f1"] <= 1


def test_what_got_worse_is_told() -> None:
    held = {"content": 0.8, "speaker-wrong": 0.1, "not verbatim": 0}
    assert pins.worse({"content": 0.8, "speaker-wrong": 0.1, "not verbatim": 0, "kind": 0.1}, held) == {}
    assert pins.worse({"content": 0.79, "speaker-wrong": 0.11, "not verbatim": 1}, held).keys() == held.keys()
    assert pins.worse({"content": 0.9, "speaker-wrong": 0.0}, held).keys() == {"not verbatim"}


def test_a_pin_leaves_some_slack_on_the_side_that_is_worse() -> None:
    assert pins.pin("fit", "content", 0.8213) == 0.816
    assert pins.pin("fit", "speaker-wrong", 0.0213) == 0.027
    assert pins.pin("news", "not verbatim", 0) == 0
