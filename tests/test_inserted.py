"""Who speaks within words that "he said" interrupts."""

from __future__ import annotations

import pytest
from test_combine import candidate

from kg.extract.assemble import ground
from kg.extract.candidate_reports import report_of
from kg.extract.inserted import with_own_subjects
from kg.extract.merged import Reading


@pytest.mark.parametrize(
    ("text", "outer", "inner", "source"),
    [
        (
            "One baker, Lee recalled, asked a clerk why it was closed.",
            ("recalled", "Lee", "One baker", "asked a clerk why it was closed"),
            ("asked", "Lee", "why it was closed"),
            "One baker",
        ),
        (
            "On the third day, Lee told the court, they broke the lock and vowed to return.",
            ("told", "Lee", "On the third day", "they broke the lock and vowed to return"),
            ("vowed", "Lee", "to return"),
            "they",
        ),
        (
            "Lee said that it was over and vowed to return.",
            ("said", "Lee", "it was over and vowed to return"),
            ("vowed", "Lee", "to return"),
            "Lee",
        ),
    ],
)
def test_a_subject_in_interrupted_words_speaks_there(
    text: str, outer: tuple[str, ...], inner: tuple[str, ...], source: str
) -> None:
    on = ground(text)
    reports = [report_of(on, candidate(text, *words)) for words in (outer, inner)]
    found = with_own_subjects(text, [Reading(report, None, None) for report in reports if report])
    assert [r.report.source.of(text) for r in found if r.report.source] == ["Lee", source]


def test_who_is_inserted_tells_what_another_is_said_to_have_told() -> None:
    text = "Clerks told her, Lee said, that the mill was shut."
    on = ground(text)
    words = [("said", "Lee", "that the mill was shut"), ("told", "Clerks", "that the mill was shut")]
    reports = [report_of(on, candidate(text, *each)) for each in words]
    found = with_own_subjects(text, [Reading(report, None, None) for report in reports if report])
    told = [[piece.of(text) for piece in r.report.pieces] for r in found]
    assert told == [["Clerks told her", "the mill was shut"], ["the mill was shut"]]
