"""Where quoted words are told apart from what an article says beside them, in what a network proposes.

Quotation marks that a cue introduces hold all that it reports: "they said, “Go home” and …", and what stands between
two quotations of one speaker as "…, where he lives" is the article's own. A sentence of quotations behind a clause
that is not quoted is said for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract.borders import near
from kg.extract.quotes import Quote
from kg.model import Span

INTRODUCED: Final = re.compile(r"\s*[,:]?\s*")
"""All that stands between a cue and the quotation that it introduces."""
ENDS: Final = frozenset(".!?…,")
BREAK: Final = re.compile(r"[.!?…]\s+$")
"""What stands before a sentence that begins with a quotation."""
ASIDE: Final = re.compile(r"(?:where|who|which|whose|when|while|as|after|during)\b")
CLAUSE: Final = 3
"""So many words may be a clause."""


def only_introduced(text: str, cue: Span, pieces: tuple[Span, ...], quotes: list[Quote]) -> tuple[Span, ...]:
    """The quotation that a cue introduces, and quotations behind it, without the words around them."""
    if not pieces or pieces[0].start < cue.end:
        return pieces
    first = next((quote for quote in near(quotes, pieces[0]) if quote.outer.start == pieces[0].start), None)
    if first is None or not INTRODUCED.fullmatch(text, cue.end, first.outer.start):
        return pieces
    inner = first.inner.of(text)
    if not inner[:1].isupper() or (inner[-1] not in ENDS and text[first.outer.start - 2] not in ",:"):
        return pieces
    kept = ((piece, quote.outer) for piece in pieces for quote in near(quotes, piece))
    return tuple(
        Span(max(piece.start, outer.start), min(piece.end, outer.end))
        for piece, outer in kept
        if outer == first.outer or BREAK.search(text[max(0, outer.start - 4) : outer.start])
    )


def without_between(text: str, cue: Span, pieces: tuple[Span, ...], quotes: list[Quote]) -> tuple[Span, ...]:
    """The pieces without clauses of the article's own behind the cue, if the others are quotations."""
    marked = {quote.outer for piece in pieces for quote in near(quotes, piece)}
    own = tuple(piece for piece in pieces if piece in marked)
    rest = (piece for piece in pieces if piece not in marked)
    if own and all(piece.start > cue.end and ASIDE.match(text, piece.start) for piece in rest):
        return own
    return pieces


def sentences_apart(text: str, pieces: Iterable[Span], quotes: list[Quote]) -> tuple[Span, ...]:
    """The pieces, those cut that go on behind a clause with a sentence in quotation marks."""
    return tuple(part for piece in pieces for part in cut(text, piece, quotes))


def cut(text: str, piece: Span, quotes: list[Quote]) -> tuple[Span, ...]:
    """A piece as one, or as a clause without marks and the sentence of quotations behind it."""
    first = next((quote.outer for quote in near(quotes, piece)), None)
    if first is None or first.start <= piece.start or not BREAK.search(text[piece.start : first.start]):
        return (piece,)
    clause = Span(piece.start, piece.start + len(text[piece.start : first.start].rstrip()))
    return (clause, Span(first.start, piece.end)) if len(clause.of(text).split()) >= CLAUSE else (piece,)
