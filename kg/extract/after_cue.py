"""Words that stand behind their cue: "Lee said that …", "Lee said: “…”", "Lee called on them to …"."""

from __future__ import annotations

from typing import Final

from kg.extract.complements import complement
from kg.extract.cues import Cue
from kg.extract.lexicon import DOCUMENTS
from kg.extract.report import Found, pieces
from kg.extract.tokens import Tokens
from kg.model import Span

UNTOLD: Final = ("told", "deed", "allegation", "figure")
"""How words are attached of which nothing is said where nobody says them."""


def right(tokens: Tokens, cue: Cue, source: Span, limit: int, rule: str = "") -> Found | None:
    """The words behind a cue, before the token `limit`."""
    found = complement(tokens, cue, limit)
    if found is None or (found.verb.written and not written(tokens, source)):
        return None
    if found.frame == "rating" and any(t.lower == "which" and t.start == source.start for t in tokens):
        return None  # A fact classes a thing too: "12 metres, which classes it as a ship".
    if found.frame in UNTOLD and nobody(tokens, source):
        return None
    end = quote_end(tokens, found.start, found.end) if found.frame == "quote" else found.end
    words = pieces(tokens, found.start, end)
    return Found(words, source, found.verb, rule or f"said-{found.frame}", found.addressee) if words else None


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
