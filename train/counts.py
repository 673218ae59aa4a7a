"""Counts the readers' labels: python -m train.counts prints the table that stands in labels/README.md."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.markdown import table
from train.readers import LABELS

HEADS: Final = ("file", "articles", "attributions", "S", "A", "N", "O", "missed")


def counted(path: Path) -> dict[str, int]:
    """The articles, attributions, attributions by label, and missed statements of a file."""
    articles = [json.loads(line)["labels"] for line in path.read_text(encoding="utf-8").splitlines()]
    labels = [one for article in articles for one in article]
    marked = [one["label"] for one in labels if not one.get("missed")]
    return {
        "articles": len(articles),
        "attributions": len(marked),
        **Counter(marked),
        "missed": len(labels) - len(marked),
    }


def rows() -> Iterator[tuple[object, ...]]:
    """The counts of each file, and of all together."""
    every: Counter[str] = Counter()
    for path in sorted(LABELS.glob("*.jsonl")):
        counts = counted(path)
        every.update(counts)
        yield f"`{path.name}`", *(counts.get(head, 0) for head in HEADS[1:])
    yield "all", *(every[head] for head in HEADS[1:])


if __name__ == "__main__":
    sys.stdout.write(table(HEADS, rows()) + "\n")
