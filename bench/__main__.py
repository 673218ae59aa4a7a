"""Measure, and write the report: `python -m bench [SECTION …] [--quick]`.

Without a section's name all of them are measured. What is measured replaces its part of the results; the report is made
from all of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from rich.console import Console

from bench import accuracy, load, machine, questions, reading, report, store
from bench.calibrated import PICTURE, curve

ROOT: Final = Path(__file__).resolve().parents[1]
SECTIONS: Final = ("speed", "size", "queries", "extraction", "accuracy")
console = Console(stderr=True)


def main() -> None:
    """The command."""
    given = _arguments()
    folder = ROOT / "build" / "bench" if given.quick else None
    results_file = folder / "results.json" if folder else ROOT / "bench" / "results.json"
    report_file = folder / "benchmarks.md" if folder else ROOT / "docs" / "benchmarks.md"
    results_file.parent.mkdir(parents=True, exist_ok=True)
    results = json.loads(results_file.read_text(encoding="utf-8")) if results_file.exists() else {}
    for section, measured in _measured(given):
        results[section] = {"machine": machine.describe(), "load": machine.load(), **measured}
        results_file.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    _write(results, report_file)
    console.print(f"{report_file.relative_to(ROOT)} is written")


def _write(results: dict[str, Any], report_file: Path) -> None:
    report_file.write_text(report.render(results), encoding="utf-8")
    drawn = curve(results["accuracy"]) if "accuracy" in results else None
    if drawn:
        report_file.with_name(PICTURE).write_text(drawn, encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").partition(":")[0])
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], metavar="section", help=", ".join(SECTIONS))
    parser.add_argument("--quick", action="store_true", help="small numbers, in a minute; writes to build/bench")
    parser.add_argument(
        "--shared", type=Path, default=accuracy.find_shared(), help="where scorer and annotated articles lie"
    )
    parser.add_argument("--articles", type=int, help="how many articles the filled store has (10000)")
    parser.add_argument("--db", type=Path, help="the filled store: made there if it is missing, kept, and used again")
    return parser.parse_args()


def _measured(given: argparse.Namespace) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each section asked for, with what was measured."""
    wanted = given.sections or SECTIONS
    if "speed" in wanted:
        console.print("speed: from file to committed graph …")
        yield "speed", load.measure(24 if given.quick else 300, rounds=1 if given.quick else 3)
    if "size" in wanted or "queries" in wanted:
        yield from _of_a_store(given, wanted)
    if "extraction" in wanted:
        console.print("extraction: words a second, and memory …")
        yield "extraction", reading.measure(given.shared, 4 if given.quick else None)
    if "accuracy" in wanted:
        console.print("accuracy: what is right of what is found …")
        yield "accuracy", accuracy.measure(given.shared, **({"resamples": 20, "most": 4} if given.quick else {}))


def _of_a_store(given: argparse.Namespace, wanted: Collection[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    number = given.articles or (150 if given.quick else 10_000)
    with TemporaryDirectory() as folder:
        db = given.db or Path(folder, "db")
        filled = _filled(db, number)
        if "queries" in wanted:  # before the store is compacted
            console.print("queries: what is asked …")
            yield "queries", questions.measure(db)
        if "size" in wanted:
            console.print("size: what the store weighs, and how it leaves …")
            yield "size", {"fill": filled, **store.measure(db, sample=100 if given.quick else 2000)}


def _filled(db: Path, number: int) -> dict[str, Any]:
    """How the store there was filled; it is filled now if it is not there yet."""
    record = Path(f"{db}.json")
    if not record.exists():
        console.print(f"filling a store with {number:,} articles …")
        record.write_text(json.dumps(store.fill(db, number)), encoding="utf-8")
    filled: dict[str, Any] = json.loads(record.read_text(encoding="utf-8"))
    return filled


if __name__ == "__main__":
    main()
