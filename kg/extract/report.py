"""Reports: who says what, as spans, before anyone is resolved; and how the words of one are cut from a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cues import Verb
from kg.extract.phrases import Range
from kg.extract.tokens import Token, Tokens, span_of
from kg.model import Span, SpeechAct, StatementKind

NAMING = frozenset(("named", "called", "titled", "entitled", "dubbed", "nicknamed"))
"""Before a quotation these make a name of it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one sentence reports; without a source the last speaker goes on."""

    kind: StatementKind
    pieces: tuple[Span, ...]
    quoted: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    act: SpeechAct
    rule: str
    sentence: int
    attitude: bool = False
    addressee: Span | None = None
    first_sentence: int | None = None

    @property
    def home(self) -> int:
        """The number of the sentence with the cue; `sentence` is that of the last words."""
        return self.sentence if self.first_sentence is None else self.first_sentence


@dataclass(frozen=True, slots=True)
class Found:
    """The words that a cue reports, its source, the reading of the cue that takes them, and the rule."""

    pieces: tuple[Span, ...]
    source: Span | None
    verb: Verb
    rule: str
    addressee: Range | None = None


def implied(pieces: tuple[Span, ...], number: int) -> Report:
    """A quotation without cue and source: the last speaker goes on."""
    return Report(StatementKind.DIRECT, pieces, (), None, None, SpeechAct.ASSERTS, "implied", number)


def quotes_only(tokens: Tokens) -> bool:
    """Whether a sentence is nothing but quotations."""
    return any(t.quote for t in tokens) and not any(t.text[0].isalnum() for t in tokens if not t.quote)


def quoted_words(token: Token) -> Span:
    """The words of a quotation, without the comma before its closing mark."""
    assert token.quote
    inner = token.quote.inner
    kept = token.text.rstrip(", \t")
    return Span(inner.start, inner.start + len(kept)) if kept else inner


def pieces(tokens: Tokens, start: int, end: int) -> tuple[Span, ...]:
    """The words at the tokens [start, end): a quotation without its marks where it stands alone."""
    part = tokens[start:end]
    if quotes_only(tuple(t for t in part if t.lower not in ("and", "or", "y"))):
        return tuple(quoted_words(token) for token in part if token.quote)
    return (span_of(tokens, start, end),) if start < end else ()


def kind_of(tokens: Tokens, found: tuple[Span, ...]) -> tuple[StatementKind, tuple[Span, ...]]:
    """Direct, indirect or mixed; and the quoted parts of a mixed one."""
    quotes = [t.quote for i, t in enumerate(tokens) if t.quote and not (i and tokens[i - 1].lower in NAMING)]
    if all(any(q.inner.holds(piece) for q in quotes) for piece in found):
        return StatementKind.DIRECT, ()
    inside = tuple(q.inner for q in quotes if any(piece.overlaps(q.inner) for piece in found))
    return (StatementKind.MIXED if inside else StatementKind.INDIRECT), inside
