"""The readers' labels of attributions: their form, their texts, and what their page says of them."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bench.markdown import table
from train.counts import HEADS, rows
from train.readers import LABELS

SHARED = Path(__file__).parents[2] / "shared"
FILES = sorted(LABELS.glob("*.jsonl"))
TYPES = {"person", "organisation", "group", "document", "unnamed"}


def articles(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def in_order(pieces: list[list[int]]) -> bool:
    """Whether every piece holds something and ends before the next one starts."""
    return all(start < end for start, end in pieces) and all(a[1] <= b[0] for a, b in pairwise(pieces))


def test_the_page_has_the_counts() -> None:
    page = (LABELS / "README.md").read_text(encoding="utf-8")
    assert table(HEADS, rows()) in page, "the labels changed: run python -m train.counts"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labels_are_well_formed(path: Path) -> None:
    for one in (one for article in articles(path) for one in article["labels"]):
        assert one["label"] in {"S", "A", "N", "O"}
        assert one["content"]
        assert in_order(one["content"])
        assert in_order(one["source"])
        assert one["cue"] is None or in_order([one["cue"]])
        if one.get("missed"):
            assert one["label"] == "S"
        else:
            assert one["cue"], "what PolNeAR marks has a cue"
        if one["label"] in "SO":
            assert one["type"] in TYPES
        else:
            assert one.get("speaker") is None


def test_no_article_is_labelled_twice() -> None:
    names = [article["article"] for path in FILES for article in articles(path)]
    assert len(set(names)) == len(names) == 100


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labels_lie_in_the_text_that_was_labelled(path: Path) -> None:
    if not (SHARED / "polnear").is_dir():
        pytest.skip(f"no PolNeAR at {SHARED}: the hashes of train/labels are not compared")
    for article in articles(path):
        part, name = article["article"].split("/", 1)
        text = (SHARED / "polnear" / part / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        assert hashlib.sha256(text.encode("utf-8")).hexdigest() == article["text_sha256"]
        spans = [s for one in article["labels"] for s in (*one["content"], *one["source"], *filter(None, [one["cue"]]))]
        assert max(end for _, end in spans) <= len(text)
        assert [s for s in spans if not text[slice(*s)].strip()] == []
