"""Whether confidences say how often statements are right, and how far figures lie off by chance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.scoring import Comparison, compare, read_gold, read_predictions
from kg.scoring.calibration import (
    calibration_error,
    error_by_chance,
    judged_speakers,
    judged_statements,
    reliability,
)
from kg.scoring.resampling import draws, f1, interval, share

TEXT = "Brandt said it rains. Voss said it snows. Tamm said it thaws. Saar said it hails."


def test_calibration_error_weighs_each_tenth_by_its_count() -> None:
    judged = [(0.9, True), (0.9, True), (0.9, True), (0.9, False), (0.5, False), (1.0, True)]
    bins = reliability(judged)
    assert [(round(each.stated, 2), round(each.right, 2), each.count) for each in bins] == [
        (0.5, 0.0, 1),
        (0.92, 0.8, 5),
    ]
    assert calibration_error(bins) == pytest.approx((0.5 + 5 * 0.12) / 6)
    assert calibration_error([]) == 0.0


def test_few_statements_show_an_error_by_chance_alone() -> None:
    few, many = [0.7] * 20, [0.7] * 2000
    assert error_by_chance(few) > 0.05 > 0.02 > error_by_chance(many) > 0
    assert error_by_chance([1.0] * 20) == 0.0
    assert error_by_chance(few) == error_by_chance(few)


def test_intervals_hold_the_score_and_narrow_with_more_articles() -> None:
    few = [(8, 10, 10), (2, 10, 12), (5, 5, 6)]
    assert f1(few) == pytest.approx(30 / 53)
    assert f1([(0, 0, 0)]) == 0.0
    assert share([(1, 4, 4), (2, 2, 2)]) == 0.5
    bounds = interval(few, draws(3), f1)
    assert bounds
    assert bounds[0] < f1(few) < bounds[1]
    assert interval(few, draws(3), f1) == bounds
    narrow = interval(few * 20, draws(60), f1)
    assert narrow
    assert bounds[0] < narrow[0] < f1(few) < narrow[1] < bounds[1]


def test_one_article_gives_no_interval() -> None:
    assert interval([(3, 4, 5)], draws(1), f1) is None


def at(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def compared(folder: Path, **confidences: Any) -> Comparison:
    """Four statements found, of which readers marked two and one as optional, and named the speaker of another."""
    marked: list[dict[str, Any]] = [
        {"kind": "indirect", "content": [at(words)], "source": at(who), "cue": None, "speaker": who, "type": "person"}
        for words, who in (("it rains", "Brandt"), ("it snows", "Voss"), ("it thaws", "Tamm"))
    ]
    marked[2]["optional"] = True
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.gold.json").write_text(json.dumps({"statements": marked}), encoding="utf-8")
    named = [{"id": f"e{n}", "name": name, "type": "person"} for n, name in enumerate(("Brandt", "Saar"))]
    found = [
        {"content": [at(words)], "source": None, "cue": None, "kind": "indirect", "confidence": said, **confidences}
        for words, said in (("it rains", 0.9), ("it snows", 0.8), ("it thaws", 0.7), ("it hails", 0.6))
    ]
    found[0]["speaker"], found[1]["speaker"] = "e0", "e1"
    printed = {"article": {"path": "a.txt"}, "entities": named, "statements": found}
    (folder / "found.jsonl").write_text(json.dumps(printed), encoding="utf-8")
    (gold,) = read_gold([folder])
    return compare(gold, read_predictions(folder / "found.jsonl").of(gold))


def test_a_statement_is_right_if_readers_marked_its_content(tmp_path: Path) -> None:
    assert list(judged_statements(compared(tmp_path))) == [(0.9, True), (0.8, True), (0.6, False)]


def test_a_speaker_is_judged_where_it_is_named(tmp_path: Path) -> None:
    assert list(judged_speakers(compared(tmp_path, speaker_confidence=0.75))) == [(0.75, True), (0.75, False)]


def test_what_tells_no_confidence_is_not_judged(tmp_path: Path) -> None:
    found = compared(tmp_path, confidence=None)
    assert list(judged_statements(found)) == []
    assert list(judged_speakers(found)) == []
