"""Where words that were said begin and end: quotation marks decide; and whether they are quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.quotes import Quote, pair
from kg.model import Span, StatementKind

ENDS: Final = " \t\r\n.,;:–—-"
ASIDE: Final = 4
"""At most so many words beside a quotation are no part of what was said."""
PLACED: Final = re.compile(r"(?:in|on|at|with|across|under|above|over|beside|below)\s")
PLACE: Final = 12
"""At most so many words tell before a colon where or how something is written."""
THAT: Final = re.compile(
    r"(?:(?:only|just|merely|simply|then|also|first|later|again|instead|yesterday|today|even)\s+)?that[ ,]"
    r"(?!(?:is|was|were|will|would|can|could|may|might|must|should|has|had|does|did) )(?=.)",
    re.IGNORECASE,
)
"""The conjunction at the head of a clause, with an adverb of the cue before it: "announced then that".

In "said that was all" it is none.
"""
LINE: Final = re.compile(r"[^\r\n]+")
CITED: Final = re.compile(r",\s+(?:citing|quoting)\s")
CITED_FIRST: Final = re.compile(
    r"(?:citing|quoting)\s[^\"“”;:\n]{1,100}?,\s+that\s+"
    r"|(?:of )?which\s[^;:\n]{1,80}?\s(?:received|obtained|seen|saw|got)(?: a copy)?,?\s+that\s+"
)
"""Whom or what a report goes by, behind its words and before them: "…, citing two officials", "citing …, that".

So who received it, before them: "said in a statement which the paper received that …".
"""


def set_borders(
    text: str, contents: Iterable[Span], cue: Span, quoted: list[Quote], share: float, asides: bool
) -> tuple[Span, ...]:
    """The pieces of a content with their borders set; none if nothing is left.

    A piece that is at least `share` of the quotation that holds it becomes the whole, with its marks, unless the cue
    stands in that quotation too; each line is a piece of its own. Without `asides` the word "that" at the head and
    words beside a quotation are left out. Whom the source cites was never said.
    """
    pieces = [whole(piece, cue, quoted, share) for piece in contents]
    pieces = [without_lead(text, piece, quoted) for piece in pieces]
    pieces = [without_citing(text, part, quoted) for piece in pieces for part in by_lines(text, piece)]
    if not asides:
        pieces = without_asides(text, [without_that(text, piece) for piece in pieces], quoted)
    return tuple(kept for kept in (trim(text, piece) for piece in pieces) if kept)


def near(quoted: list[Quote], span: Span) -> list[Quote]:
    """The quotations, given in text order, that share a character with a span."""
    first = bisect_right(quoted, span.start, key=lambda quote: quote.outer.end)
    past = bisect_right(quoted, span.end - 1, key=lambda quote: quote.outer.start)
    return quoted[first:past]


def seen_from(text: str, cue: Span, quoted: list[Quote]) -> list[Quote]:
    """The quotations that count for a cue: where it stands in one itself, those within that one in its place."""
    around = next((quote for quote in near(quoted, cue) if quote.inner.holds(cue)), None)
    if around is None:
        return quoted
    at = quoted.index(around)
    return [*quoted[:at], *pair(text, [around.inner]), *quoted[at + 1 :]]


def by_lines(text: str, piece: Span) -> list[Span]:
    """The parts of a piece that lie in different lines, which are pieces of their own."""
    lines = LINE.finditer(text, piece.start, piece.end)
    return [Span(*line.span()) for line in lines if line.group().strip()]


def without_asides(text: str, pieces: list[Span], quoted: list[Quote]) -> list[Span]:
    """The pieces without those of a few words beside longer ones: outside the quotation if there is one, or pronouns.

    "After the match" of "After the match, he said: …", "she" of "she was told to go" were not said; but words that a
    quotation goes on with were: "the mayor to" of "asked the mayor to “go home”".
    """

    def is_aside(piece: Span) -> bool:
        words = len(piece.of(text).split())
        if any(quote.outer == piece for quote in quoted):
            return False
        limit = ASIDE if any_whole and not near(quoted, piece) else 1
        return words <= limit

    parts = [quote.inner for piece in pieces for quote in near(quoted, piece)]
    any_whole = any(not part.of(text)[:1].islower() for part in parts)
    return [piece for piece in pieces if not is_aside(piece)] or pieces


def whole(piece: Span, cue: Span, quoted: list[Quote], share: float) -> Span:
    """The quotation that holds the piece and not the cue, if the piece is at least this share of it; else the piece."""
    for quote in near(quoted, piece):
        if quote.outer.holds(cue):
            continue
        if quote.outer.holds(piece) and piece.end - piece.start >= share * (quote.outer.end - quote.outer.start):
            return quote.outer
    return piece


def without_that(text: str, piece: Span) -> Span:
    """The piece without the conjunction at its head: the words said do not hold it."""
    found = THAT.match(text, piece.start, piece.end)
    return replace(piece, start=found.end()) if found else piece


def without_lead(text: str, piece: Span, quoted: list[Quote]) -> Span:
    """The quotation that a piece ends with, where a colon and few words stand before it: "praised Lee: “A giant.”".

    Where and how it is written may take more of them: "says, in letters of a man's height: “Closed”".
    """
    lead, colon, rest = piece.of(text).partition(":")
    start = piece.start + len(lead) + 1 + len(rest) - len(rest.lstrip())
    if not colon or len(lead.split()) > (PLACE if PLACED.match(lead) else ASIDE):
        return piece
    ends = (quote.outer for quote in near(quoted, piece))
    return next((outer for outer in ends if (outer.start, outer.end) == (start, piece.end)), piece)


def without_citing(text: str, piece: Span, quoted: list[Quote]) -> Span:
    """The piece without whom or what its source cites for it, unless that stands in a quotation."""
    start = found.end() if (found := CITED_FIRST.match(text, piece.start, piece.end)) else piece.start
    for cited in CITED.finditer(text, start + 1, piece.end):
        if not any(quote.outer.holds(Span(*cited.span())) for quote in near(quoted, piece)):
            return Span(start, cited.start())
    return Span(start, piece.end)


def trim(text: str, span: Span) -> Span | None:
    """The span without white space and marks that part sentences at its ends; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in ENDS:
        start += 1
    while end > start and text[end - 1] in ENDS:
        end -= 1
    return Span(start, end) if start < end else None


