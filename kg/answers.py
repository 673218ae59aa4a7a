"""What `kg.read` answers with: plain frozen values, for the command line and the API alike."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from kg.model import DatePrecision, Medium, Polarity, SourceKind, Span, SpeechAct, Stance, StatementKind

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing with an IRI and a name: an actor, a place, an article."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """Where a statement is printed."""

    iri: str
    title: str | None
    url: str | None
    publisher: str | None
    published: dt.date | None
    sha256: str


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """A number with what it counts."""

    iri: str
    text: str
    value: Decimal
    unit: str | None
    counted: str | None
    qualifier: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """Who is reported to have said what, where, when, and at which characters.

    `speaker` is None where it is unresolved. `content`, `cue_span` and `source_span` count in the archived text with
    the article's hash, as do all spans. `date` is the day it was said, else the day it was published. `within` is the
    IRI of the statement that reports this one. `role` is printed beside the speaker's name. Of a speaker without
    a name, `source_kind` tells who it is said to be, `source_number` how many, and `anonymity` why it has no name.
    """

    iri: str
    text: str
    kind: StatementKind
    act: SpeechAct
    speaker: Ref | None
    article: ArticleRef
    content: tuple[Span, ...]
    cue: str | None = None
    cue_span: Span | None = None
    source: str | None = None
    source_span: Span | None = None
    quoted: tuple[str, ...] = ()
    about: tuple[Ref, ...] = ()
    addressed_to: tuple[Ref, ...] = ()
    relayed_by: tuple[Ref, ...] = ()
    place: Ref | None = None
    medium: Medium | None = None
    date: dt.date | None = None
    said_not_before: dt.date | None = None
    said_not_after: dt.date | None = None
    said_precision: DatePrecision | None = None
    said_span: Span | None = None
    within: str | None = None
    figures: tuple[FigureAnswer, ...] = ()
    confidence: Decimal = Decimal(1)
    rule: str = ""
    extractor: str = ""
    polarity: Polarity = Polarity.AFFIRMED
    stance: Stance = Stance.ACKNOWLEDGES
    role: str | None = None
    role_span: Span | None = None
    anonymity: str | None = None
    anonymity_span: Span | None = None
    source_kind: SourceKind | None = None
    source_number: int | None = None
    speaker_confidence: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The paragraph around a statement: `text` is characters [start, start + len(text)) of the archived text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class ActorAnswer:
    """A person, organisation, group or document, and how often it speaks and is spoken of."""

    iri: str
    name: str
    type: str
    unnamed: bool
    also_known_as: tuple[str, ...]
    statements: int
    mentioned_in: int
    """In how many statements of others or its own it is mentioned."""


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """A place, and how many statements mention it."""

    iri: str
    name: str
    also_known_as: tuple[str, ...]
    geonames: int | None
    latitude: Decimal | None
    longitude: Decimal | None
    mentioned_in: int


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """An article that was read, with how many statements it reports."""

    iri: str
    title: str | None
    url: str | None
    id: str | None
    published: dt.date | None
    published_at: dt.datetime | None
    publisher: str | None
    authors: tuple[str, ...]
    language: str | None
    translated_from: str | None
    sha256: str
    length: int
    statements: int


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of the answers, in a stable order; `next` continues after them and is None at the end."""

    items: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What statements are asked for; None filters nothing.

    `by`, `about` and `place` are an IRI or (part of) a name; words of a name match at their beginnings, without case or
    accents. `about` also matches statements that have the words in their text. `words` searches the text alone.
    `by` = "unresolved" asks for statements without a known speaker. `since` and `until` are inclusive days compared
    with `StatementAnswer.date`; statements without a date match neither. `article` is an IRI or a URL.
    """

    by: str | None = None
    about: str | None = None
    words: str | None = None
    kind: StatementKind | None = None
    act: SpeechAct | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    article: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Stats:
    """What a store holds."""

    articles: int
    statements: int
    quotations: int
    unresolved: int
    actors: int
    places: int
    triples: int
    by_kind: dict[str, int] = field(default_factory=dict)
    by_act: dict[str, int] = field(default_factory=dict)
