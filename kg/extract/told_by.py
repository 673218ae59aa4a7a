"""Passives that name who speaks: "residents were told by the council that …", "it was announced by Lee that …".

So too the clause before: "the bridge is closed, it was confirmed by the port", and what one was told by somebody to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import phrases, phrases_behind, subjects
from kg.extract.before_cue import clause_start
from kg.extract.clause_first import LEAST, is_clause
from kg.extract.cues import Verb, forms
from kg.extract.lexicon import BE, GROUPS, NEGATIONS, ORGANISATION_WORDS, ROLES, is_adverb, word_set
from kg.extract.phrases import Range
from kg.extract.report import Report, kind_of, pieces
from kg.extract.reporting_verbs import group
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of, trim
from kg.model import Span

RULE: Final = "told-by"
BETWEEN: Final = 5
"""Tokens that may stand between the participle and "by": "was told on Friday by"."""
PEOPLE: Final = word_set("him her them police officials staff aides friends")


def reports(tokens: Tokens, number: int) -> Iterator[Report]:
    """What somebody is said in a sentence to have been told by another, and what was announced by somebody."""
    for by in range(2, len(tokens) - 1):
        found = told(tokens, by) if tokens[by].lower == "by" else None
        if found is None:
            continue
        verb, at, first, source, words, to = found
        kind, quoted = kind_of(tokens, words)
        who, cue = span_of(tokens, *source), span_of(tokens, first, at + 1)
        yield Report(kind, words, quoted, who, cue, verb.act, RULE, number, addressee=to)


def told(tokens: Tokens, by: int) -> tuple[Verb, int, int, Range, tuple[Span, ...], Span | None] | None:
    """The verb, where it and its group stand, who speaks, the words, and who is told, with "by" at a token."""
    at = participle(tokens, by)
    source = phrases_behind.after(tokens, by + 1) if at else None
    if not at or source is None or not may_speak(tokens, source):
        return None
    source = (source[0], source[1] - (tokens[source[1] - 1].lower == "not"))
    first = group(tokens, at)[0]
    for verb in verbs(tokens, at):
        words = behind(tokens, source[1], verb) or clause_before(tokens, first, source[1], verb)
        if words:
            subject = subjects.before(tokens, first) if verb.addressee else None
            return verb, at, first, source, words, span_of(tokens, *subject) if subject else None
    return None


def participle(tokens: Tokens, by: int) -> int:
    """Where the passive verb stands to which "by" belongs; 0 if there is none, or it is denied."""
    for at in range(by - 1, max(0, by - 1 - BETWEEN), -1):
        if any(form.tense == "past" for form in forms().get(tokens[at].lower, ())):
            before = group(tokens, at)[1]
            return at if before & BE and not before & NEGATIONS else 0
        if tokens[at].quote or tokens[at].lower in (",", "that", ";", ":", "to"):
            return 0
    return 0


def verbs(tokens: Tokens, at: int) -> list[Verb]:
    """The readings of a participle as one of telling, with somebody who is told, or of saying."""
    every = (form.verb for form in forms().get(tokens[at].lower, ()) if form.tense == "past" and not form.rest)
    return [verb for verb in every if verb.addressee or {"quote", "that"} <= verb.takes]


def may_speak(tokens: Tokens, source: Range) -> bool:
    """Whether a phrase names or describes people or a body."""
    part = tokens[slice(*source)]
    known = ROLES | GROUPS | ORGANISATION_WORDS | PEOPLE
    return any((phrases.is_name(token) and not phrases.is_time(token)) or token.lower in known for token in part)


def behind(tokens: Tokens, past: int, verb: Verb) -> tuple[Span, ...]:
    """What follows who speaks: a clause with "that", what is to be done, or nothing."""
    while past < len(tokens) and (is_adverb(tokens[past].lower) or phrases.is_time(tokens[past])):
        past += 1
    word = tokens[past].lower if past + 2 < len(tokens) else ""
    if word == "that" and "that" in verb.takes:
        return pieces(tokens, past + 1, end_of(tokens, past + 1, len(tokens), "that"))
    if word == "not" and tokens[past + 1].lower == "to":
        word = "to"
    if word == "to" and verb.addressee and "infinitive" in verb.takes:
        return pieces(tokens, past, end_of(tokens, past, len(tokens), "infinitive"))
    return ()


def clause_before(tokens: Tokens, first: int, past: int, verb: Verb) -> tuple[Span, ...]:
    """The clause before ", it was confirmed by the port", if the sentence ends there."""
    it = first > LEAST and tokens[first - 1].lower == "it" and tokens[first - 2].lower == ","
    if not it or "that" not in verb.takes or not subjects.closed(tokens, past):
        return ()
    begin = clause_start(tokens, 0, first - 2)
    end = trim(tokens, begin, first - 2)
    return pieces(tokens, begin, end) if end - begin >= LEAST and is_clause(tokens, begin, end) else ()
