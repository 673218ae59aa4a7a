"""What those around somebody call him is a name, not their words."""

from __future__ import annotations

import pytest

from kg.extract.called_by_friends import is_nickname
from kg.extract.report import Report
from kg.model import Span, SpeechAct, StatementKind


def called(source: str, words: str) -> bool:
    """Whether it is a nickname that a source calls somebody so."""
    text = f"{source} called {words} for years."
    start = len(f"{source} called ")
    pieces = (Span(start, start + len(words)),)
    report = Report(StatementKind.MIXED, pieces, (), Span(0, len(source)), None, SpeechAct.ASSERTS, "network", 0)
    return is_nickname(text, report)


@pytest.mark.parametrize(("source", "words"), [("Her pupils", "her “Thunder”"), ("his old friends", "him “the Fox”")])
def test_friends_give_a_name(source: str, words: str) -> None:
    assert called(source, words)


@pytest.mark.parametrize(
    ("source", "words"), [("Lee Brandt", "him “a liar”"), ("Her pupils", "her “a liar and a thief”")]
)
def test_others_give_their_view(source: str, words: str) -> None:
    assert not called(source, words)
