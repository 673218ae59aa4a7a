"""Clauses that only a rule found, behind a verb that does nothing but report: "the guards maintained that …".

Within another report the words around them tell already that somebody speaks, so that less certainty is needed.
"""

from __future__ import annotations

from typing import Final

from kg.extract.lexicon import word_set
from kg.extract.report import Report
from kg.model import SpeechAct

RULE: Final = "said-that"
LEAST_WITHIN: Final = {RULE: 0.35, "said-clause": 0.45, "said-infinitive": 0.5}
"""The least confidence within another report, by rule; where no "that" stands, only behind verbs of speaking."""
SPEAKING: Final = word_set("said told threatened promised warned vowed pledged offered")
VERBS: Final = word_set(
    "said says stated announced reported reports added maintained maintains warned warns denied denies recalled"
    " acknowledged noted notes replied answered insisted insists argued argues claimed claims complained confirmed"
    " emphasised emphasized stressed declared alleged recognises recognised recognized conceded asserted asserts"
    " doubt plain clear known assurance notice point case view conclusion word possibility idea theory"
)
"""Forms that are no nouns, and after which "that" opens what was said."""


def least_within(text: str, report: Report, rule: str) -> float | None:
    """From which confidence on a report within another is a statement; None if its rule is not one that is certain."""
    speaks = report.cue is not None and report.cue.of(text).split()[-1].lower() in SPEAKING
    tells = rule == RULE and report.act is not SpeechAct.BELIEVES
    return LEAST_WITHIN.get(rule) if speaks or tells else None


def is_answer(text: str, report: Report) -> bool:
    """Whether "yes" or "no" is all that somebody says: "the delegate says yes"."""
    said = report.source and report.cue and report.cue.of(text).split()[-1].lower() in ("say", "says", "said")
    return bool(said) and len(report.pieces) == 1 and report.pieces[0].of(text).lower() in ("yes", "no")


def is_plain(text: str, report: Report, rule: str) -> bool:
    """Whether a report is one by such a verb, with nothing but "that" between it and the clause."""
    if rule != RULE or report.cue is None or report.source is None:
        return False
    between = text[report.cue.end : report.pieces[0].start]
    return between == " that " and report.cue.of(text).split()[-1].lower() in VERBS
