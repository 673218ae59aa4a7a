"""Two quotations right behind each other are of two who talk: of "“Is it old?” “Very,” Lee replied" half is Lee's."""

from __future__ import annotations

import re
from typing import Final

from kg.model import Span

CHANGES: Final = re.compile(r"[,.?!…]?[\"”’»] [\"“‘«]")
"""What stands between the words of one and of the next."""


def answered(text: str, cue: Span, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without those before the last quotation in front of a cue where two quotations touch."""
    begin = 0
    for number in range(1, len(pieces)):
        one, other = pieces[number - 1], pieces[number]
        if other.end <= cue.start and CHANGES.fullmatch(text, one.end, other.start):
            begin = number
    return pieces[begin:]
