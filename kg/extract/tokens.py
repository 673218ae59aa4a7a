"""Tokens: words, numbers, punctuation marks, and each outermost quotation as one token."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract.lexicon import ABBREVIATIONS
from kg.extract.quotes import Quote
from kg.model import Span

TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    rf"|\b(?:[A-Z]|{'|'.join(sorted(word.capitalize() for word in ABBREVIATIONS))})\.(?=\s)"
    r"|\d+(?:[.,]\d+)+"
    r"|[@#]?[^\W_]+(?:[-'’‑][^\W_]+)*"
    r"|\.{2,}|-{2,}|\S"
)
GLUED: Final = re.compile(r"(\w{3,}?)(according|although|whose)")
"""Two words that a scrape glued together: "citiesaccording"."""

QUOTED: Final = "”"
"""What `Token.lower` is for a quotation."""


class Token(NamedTuple):
    """A word, number, punctuation mark or quotation at [start, end) of the text.

    A quotation has `quote` set; its `text` is the words inside and its `lower` is QUOTED.
    """

    text: str
    lower: str
    start: int
    end: int
    quote: Quote | None = None


Tokens = tuple[Token, ...]


def span_of(tokens: Tokens, first: int, last: int) -> Span:
    """The characters from the token `first` to before the token `last`."""
    return Span(tokens[first].start, tokens[last - 1].end)


def tokenise(text: str, span: Span, quotes: list[Quote]) -> list[Token]:
    """The tokens of a stretch of text with its quotations."""
    tokens: list[Token] = []
    at = span.start
    for quote in quotes:
        tokens += words(text, at, quote.outer.start)
        tokens.append(Token(quote.inner.of(text), QUOTED, quote.outer.start, quote.outer.end, quote))
        at = quote.outer.end
    return tokens + words(text, at, span.end)


def flatten(text: str, span: Span, quotes: list[Quote]) -> Tokens:
    """The tokens of a stretch of text, those inside its quotations too; where a mark was lost a word still ends."""
    tokens: list[Token] = []
    at = span.start
    for quote in quotes:
        for edge in (quote.outer.start, quote.inner.start, quote.inner.end, quote.outer.end):
            tokens += words(text, at, edge)
            at = edge
    return (*tokens, *words(text, at, span.end))


def words(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of text without quotations; possessives and glued words are split."""
    tokens = []
    for found in TOKEN.finditer(text, start, end):
        word, (left, right) = found[0], found.span()
        cut_at = len(word) - 2 if word[-2:] in ("'s", "’s") and len(word) > 2 else 0
        if not cut_at and len(word) > 8 and word.endswith(("according", "although", "whose")):
            cut_at = m.end(1) if (m := GLUED.fullmatch(word)) else 0
        if cut_at:
            tokens.append(Token(word[:cut_at], word[:cut_at].lower(), left, left + cut_at))
            left, word = left + cut_at, word[cut_at:]
        tokens.append(Token(word, word.lower().replace("’", "'").replace(QUOTED, '"'), left, right))
    return tokens
