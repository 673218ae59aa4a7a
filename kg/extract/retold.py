"""Reports that are all that another one tells: "the agency said that [Lee told reporters that the port was closed]"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kg.extract.borders import letters
from kg.extract.choose import inside
from kg.extract.combine import TELLS
from kg.extract.cue_words import class_of
from kg.extract.merged import Reading, joined
from kg.extract.report import Report
from kg.model import Span, SpeechAct

RULES: Final = (
    "said-that",
    "said-clause",
    "said-after",
    "said-before",
    "said-quote",
    "said-object",
    "said-denial",
    "said-infinitive",
)
WHOLE: Final = 0.85
"""A report whose words are to this share another report passes that on."""


def retold(text: str, found: Iterable[Reading]) -> set[Report]:
    """The reports of rules alone that a statement of the network in the same sentence passes on."""
    every = list(found)
    by_home: dict[int, list[Report]] = defaultdict(list)
    for reading in every:
        if reading.candidate and reading.candidate.statement >= TELLS:
            by_home[reading.report.home].append(reading.report)
    alone = (reading.report for reading in every if reading.candidate is None and reading.rule in RULES)
    return {inner for inner in alone if any(retells(text, outer, inner) for outer in by_home[inner.home])}


def retells(text: str, outer: Report, inner: Report) -> bool:
    """Whether the words of a report are hardly more than another one: its source, cue and words."""
    vague = inner.act is SpeechAct.BELIEVES or (inner.rule == "said-object" and inner.act is SpeechAct.ASSERTS)
    if inner.source is None or inner.cue is None or vague or not inside(inner, outer):
        return False
    if class_of(inner.cue.of(text)) != "verb":
        return False
    own = joined((*inner.pieces, *(span for span in (inner.source, inner.cue, inner.addressee) if span)))
    parts = [Span(max(a.start, b.start), min(a.end, b.end)) for a in own for b in outer.pieces if a.overlaps(b)]
    told = sum(letters(text, part) for part in parts)
    return told >= WHOLE * sum(letters(text, piece) for piece in outer.pieces)
