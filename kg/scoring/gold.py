"""Annotated articles: a folder, in one of two forms."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError
from kg.scoring import beside, polnear, told
from kg.scoring.values import GoldArticle, GoldStatement

__all__ = ["GoldArticle", "GoldStatement", "read_gold"]


def read_gold(folders: Iterable[Path], fields: Path | None = None) -> tuple[GoldArticle, ...]:
    """All annotated articles of the folders; raises InputError where one holds none or cannot be read.

    `fields` is a folder of files NAME.fields.json with what else is told of their statements.
    """
    articles = tuple(article for folder in folders for article in _read_folder(folder, fields))
    if fields and not any((fields / f"{article.name}{told.SUFFIX}").is_file() for article in articles):
        raise InputError(f"{fields}: holds no file NAME{told.SUFFIX} of the annotated articles")
    return articles


def _read_folder(folder: Path, fields: Path | None) -> list[GoldArticle]:
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder")
    found = list(polnear.read(folder) if (folder / "attributions").is_dir() else beside.read(folder, fields))
    if not found:
        raise InputError(f"{folder}: holds no annotated articles (attributions/*.ann with text/*.txt, or *.gold.json)")
    return found
