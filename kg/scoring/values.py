"""What is compared: statements as people marked them and as an extractor printed them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.model import Article, Span

Spans = tuple[Span, ...]
Days = tuple[date, date]
"""The first and the last day on which it can have been said."""


@dataclass(frozen=True, slots=True)
class GoldDetails:
    """What else readers told of a statement; of what `told` does not name they told nothing.

    `acts` are the accepted speech acts, the best first. `within` is the place, among the article's statements, of the
    one that reports this one. `roles` are all places where a role is printed beside the speaker's name.
    """

    told: frozenset[str] = frozenset()
    acts: tuple[str, ...] = ()
    polarity: str | None = None
    stance: str | None = None
    said: Days | None = None
    within: int | None = None
    relayed_by: tuple[str, ...] = ()
    roles: Spans = ()


@dataclass(frozen=True, slots=True)
class PredictedDetails:
    """The same as an extractor printed it; `within` is the id of a statement, `relayed_by` holds names."""

    act: str | None = None
    polarity: str | None = None
    stance: str | None = None
    said: Days | None = None
    within: str | None = None
    relayed_by: tuple[str, ...] = ()
    role: Spans = ()


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement as readers marked it; a source or cue may have several pieces, or none.

    `speaker` with `also` are the names that a careful reader accepts, `kind` direct, indirect or mixed and `type` as
    in the JSON Lines: all None (and empty) in a form that does not tell them. Readers disagree about `optional` ones.
    """

    content: Spans
    source: Spans
    cue: Spans
    kind: str | None = None
    speaker: str | None = None
    also: tuple[str, ...] = ()
    type: str | None = None
    optional: bool = False
    details: GoldDetails = field(default_factory=GoldDetails)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with what readers marked in it.

    `names_speakers` says whether they named who speaks, `marks_attitudes` whether they marked wishes, intentions and
    feelings too.
    """

    name: str
    article: Article
    statements: tuple[GoldStatement, ...]
    names_speakers: bool
    marks_attitudes: bool


@dataclass(frozen=True, slots=True)
class PredictedStatement:
    """A statement as an extractor printed it; `speaker` is the name of the entity, with its type, if resolved.

    The confidences, between 0 and 1, are None where it tells none.
    """

    content: Spans
    source: Spans
    cue: Spans
    kind: str | None
    speaker: str | None
    type: str | None
    id: str | None
    details: PredictedDetails = field(default_factory=PredictedDetails)
    confidence: float | None = None
    speaker_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Prediction:
    """One article as an extractor printed it. `where` names it in messages, `name` is its file's without suffix."""

    where: str
    name: str
    sha256: str | None
    statements: tuple[PredictedStatement, ...]
