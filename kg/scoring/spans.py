"""Spans as JSON writes them, and what of their words counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from kg.model import Span
from kg.scoring.values import Spans

ENDS: Final = " \t\r\n\"'“”‘’«»„‟`.,;:!?-–—()[]"
"""White space, quotation marks and punctuation: they do not count at the ends of a span."""

Characters = frozenset[int]
"""Where characters stand in a text."""


def spans(value: Any) -> Spans:
    """[start, end], a list of these, or null, as spans; raises ValueError or TypeError for anything else."""
    if not value:
        return ()
    pairs = [value] if isinstance(value[0], int) else value
    return tuple(_span(*pair) for pair in pairs)


def _span(start: Any, end: Any) -> Span:
    if not (isinstance(start, int) and isinstance(end, int)):
        raise TypeError(f"an offset is a whole number: [{start!r}, {end!r}]")
    return Span(start, end)


def bare(text: str, span: Span) -> tuple[int, int]:
    """Start and end of a span without what does not count at its ends; alike if nothing is left."""
    words = span.of(text)
    start = span.end - len(words.lstrip(ENDS))
    return start, start + len(words.strip(ENDS))


def characters(text: str, pieces: Iterable[Span]) -> Characters:
    """Where the characters that count stand: without white space, and what does not count at the ends of each piece."""
    bounds = (bare(text, piece) for piece in pieces)
    return frozenset(at for start, end in bounds for at in range(start, end) if not text[at].isspace())
