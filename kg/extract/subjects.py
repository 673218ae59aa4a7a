"""Where the source of a cue stands when it is not right before it: behind it, or as the subject of the sentence."""

from __future__ import annotations

from kg.extract import phrases, phrases_behind
from kg.extract.adverbials import OBJECTS
from kg.extract.before_cue import CLOSERS, quote_before
from kg.extract.cues import Cue
from kg.extract.lexicon import DOCUMENTS, GROUPS, ROLES
from kg.extract.phrases import Range
from kg.extract.tokens import QUOTED, Tokens, span_of
from kg.model import Span

NO_SOURCE = frozenset(("that", QUOTED, ",", ":", "to", "in", "on", "at", "of"))
"""What no source behind a cue begins with."""


def inverted(tokens: Tokens, cue: Cue) -> Range | None:
    """The source behind the cue ("…”, said Ann Lee", "…, believes Ann Lee"), if it stands there."""
    if cue.tense == "plain" or not cue.takes("quote") or not 0 < cue.first < cue.last < len(tokens):
        return None
    quote = quote_before(tokens, cue.first) is not None
    first = tokens[cue.last]
    if not (quote or tokens[cue.first - 1].lower == ",") or first.lower in NO_SOURCE or phrases.is_time(first):
        return None
    if not quote and (cue.takes("object") or first.lower in OBJECTS):
        return None
    found = phrases_behind.after(tokens, cue.last)
    if found is None or not closed(tokens, found[1]):
        return None
    return found if quote or holds_verb(tokens[max(0, cue.first - 41) : cue.first - 1]) else None


def holds_verb(tokens: Tokens) -> bool:
    """Whether a verb stands among the tokens, so that they can be a clause."""
    return any(phrases.is_finite(token) or token.lower.endswith("ed") for token in tokens)


def closed(tokens: Tokens, end: int) -> bool:
    """Whether the clause ends with a phrase that ends before the token `end`, adverbials apart."""
    if end >= len(tokens):
        return True
    return tokens[end].lower in CLOSERS or tokens[end].quote is not None or phrases.is_time(tokens[end])


def subject(tokens: Tokens) -> Span | None:
    """The subject of the sentence."""
    found = phrases.subject(tokens)
    return span_of(tokens, *found) if found else None


def carriers(tokens: Tokens, cue: Cue) -> Span | None:
    """Those who hold up the words: "protesters" of "protesters came with signs reading “…”"."""
    found = phrases.subject(tokens)
    if tokens[cue.first - 1].lower not in DOCUMENTS or not found or found[1] >= cue.first:
        return None
    people = any(tokens[i].lower in GROUPS | ROLES for i in range(*found))
    return span_of(tokens, *found) if people else None
