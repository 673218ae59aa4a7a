"""What is no prose: lines of code, markup, tables and lists, in which nobody says anything."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.model import AnnotatedArticle, Span

LINE: Final = re.compile(r"[^\n]+")
TAG: Final = re.compile(r"</?[a-zA-Z!][^<>]{0,400}>")
OPENING: Final = re.compile(
    r"\s*(?:\||//|[A-Z]+ [\w*, ]+ FROM |(?:from [\w.]+ )?import [\w.*]+|(?:def|class) \w+.*:\s*$"
    r"|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d)"
)
"""How lines of tables, code and logs begin."""
STRONG: Final = re.compile(r"[{}\\]|=>|->|==|\"{3}|'{3}|\w\(\)|\]\(|\);|: ?[\w#.%-]+;|\.{5,}|(?:\. ){5,}")
"""Marks that prose hardly has."""
WEAK: Final = re.compile(r"[=|<>]|;\s*$|(?<![@\w])\w+_\w|\w\((?=[\w\"'])|\w\[|^\s+\w+:|[\"'\])]:")
"""Marks that prose has now and then: several of them in a line make it code."""
PER: Final = 50
"""In code there is one strong mark, or two weak ones, in so many characters."""
TIGHT: Final = re.compile(r",(?![\s”\"'’])(?!(?<=\d,)\d{3}\b)(?=.)")
"""A comma with nothing behind it that prose would have there."""
FIELD: Final = 3
"""So many words a field of a table has on average, at the most."""


def without_tables(annotated: AnnotatedArticle) -> AnnotatedArticle:
    """The article without statements in code, markup and tables; with nothing if these are more than half of it."""
    text = annotated.article.text
    code = [Span(*line.span()) for line in LINE.finditer(text) if is_code(line[0])]
    if sum(line.end - line.start for line in code) * 2 > len(text):
        return replace(annotated, entities=(), statements=())
    gone = {s.id for s in annotated.statements if any(touches(piece, code) for piece in s.content)}
    kept = (replace(s, within=None) if s.within in gone else s for s in annotated.statements if s.id not in gone)
    return replace(annotated, statements=tuple(kept)) if gone else annotated


def touches(piece: Span, lines: Sequence[Span]) -> bool:
    """Whether a piece has a character in one of these lines, which come in text order."""
    at = bisect_right(lines, piece.end - 1, key=lambda line: line.start) - 1
    return at >= 0 and lines[at].overlaps(piece)


def is_code(line: str) -> bool:
    """Whether a line is code, markup, or a row of a table."""
    words = TAG.sub("", line) if "<" in line else line
    if len(words) * 2 < len(line) or OPENING.match(line):
        return True
    score = 2 * len(STRONG.findall(words)) + len(WEAK.findall(words))
    if score >= 2 and score * PER >= 2 * len(line.strip()):
        return True
    tight, commas = len(TIGHT.findall(line)), line.count(",")
    return tight >= 2 and tight * 2 >= commas and len(line.split()) <= FIELD * (commas + 1)
