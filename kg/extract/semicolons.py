"""Where a semicolon ends what was said: "it said the dogs may stay; a cat came too".

Behind it the article goes on in its own voice or with somebody else, but for lists, whose parts are no clauses of their
own: "asked it to hire guards; to mend the fence; and to say so".
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.borders import near, trim
from kg.extract.quotes import Quote
from kg.model import Span

LIST: Final = re.compile(r";\s+(?:and|or|to)\s")


def before_semicolon(text: str, contents: tuple[Span, ...], cue: Span, quoted: list[Quote]) -> tuple[Span, ...]:
    """The pieces of a content without what stands behind a semicolon behind cue and words, if something is left."""
    mark = semicolon(text, contents, cue, quoted)
    if mark is None:
        return contents
    parts = (piece if piece.end <= mark else Span(piece.start, mark) for piece in contents if piece.start < mark)
    return tuple(part for part in (trim(text, part) for part in parts) if part) or contents


def semicolon(text: str, contents: tuple[Span, ...], cue: Span, quoted: list[Quote]) -> int | None:
    """The first semicolon outside quotations behind the cue and the first words; None where it only parts a list."""
    start, end = max(cue.end, contents[0].start), contents[-1].end
    if any(quote.outer.holds(cue) for quote in quoted) or "\n" in text[start:end] or LIST.search(text, start, end):
        return None
    marks = (Span(found.start(), found.end()) for found in re.finditer(";", text[start:end]))
    own = (Span(start + mark.start, start + mark.end) for mark in marks)
    return next((mark.start for mark in own if not any(q.outer.holds(mark) for q in near(quoted, mark))), None)
