"""What stands beside a statement's words in its sentence: who passes it on, where and when it was said."""

from __future__ import annotations

from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.lexicon import word_set
from kg.extract.report import Report
from kg.extract.tokens import Tokens, span_of
from kg.model import Span

NEAR: Final = 16
"""Tokens on either side of the cue."""

RELAYING: Final = word_set("reported collected cited quoted noted published relayed reports writes wrote said says")


def beside(tokens: Tokens, report: Report) -> Tokens:
    """The tokens near a report's cue that belong neither to its words nor to its source."""
    if report.cue is None:
        return ()
    at = next((i for i, token in enumerate(tokens) if token.end > report.cue.start), len(tokens))
    taken = (*report.pieces, *([report.source] if report.source else []))
    near = tokens[max(0, at - NEAR) : at + NEAR]
    return tuple(t for t in near if not t.quote and not any(s.start < t.end and t.start < s.end for s in taken))


def place_name(tokens: Tokens, report: Report) -> Span | None:
    """The name behind "in" or "at" right after the cue, its source or the one spoken to: "said in Brussels"."""
    if report.cue is None:
        return None
    ends = {span.end for span in (report.cue, report.source, report.addressee) if span and span.end >= report.cue.end}
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower in ("in", "at", "from") and tokens[at - 1].end in ends and tokens[at + 1].text[0].isupper():
            end = at + 2
            while end < len(tokens) and tokens[end].text[0].isupper() and not tokens[end].quote:
                end += 1
            return span_of(tokens, at + 1, end)
    return None


def when(tokens: Tokens, report: Report) -> Tokens:
    """The tokens that may say when: those behind the cue or source, and the adverbial that opens the sentence."""
    near = beside(tokens, report)
    cue = report.cue
    opening = tokens[min(5, len(tokens) - 1)].start
    return tuple(t for t in near if cue and (t.start >= cue.end or t.start <= opening))


def relay(tokens: Tokens) -> Span | None:
    """The stretch that names who passes a report on: "as [the Example Times] reported"."""
    for at in range(len(tokens) - 2):
        if tokens[at].lower != "as":
            continue
        window = tokens[at + 1 : at + 9]
        verb = next((i for i, t in enumerate(window) if t.lower in RELAYING and is_relaying(t.lower)), None)
        if verb is None or any(t.lower in (",", ";") for t in window[:verb]):
            continue
        stretch = window[1:6] if verb == 0 else window[:verb]
        end = next((i for i, t in enumerate(stretch) if t.lower in (",", ".", ";") or t.quote), len(stretch))
        if end:
            return span_of(stretch, 0, end)
    return None


def is_relaying(word: str) -> bool:
    """Whether a word may pass a report on."""
    return word in ("collected", "relayed", "cited") or is_reporting_form(word) or word == "reported"


def within(reports: list[Report], number: int) -> int | None:
    """The report in whose words the source and cue of another stand: the innermost one."""
    inner = reports[number]
    anchor = inner.source or inner.cue
    if anchor is None:
        return None
    outer = [
        (piece.end - piece.start, i)
        for i, report in enumerate(reports)
        if i != number and report.home == inner.home
        for piece in report.pieces
        if piece.holds(anchor)
    ]
    return min(outer)[1] if outer else None
