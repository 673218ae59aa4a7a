"""The files of a folder that are articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kg.errors import EmptyInput, InputError

SUFFIXES: Final = (".txt", ".html", ".htm", ".jsonl")


def find_articles(folder: Path) -> Iterator[Path | InputError]:
    """The files with a known suffix in `folder` and below, by name; an InputError for each folder that cannot be read.

    Hidden files and folders are skipped. Links are followed, but no folder is read twice.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    found = False
    while waiting:
        path = waiting.pop()
        try:
            if path.is_dir():
                waiting.extend(_children(path, seen))
                continue
        except OSError as error:
            found = True
            yield InputError(f"{shown(path)}: {explain(error)}")
            continue
        if is_article(path):
            found = True
            yield path
    if not found:
        yield EmptyInput(f"{shown(folder)}: no article in this folder; it is read for {', '.join(SUFFIXES)}")


def is_article(path: Path) -> bool:
    """Whether the name is an article's and it is a file, or a link to nothing: that is for its reader to refuse."""
    return path.suffix.lower() in SUFFIXES and (path.is_file() or not path.exists())


def shown(path: Path) -> str:
    """A path as messages show it; bytes that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def explain(error: OSError) -> str:
    """What the system says, and what to do."""
    advice = {
        FileNotFoundError: "no such file or folder; check the name",
        PermissionError: "may not be read; change its permissions",
    }
    return advice.get(type(error), f"cannot be read: {error.strerror or error}")


def _children(folder: Path, seen: set[tuple[int, int]]) -> list[Path]:
    """What stands in `folder`, last name first; nothing if it was seen."""
    status = folder.stat()
    known = (status.st_dev, status.st_ino)
    if known in seen:
        return []
    children = [path for path in folder.iterdir() if not path.name.startswith(".")]
    seen.add(known)
    return sorted(children, reverse=True)
