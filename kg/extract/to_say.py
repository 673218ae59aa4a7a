"""Verbs of saying behind another verb: "was heard to mutter: “…”", "used to say that …", "wanted to know why …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import subjects
from kg.extract.after_cue import right
from kg.extract.cues import Cue, Verb, forms
from kg.extract.lexicon import BE, MODALS, NEGATIONS, QUESTION_WORDS, word_set
from kg.extract.report import Report, kind_of
from kg.extract.reporting_verbs import group
from kg.extract.tokens import Tokens, span_of
from kg.model import SpeechAct

RULE: Final = "to-say"
HEARD: Final = word_set("heard overheard filmed recorded")
KNOW: Final = Verb("want to know", SpeechAct.ASKS, frozenset(["question", "quote"]), False, False, False, False)


def reports(tokens: Tokens, sentence: int) -> Iterator[Report]:
    """What the subjects of a sentence were heard to say, used to say or wanted to know."""
    for at in range(1, len(tokens) - 3):
        cue = heard(tokens, at) or used(tokens, at) or wanted(tokens, at)
        source = subjects.before(tokens, cue.first) if cue else None
        found = right(tokens, cue, span_of(tokens, *source), len(tokens), RULE) if cue and source else None
        if cue and found:
            kind, quoted = kind_of(tokens, found.pieces)
            span = span_of(tokens, cue.first, cue.last)
            yield Report(kind, found.pieces, quoted, found.source, span, found.verb.act, RULE, sentence)


def heard(tokens: Tokens, at: int) -> Cue | None:
    """The cue "was heard to say", "was overheard saying" with "heard" at a token; None if none stands there."""
    if tokens[at].lower not in HEARD:
        return None
    first, before = group(tokens, at)
    verb, tense = (at + 2, "plain") if tokens[at + 1].lower == "to" else (at + 1, "ing")
    verbs = saying(tokens, verb, tense)
    return Cue(first, verb, verb + 1, verbs, "past") if verbs and before & BE and not before & NEGATIONS else None


def used(tokens: Tokens, at: int) -> Cue | None:
    """The cue "used to say" with "used" at a token; None if none stands there, or a thing is used to say so."""
    if tokens[at].lower != "used" or tokens[at + 1].lower != "to" or tokens[at - 1].lower in BE | MODALS:
        return None
    verbs = saying(tokens, at + 2, "plain")
    return Cue(at, at + 2, at + 3, verbs, "past") if verbs else None


def wanted(tokens: Tokens, at: int) -> Cue | None:
    """The cue "wanted to know" before a question, with "wanted" at a token; None if none stands there."""
    asks = tokens[at].lower == "wanted" and [token.lower for token in tokens[at + 1 : at + 3]] == ["to", "know"]
    question = tokens[at + 3].lower in QUESTION_WORDS or tokens[at + 3].lower in (":", ",")
    first, before = group(tokens, at)
    return Cue(first, at, at + 3, (KNOW,), "past") if asks and question and not before & NEGATIONS else None


def saying(tokens: Tokens, at: int, tense: str) -> tuple[Verb, ...]:
    """The readings of a form of a verb of saying at a token."""
    every = forms().get(tokens[at].lower, ())
    verbs = tuple(form.verb for form in every if form.tense == tense and not form.rest)
    return verbs if any({"quote", "that"} <= verb.takes for verb in verbs) else ()
