"""The figures of the network that tests hold: they may get better, not worse.

`python -m bench.pins [GATE …]` measures them and prints them beside what is pinned, marking what got worse; `--write`
pins what is measured, less a little slack for other kinds of processors, in tests/pins.json.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from bench import names, reliability
from bench.accuracy import compared_with, not_verbatim, printed
from bench.aims import value
from bench.annotated import ROOT, find_shared, news, own, political, unseen, varied
from bench.markdown import table
from kg.extract import extract
from kg.extract.jsonl import record
from kg.model import Article
from kg.scoring import GoldArticle, score
from kg.scoring.calibration import judged_statements

Figures = dict[str, float]

EXTRACTOR: Final = "network"
PINS: Final = ROOT / "tests" / "pins.json"
FIRST: Final = ROOT / "tests" / "first_articles.csv"
"""What two noisy articles report: the day of the article, the speaker, and some of the words."""

SLACK: Final = {
    "own": 0.025,
    "unseen": 0.02,
    "varied": 0.02,
    "news": 0.025,
    "first": 0.08,
    "political": 0.01,
    "names": 0.01,
    "fit": 0.005,
}
"""What other kinds of processors may lose: in 8 bits they round otherwise, and of a small set one statement is 1 %."""
MOST: Final = {"speaker-wrong", "speaker-unresolved", "calibration error", "not verbatim"}
"""Measures of which less is better."""

STATEMENTS: Final = (
    "content",
    "attributed",
    "exact",
    "direct",
    "kind",
    "speaker",
    "speaker-wrong",
    "speaker-unresolved",
)
EACH: Final = 4
"""Every so manieth article of the political news is read."""


def of_own(_: Path) -> Figures:
    """On our own articles."""
    return _statements(own())


def of_unseen(_: Path) -> Figures:
    """On our own articles that are only measured on."""
    return _statements(unseen())


def of_varied(_: Path) -> Figures:
    """On our own news of many kinds that is only measured on."""
    return _statements(varied())


def of_news(shared: Path) -> Figures:
    """On the news annotated to our guide."""
    return _statements(news(shared))


def of_political(shared: Path) -> Figures:
    """On some of the political news, attitudes included."""
    return _statements(political(shared)[::EACH])


def of_names(shared: Path) -> Figures:
    """Names, chains and pronouns."""
    documents = names.documents(shared)
    found = {each[0]: record(extract(names.article(each), EXTRACTOR)) for each in documents}
    return {name: value(row) for name, row in names.scores(shared, documents, found, ()).items()}


def of_first(shared: Path) -> Figures:
    """The share of what two noisy articles report that is found with the right speaker."""
    wanted = list(csv.reader(FIRST.read_text(encoding="utf-8").splitlines()))
    read = {day: _found(shared, day) for day, *_ in wanted}
    right = [any(who == speaker and words in text for who, text in read[day]) for day, speaker, words in wanted]
    return {"found": sum(right) / len(right)}


def of_fit(_: Path) -> Figures:
    """What the network's own description says of articles left out of the fit."""
    told = reliability.fitted()
    return {"calibration error": told["sure"]["error"]} if told else {}


GATES: Final[dict[str, Callable[[Path], Figures]]] = {
    "own": of_own,
    "unseen": of_unseen,
    "varied": of_varied,
    "fit": of_fit,
    "news": of_news,
    "political": of_political,
    "names": of_names,
    "first": of_first,
}
ALWAYS: Final = {"own", "unseen", "varied", "fit"}
"""Those that need no annotated articles but our own."""


def _statements(articles: Sequence[GoldArticle]) -> Figures:
    records = [printed(each, EXTRACTOR) for each in articles]
    compared = compared_with(articles, records)
    scores = score(compared, resamples=0).as_json()
    figures: Figures = {name: value(scores[name]) for name in STATEMENTS if name in scores}
    if articles[0].names_speakers:
        judged = [one for each in compared for one in judged_statements(each)]
        figures["calibration error"] = reliability.of(judged)["error"]
    wrong = sum(not_verbatim(found, each.article) for each, found in zip(articles, records, strict=True))
    return figures | {"not verbatim": wrong}


def _found(shared: Path, day: str) -> list[tuple[str | None, str]]:
    """Speaker and words of each statement of the article of a day."""
    (path,) = (shared / "articles").glob(f"{day}*.txt")
    read = extract(Article(path.read_text(encoding="utf-8"), published=dt.date.fromisoformat(day)), EXTRACTOR)
    who = {each.id: each.name for each in read.entities}
    return [(who.get(each.speaker or ""), each.text(read.article.text)) for each in read.statements]


def pinned(gate: str) -> Figures:
    """What a gate is held to; nothing if it is not pinned yet."""
    held: dict[str, Figures] = json.loads(PINS.read_text(encoding="utf-8"))
    return held.get(gate, {})


def worse(found: Mapping[str, float], held: Mapping[str, float]) -> dict[str, str]:
    """What is not as good as pinned, or no longer measured: measure → the figure and the pin."""
    return {
        name: f"{found.get(name)} instead of {pin}"
        for name, pin in held.items()
        if name not in found or (found[name] > pin if name in MOST else found[name] < pin)
    }


def pin(gate: str, name: str, figure: float) -> float:
    """A figure with the gate's slack, to three digits; none may fail to be verbatim."""
    if name == "not verbatim":
        return figure
    if name in MOST:
        return math.ceil(1000 * (figure + SLACK[gate])) / 1000
    return math.floor(1000 * (figure - SLACK[gate])) / 1000


def main() -> None:
    """Measure, print, and pin if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.pins", description="Measure the figures that tests hold.")
    parser.add_argument("gates", nargs="*", choices=[*GATES, []], metavar="gate", help=f"{', '.join(GATES)}; else all")
    parser.add_argument("--write", action="store_true", help="pin what is measured")
    parser.add_argument("--shared", type=Path, default=find_shared(), help="where annotated articles lie")
    given = parser.parse_args()
    there = GATES.keys() if given.shared.is_dir() else ALWAYS
    found = {gate: GATES[gate](given.shared) for gate in given.gates or GATES if gate in there}
    Console().print(_shown(found), markup=False, soft_wrap=True)
    if given.write:
        held: dict[str, Any] = json.loads(PINS.read_text(encoding="utf-8")) if PINS.exists() else {}
        held |= {gate: {name: pin(gate, name, figure) for name, figure in each.items()} for gate, each in found.items()}
        PINS.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def _shown(found: Mapping[str, Figures]) -> str:
    rows = []
    for gate, figures in found.items():
        held = pinned(gate) if PINS.exists() else {}
        for name in {**figures, **held}:
            mark = "worse" if name in worse(figures, held) else ""
            rows.append((gate, name, f"{figures.get(name, math.nan):.3f}", held.get(name, ""), mark))
    return table(("gate", "measure", "measured", "pinned", ""), rows)


if __name__ == "__main__":
    main()
