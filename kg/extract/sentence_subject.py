"""The noun phrase that opens a sentence, up to its first verb: what the sentence is about."""

from __future__ import annotations

from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.descriptions import SOME
from kg.extract.kinds_of_bodies import WHAT
from kg.extract.lexicon import DETERMINERS, GROUPS, PREPOSITIONS, PRONOUNS, ROLES, word_set
from kg.extract.numbers import WORDS
from kg.extract.phrases import BREAKS, RELATIVES, Range, before, is_finite, is_name, leads, opens_sentence
from kg.extract.tokens import Tokens, span_of, words
from kg.model import Span

PLACES: Final = word_set("in on at under from during for")
"""Adverbials that begin with these hold no clause."""
OPENERS: Final = word_set("that to where when as while because if after before what how why") | RELATIVES


def subject(tokens: Tokens) -> Range | None:
    """The noun phrase that opens a sentence, an adverbial before it left out, up to its first verb or preposition."""
    start = 0
    comma = next((i for i, token in enumerate(tokens[:15]) if token.lower == ","), None)
    verb = verb_behind(tokens, comma) if comma else None
    if verb:
        return before(tokens, verb)
    if comma and opens_sentence(tokens, (0, comma)):
        start = comma + 1
        if start < len(tokens) and tokens[start].lower in ("where", "which"):
            start = 1 + next((i for i, token in enumerate(tokens[:30]) if i > start and token.lower == ","), start - 1)
    while start < len(tokens) and leads(tokens[start], 2):
        start += 1
    end = start
    while end < min(len(tokens), start + 12) and not ends_subject(tokens, end, start):
        end += 1
    return (start, end) if end > start and tokens[start].lower not in PREPOSITIONS else None


def verb_behind(tokens: Tokens, comma: int) -> int | None:
    """Where the verb stands of a sentence that begins with an adverbial no comma ends: "In May the firm says …"."""
    if tokens[0].lower not in PLACES:
        return None
    for at in range(2, comma):
        if tokens[at].lower in OPENERS or tokens[at].quote:
            return None
        if is_finite(tokens[at]) or is_reporting_form(tokens[at].lower):
            determined = tokens[at - 1].lower in DETERMINERS or is_name(tokens[at])
            return None if determined else at
    return None


def ends_subject(tokens: Tokens, at: int, start: int) -> bool:
    """Whether the noun phrase that opens a sentence ends before a token."""
    token = tokens[at]
    if token.lower == "accused" and at > start and at + 1 < len(tokens) and tokens[at + 1].lower == ",":
        return False
    if token.quote or token.lower in BREAKS or token.lower == "," or is_finite(token) or token.lower in RELATIVES:
        return True
    if at == start:
        return False
    if token.lower in PREPOSITIONS or is_reporting_form(token.lower) or tokens[at - 1].lower in PRONOUNS:
        return True
    verb = token.lower.endswith("ed") and tokens[at - 1].lower not in DETERMINERS
    more = token.lower in ("of", "'s", "and", "for") or token.lower in ROLES | GROUPS | WHAT
    return verb or (
        is_name(tokens[at - 1])
        and tokens[at - 1].lower not in DETERMINERS | SOME | WORDS.keys()
        and not is_name(token)
        and not more
    )


def subject_of(text: str, sentence: Span, longest: int) -> Span | None:
    """The subject of a sentence that goes on behind it, of which at most so many characters are read."""
    tokens = tuple(words(text, sentence.start, min(sentence.end, sentence.start + longest)))
    found = subject(tokens)
    return span_of(tokens, *found) if found and found[1] < len(tokens) else None
