"""Where a source says no more: "said talks went on, but would not name a date"; the second half was not said."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.borders import trim
from kg.extract.quotes import Quote
from kg.model import Span

SAY: Final = (
    r"(?:say|comment|confirm|rule out|discuss|elaborate|specify|speculate|name|identify|disclose|reveal|explain)\b"
)
SILENT: Final = re.compile(
    rf",? (?:but|and) (?:(?:would not|wouldn['’]t|did not|didn['’]t) (?:immediately |publicly )?(?:{SAY}|be drawn\b)"
    rf"|(?:declined|refused) to (?:{SAY}|give\b|provide\b|answer\b)|stopped short of\b"
    r"|(?:gave|offered|provided) no (?:details|figures?|evidence|reasons?|date)\b)"
)
"""A second verb of the sentence's subject, without a subject of its own, that tells what was not said."""


def before_silence(text: str, pieces: tuple[Span, ...], cue: Span, quoted: list[Quote]) -> tuple[Span, ...]:
    """The pieces of what follows a cue without what the source would not say, outside quotations."""
    last = pieces[-1]
    found = SILENT.search(text, last.start, last.end) if last.start >= cue.end else None
    if found is None or any(quote.outer.overlaps(Span(*found.span())) for quote in quoted):
        return pieces
    kept = trim(text, Span(last.start, found.start()))
    return (*pieces[:-1], kept) if kept else pieces
