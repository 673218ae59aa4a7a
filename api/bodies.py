"""What answers look like as JSON: the one place where the values of kg.answers become JSON.

Dates are ISO 8601, numbers of characters count Unicode code points of the archived text; what is unknown is null.
"""

from __future__ import annotations

import datetime as dt

from typing_extensions import TypedDict

from kg.answers import ActorAnswer, ArticleAnswer, ArticleRef, FigureAnswer, PlaceAnswer, Ref, StatementAnswer
from kg.model import Span


class SpanBody(TypedDict):
    """Characters [start, end) of the archived text."""

    start: int
    end: int


class RefBody(TypedDict):
    """A thing with its IRI, its id at this service, and its name."""

    iri: str
    id: str
    name: str


class ArticleRefBody(TypedDict):
    """Where a statement is printed; `sha256` is the hash of the text that offsets count in."""

    iri: str
    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    sha256: str


class FigureBody(TypedDict):
    """A number with what it counts."""

    iri: str
    text: str
    value: float
    unit: str | None
    counted: str | None
    qualifier: str | None
    span: SpanBody


class StatementBody(TypedDict):
    """Who is reported to have said what, where, when, and at which characters."""

    iri: str
    id: str
    text: str
    kind: str
    act: str
    speaker: RefBody | None
    article: ArticleRefBody
    content: list[SpanBody]
    quoted: list[str]
    cue: str | None
    cue_span: SpanBody | None
    source: str | None
    source_span: SpanBody | None
    about: list[RefBody]
    addressed_to: list[RefBody]
    relayed_by: list[RefBody]
    place: RefBody | None
    medium: str | None
    date: str | None
    said_not_before: str | None
    said_not_after: str | None
    said_precision: str | None
    said_span: SpanBody | None
    within: str | None
    figures: list[FigureBody]
    confidence: float
    rule: str
    extractor: str
    polarity: str
    stance: str
    role: str | None
    role_span: SpanBody | None
    anonymity: str | None
    anonymity_span: SpanBody | None
    source_kind: str | None
    source_number: int | None
    speaker_confidence: float | None


class ContextBody(TypedDict):
    """The paragraph around a statement, from character `start` of the archived text."""

    text: str
    start: int


class StatementPage(StatementBody):
    """A statement, with its paragraph where that may be shown, and a link to its words in the article."""

    context: ContextBody | None
    link: str | None


class ActorBody(TypedDict):
    """A person, organisation, group or document, and how often it speaks and is spoken of."""

    iri: str
    id: str
    name: str
    type: str
    unnamed: bool
    also_known_as: list[str]
    statements: int
    mentioned_in: int


class PlaceBody(TypedDict):
    """A place, and how many statements mention it."""

    iri: str
    id: str
    name: str
    also_known_as: list[str]
    geonames: int | None
    latitude: float | None
    longitude: float | None
    mentioned_in: int


class ArticleBody(TypedDict):
    """An article that was read, with how many statements it reports."""

    iri: str
    id: str
    title: str | None
    url: str | None
    given_id: str | None
    published: str | None
    published_at: str | None
    publisher: str | None
    authors: list[str]
    language: str | None
    translated_from: str | None
    sha256: str
    length: int
    statements: int


def local_id(iri: str) -> str:
    """What a thing is called at this service: the last segment of its IRI's path."""
    return iri.partition("#")[0].rpartition("/")[2]


def statement(answer: StatementAnswer) -> StatementBody:
    """A statement as JSON."""
    return StatementBody(
        iri=answer.iri,
        id=local_id(answer.iri),
        text=answer.text,
        kind=answer.kind.value,
        act=answer.act.value,
        speaker=_ref(answer.speaker),
        article=_article_ref(answer.article),
        content=[_given_span(span) for span in answer.content],
        quoted=list(answer.quoted),
        cue=answer.cue,
        cue_span=_span(answer.cue_span),
        source=answer.source,
        source_span=_span(answer.source_span),
        about=_refs(answer.about),
        addressed_to=_refs(answer.addressed_to),
        relayed_by=_refs(answer.relayed_by),
        place=_ref(answer.place),
        medium=answer.medium.value if answer.medium else None,
        date=_day(answer.date),
        said_not_before=_day(answer.said_not_before),
        said_not_after=_day(answer.said_not_after),
        said_precision=answer.said_precision.value if answer.said_precision else None,
        said_span=_span(answer.said_span),
        within=answer.within,
        figures=[_figure(figure) for figure in answer.figures],
        confidence=float(answer.confidence),
        rule=answer.rule,
        extractor=answer.extractor,
        polarity=answer.polarity.value,
        stance=answer.stance.value,
        role=answer.role,
        role_span=_span(answer.role_span),
        anonymity=answer.anonymity,
        anonymity_span=_span(answer.anonymity_span),
        source_kind=answer.source_kind.value if answer.source_kind else None,
        source_number=answer.source_number,
        speaker_confidence=None if answer.speaker_confidence is None else float(answer.speaker_confidence),
    )


def actor(answer: ActorAnswer) -> ActorBody:
    """An actor as JSON."""
    return ActorBody(
        iri=answer.iri,
        id=local_id(answer.iri),
        name=answer.name,
        type=answer.type,
        unnamed=answer.unnamed,
        also_known_as=list(answer.also_known_as),
        statements=answer.statements,
        mentioned_in=answer.mentioned_in,
    )


def place(answer: PlaceAnswer) -> PlaceBody:
    """A place as JSON."""
    return PlaceBody(
        iri=answer.iri,
        id=local_id(answer.iri),
        name=answer.name,
        also_known_as=list(answer.also_known_as),
        geonames=answer.geonames,
        latitude=None if answer.latitude is None else float(answer.latitude),
        longitude=None if answer.longitude is None else float(answer.longitude),
        mentioned_in=answer.mentioned_in,
    )


def article(answer: ArticleAnswer) -> ArticleBody:
    """An article as JSON."""
    return ArticleBody(
        iri=answer.iri,
        id=local_id(answer.iri),
        title=answer.title,
        url=answer.url,
        given_id=answer.id,
        published=_day(answer.published),
        published_at=answer.published_at.isoformat() if answer.published_at else None,
        publisher=answer.publisher,
        authors=list(answer.authors),
        language=answer.language,
        translated_from=answer.translated_from,
        sha256=answer.sha256,
        length=answer.length,
        statements=answer.statements,
    )


def _figure(answer: FigureAnswer) -> FigureBody:
    return FigureBody(
        iri=answer.iri,
        text=answer.text,
        value=float(answer.value),
        unit=answer.unit,
        counted=answer.counted,
        qualifier=answer.qualifier,
        span=_given_span(answer.span),
    )


def _article_ref(answer: ArticleRef) -> ArticleRefBody:
    return ArticleRefBody(
        iri=answer.iri,
        id=local_id(answer.iri),
        title=answer.title,
        url=answer.url,
        publisher=answer.publisher,
        published=_day(answer.published),
        sha256=answer.sha256,
    )


def _refs(answers: tuple[Ref, ...]) -> list[RefBody]:
    return [RefBody(iri=answer.iri, id=local_id(answer.iri), name=answer.name) for answer in answers]


def _ref(answer: Ref | None) -> RefBody | None:
    return _refs((answer,))[0] if answer else None


def _given_span(span: Span) -> SpanBody:
    return SpanBody(start=span.start, end=span.end)


def _span(span: Span | None) -> SpanBody | None:
    return _given_span(span) if span else None


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
