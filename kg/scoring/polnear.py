"""The form of PolNeAR: standoff files attributions/NAME_READER.ann over text/NAME.txt, offsets in code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.model import Span
from kg.scoring.articles import only_article
from kg.scoring.values import GoldArticle, GoldStatement, Spans

ROLES: Final = ("Content", "Source", "Cue")
ROLE: Final = re.compile(r"(?P<role>[A-Za-z]+)\d*:(?P<span>\S+)")


def read(folder: Path) -> Iterator[GoldArticle]:
    """The annotated articles in order of their names; of several readers of one, the first by name."""
    readers: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        readers.setdefault(path.name.rpartition("_")[0], path)
    for name, path in readers.items():
        article = only_article([folder / "text" / f"{name}.txt"])
        yield GoldArticle(name, article, _statements(path), names_speakers=False, marks_attitudes=True)


def _statements(path: Path) -> tuple[GoldStatement, ...]:
    # Line by line: published figures leave out the few spans that stand only behind the statement that names them.
    spans: dict[str, Spans] = {}
    found = []
    try:
        for line in path.read_text(encoding="utf-8").split("\n"):
            id, annotation, *_ = [*line.split("\t"), ""]
            if id.startswith("T"):
                spans[id] = _spans(annotation)
            elif id.startswith("E"):
                found.append(_roles(annotation, spans))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read as standoff annotation: {error}") from None
    return tuple(GoldStatement(*roles) for roles in found if roles[0])


def _spans(annotation: str) -> Spans:
    """The spans of "Content 10 24;30 42"."""
    _, where = annotation.split(" ", 1)
    return tuple(Span(*map(int, piece.split())) for piece in where.split(";"))


def _roles(event: str, spans: dict[str, Spans]) -> tuple[Spans, Spans, Spans]:
    """The spans of content, source and cue that "Attribution:T1 Source:T2 Content2:T3" names."""
    named = [(found["role"], spans.get(found["span"], ())) for found in ROLE.finditer(event)]
    content, source, cue = (tuple(span for name, found in named if name == role for span in found) for role in ROLES)
    return content, source, cue
