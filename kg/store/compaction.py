"""The engine's files written anew in one go.

Quads that came in many small commits lie uncompressed in the engine's upper levels; loaded in bulk they take about
three fifths of the space. The engine's own `optimize` makes them larger instead.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from pyoxigraph import Store

from kg.store.files import sync_folder

FRESH, WORN = "store.new", "store.old"
"""The engine's folder while it is written, and the one that it replaces until that is removed."""


def rewrite(engine: Path) -> tuple[int, int]:
    """Replace the engine's folder by one with the same quads; returns its bytes before and after. Raises OSError.

    Only the writer may call it, with the engine closed. Needs as much free disk as the new folder takes.
    """
    recover(engine)
    before = size(engine)
    fresh, worn = engine.with_name(FRESH), engine.with_name(WORN)
    _copy(engine, fresh)
    sync_folder(fresh)
    engine.rename(worn)
    fresh.rename(engine)
    sync_folder(engine.parent)
    shutil.rmtree(worn)
    return before, size(engine)


def recover(engine: Path) -> None:
    """Clear what a killed `rewrite` left; between its two renames the old folder takes its place again."""
    fresh, worn = engine.with_name(FRESH), engine.with_name(WORN)
    if worn.is_dir() and not engine.is_dir():
        worn.rename(engine)
    for left in (fresh, worn):
        if left.is_dir():
            shutil.rmtree(left)


def size(folder: Path) -> int:
    """How many bytes the files of a folder have."""
    return sum(file.stat().st_size for file in folder.iterdir() if file.is_file())


def _copy(engine: Path, fresh: Path) -> None:
    # Local names: both engines are closed when this returns.
    source, target = Store.read_only(str(engine)), Store(str(fresh))
    target.bulk_extend(iter(source))
    target.flush()
