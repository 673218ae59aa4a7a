"""Training data that anyone may use: GUM, the statements marked in it here, and this project's own articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.model import Span
from train import readers
from train.data import Attribution, Example
from train.gum import example, held, read_gum
from train.readers import GOLD, checked, measured

REPEATS = 4
"""How often in an epoch the few texts with marked statements are read."""


def open_examples(gum: Path) -> list[Example]:
    """GUM's documents, those with marked statements and the project's own articles several times over."""
    attributed = [*marked_documents(gum), *own_articles()]
    names = {e.name for e in attributed}
    return [e for e in read_gum(gum) if e.name not in names] + REPEATS * attributed


def marked_documents(gum: Path) -> Iterator[Example]:
    """The documents of GUM whose statements are marked, without those kept to measure on."""
    unseen = measured() | set(held())
    for path in sorted(GOLD.glob("GUM_*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        if name not in unseen:
            labelled = json.loads(path.read_text(encoding="utf-8"))
            read = example(gum / f"{name}.conllu")
            checked(read.text, labelled, path)
            yield replace(read, attributions=tuple(attributions(labelled["statements"])))


def own_articles() -> Iterator[Example]:
    """The project's own articles; names are not marked in them."""
    for article, statements in (*readers.own_articles(), *readers.own_articles(readers.SEEN)):
        yield Example(article.path or "", article.text, tuple(attributions(statements)))


def attributions(statements: list[dict[str, Any]]) -> Iterator[Attribution]:
    """The marked statements that have a cue, in the order of their cues."""
    spoken = [one for one in statements if one["cue"]]
    for one in sorted(spoken, key=lambda one: spans(one["cue"])):
        yield Attribution(spans(one["cue"])[0], tuple(spans(one["source"])), tuple(spans(one["content"])))


def spans(value: list[Any] | None) -> list[Span]:
    """One [start, end], or several, as spans; none for null."""
    if not value:
        return []
    return [Span(*value)] if isinstance(value[0], int) else [Span(*piece) for piece in value]
