"""What somebody calls a thing in quoted words: "called the plan “a fraud”", "had classed the valley as “unfit”".

Names that are given so are nobody's view: "dubbed", "named" and the like are left out, and titles.
"""

from __future__ import annotations

from typing import Final

from kg.extract import phrases, subjects
from kg.extract.lexicon import BE, DETERMINERS, MODALS, NEGATIONS, word_set
from kg.extract.report import Report
from kg.extract.reporting_verbs import group
from kg.extract.sentences import Sentence
from kg.extract.tokens import Tokens, span_of
from kg.model import SpeechAct, StatementKind

RULE: Final = "termed"
CALLS: Final = word_set("called calls termed terms branded brands labelled labels labeled deemed deems pronounced")
"""Behind these and a thing the words stand, "as" or not before them."""
SEES: Final = CALLS | word_set(
    "described describes praised praises hailed hails denounced denounces dismissed dismisses slammed slams classed"
    " classes classified classifies rated rates condemned condemns derided derides decried decries lauded lauds"
    " portrayed portrays depicted depicts mocked mocks characterised characterises characterized characterizes"
    " criticised criticises criticized criticizes celebrated celebrates rejected rejects listed lists blasted blasts"
)
"""Behind these and a thing "as" stands before the words."""
REFERS: Final = word_set("referred refers")
ARTICLES: Final = word_set("a an the his her its their so too very just no")
LONGEST: Final = 14
"""Tokens of the thing that is spoken of."""
LEAST: Final = 4
"""Words of a view; fewer may be a mere epithet, which the article passes on as its own."""
STOPS: Final = frozenset((",", ";", ":", "—", "–", "--", "(", ")"))


def termed(sentences: list[Sentence]) -> list[Report]:
    """The reports of what somebody calls a thing, sentence by sentence."""
    return [
        report
        for number, sentence in enumerate(sentences)
        for at, token in enumerate(sentence.tokens)
        if token.quote and at > 2 and len(token.text.split()) >= LEAST and (report := view(sentence.tokens, at, number))
    ]


def view(tokens: Tokens, at: int, number: int) -> Report | None:
    """The report of a thing that a quotation at a token tells somebody's view of; None if it tells none."""
    past = at - 1 if tokens[at - 1].lower in ARTICLES else at
    said_as = tokens[past - 1].lower == "as"
    end = past - said_as
    verb = next((n for n in range(end - 1, max(0, end - LONGEST), -1) if is_view(tokens, n, said_as)), None)
    if verb is None:
        return None
    thing = verb + 1 + (tokens[verb].lower in REFERS)
    first, before = group(tokens, verb)
    source = subjects.before(tokens, first)
    if source is None or tokens[source[1] - 1].lower.endswith("ing") or thing >= end:
        return None
    if before & (BE | MODALS | NEGATIONS) or not is_thing(tokens, thing, end):
        return None
    words, quote = span_of(tokens, thing, at + 1), tokens[at].quote
    cue, who = span_of(tokens, first, verb + 1), span_of(tokens, *source)
    return Report(
        StatementKind.MIXED, (words,), (quote.inner,) if quote else (), who, cue, SpeechAct.ASSERTS, RULE, number
    )


def is_view(tokens: Tokens, at: int, said_as: bool) -> bool:
    """Whether a token is a verb by which somebody calls a thing something."""
    word = tokens[at].lower
    if word in REFERS:
        return said_as and tokens[at + 1].lower == "to"
    return word in (SEES if said_as else CALLS) and tokens[at - 1].lower not in DETERMINERS


def is_thing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens [start, end) are a phrase for a thing: no clause, and no quotation."""
    part = tokens[start:end]
    plain = not any(token.quote or token.text in STOPS or phrases.is_finite(token) for token in part)
    return plain and tokens[start].lower not in ("for", "on", "that", "as", "by", "to", "out")
