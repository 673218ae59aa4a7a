"""Sentences of quotations alone: they go on with the report before them, or with its speaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.led_up import led_up
from kg.extract.report import Report, implied, quoted_words
from kg.extract.sentences import Sentence
from kg.model import StatementKind

MOST: Final = 20
"""Reports looked at for the one that goes on, so that the work on a sentence stays bounded."""


def follow(reports: list[Report], sentences: list[Sentence], number: int) -> None:
    """Puts a sentence of quotations to the report before it, or makes it a report of its own with an implied source."""
    pieces = tuple(quoted_words(token) for token in sentences[number].tokens if token.quote)
    whole = (at for at in latest(reports) if at == len(reports) - 1 or reports[at].kind is StatementKind.DIRECT)
    at = next((at for at in whole if continues(reports[at], sentences, number)), None)
    if at is not None:
        before = reports[at]
        reports[at] = replace(before, pieces=before.pieces + pieces, sentence=number, first_sentence=before.home)
        return
    last = reports[-1] if reports else None
    near = last is not None and sentences[number].paragraph - sentences[last.sentence].paragraph <= 1
    opened = number > 0 and sentences[number - 1].tokens[-1].lower == ":"
    led = led_up(sentences[number - 1].tokens, pieces, number - 1) if opened else None
    if led or near or opened:
        reports.append(led or implied(pieces, number))


def latest(reports: list[Report]) -> Iterable[int]:
    """The numbers of the last reports, the last one first."""
    return range(len(reports) - 1, max(-1, len(reports) - 1 - MOST), -1)


def continues(last: Report, sentences: list[Sentence], number: int) -> bool:
    """Whether a sentence of quotations continues a report of the sentence before it."""
    before = last.sentence == number - 1 and not last.attitude
    return before and goes_on(last, sentences[number - 1], sentences[number])


def goes_on(last: Report, before: Sentence, here: Sentence) -> bool:
    """Whether the quotations of a sentence continue a report: nothing but its cue stands between."""
    ended = max(piece.end for piece in last.pieces)
    marks = [t for t in before.tokens if t.quote and t.quote.inner.start < ended <= t.quote.inner.end + 1]
    return bool(marks) and last.kind is not StatementKind.INDIRECT and here.paragraph - before.paragraph <= 1
