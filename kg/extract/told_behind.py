"""Where another one reports a whole sentence behind a comma: "Lee said it rained, [the agency reported on Monday]".

Who speaks in the sentence did not say who reported it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.report import Report
from kg.model import Span, StatementKind


def without_reporters(reports: Sequence[Report]) -> list[Report]:
    """The reports in the order given, those that take in who reports them behind their words with these up to there."""
    by_home: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        by_home[report.home].append(report)
    return [cut(report, by_home[report.home]) for report in reports]


def cut(inner: Report, beside: Sequence[Report]) -> Report:
    """A report without those behind its words who report all of it."""
    end = next((outer.pieces[-1].end for outer in beside if takes_in(inner, outer)), None)
    if end is None or inner.kind is not StatementKind.INDIRECT:
        return inner
    last = inner.pieces[-1]
    return replace(inner, pieces=(*inner.pieces[:-1], Span(last.start, end)))


def takes_in(inner: Report, outer: Report) -> bool:
    """Whether the words of a report end with the cue and source of another one, in whose words its own cue stands."""
    if outer.cue is None or outer.source is None or inner.cue is None or len(outer.pieces) != 1:
        return False
    whole, last = outer.pieces[0], inner.pieces[-1]
    behind = whole.end <= min(outer.source.start, outer.cue.start)
    return behind and whole.holds(inner.cue) and last.holds(outer.cue) and whole.start < last.start < whole.end
