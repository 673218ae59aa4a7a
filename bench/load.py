"""From file to committed graph: articles a second on one and on two processes, and which stage takes how long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

from bench.apart import apart
from bench.articles import article, as_page, as_text, mean_words
from bench.stages import Stages
from bench.world import World
from kg.extract import EXTRACTORS
from kg.load import Fate, Library
from kg.model import Article
from kg.sources import read

RULES: Final = "rules"
"""The extractor by which the stages are measured: the stages around it take the same with any."""


def measure(number: int, rounds: int = 3) -> dict[str, Any]:
    """Articles a second, `rounds` times, and milliseconds a stage, for `number` articles in text files."""
    world = World()
    articles = [article(world, each).article for each in range(number)]
    with TemporaryDirectory() as folder:
        texts, pages = Path(folder, "texts"), Path(folder, "pages")
        _write(texts, {f"{n:05}.txt": as_text(each) for n, each in enumerate(articles)})
        _write(pages, {f"{n:05}.html": as_page(each) for n, each in enumerate(articles[:100])})
        return {
            "articles": number,
            "words": mean_words(articles),
            "rounds": rounds,
            "processes": [
                _rate(texts, number, processes, rounds, extractor)
                for extractor in sorted(EXTRACTORS, reverse=True)
                for processes in (1, 2)
            ],
            "stages": apart(_stages, texts)[0],
            "pages_ms": apart(_read_all, pages)[0],
        }


def _write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir()
    for name, words in files.items():
        (folder / name).write_text(words, encoding="utf-8")


def _rate(texts: Path, number: int, processes: int, rounds: int, extractor: str) -> dict[str, Any]:
    runs = [apart(add_here, texts, processes, extractor) for _ in range(rounds)]
    rates = sorted(number / seconds for (seconds, _), _ in runs)
    return {
        "extractor": extractor,
        "processes": processes,
        "per_second": round(median(rates), 1),
        "lowest": round(rates[0], 1),
        "highest": round(rates[-1], 1),
        "statements": runs[0][0][1],
        "peak_mib": max(peak.own for _, peak in runs),
        "worker_peak_mib": max(peak.child for _, peak in runs),
    }


def add_here(texts: Path, processes: int, extractor: str = RULES) -> tuple[float, int]:
    """Seconds from the files to the snapshot that readers see, and how many statements came of them."""
    with TemporaryDirectory() as db:
        started = perf_counter()
        with Library.open(Path(db, "db")) as library:
            outcomes = list(library.add(_articles(texts), extractor, processes))
        seconds = perf_counter() - started
    refused = [outcome.reason for outcome in outcomes if outcome.fate is not Fate.ADDED]
    assert not refused, refused[0]
    return seconds, sum(outcome.statements for outcome in outcomes)


def _articles(folder: Path) -> Iterator[Article]:
    for outcome in read([folder]):
        if not isinstance(outcome, Article):
            raise outcome
        yield outcome


def _stages(texts: Path) -> dict[str, dict[str, float]]:
    stages = Stages()
    with TemporaryDirectory() as db, Library.open(Path(db, "db")) as library, stages.measuring():
        for _ in library.add(stages.reading(_articles(texts)), RULES, processes=1):
            stages.article_done()
    return stages.summary()


def _read_all(pages: Path) -> float:
    """Median milliseconds to read a page, the first of which also loads what reads pages."""
    stages = Stages()
    for _ in stages.reading(_articles(pages)):
        stages.article_done()
    return stages.summary()["reading"]["median"]
