"""The text of an annotated article, read as any other article is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError
from kg.model import Article
from kg.sources import read


def only_article(files: Sequence[Path], sha256: str | None = None) -> Article:
    """The article in the files, with that SHA-256 if one is given; raises InputError unless there is just one."""
    outcomes = list(read(files))
    errors = [outcome for outcome in outcomes if isinstance(outcome, InputError)]
    if errors:
        raise errors[0]
    found = [each for each in outcomes if isinstance(each, Article) and sha256 in (None, each.sha256)]
    if len(found) == 1:
        return found[0]
    where = ", ".join(map(str, files))
    if sha256 and outcomes:
        raise InputError(f"{where}: is not the text that was annotated (SHA-256 {sha256})")
    raise InputError(f"{where}: holds {len(found)} articles; annotated is one")
