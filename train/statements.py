"""From a model's candidates to statements: what is likely enough, with borders that quotation marks decide."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extract import quotes
from kg.extract.cues import forms
from kg.extract.network.candidate import Candidate
from kg.extract.quotes import Quote
from kg.model import Span, StatementKind

ENDS = " \t\r\n.,;:–—-"
ASIDE = 4
"""At most so many words beside a quotation are no part of what was said."""


@dataclass(frozen=True)
class Options:
    """What is kept and how borders are set.

    `threshold` is the least score of a statement; `overlap` how much of its content a likelier one may share; `quote`
    the share of a quotation from which on a piece within it means the whole; `polnear` counts as content what PolNeAR
    does and readers for the graph do not, the word "that" at its head and asides; `attitudes` keeps reports of wishes
    and feelings.
    """

    threshold: float = 0.3
    overlap: float = 0.5
    quote: float = 0.3
    polnear: bool = True
    attitudes: bool = True


@dataclass(frozen=True)
class Found:
    """One statement: content in pieces, source, cue, how it is reported, and its probability."""

    kind: StatementKind
    contents: tuple[Span, ...]
    source: Span | None
    cue: Span
    score: float


def statements(text: str, candidates: list[Candidate], options: Options) -> list[Found]:
    """The statements among the candidates of a text, in the order of their content."""
    quoted = quotes.pair(text, quotes.paragraphs(text))
    likely = [c for c in candidates if c.score >= options.threshold]
    if not options.attitudes:
        likely = [c for c in likely if not is_attitude(c.cue.of(text))]
    kept: list[Found] = []
    for c in sorted(likely, key=lambda c: (-c.score, c.cue)):
        found = statement(text, c, quoted, options)
        if found and all(shared(found.contents, other.contents) < options.overlap for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda s: (s.contents, s.cue))


def statement(text: str, c: Candidate, quoted: list[Quote], options: Options) -> Found | None:
    """The candidate with its borders set; None if no content is left."""
    pieces = [whole(piece, quoted, options.quote) for piece in c.contents]
    pieces = [part for piece in pieces for part in paragraphs(text, piece)]
    if not options.polnear:
        pieces = without_asides(text, [without_that(text, p) for p in pieces], quoted)
    contents = tuple(p for p in (trim(text, piece) for piece in pieces) if p)
    if not contents:
        return None
    return Found(kind(text, contents, quoted), contents, nearest(c.sources, c.cue), c.cue, c.score)


def paragraphs(text: str, piece: Span) -> list[Span]:
    """The parts of a piece that lie in different lines, which are pieces of their own."""
    lines = re.finditer(r"[^\r\n]+", text[piece.start : piece.end])
    return [Span(piece.start + line.start(), piece.start + line.end()) for line in lines if line.group().strip()]


def without_asides(text: str, pieces: list[Span], quoted: list[Quote]) -> list[Span]:
    """The pieces without those of a few words beside longer ones: outside the quotation if there is one, or pronouns.

    "After the match" of "After the match, he said: …", "she" of "she was told to go" were not said.
    """

    def is_aside(piece: Span) -> bool:
        words = len(piece.of(text).split())
        limit = ASIDE if any_quoted and not any(q.outer.overlaps(piece) for q in quoted) else 1
        return words <= limit

    any_quoted = any(q.outer.overlaps(piece) for piece in pieces for q in quoted)
    return [piece for piece in pieces if not is_aside(piece)] or pieces


def whole(piece: Span, quoted: list[Quote], share: float) -> Span:
    """The quotation that holds the piece, if the piece is at least this share of it; else the piece."""
    for quote in quoted:
        if quote.outer.holds(piece) and piece.end - piece.start >= share * (quote.outer.end - quote.outer.start):
            return quote.outer
    return piece


def without_that(text: str, piece: Span) -> Span:
    """The piece without the conjunction at its head: the words said do not hold it."""
    if text[piece.start : piece.start + 5].lower() == "that " and piece.end - piece.start > 5:
        return replace(piece, start=piece.start + 5)
    return piece


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
    for i in (i for piece in contents for i in range(piece.start, piece.end) if text[i].isalnum()):
        total += 1
        inside += any(q.inner.start <= i < q.inner.end for q in quoted)
    if inside == total:
        return StatementKind.DIRECT
    return StatementKind.MIXED if inside else StatementKind.INDIRECT


def nearest(sources: tuple[Span, ...], cue: Span) -> Span | None:
    """The source phrase that stands next to the cue; the one before it if two are equally near."""
    return min(sources, key=lambda s: (max(s.start - cue.end, cue.start - s.end), s.start), default=None)


def is_attitude(cue: str) -> bool:
    """Whether a cue tells of something other than words: a wish, a feeling, an act; no verb that reports is in it."""
    words = cue.lower().split()
    reports = any(not form.verb.attitude for word in words for form in forms().get(word, ()))
    return not reports and "according" not in words


def shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    """The characters that both hold as a share of those that either holds."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(s.end - s.start for s in (*one, *other)) - common
    return common / total
