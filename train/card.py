"""Writes what changes with the network into its card: python -m train.card

MODEL_CARD.md holds parts between `<!-- NAME -->` and `<!-- end of NAME -->`: files and hashes, calibration (both from
model.json and the files themselves), and scores (from bench/results.json, if they were measured with these very files).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bench.markdown import table
from bench.scores import MEASURES, SETS
from kg.extract.trained import VERSION
from kg.extract.weights import DESCRIPTION, FILES, FOLDER

CARD: Final = "MODEL_CARD.md"
RESULTS: Final = Path(__file__).parents[1] / "bench" / "results.json"

Results = Mapping[str, Any]


def name(folder: Path) -> str:
    """What statements say extracted them: "network/VERSION+HASH". The hash is model.json's, which holds the others'."""
    return f"network/{VERSION}+{sha256(folder / DESCRIPTION)[:12]}"


def sha256(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def files(folder: Path, _: Results) -> str:
    """The files with their sizes and SHA-256, and the name under which they extract."""
    paths = [folder / each for each in (*FILES, DESCRIPTION)]
    rows = ((f"`{path.name}`", f"{path.stat().st_size:,}", f"`{sha256(path)}`") for path in paths)
    return f"Statements that it finds say `{name(folder)}`.\n\n" + table(("file", "bytes", "SHA-256"), rows)


def calibration(folder: Path, _: Results) -> str:
    """How far confidence and share right are apart, as model.json holds it."""
    described = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    if "calibration" not in described:
        return "Not fitted yet: `python -m train fit`."
    rows = ((f"{said:.2f}", f"{so:.2f}", count) for said, so, count in described["calibration"]["reliability"])
    error = f"Expected calibration error: {described['calibration']['error']:.3f}."
    return f"{error}\n\n" + table(("mean confidence", "share right", "readings"), rows)


def scores(folder: Path, results: Results) -> str:
    """The scores as measured by `make bench`, if it measured these files."""
    accuracy = results.get("accuracy", {})
    measured = accuracy.get("extractors", {}).get("network", {})
    if measured.get("version") != name(folder):
        return "Not measured with these files yet: run `make bench`, then `python -m train.card`."
    sets = [each for each in SETS if each in accuracy["sets"]]
    heads = ("measure", *(f"{SETS[each][0]}, {accuracy['sets'][each]['articles']}" for each in sets))
    rows = ((shown, *(figure(measured["scores"][each].get(key)) for each in sets)) for key, shown in MEASURES.items())
    return (
        f"Measured on {accuracy['machine']['date']}; behind each sort of text the number of its articles.\n\n"
        + table(heads, (row for row in rows if any(row[1:])))
    )


def figure(row: Results | None) -> str:
    """F1, or a share, with the bounds of the middle 95 %; nothing where it was not measured."""
    return " ".join(figures(row)) if row else ""


def figures(row: Results) -> Iterator[str]:
    """The figure, then its bounds if it has them."""
    yield f"{row['f1'] if 'f1' in row else row['rate']:.2f}"
    if row.get("interval"):
        low, high = row["interval"]
        yield f"({low:.2f}–{high:.2f})"


PARTS: Final[Mapping[str, Callable[[Path, Results], str]]] = {
    "files": files,
    "calibration": calibration,
    "scores": scores,
}


def filled(card: str, folder: Path, results: Results) -> str:
    """The card with its parts made anew; raises ValueError if one of them has no place in it."""
    for part, make in PARTS.items():
        pieces = re.split(rf"(?<=<!-- {part} -->\n).*?(?=<!-- end of {part} -->)", card, flags=re.DOTALL)
        if len(pieces) != 2:
            raise ValueError(f"{CARD} holds {len(pieces) - 1} places for {part!r}, not one")
        card = f"\n{make(folder, results)}\n\n".join(pieces)
    return card


def main() -> None:
    """Writes the card."""
    path = FOLDER / CARD
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    path.write_text(filled(path.read_text(encoding="utf-8"), FOLDER, results), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
