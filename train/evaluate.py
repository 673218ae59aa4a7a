"""Scores a trained model on annotated articles, and finds the threshold on one half of them."""

from __future__ import annotations

import importlib.util
import time
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.extract.network.candidate import Candidate
from kg.extract.network.predict import candidates
from kg.extract.network.runtime import Runtime
from kg.scoring.calibration import Judged, calibration_error, reliability
from kg.scoring.resampling import Tally, draws, f1, interval
from train.calibration import calibrated, probability
from train.proposals import Found, Options, statements
from train.report import say

THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
Gold = tuple[str, str, Any, Any]
Read = dict[str, list[Candidate]]


def scorer(path: Path) -> ModuleType:
    """The scorer as a module; raises FileNotFoundError if there is no such file."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(f"{path}: no scorer there; name score.py with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_all(gold: list[Gold], using: Any, model: Runtime) -> Read:
    """The candidates of every article, by its name; says how fast that went."""
    clock = time.process_time(), time.perf_counter()
    read = {name: candidates(text, using, model) for name, text, *_ in gold}
    used, passed = time.process_time() - clock[0], time.perf_counter() - clock[1]
    words = sum(len(text.split()) for _, text, *_ in gold)
    say(f"{len(gold)} articles, {words} words: {words / passed:.0f} words/s, {words / used:.0f} words per CPU second")
    return read


def record(name: str, found: list[Found]) -> dict[str, Any]:
    """One article as `quoth extract` prints it, without entities."""
    printed = [
        {
            "id": f"s{k}",
            "kind": str(s.kind),
            "content": [[p.start, p.end] for p in s.contents],
            "source": [s.source.start, s.source.end] if s.source else None,
            "cue": [s.cue.start, s.cue.end],
            "speaker": None,
            "within": None,
            "relayed_by": [],
            "confidence": round(s.score, 2),
        }
        for k, s in enumerate(found, start=1)
    ]
    return {"article": {"path": f"{name}.txt"}, "entities": [], "statements": printed}


def scores(score: ModuleType, gold: list[Gold], read: Read, options: Options) -> dict[str, dict[str, float]]:
    """The scorer's figures with these options."""
    return score.score(gold, records(gold, read, options))[0]


def records(gold: list[Gold], read: Read, options: Options) -> dict[str, dict[str, Any]]:
    """What would be printed for each article, by its name."""
    return {name: record(name, statements(text, read[name], options)) for name, text, *_ in gold}


def tuned(score: ModuleType, gold: list[Gold], read: Read, options: Options) -> Options:
    """The options with the threshold that gives the best sum of content and attributed F1."""

    def worth(threshold: float) -> float:
        figures = scores(score, gold, read, replace(options, threshold=threshold))
        return figures["content"]["f1"] + figures["attributed"]["f1"]

    return replace(options, threshold=max(THRESHOLDS, key=worth))


def counts(score: ModuleType, gold: list[Gold], read: Read, options: Options, name: str) -> list[Tally]:
    """The counts behind the figure `name`, "content" or "attributed", article by article."""
    printed = records(gold, read, options)
    missed = {"content": [[0, 1]], "source": [], "cue": []}
    # The scorer leaves a figure out where nothing is annotated: one missed statement more keeps it in.
    spare: Gold = ("", "x", [missed], None)
    rows = [score.score([article, spare], printed)[0][name] for article in gold]
    return [(round(row["p"] * row["pred"]), row["pred"], row["gold"] - 1) for row in rows]


def judged(score: ModuleType, gold: list[Gold], read: Read, options: Options) -> list[Judged]:
    """Each statement's score, and whether it shares at least half of its content with an annotated one."""
    found = []
    for name, text, annotated, _ in gold:
        true = [score.chars(text, score.spans_of(a["content"])) for a in annotated]
        for s in statements(text, read[name], options):
            mine = score.chars(text, [(p.start, p.end) for p in s.contents])
            found.append((s.score, any(2 * len(mine & t) >= len(mine | t) > 0 for t in true)))
    return found


def line(figures: dict[str, dict[str, float]]) -> str:
    """The F1 scores (recall for direct quotes) in one line."""
    shown = [f"{name} {row['r' if name == 'direct' else 'f1']:.3f}" for name, row in figures.items() if "f1" in row]
    return "  ".join(shown)


def evaluate(model: Runtime, using: Any, folder: Path, score: ModuleType, options: Options, tune: bool) -> Options:
    """Say the scores on a folder; with `tune` set the threshold on its even articles and say the odd ones' too."""
    gold: list[Gold] = score.read_gold(str(folder))
    read = read_all(gold, using, model)
    if tune:
        options = tuned(score, gold[::2], read, options)
        say(f"threshold {options.threshold}, tuned on one half of {folder}")
        say(f"the other half   {line(scores(score, gold[1::2], read, options))}")
        points = calibrated(judged(score, gold[::2], read, options))
        meant = [(probability(s, points), right) for s, right in judged(score, gold[1::2], read, options)]
        error = calibration_error(reliability(meant))
        say(f"calibration error of the other half, scores read by the first: {error:.3f}")
    say(f"all of {folder}   {line(scores(score, gold, read, options))}")
    for name in ("content", "attributed"):
        bounds = interval(counts(score, gold, read, options, name), draws(len(gold)), f1)
        if bounds:
            say(f"95 % interval of {name}: {bounds[0]:.3f} to {bounds[1]:.3f}")
    bins = reliability(judged(score, gold, read, options))
    table = "  ".join(f"{each.stated:.2f}→{each.right:.2f} ({each.count})" for each in bins)
    say(f"calibration error {calibration_error(bins):.3f}: {table}")
    return options
