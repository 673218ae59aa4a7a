"""Annotated articles: a folder, in one of two forms."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError
from kg.scoring import beside, polnear
from kg.scoring.values import GoldArticle, GoldStatement

__all__ = ["GoldArticle", "GoldStatement", "read_gold"]


def read_gold(folders: Iterable[Path]) -> tuple[GoldArticle, ...]:
    """All annotated articles of the folders; raises InputError where one holds none or cannot be read."""
    return tuple(article for folder in folders for article in _read_folder(folder))


def _read_folder(folder: Path) -> list[GoldArticle]:
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder")
    reader = polnear.read if (folder / "attributions").is_dir() else beside.read
    found = list(reader(folder))
    if not found:
        raise InputError(f"{folder}: holds no annotated articles (attributions/*.ann with text/*.txt, or *.gold.json)")
    return found
