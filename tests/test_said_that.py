"""Clauses behind a verb that does nothing but report, which the network may not see."""

from __future__ import annotations

from kg.extract.report import Report
from kg.extract.said_that import is_plain
from kg.model import Span, SpeechAct, StatementKind


def report(text: str, source: str, cue: str, words: str) -> Report:
    """A report of these words."""
    where = [Span(text.index(part), text.index(part) + len(part)) for part in (source, cue, words)]
    return Report(StatementKind.INDIRECT, (where[2],), (), where[0], where[1], SpeechAct.ASSERTS, "said-that", 0)


def test_only_what_that_alone_leads_up_to_behind_such_a_verb() -> None:
    told = "The porters maintained that they had slept."
    assert is_plain(told, report(told, "The porters", "maintained", "they had slept"), "said-that")
    assert not is_plain(told, report(told, "The porters", "maintained", "they had slept"), "said-clause")
    noun = "The port rejected advice that it close."
    assert not is_plain(noun, report(noun, "The port", "rejected", "it close"), "said-that")
    felt = "The porters hope that it will close."
    assert not is_plain(felt, report(felt, "The porters", "hope", "it will close"), "said-that")
