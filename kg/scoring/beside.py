"""Our own form: NAME.gold.json with offsets into the text of the article beside it (docs/extraction.md).

NAME.fields.json, beside them or in another folder, tells more of the same statements.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from kg.errors import InputError
from kg.scoring.articles import only_article
from kg.scoring.spans import spans
from kg.scoring.told import all_details, with_fields
from kg.scoring.values import GoldArticle, GoldDetails, GoldStatement

SUFFIX: Final = ".gold.json"
TEXTS: Final = (".txt", ".html", ".htm", ".jsonl")


def read(folder: Path, fields: Path | None = None) -> Iterator[GoldArticle]:
    """The annotated articles in order of their names; raises InputError where text and annotation do not fit.

    `fields` is a folder of files NAME.fields.json; those beside the annotations come second.
    """
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        name = path.name.removesuffix(SUFFIX)
        files = [file for suffix in TEXTS if (file := path.with_name(name + suffix)).exists()]
        if not files:
            raise InputError(f"{path}: its article is missing; put {name}.txt beside it")
        sha256, statements = _parsed(path)
        article = only_article(files[:1], sha256)
        gold = GoldArticle(name, article, statements, names_speakers=True, marks_attitudes=False)
        yield with_fields(gold, [fields, folder] if fields else [folder])


def _parsed(path: Path) -> tuple[str | None, tuple[GoldStatement, ...]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        statements = found["statements"]
        told = zip(statements, all_details(statements), strict=True)
        return found.get("text_sha256"), tuple(_statement(each, details) for each, details in told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: is no annotation of statements: {error}") from None


def _statement(found: dict[str, Any], details: GoldDetails) -> GoldStatement:
    names = (found["speaker"], *found.get("also", ()))
    if not all(isinstance(name, str) for name in names):
        raise TypeError(f"the names of a speaker are strings: {names!r}")
    return GoldStatement(
        content=spans(found["content"]),
        source=spans(found.get("source")),
        cue=spans(found.get("cue")),
        kind=found["kind"],
        speaker=names[0],
        also=names[1:],
        type=found.get("type"),
        optional=bool(found.get("optional")),
        details=details,
    )
