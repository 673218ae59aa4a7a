"""Which readings of a text stand: of two with the same words the surer one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from kg.extract.borders import shared
from kg.extract.report import Report
from kg.model import Span, StatementKind

SAME: Final = 0.5
"""Of two reports whose contents have this share in common only one stands, unless one reports the other."""

Sure = tuple[Report, float]
"""A report and how likely it is right."""


def chosen(reports: Sequence[Sure]) -> list[Sure]:
    """Those that can stand beside each other, in the order given; of two that cannot the likelier one."""
    taken = Taken()
    kept = []
    for number in sorted(
        range(len(reports)), key=lambda n: (reports[n][0].attitude, -reports[n][1], reports[n][0].pieces, n)
    ):
        report, _ = reports[number]
        if not any(clash(report, other) for other in taken.near(report)):
            taken.add(report)
            kept.append(number)
    return [reports[number] for number in sorted(kept)]


def clash(one: Report, other: Report) -> bool:
    """Whether two reports cannot both stand: they have the same words, and neither reports the other."""
    same = shared(one.pieces, other.pieces) >= SAME or quotes_same(one, other) or quotes_same(other, one)
    return same and not (inside(one, other) or inside(other, one))


def quotes_same(one: Report, other: Report) -> bool:
    """Whether all quoted words of a report are among those of another: a quotation has one speaker."""
    direct = one.kind is other.kind is StatementKind.DIRECT
    return direct and all(any(whole.holds(piece) for whole in other.pieces) for piece in one.pieces)


def inside(inner: Report, outer: Report) -> bool:
    """Whether a report's cue stands in the words of another."""
    return inner.cue is not None and any(piece.holds(inner.cue) for piece in outer.pieces)


class Taken:
    """Reports by where their words are, to look only at those that may clash."""

    def __init__(self) -> None:
        self.pieces: list[tuple[Span, int]] = []
        self.reports: list[Report] = []
        self.longest = 0

    def add(self, report: Report) -> None:
        """Takes a report."""
        for piece in report.pieces:
            at = bisect_left(self.pieces, (piece, len(self.reports)))
            self.pieces.insert(at, (piece, len(self.reports)))
            self.longest = max(self.longest, piece.end - piece.start)
        self.reports.append(report)

    def near(self, report: Report) -> list[Report]:
        """The reports taken that have a character in common with one."""
        numbers = set()
        for piece in report.pieces:
            first = bisect_left(self.pieces, piece.start - self.longest, key=lambda each: each[0].start)
            past = bisect_right(self.pieces, piece.end - 1, key=lambda each: each[0].start)
            numbers |= {number for other, number in self.pieces[first:past] if other.overlaps(piece)}
        return [self.reports[number] for number in sorted(numbers)]
