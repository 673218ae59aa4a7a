"""Words that begin with the verb of another cue: "a post shared 900 times claims that …"; "shared" reports nothing."""

from __future__ import annotations

from kg.extract.network.candidate import Candidate
from kg.extract.report import Report
from kg.model import StatementKind

Proposed = tuple[Report, Candidate]


def without_cue_first(text: str, proposed: list[Proposed]) -> list[Proposed]:
    """The proposals but for those whose unquoted words begin with the finite verb of a cue that is more probable."""
    cues = {candidate.cue.start: candidate for _, candidate in proposed}
    return [each for each in proposed if not begins_with_cue(text, *each, cues)]


def begins_with_cue(text: str, report: Report, candidate: Candidate, cues: dict[int, Candidate]) -> bool:
    """Whether the words of a proposal begin with another cue, a verb of the clause around both."""
    first = report.pieces[0]
    other = cues.get(first.start)
    if other is None or report.kind is StatementKind.DIRECT or candidate.cue.start > other.cue.start:
        return False
    verb = other.cue.of(text).split()[0].lower()
    return first.holds(other.cue) and not verb.endswith("ing") and other.cue_probability > candidate.cue_probability
