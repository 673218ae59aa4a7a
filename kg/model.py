"""The values that flow through Quoth: frozen, comparable, picklable, and nothing else.

    Article            one published text, as read, with what is known of it
    Span               characters [start, end) of an article's text, in Unicode code points
    Entity             who or what an article speaks of: one coreference chain with its mentions
    Statement          what the article reports that an entity said
    AnnotatedArticle   an article with its entities and statements, as one extractor read it

An `Entity` lives within one article; who it is across articles (an actor or a place of the graph) is decided in
`kg.identity`. All ids ("e1", "s1") hold within one `AnnotatedArticle` only.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

PIECES = " […] "
"""What joins the pieces of an interrupted statement into one text."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters [start, end) of a text, counted in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span holds at least one character: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The characters of `text` at this span."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Article:
    """One published text, as read, with what is known of it. What is unknown is None, never guessed.

    `published_at` has a time zone; `published` is the date it was published where it was published.
    `language` and `translated_from` are BCP 47 tags. `path` is where it was read from, for messages only.
    """

    text: str
    path: str | None = None
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    translated_from: str | None = None

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def key(self) -> str:
        """What the article is known by: its URL, else its given id, else the hash of its text."""
        if self.url:
            return self.url
        return f"id:{self.id}" if self.id else f"sha256:{self.sha256}"


class EntityType(StrEnum):
    """What an entity is; `UNNAMED_…` are told apart by `Entity.unnamed`."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    PLACE = "place"
    DOCUMENT = "document"


class SourceKind(StrEnum):
    """Who a source without a name is said to be; the definitions stand in ontology/source-kinds.ttl."""

    ACQUAINTANCE = "acquaintance"
    ACTIVIST = "activist"
    CUSTOMER = "customer"
    DETAINEE = "detainee"
    DIPLOMAT = "diplomat"
    EXECUTIVE = "executive"
    EXPERT = "expert"
    FIGHTER = "fighter"
    INSIDER = "insider"
    JOURNALIST = "journalist"
    LAWYER = "lawyer"
    MEDIC = "medic"
    MIGRANT = "migrant"
    OFFICIAL = "official"
    POLICE_OFFICER = "police-officer"
    POLITICIAN = "politician"
    PROTESTER = "protester"
    RELATIVE = "relative"
    RESIDENT = "resident"
    SOLDIER = "soldier"
    SPOKESPERSON = "spokesperson"
    STUDENT = "student"
    SUPPORTER = "supporter"
    TEACHER = "teacher"
    VICTIM = "victim"
    VOTER = "voter"
    WITNESS = "witness"
    WORKER = "worker"


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what an article speaks of.

    `name` is the fullest name the article gives, or for one without a name the description in the article's words
    ("a 30-year-old Muscovite"). `aliases` are its other names there, the abbreviation included.
    `mentions` holds names, and pronouns and descriptions resolved to it, in text order.
    `geonames` is the GeoNames id of a place, where known.
    Of a source without a name, `source_kind` tells who it is said to be, and `number` how many people they are, where
    the article gives an exact number ("two officials").
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    abbreviation: str | None = None
    unnamed: bool = False
    geonames: int | None = None
    source_kind: SourceKind | None = None
    number: int | None = None


class StatementKind(StrEnum):
    """How the words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeechAct(StrEnum):
    """What is done by saying it; the definitions stand in ontology/acts.ttl."""

    ASSERTS = "asserts"
    ANNOUNCES = "announces"
    BELIEVES = "believes"
    ESTIMATES = "estimates"
    PREDICTS = "predicts"
    WARNS = "warns"
    THREATENS = "threatens"
    PROMISES = "promises"
    DEMANDS = "demands"
    ASKS = "asks"
    DENIES = "denies"
    CONFIRMS = "confirms"
    ADMITS = "admits"
    ACCUSES = "accuses"
    CRITICISES = "criticises"
    PRAISES = "praises"
    APOLOGISES = "apologises"
    DECLINES_TO_COMMENT = "declines-to-comment"


