"""What the scorer says of the extractor, on annotated articles that lie beside the checkout and never in it.

The scorer and its data are found in a folder `shared`: eval/score.py, gold and polnear/dev. Where they are not, nothing
is measured.
"""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, Final

from kg.extract.rules import NAME

RESAMPLES: Final = 1000
SETS: Final = {"gold": ("gold", False), "polnear": ("polnear/dev", True)}
"""Name → its folder, and whether wishes, intentions and feelings count there."""


def find_shared() -> Path:
    """Where the annotated articles lie, if they do: beside the checkout."""
    return Path(__file__).resolve().parents[1].parent / "shared"


def measure(shared: Path, *, resamples: int = RESAMPLES, most: int | None = None) -> dict[str, Any]:
    """The scores on each set that is there, of at most `most` articles each, with intervals for the small one."""
    scorer = _scorer(shared / "eval" / "score.py")
    sets = {}
    for name, (folder, attitudes) in SETS.items():
        gold = scorer.read_gold(str(shared / folder))[:most]
        predictions = _predictions(gold, attitudes)
        sets[name] = {
            "articles": len(gold),
            "scores": _figures(scorer.score(gold, predictions)[0]),
            "intervals": _intervals(scorer, gold, predictions, resamples) if name == "gold" else {},
        }
    return {"extractor": NAME, "resamples": resamples, "sets": sets}


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None, path
    assert spec.loader is not None, path
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _predictions(gold: list[Any], attitudes: bool) -> dict[str, Any]:
    """What `quoth extract` prints of the articles, by their names."""
    command = [str(Path(sys.executable).parent / "quoth"), "extract", *(["--attitudes"] if attitudes else [])]
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{name}.txt") for name, *_ in gold]
        for path, (_, text, *_) in zip(paths, gold, strict=True):
            path.write_text(text, encoding="utf-8", newline="")
        printed = subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, text=True).stdout
    records = map(json.loads, printed.splitlines())
    return {Path(record["article"]["path"]).stem: record for record in records}


def _figures(scores: dict[str, Any]) -> dict[str, float]:
    """Measure → F1; precision and recall of what is found and named, recall of direct quotations, rates of speakers."""
    figures = {name: row["f1"] for name, row in scores.items() if "f1" in row}
    for name in {"content", "attributed"} & scores.keys():
        figures[f"{name} precision"], figures[f"{name} recall"] = scores[name]["p"], scores[name]["r"]
    if "direct" in scores:
        figures["direct"] = scores["direct"]["r"]
    return figures | {name: row["rate"] for name, row in scores.items() if "rate" in row}


def _intervals(
    scorer: ModuleType, gold: list[Any], predictions: dict[str, Any], resamples: int
) -> dict[str, list[float]]:
    """Measure → the bounds of the middle 95 % of the scores of articles drawn with replacement."""
    chance = random.Random(1)
    drawn: dict[str, list[float]] = {}
    for _ in range(resamples):
        for name, figure in _figures(scorer.score(chance.choices(gold, k=len(gold)), predictions)[0]).items():
            drawn.setdefault(name, []).append(figure)
    return {name: [_at(sorted(values), 0.025), _at(sorted(values), 0.975)] for name, values in drawn.items()}


def _at(values: list[float], share: float) -> float:
    return values[round(share * (len(values) - 1))]
