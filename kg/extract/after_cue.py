"""Words that stand behind their cue: "Lee said that …", "Lee said: “…”", "Lee called on them to …"."""

from __future__ import annotations

from typing import Final

from kg.extract.complements import Complement, complement
from kg.extract.cues import Cue
from kg.extract.lexicon import DOCUMENTS, PREPOSITIONS
from kg.extract.phrases import is_finite
from kg.extract.report import Found, pieces
from kg.extract.tokens import Tokens
from kg.model import Span

FINDING: Final = ("find", "show")
UNTOLD: Final = ("told", "deed", "allegation", "figure")
"""How words are attached of which nothing is said where nobody says them."""


def right(tokens: Tokens, cue: Cue, source: Span, limit: int, rule: str = "") -> Found | None:
    """The words behind a cue, before the token `limit`."""
    found = complement(tokens, cue, limit)
    if found is None or untold(tokens, found, source):
        return None
    words = pieces(tokens, found.start, last(tokens, found))
    return Found(words, source, found.verb, rule or f"said-{found.frame}", found.addressee) if words else None


def untold(tokens: Tokens, found: Complement, source: Span) -> bool:
    """Whether such a source does not tell these words: a fact, nobody, or somebody who finds or shows a thing."""
    if found.verb.written and not written(tokens, source):
        return True
    if found.frame == "rating":  # A fact classes a thing too: "12 metres, which classes it as a ship".
        return any(t.lower == "which" and t.start == source.start for t in tokens)
    if found.frame == "clause" and found.verb.lemma in FINDING:
        return not written(tokens, source) and not is_told(tokens[found.start : found.end])
    return found.frame in UNTOLD and nobody(tokens, source)


def last(tokens: Tokens, found: Complement) -> int:
    """Where the words end: with a quotation that they begin with, or with what somebody is called."""
    if found.frame == "naming":
        return next((at + 1 for at in range(found.start, found.end - 1) if named(tokens, at)), found.end)
    return quote_end(tokens, found.start, found.end) if found.frame == "quote" else found.end


def named(tokens: Tokens, at: int) -> bool:
    """Whether a quotation at a token is what a thing is called, where or when behind it: "a “thief” in May"."""
    return tokens[at].quote is not None and tokens[at + 1].lower in PREPOSITIONS - {"of", "and"}


def is_told(words: Tokens) -> bool:
    """Whether words behind a verb that finds things too are a clause: a verb stands before a comma or "until"."""
    past = next((n for n, token in enumerate(words) if token.lower in (",", "until", "till")), len(words))
    return any(is_finite(t) or t.lower.endswith("ed") or t.quote for t in words[1:past])


def nobody(tokens: Tokens, source: Span) -> bool:
    """Whether a source says that nobody speaks: "no group has claimed responsibility"."""
    return any(t.start == source.start and t.lower in ("no", "none", "nobody", "neither") for t in tokens)


def written(tokens: Tokens, source: Span) -> bool:
    """Whether a source is a document or sign, or people with one."""
    return any(t.lower in DOCUMENTS for t in tokens if source.start <= t.start < source.end + 60)


def quote_end(tokens: Tokens, start: int, end: int) -> int:
    """Where words that begin with a quotation end: with it, or with the clause that it begins."""
    quote, at = tokens[start], start + 1
    while at + 1 < end and tokens[at].lower in (",", "and", "or", "y") and tokens[at + 1].quote:
        at += 2
    if at >= end or quote.text.rstrip()[-1:] in (",", ".", "!", "?", "…"):
        return at
    introduced = start > 0 and tokens[start - 1].lower in (",", ":")
    closed = tokens[at].lower in (",", "and", "in", "on", "as", "(")
    return at if introduced or closed or quote.text[:1].isupper() else end