class Polarity(StrEnum):
    """Whether the act was done, or is said not to have been done ("has not denied"); see ontology/polarities.ttl."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Stance(StrEnum):
    """How the article stands to the words that it reports; the definitions stand in ontology/stances.ttl.

    The terms are those of J. R. Martin and P. R. R. White, The Language of Evaluation (2005), chapter 3.
    """

    ACKNOWLEDGES = "acknowledges"
    DISTANCES = "distances"
    ENDORSES = "endorses"


class Medium(StrEnum):
    """Through what the words reached the public; the definitions stand in ontology/media.ttl."""

    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press-conference"
    SPEECH = "speech"
    WRITTEN_STATEMENT = "written-statement"
    SOCIAL_MEDIA = "social-media"
    VIDEO = "video"
    BROADCAST = "broadcast"
    LETTER = "letter"
    REPORT = "report"
    COURT = "court"
    SIGN = "sign"
    PRIVATE_MESSAGE = "private-message"


class DatePrecision(StrEnum):
    """How exactly the words tell the day; the definitions stand in ontology/date-precisions.ttl."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class SaidDate:
    """When it was said, between two days (the same day if exact), the words that say so, and how exactly they do.

    A week, month or year may be cut short by the day of publication.
    """

    not_before: date
    not_after: date
    span: Span
    precision: DatePrecision = DatePrecision.DAY


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, as the statement gives it: "at least 1,311 people", "300,000 reservists"."""

    span: Span
    value: Decimal
    unit: str | None = None
    counted: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article reports that an entity said, wrote, asked, denied, thought or believed.

    `content` holds the words, in text order, without outer quotation marks; more than one piece if interrupted.
    `source` is the phrase beside the cue that names who speaks; None if only implied.
    `speaker`, `addressees`, `relayed_by` and `place` are ids of entities; a speaker of None is unresolved.
    `quoted` holds the quoted parts of a mixed statement. `within` is the id of the statement that reports this one.
    `rule` says what found it; `confidence` lies between 0 and 1.
    `attitude` marks a wish, intention or feeling; these stay out of the graph.
    `polarity` tells whether the act was done or is said not to have been; `stance` how the article stands to it.
    `role` is what the article prints beside the speaker's name ("defence minister"), here or earlier; `anonymity` is
    how it says that, and why, the speaker goes without a name. `speaker_confidence` lies between 0 and 1.
    """

    id: str
    kind: StatementKind
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    speaker: str | None
    confidence: float
    rule: str
    act: SpeechAct = SpeechAct.ASSERTS
    quoted: tuple[Span, ...] = ()
    addressees: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()
    place: str | None = None
    medium: Medium | None = None
    said: SaidDate | None = None
    figures: tuple[Figure, ...] = ()
    within: str | None = None
    attitude: bool = False
    polarity: Polarity = Polarity.AFFIRMED
    stance: Stance = Stance.ACKNOWLEDGES
    role: Span | None = None
    anonymity: Span | None = None
    speaker_confidence: float | None = None

    def text(self, of: str) -> str:
        """The words of all pieces, joined with " […] "."""
        return PIECES.join(piece.of(of) for piece in self.content)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its entities and statements, as `extractor` ("rules/0.1.0") read it.

    `language` is the BCP 47 tag of the language that its text is told to be in, None where that cannot be told.
    `skipped` says why it was not read, and is empty where it was.
    """

    article: Article
    extractor: str
    entities: tuple[Entity, ...] = field(default=())
    statements: tuple[Statement, ...] = field(default=())
    language: str | None = None
    skipped: str = ""

    def without_attitudes(self) -> AnnotatedArticle:
        """The same without wishes, intentions and feelings, and without the nameless that only these have."""
        kept = tuple(s for s in self.statements if not s.attitude)
        used = {id for s in kept for id in (s.speaker, s.place, *s.addressees, *s.relayed_by)}
        entities = tuple(e for e in self.entities if not e.unnamed or e.id in used)
        return replace(self, entities=entities, statements=kept)

    def entity(self, id: str) -> Entity:
        """The entity with this id; raises KeyError if there is none."""
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise KeyError(id)
