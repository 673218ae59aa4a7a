"""Clauses that "as" parts from who reports them: "as the port noted, …", "…, as reports the agency".

Translations of many languages put the verb first, or leave out who it was that spoke in a body: "as noted in the
ministry, …", "…, specified in the police". Words between quotation marks are left to other rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import phrases, phrases_behind, subjects
from kg.extract.before_cue import clause_start
from kg.extract.clause_first import LEAST, is_clause
from kg.extract.cues import is_reporting_form
from kg.extract.lexicon import (
    DETERMINERS,
    DOCUMENTS,
    GROUPS,
    ORGANISATION_WORDS,
    PREPOSITIONS,
    ROLES,
    is_adverb,
    word_set,
)
from kg.extract.phrases import Range
from kg.extract.report import Report, kind_of, pieces
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of, trim
from kg.model import Span, SpeechAct

RULE: Final = "as-reported"
CUES: Final = word_set(
    "said says noted notes reported reports wrote writes explained explains specified specifies clarified clarifies"
    " informed informs added adds emphasised emphasises emphasized emphasizes stressed underlined underlines announced"
    " revealed reveals mentioned mentions recalled recalls indicated indicates admitted assured stated states told"
    " pointed confirmed confirms claimed claims transmits relates related declared communicated"
)
"""Forms behind "as" that tell of words, not of a manner or time: "as Lee noted", not "as Lee began"."""
NOUNS: Final = word_set("reports claims notes")
LINKS: Final = word_set("however meanwhile moreover besides also therefore but and yet")
PASSIVE: Final = word_set("it was is has been had were earlier previously also later")
"""What may stand between "as" and the verb where no source does."""
BY: Final = word_set("by in at")
AHEAD: Final = 8
"""Tokens in which "as" begins, behind an adverbial at most: "At the same time, as the port noted, …"."""
NEAR: Final = 14
"""Tokens of who reports it, in which the cue stands."""
OUTLETS: Final = word_set("channel newspaper blog portal website publication daily press agency radio administration")
BODIES: Final = (ORGANISATION_WORDS | OUTLETS) - DOCUMENTS


def reports(tokens: Tokens, number: int) -> Iterator[Report]:
    """The clause of a sentence that "as" parts from who reports it."""
    found = opening(tokens) or closing(tokens)
    if found is None:
        return
    words, source, cue = found
    kind, quoted = kind_of(tokens, words)
    yield Report(kind, words, quoted, span_of(tokens, *source), span_of(tokens, *cue), SpeechAct.ASSERTS, RULE, number)


def opening(tokens: Tokens) -> tuple[tuple[Span, ...], Range, Range] | None:
    """The clause behind "As the port noted, ", with source and cue."""
    at = next((n for n, token in enumerate(tokens[:AHEAD]) if token.lower == "as"), None)
    if at is None or (at and (tokens[at - 1].lower != "," or not aside(tokens[: at - 1]))):
        return None
    found = reporter(tokens, at, NEAR)
    if found is None:
        return None
    source, cue = found
    past = max(source[1], cue[1])
    if past >= len(tokens) or tokens[past].lower != ",":
        return None
    end = end_of(tokens, past + 1, len(tokens), "clause") if past + 1 < len(tokens) else past
    said = end - past > LEAST and not tokens[past + 1].quote
    return (pieces(tokens, past + 1, end), source, cue) if said else None


def aside(tokens: Tokens) -> bool:
    """Whether tokens are an adverbial before a clause: "at the same time", "meanwhile"."""
    first = tokens[0].lower if tokens else ""
    return first in PREPOSITIONS or is_adverb(first)


def closing(tokens: Tokens) -> tuple[tuple[Span, ...], Range, Range] | None:
    """The clause before ", as reports the agency" or ", specified in the police" at the end of a sentence."""
    for at in range(len(tokens) - 2, LEAST, -1):
        if tokens[at - 1].lower != ",":
            continue
        found = reporter(tokens, at, NEAR) if tokens[at].lower == "as" else within(tokens, at) or inverted(tokens, at)
        if found is None or not subjects.closed(tokens, max(found[0][1], found[1][1])):
            continue
        begin = clause_start(tokens, 0, at - 1)
        begin += 2 * (tokens[begin].lower in LINKS and tokens[begin + 1].lower == ",")
        end = trim(tokens, begin, at - 1)
        if end - begin >= LEAST and (is_clause(tokens, begin, end) or unquoted(tokens, at, begin, end)):
            return pieces(tokens, begin, end), *found
    return None


def unquoted(tokens: Tokens, at: int, begin: int, end: int) -> bool:
    """Whether "as" stands behind words that begin with a noun and are not quoted: any verb may be theirs."""
    first = tokens[begin]
    opens = phrases.is_name(first) and first.lower not in PREPOSITIONS and not first.lower.endswith("ing")
    reported = any(is_reporting_form(token.lower) or token.quote for token in tokens[begin:end])
    return tokens[at].lower == "as" and opens and not reported


def reporter(tokens: Tokens, at: int, most: int) -> tuple[Range, Range] | None:
    """Who reports it and the cue, behind "as" at a token; None if nobody does."""
    verb = next((n for n in range(at + 1, min(len(tokens), at + most)) if tokens[n].lower in CUES), None)
    if verb is None or any(t.lower == "," for t in tokens[at:verb]):
        return None
    if all(token.lower in PASSIVE for token in tokens[at + 1 : verb]):
        source = behind(tokens, verb)
        return (source, (verb, verb + 1)) if source else None
    found = subjects.before(tokens, verb, at + 1)
    return (found, (verb, verb + 1)) if found and found[0] == at + 1 and may_speak(tokens, found) else None


def behind(tokens: Tokens, verb: int) -> Range | None:
    """Who reports, behind the verb: "reports the agency", "was noted in the ministry", "reported by Lee"."""
    at = verb + 1
    if at < len(tokens) and tokens[at].lower in BY:
        at += 1
    found = phrases_behind.after(tokens, at) if at < len(tokens) else None
    return found if found and may_speak(tokens, found) else None


def within(tokens: Tokens, at: int) -> tuple[Range, Range] | None:
    """The body in which words at the end of a sentence were said, and the cue: "specified in the police"."""
    if tokens[at].lower not in CUES or not tokens[at].lower.endswith("ed") or at + 2 >= len(tokens):
        return None
    found = phrases_behind.after(tokens, at + 2) if tokens[at + 1].lower in ("in", "at") else None
    head = any(token.lower in BODIES for token in tokens[slice(*found)]) if found else False
    return (found, (at, at + 1)) if found and head else None


def inverted(tokens: Tokens, at: int) -> tuple[Range, Range] | None:
    """Who reports and the cue, where its form is a noun too and no verb for other rules: "reports the agency"."""
    if tokens[at].lower not in NOUNS or at + 1 >= len(tokens) or tokens[at + 1].lower in BY:
        return None
    source = behind(tokens, at)
    begins = tokens[at + 1].lower in DETERMINERS or phrases.is_name(tokens[at + 1])
    ends = source is not None and all(not token.text[0].isalnum() for token in tokens[source[1] :])
    return (source, (at, at + 1)) if source and begins and ends else None


def may_speak(tokens: Tokens, phrase: Range) -> bool:
    """Whether a phrase names or describes somebody who speaks; "I" and "we" are the article's own."""
    part = tokens[slice(*phrase)]
    if any(phrases.is_time(token) or is_reporting_form(token.lower) for token in part[:1]):
        return False
    named = any(phrases.is_name(token) or token.lower in ROLES | GROUPS | BODIES for token in part)
    return named or (len(part) == 1 and part[0].lower in ("he", "she", "they"))
