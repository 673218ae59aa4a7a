"""Quotation marks around the name of a body: "the channel “Baza” reports", "the company “Azot”"; nobody's words.

Many languages write the names of outlets, firms and parties so, and translations keep the marks.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.quoted_titles import ENDS, WIDE
from kg.extract.quotes import Quote

BODY: Final = re.compile(
    r"\b(?:channel|newspaper|daily|weekly|agency|portal|website|site|magazine|radio|station|television|TV|outlet"
    r"|publication|broadcaster|company|corporation|holding|firm|enterprise|plant|factory|bank|operator|party|bloc"
    r"|movement|coalition|club|fund|foundation|association|organi[sz]ation|cent(?:re|er)"
    r"|brigade|battalion|regiment|group)\s+\Z"
)
"""What stands before such a name."""
RECEIVED: Final = re.compile(r" (?:has |had )?(?:received|obtained|seen|saw|got)\b")
"""What an outlet does behind "which": "a statement which “Vesti” received"."""
LONGEST: Final = 5
"""Words of such a name."""


def without_names(text: str, quotes: list[Quote]) -> list[Quote]:
    """The quotations without those that are the name of a body."""
    return [quote for quote in quotes if not is_name(text, quote)]


def is_name(text: str, quote: Quote) -> bool:
    """Whether the words in the marks are few and no sentence, right behind the noun of what has such a name."""
    inner = quote.inner.of(text)
    if not inner or inner[-1] in ENDS or inner[-1] == "," or len(inner.split()) > LONGEST:
        return False
    before = text[max(0, quote.outer.start - WIDE) : quote.outer.start]
    reads = before.endswith("which ") and RECEIVED.match(text, quote.outer.end)
    return inner[0].isupper() and bool(BODY.search(before) or reads)
