"""How right names, chains and pronouns are: documents of GUM, counted by the scorer that lies beside them."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from kg.model import Article
from kg.scoring.resampling import Draws, Tally, f1, interval

Document = tuple[str, str, None, tuple[dict[Any, Any], dict[Any, Any]]]
"""As the scorer takes it: name, text, no statements, its named mentions and its pronouns."""

Record = Mapping[str, Any]
"""What `quoth extract` prints of an article."""

MISSED: Final[Document] = ("", "X", None, ({(0, 1): ("person", "x", (0, 1))}, {(0, 1): "x"}))
"""One name and one pronoun that nobody finds: the scorer leaves a measure out of which a document has nothing."""

DIGITS: Final = 4


def scorer(shared: Path) -> ModuleType:
    """The scorer as a module."""
    path = shared / "eval" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None, path
    assert spec.loader is not None, path
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(shared: Path, most: int | None = None) -> list[Document]:
    """The documents to measure on, which nothing learns from; at most `most`."""
    read = scorer(shared).gum_text_and_entities
    names = (shared / "gum" / "MEASURE.txt").read_text(encoding="utf-8").split()[:most]
    found = ((name, read(str(shared / "gum" / f"{name}.conllu"))) for name in names)
    return [(name, text, None, (named, pronouns)) for name, (text, named, pronouns) in found]


def article(document: Document) -> Article:
    """A document as an article."""
    return Article(document[1])


def scores(shared: Path, given: Sequence[Document], printed: Mapping[str, Record], drawn: Draws) -> dict[str, Any]:
    """Named mentions, chains (B³) and pronouns, each {p, r, f1, pred, gold, interval}."""
    score = scorer(shared).score
    rows: dict[str, Any] = score(given, printed)[0]
    each = [score([one, MISSED], printed)[0] for one in given]
    measures: dict[str, Callable[[Any], Any]] = {
        "mention": lambda row: _tally(row),
        "pronoun": lambda row: _tally(row),
        "chain": _sums,
    }
    for name, row in rows.items():
        counts = [measures[name](one.get(name)) for one in each]
        bounds = interval(counts, drawn, chains if name == "chain" else f1)
        row["interval"] = [round(bound, DIGITS) for bound in bounds] if bounds else None
    return rows


def _tally(row: Mapping[str, float]) -> Tally:
    """Of one document, whose gold holds one more that nobody finds."""
    return round(row["p"] * row["pred"]), int(row["pred"]), int(row["gold"]) - 1


Sums = tuple[float, float, int]
"""Precision and recall of all named mentions of a document, added up, and how many there are."""


def _sums(row: Mapping[str, float] | None) -> Sums:
    return (row["p"] * row["pred"], row["r"] * row["pred"], int(row["pred"])) if row else (0.0, 0.0, 0)


def chains(sums: Sequence[Sums]) -> float:
    """The F1 of B³ over documents; 0 where none has a named mention that was found."""
    precision, recall, count = (sum(column) for column in zip(*sums, strict=True))
    return 2 * precision * recall / (precision + recall) / count if precision + recall else 0.0
