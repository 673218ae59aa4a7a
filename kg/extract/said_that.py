"""Clauses that only a rule found, behind a verb that does nothing but report: "the guards maintained that …"."""

from __future__ import annotations

from typing import Final

from kg.extract.lexicon import word_set
from kg.extract.report import Report

RULE: Final = "said-that"
VERBS: Final = word_set(
    "said says stated announced reported reports added maintained maintains warned warns denied denies recalled"
    " acknowledged noted notes replied answered insisted insists argued argues claimed claims complained confirmed"
    " emphasised emphasized stressed declared alleged recognises recognised recognized conceded asserted asserts"
)
"""Forms that are no nouns, and after which "that" opens what was said."""


def is_plain(text: str, report: Report, rule: str) -> bool:
    """Whether a report is one by such a verb, with nothing but "that" between it and the clause."""
    if rule != RULE or report.cue is None or report.source is None:
        return False
    between = text[report.cue.end : report.pieces[0].start]
    return between == " that " and report.cue.of(text).split()[-1].lower() in VERBS
