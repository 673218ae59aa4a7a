"""The constructions with words of their own that tell who said what, whatever verb reports beside them."""

from __future__ import annotations

from typing import Final

from kg.extract import (
    as_reported,
    as_seen_by,
    before_colon,
    clause_first,
    convictions,
    estimates,
    findings,
    hearings,
    in_words,
    noun_cues,
    to_say,
    told_by,
)
from kg.extract.cues import UNREPORTED
from kg.extract.report import Report
from kg.extract.tokens import Tokens

VERBAL: Final = (estimates, findings, convictions, to_say, told_by)
CONSTRUCTIONS: Final = (noun_cues, in_words, hearings, clause_first, as_reported, as_seen_by, before_colon, *VERBAL)
RULES: Final[frozenset[str]] = frozenset(construction.RULE for construction in CONSTRUCTIONS)
"""The names of their rules."""
SUPPOSED: Final[frozenset[str]] = frozenset(construction.RULE for construction in VERBAL)
"""The rules of those that report nothing in a clause with "if"."""


def fixed(tokens: Tokens, number: int) -> list[Report]:
    """The reports that such constructions make in a sentence."""
    found = [report for construction in CONSTRUCTIONS for report in construction.reports(tokens, number)]
    return [report for report in found if report.rule not in SUPPOSED or not supposed(tokens, report)]


def supposed(tokens: Tokens, report: Report) -> bool:
    """Whether the clause of a report only supposes that somebody says so: "if the review found no evidence"."""
    start = report.source.start if report.source else 0
    return any(token.end <= start and token.lower in UNREPORTED for token in tokens[max(0, before(tokens, start)) :])


def before(tokens: Tokens, start: int) -> int:
    """The token before the one that begins at a character; -1 if there is none."""
    return next((at for at, token in enumerate(tokens) if token.start >= start), len(tokens)) - 1
