"""Who speaks within words that "he said" interrupts: "One judge, she recalled, asked why" is what a judge asked.

Who is inserted reports all of it, and is not the subject of the verbs in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.merged import Reading
from kg.extract.report import Report
from kg.extract.sentence_subject import subject_of
from kg.model import Span, StatementKind

LONGEST: Final = 80
"""Characters of a subject."""


def with_own_subjects(text: str, found: Iterable[Reading]) -> list[Reading]:
    """The readings, those in words that another interrupts with the subject there as their source."""
    every = with_openings(text, found)
    interrupted: dict[Span | None, Report] = {r.report.source: r.report for r in every if interrupts(r.report)}
    return [replace(r, report=with_subject(text, r.report, interrupted.get(r.report.source))) for r in every]


def with_openings(text: str, found: Iterable[Reading]) -> list[Reading]:
    """The readings, those inserted behind another cue with the words that stand there too.

    "Guards told him, he said, that it was late": he said that guards told him so.
    """
    every = list(found)
    by_home: dict[int, list[Report]] = defaultdict(list)
    for reading in every:
        by_home[reading.report.home].append(reading.report)
    return [replace(r, report=with_opening(text, r.report, by_home[r.report.home])) for r in every]


def with_opening(text: str, report: Report, beside: Iterable[Report]) -> Report:
    """A report with what stands before it, if another one that begins there tells the same words."""
    source, cue = report.source, report.cue
    if source is None or cue is None or report.kind is StatementKind.DIRECT:
        return report
    start = min(source.start, cue.start)
    for other in beside:
        who = other.source or other.addressee
        before = other.cue and who and who.end <= other.cue.start < other.cue.end < start
        if who and before and other.pieces == report.pieces and report.pieces[0].start > max(source.end, cue.end):
            words = text[who.start : start].rstrip()
            if words.endswith(","):
                opening = Span(who.start, who.start + len(words.rstrip(", ")))
                return replace(report, pieces=(opening, *report.pieces))
    return report


def interrupts(report: Report) -> bool:
    """Whether a report's source stands between its words, which are not quoted as a whole."""
    first, last, source = report.pieces[0], report.pieces[-1], report.source
    between = source is not None and first.end <= source.start and source.end <= last.start
    return between and report.kind is not StatementKind.DIRECT


def with_subject(text: str, report: Report, around: Report | None) -> Report:
    """A report with the subject of its cue as its source, if that stands in words that its source interrupts."""
    if around is None or report is around or report.cue is None:
        return report
    at = next((n for n, piece in enumerate(around.pieces) if piece.holds(report.cue)), None)
    if at is None:
        return report
    parted = at > 0 and around.pieces[at].start == report.cue.start
    own = around.pieces[at - 1] if parted else subject_of(text, around.pieces[at], LONGEST)
    fits = own is not None and own.end <= report.cue.start and own.end - own.start <= LONGEST
    return replace(report, source=own) if fits else report
