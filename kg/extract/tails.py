"""What belongs to a figure behind a comma: "40 were hurt, nine of them badly", "at 49, among them eleven children"."""

from __future__ import annotations

import re
from typing import Final

from kg.model import Span

NUMBERS: Final = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|most|many|some|several|all|hundreds)"
)
COUNTED: Final = re.compile(rf"\b{NUMBERS}\b|\d", re.IGNORECASE)
"""Only what was counted has a part: in "they would sign, among them two bishops" that is who would sign."""
TAIL: Final = re.compile(
    rf", (?:(?:at least |almost |nearly )?{NUMBERS} (?:of (?:them|whom|which)|with)|among them|including|not counting"
    r"|excluding)\s[^,;:.“”\"\n]+(?:\.\d[^,;:.“”\"\n]*)*"
)


def with_tail(text: str, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces, the last one with the count of a part that stands behind it up to the next mark."""
    last = pieces[-1]
    tail = TAIL.match(text, last.end)
    counted = tail and COUNTED.search(text, last.start, last.end)
    return (*pieces[:-1], Span(last.start, tail.end())) if tail and counted else pieces
