"""Files that are there whole or not at all, also after a crash."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from pathlib import Path

UNFINISHED = ".tmp"
"""How the names of files and folders end that are still being written."""


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, replacing what was there; after a crash there is the old or the new. Raises OSError."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}{UNFINISHED}")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder safe against a loss of power."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def clear_unfinished(folders: Iterable[Path]) -> None:
    """Remove the files that killed runs left unfinished directly in these folders."""
    for folder in folders:
        for left in folder.glob(f"*{UNFINISHED}"):
            if left.is_file():
                left.unlink(missing_ok=True)
