"""Clauses behind a verb that does nothing but report, which the network may not see."""

from __future__ import annotations

from kg.extract.report import Report
from kg.extract.said_that import is_answer, is_plain, least_within
from kg.extract.trained import WITHIN
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


def test_within_a_report_less_certainty_is_needed_where_somebody_speaks() -> None:
    told = "The porters had told her the gate was shut."
    within = report(told, "The porters", "had told", "the gate was shut")
    assert (least_within(told, within, "said-clause") or 1) < WITHIN
    assert least_within(told, within, "said-object") is None
    thought = "The porters believed the gate was shut."
    assert least_within(thought, report(thought, "The porters", "believed", "the gate was shut"), "said-clause") is None


def test_yes_is_an_answer() -> None:
    told = "The porters said yes to that."
    assert is_answer(told, report(told, "The porters", "said", "yes"))
    assert not is_answer(told, report(told, "The porters", "said", "yes to that"))
