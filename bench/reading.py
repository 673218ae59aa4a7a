"""Extraction alone: words a second of each extractor on one process and on two, and the memory that it takes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from bench.accuracy import extractors
from bench.annotated import political
from bench.articles import article
from bench.world import World

WAYS: Final = ((1, 1), (1, 2), (2, 1))
"""Processes, and the cores that each may use."""

INVENTED: Final = 80
"""How many articles of the invented world are read where no real ones are there."""


def measure(shared: Path, most: int | None = None) -> dict[str, Any]:
    """Each extractor on each way of sharing the work; the texts are PolNeAR's development part if that is there."""
    real = (shared / "polnear" / "dev").is_dir()
    texts = [each.article.text for each in political(shared, most)] if real else _invented(most or INVENTED)
    return {
        "articles": len(texts),
        "words": sum(len(text.split()) for text in texts),
        "texts": "political news" if real else "invented",
        "extractors": {name: [_way(name, texts, *way) for way in WAYS] for name in extractors()},
    }


def _invented(number: int) -> list[str]:
    world = World()
    return [article(world, each).article.text for each in range(number)]


def _way(extractor: str, texts: Sequence[str], processes: int, cores: int) -> dict[str, Any]:
    """All processes at the same time, each with every so manieth text and with cores of its own."""
    with TemporaryDirectory() as place, ExitStack() as running:
        folders = [_folder(Path(place, str(n)), texts[n::processes]) for n in range(processes)]
        command = [sys.executable, "-m", "bench.reading_alone", extractor, str(cores)]
        started = [
            running.enter_context(
                subprocess.Popen([*command, str(n * cores), str(folder)], stdout=subprocess.PIPE, text=True)
            )
            for n, folder in enumerate(folders)
        ]
        printed = [each.communicate()[0] for each in started]
    if any(each.returncode for each in started):
        raise RuntimeError(f"reading with {extractor} failed: see above")
    return {"processes": processes, "cores": cores, **_together([json.loads(each) for each in printed])}


def _folder(folder: Path, texts: Sequence[str]) -> Path:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8", newline="")
    return folder


def _together(each: Sequence[dict[str, float]]) -> dict[str, float]:
    """Rates of processes that ran at the same time, added up; of seconds and memory the largest."""
    words = sum(one["words"] for one in each)
    encoding = [one["encoding"] for one in each]
    return {
        "per_second": round(sum(one["words"] / one["wall"] for one in each)),
        "per_cpu_second": round(words / sum(one["cpu"] for one in each)),
        "encoder_per_cpu_second": round(words / sum(encoding)) if all(encoding) else 0,
        "start_s": max(one["start"] for one in each),
        "peak_mib": max(one["peak_mib"] for one in each),
    }