def kind(text: str, contents: tuple[Span, ...], quoted: list[Quote]) -> StatementKind:
    """Direct if all words of the content stand in quotation marks, mixed if some do."""
    inside = total = 0
    for piece in contents:
        total += letters(text, piece)
        inside += sum(letters(text, part) for part in quoted_parts(piece, quoted))
    if inside == total:
        return StatementKind.DIRECT
    return StatementKind.MIXED if inside else StatementKind.INDIRECT


def letters(text: str, span: Span) -> int:
    """How many letters and digits a span holds."""
    return sum(c.isalnum() for c in span.of(text))


def quoted_parts(piece: Span, quoted: list[Quote]) -> list[Span]:
    """The parts of a piece that stand in quotation marks, without the marks."""
    inner = (quote.inner for quote in near(quoted, piece))
    parts = ((max(q.start, piece.start), min(q.end, piece.end)) for q in inner)
    return [Span(start, end) for start, end in parts if start < end]


def without_marks(text: str, contents: tuple[Span, ...], quoted: list[Quote]) -> tuple[Span, ...]:
    """The pieces of direct speech without quotation marks and the commas before closing ones: a piece per quotation."""
    parts = (part for piece in contents for part in quoted_parts(piece, quoted))
    kept = (Span(part.start, part.start + len(part.of(text).rstrip(", \t"))) for part in parts if letters(text, part))
    return tuple(dict.fromkeys(kept))


def nearest(sources: tuple[Span, ...], cue: Span) -> Span | None:
    """The source phrase that stands next to the cue; the one before it if two are equally near."""
    return min(sources, key=lambda s: (max(s.start - cue.end, cue.start - s.end), s.start), default=None)


def shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    """The characters that both hold as a share of those that either holds."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(s.end - s.start for s in (*one, *other)) - common
    return common / total
