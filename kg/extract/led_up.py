"""What leads up to a quotation that follows as a paragraph: "The airline issued a statement:", "Lee wrote to them:"."""

from __future__ import annotations

from typing import Final

from kg.extract import phrases
from kg.extract.cues import forms, is_reporting_form
from kg.extract.lexicon import word_set
from kg.extract.report import Report
from kg.extract.tokens import Tokens, span_of
from kg.model import Span, SpeechAct, StatementKind

RULE: Final = "led-up"
TEXTS: Final = word_set(
    "statement message letter post tweet note email e-mail announcement comment comments reply answer explanation words"
    " following warning apology"
)
"""What somebody issues, in words: "issued a statement", "gave this answer"."""

ISSUED: Final = word_set(
    "issued issues released releases published publishes made makes gave gives offered offers sent sends shared shares"
)
"""Verbs that with such a noun tell that somebody says something."""

FAR: Final = 9
"""Tokens between the cue and the colon."""


def led_up(tokens: Tokens, words: tuple[Span, ...], number: int) -> Report | None:
    """The report of quotations to which the sentence before them, `number`, leads up; None if that tells of nobody."""
    at = cue_before(tokens)
    source = phrases.before(tokens, at) if at else None
    if at is None or source is None:
        return None
    act = next((form.verb.act for form in forms().get(tokens[at].lower, ())), SpeechAct.ASSERTS)
    who, cue = span_of(tokens, *source), span_of(tokens, at, at + 1)
    return Report(StatementKind.DIRECT, words, (), who, cue, act, RULE, number + 1, first_sentence=number)


def cue_before(tokens: Tokens) -> int | None:
    """Where the cue stands in a sentence that ends in a colon."""
    near = range(len(tokens) - 2, max(0, len(tokens) - 2 - FAR), -1)
    issues = len(tokens) > 2 and tokens[-2].lower in TEXTS
    return next((n for n in near if is_cue(tokens[n].lower, issues)), None)


def is_cue(word: str, issues: bool) -> bool:
    """Whether a word tells that somebody says something, where the sentence ends in a noun for words or not."""
    return (issues and word in ISSUED) or (word not in TEXTS and is_reporting_form(word))
