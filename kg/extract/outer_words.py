"""What a network takes for words that were said, though it tells of them: "her claim that […]", "to say whether […]".

So too what the article says of a thing behind what it is called: "the plan, which Lee called “[a trap],” was dropped".
"""

from __future__ import annotations

import re
from typing import Final

from kg.model import Span

AGAIN: Final = re.compile(r"(?:repeat|reiterat|restat|reaffirm|renew)(?:ed|s|ing|es|e)?\Z", re.IGNORECASE)
OWN: Final = re.compile(
    r"(?:his|her|its|their) (?:\w+ ){0,2}?(?:claim|promise|pledge|vow|warning|assertion|insistence|belief|view|position"
    r"|threat|prediction|argument|contention|assurance|accusation|allegation|denial|demand)s? that (?=\w)"
)
SILENT: Final = re.compile(r"declin|refus|unable|unwilling|reluctant|fail", re.IGNORECASE)
TO_SAY: Final = re.compile(
    r"to (?:say|reveal|disclose|specify|confirm|speculate|comment|elaborate|discuss|be drawn|divulge|state|clarify)"
    r"(?: on| about| as to)? (?=(?:whether|when|how|why|what|who|where|which)\b)"
)
NAMED: Final = re.compile(
    r"\b(?:call|dubb?|label|labell|describ|brand|term|denounc|condemn|hail|prais|deem)(?:ed|e|s|es|ing)?\b",
    re.IGNORECASE,
)
PAST: Final = re.compile(
    r"[^“”\"]*[“\"][^“”\"]*,[”\"](?= (?:was|is|are|were|has|have|had|will|would|can|could|may|might|did|does)\b)"
)


def within(text: str, cue: Span, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without such words at the beginning of the first, or at the end of the last."""
    if not contents:
        return contents
    first, last = contents[0], contents[-1]
    if start := behind(text, cue.of(text), first):
        contents = (Span(start, first.end), *contents[1:])
    tail = PAST.match(text, last.start, last.end) if NAMED.search(cue.of(text)) else None
    if tail and last.start >= cue.end:
        contents = (*contents[:-1], Span(contents[-1].start, tail.end()))
    return contents


def behind(text: str, cue: str, first: Span) -> int | None:
    """Where the words begin behind "her claim that" or "to say"; None if neither stands before them."""
    found = OWN.match(text, first.start, first.end) if AGAIN.search(cue) else None
    if found is None and SILENT.search(cue):
        found = TO_SAY.match(text, first.start, first.end)
    return found.end() if found and found.end() < first.end else None
