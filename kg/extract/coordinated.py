"""Two cues in one sentence: the words of the first end where the second begins.

Of one subject: "said that … and suggested that …"; of two, behind a semicolon: "said that …; Lee put it at 800", or
behind a comma, the other one named: "said that …, and the union claimed that …".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.borders import trim
from kg.extract.lexicon import word_set
from kg.extract.report import Report
from kg.model import Span, StatementKind

LINK: Final = re.compile(r",?\s+(?:and|but)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?\Z")
"""What stands between the words of a report and a cue that goes on beside its own."""
SEMICOLON: Final = re.compile(r";\s+(?:and\s+|but\s+|while\s+)?\Z")
COMMA: Final = re.compile(r",\s+(?:and|but|while|whereas)\s+\Z")
PERFECT: Final = word_set("had has have")
DONE: Final = re.compile(
    r"\b(?:had|has|have)\s+(?:(?:\w+ly|not|also|never|already|been)\s+)*"
    r"(?!(?:ten|seven|eleven|\w+teen|red|men|women|children)\b)"
    r"(?:done|gone|\w*(?:ed|en|ght|wn|ld|aid|ade|[unflsp]t|me|un))\b"
)
"""What goes on with a participle behind "and"."""
OWN: Final = ("said-that", "said-clause")
"""Rules that find a clause with a source of its own behind a comma."""
LONGEST_LINK: Final = 40


def ended(text: str, report: Report, beside: Iterable[Report]) -> Report:
    """The report, its words ending before the cue of one `beside` it that has the same source, or before its clause."""
    for other in beside:
        cut = cut_at(text, report, other) or clause_at(text, report, other)
        pieces = tuple(p for p in (before(text, piece, cut) for piece in report.pieces) if p) if cut else ()
        if pieces:
            report = replace(report, pieces=pieces)
    return report


def before(text: str, piece: Span, cut: int) -> Span | None:
    """The part of a piece before an offset; None if there is none."""
    if piece.end <= cut:
        return piece
    return trim(text, Span(piece.start, cut)) if piece.start < cut else None


def cut_at(text: str, report: Report, other: Report) -> int | None:
    """Where the other report's cue ends the words of a report whose source is its own; None if it does not."""
    if not (report.cue and other.cue and report.source and other.source and report.source.overlaps(other.source)):
        return None
    holding = next((piece for piece in report.pieces if piece.holds(other.cue)), None)
    if holding is None or other.cue.start <= report.cue.end:
        return None
    if other.attitude or told_on(text[holding.start : other.cue.start], report.cue.of(text), other.cue.of(text)):
        return None
    link = LINK.search(text, max(holding.start, other.cue.start - LONGEST_LINK), other.cue.start)
    return link.start() if link else None


def told_on(told: str, cue: str, other: str) -> bool:
    """Whether only what is told goes on with the other cue: "said he had paid and asked", "… he paid and had asked"."""
    perfect = [each.split()[0].lower() in PERFECT for each in (cue, other)]
    participle = not perfect[1] and any(word.endswith(("ed", "ght", "eft", "lt")) for word in other.lower().split())
    parted = re.search(r",\s+(?:and|but)\s+\Z", told)
    return perfect[0] is not perfect[1] or (participle and not parted and DONE.search(told) is not None)


def clause_at(text: str, report: Report, other: Report) -> int | None:
    """Where the clause of another report begins behind a semicolon in unquoted words; None if it does not."""
    if report.kind is not StatementKind.INDIRECT or not (other.source and other.cue and report.cue):
        return None
    start = other.source.start
    if not report.cue.end < start < other.cue.start or not any(piece.holds(other.source) for piece in report.pieces):
        return None
    mark = COMMA if named(text, other) else SEMICOLON
    link = mark.search(text, max(report.cue.end, start - LONGEST_LINK), start)
    return link.start() if link else None


def named(text: str, report: Report) -> bool:
    """Whether a report is a clause of somebody whose name or office is told, no pronoun."""
    return report.rule in OWN and report.source is not None and len(report.source.of(text).split()) > 1


def by_sentence(reports: Iterable[Report]) -> dict[int, list[Report]]:
    """Reports by the number of the sentence with their cue."""
    found: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        found[report.home].append(report)
    return found
