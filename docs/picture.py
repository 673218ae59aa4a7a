"""Draws docs/said.svg, the picture in the README: real output of `quoth said` on the articles of the demo.

Run `make demo` first, then `.venv/bin/python docs/picture.py`.
"""

import io
import re
from pathlib import Path

from rich.console import Console

from kg import read
from kg.answers import Filters
from kg.cli import show
from kg.store.folder import Folder

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write the picture."""
    folder = Folder.open(ROOT / "quoth-demo")
    store = folder.reader()
    asked = [
        Filters(by="quintela"),
        Filters(by="union of harbour"),
        Filters(by="falcato"),
        Filters(by="marand"),
    ]
    answers = [answer for filters in asked for answer in read.statements(store, filters, limit=3).items]
    console = Console(record=True, width=124, file=io.StringIO())
    console.print(show.table(answers, folder.texts.get))
    drawn = console.export_svg(title="quoth said", unique_id="quoth")
    # The picture asks no other server for its font.
    (ROOT / "docs" / "said.svg").write_text(
        re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
