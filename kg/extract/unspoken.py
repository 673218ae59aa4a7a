"""What the network takes for words that were said where a rule sees who says them, or to whom they are said.

"The notice advised patients with a visit to call first": neither "the notice" nor "patients …" was said.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.report import Report
from kg.model import Span

TO_DO: Final = "said-infinitive"
"""The rule of what somebody is told to do."""
UNSURE: Final = 0.5
"""Below this probability a cue of the network's is none against a rule's verb."""
AGAINST: Final = re.compile(r"\b(?:against|about|of)\s+\w+ing\b")
"""What somebody is warned of stands before a "to" of its own: "warned them against talking to the press"."""


def spoken(text: str, report: Report, by_rules: Report) -> tuple[Span, ...]:
    """The pieces of a report without the source and the addressee that the rule's report of the same cue has."""
    if not (report.cue and by_rules.cue and report.cue.overlaps(by_rules.cue)):
        return report.pieces
    source = None if report.source else by_rules.source
    pieces = tuple(piece for piece in report.pieces if not (source and source.overlaps(piece))) or report.pieces
    return by_rules.pieces if told_to(text, pieces, by_rules) else pieces


def told_to(text: str, pieces: tuple[Span, ...], by_rules: Report) -> bool:
    """Whether pieces are what somebody is told to do with whom it is told, or a part of that, before it."""
    if by_rules.rule != TO_DO or by_rules.addressee is None or len(by_rules.pieces) != 1 or len(pieces) != 1:
        return False
    piece, deed = pieces[0], by_rules.pieces[0]
    before = Span(by_rules.addressee.start, deed.start)
    beside = before.start <= piece.start < deed.start and piece.end == deed.end
    return beside and not AGAINST.search(before.of(text))


def verb_taken(report: Report, by_rules: Report, sure: float) -> bool:
    """Whether an unsure cue leaves the rule's verb among its words, at their head: "already [lays down that …]"."""
    verb, first = by_rules.cue, report.pieces[0]
    return verb is not None and sure < UNSURE and verb.start <= first.start < verb.end < first.end
