"""Statements whole: everything that is stated of some statements, in a few queries whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from pyoxigraph import NamedNode

from kg.answers import ArticleRef, FigureAnswer, Ref, StatementAnswer
from kg.model import DatePrecision, Medium, Polarity, SourceKind, SpeechAct, Stance, StatementKind
from kg.read.facts import Facts, facts, refs
from kg.store import ReadStore
from kg.vocab import QUOTH, code_value

PEOPLE_AND_PLACES = (QUOTH.saidBy, QUOTH.about, QUOTH.addressedTo, QUOTH.relayedBy, QUOTH.saidAt)


def answers(store: ReadStore, statements: Sequence[NamedNode]) -> tuple[StatementAnswer, ...]:
    """The statements in the order given; one of which nothing is stated is left out."""
    found = facts(store, statements)
    links = (QUOTH.reportedIn, QUOTH.figure, QUOTH.sourceMention)
    more = facts(store, [thing for link in links for thing in _objects(found.values(), link)])
    more |= facts(store, _objects(more.values(), QUOTH.inChain))
    names = refs(store, (thing for link in PEOPLE_AND_PLACES for thing in _objects(found.values(), link)))
    return tuple(_answer(iri.value, found[iri.value], more, names) for iri in statements if iri.value in found)


def _objects(found: Iterable[Facts], property: NamedNode) -> list[NamedNode]:
    return [value for each in found for value in each.iris(property)]


def _answer(iri: str, of: Facts, more: Mapping[str, Facts], names: Mapping[str, Ref]) -> StatementAnswer:
    article = of.iri(QUOTH.reportedIn)
    assert article is not None, f"{iri} is reported in no article, which no stored statement is"
    words = of.text(QUOTH.text) or ""
    within = of.iri(QUOTH.within)
    said_on, mention = of.day(QUOTH.saidOn), of.iri(QUOTH.sourceMention)
    chain = more[mention.value].iri(QUOTH.inChain) if mention else None
    source = more[chain.value] if chain else Facts()
    return StatementAnswer(
        iri=iri,
        text=words,
        kind=StatementKind(code_value(of.iris(QUOTH.kind)[0])),
        act=SpeechAct(code_value(of.iris(QUOTH.act)[0])),
        speaker=next(iter(_refs(of, QUOTH.saidBy, names)), None),
        article=article_ref(article.value, more[article.value]),
        content=of.spans(QUOTH.contentSpan),
        cue=of.text(QUOTH.cue),
        cue_span=of.span(QUOTH.cueSpan),
        source=of.text(QUOTH.source),
        source_span=of.span(QUOTH.sourceSpan),
        quoted=tuple(sorted(of.texts(QUOTH.quotedText), key=words.find)),
        about=_refs(of, QUOTH.about, names),
        addressed_to=_refs(of, QUOTH.addressedTo, names),
        relayed_by=_refs(of, QUOTH.relayedBy, names),
        place=next(iter(_refs(of, QUOTH.saidAt, names)), None),
        medium=of.coded(QUOTH.medium, Medium),
        date=of.day(QUOTH.date),
        said_not_before=said_on or of.day(QUOTH.saidNotBefore),
        said_not_after=said_on or of.day(QUOTH.saidNotAfter),
        said_precision=DatePrecision.DAY if said_on else of.coded(QUOTH.datePrecision, DatePrecision),
        said_span=of.span(QUOTH.dateSpan),
        within=within.value if within else None,
        figures=_figures(of, more),
        confidence=of.decimal(QUOTH.confidence) or Decimal(0),
        rule=of.text(QUOTH.rule) or "",
        extractor=_extractor(of),
        polarity=of.coded(QUOTH.polarity, Polarity) or Polarity.AFFIRMED,
        stance=of.coded(QUOTH.stance, Stance) or Stance.ACKNOWLEDGES,
        role=of.text(QUOTH.role),
        role_span=of.span(QUOTH.roleSpan),
        anonymity=of.text(QUOTH.anonymity),
        anonymity_span=of.span(QUOTH.anonymitySpan),
        source_kind=source.coded(QUOTH.sourceKind, SourceKind),
        source_number=source.integer(QUOTH.number),
        speaker_confidence=of.decimal(QUOTH.speakerConfidence),
    )


def article_ref(iri: str, of: Facts) -> ArticleRef:
    """Where a statement is printed."""
    return ArticleRef(
        iri=iri,
        title=of.text(QUOTH.title),
        url=of.text(QUOTH.url),
        publisher=of.text(QUOTH.publisher),
        published=of.day(QUOTH.publishedOn),
        sha256=of.text(QUOTH.textHash) or "",
    )


def _refs(of: Facts, property: NamedNode, names: Mapping[str, Ref]) -> tuple[Ref, ...]:
    found = (names[thing.value] for thing in of.iris(property))
    return tuple(sorted(found, key=lambda ref: (ref.name, ref.iri)))


def _figures(of: Facts, more: Mapping[str, Facts]) -> tuple[FigureAnswer, ...]:
    figures = (_figure(iri.value, more[iri.value]) for iri in of.iris(QUOTH.figure))
    return tuple(sorted(figures, key=lambda figure: (figure.span, figure.iri)))


def _figure(iri: str, of: Facts) -> FigureAnswer:
    return FigureAnswer(
        iri=iri,
        text=of.text(QUOTH.figureText) or "",
        value=of.decimal(QUOTH.value) or Decimal(0),
        unit=of.text(QUOTH.unit),
        counted=of.text(QUOTH.counted),
        qualifier=of.text(QUOTH.qualifier),
        span=of.spans(QUOTH.figureSpan)[0],
    )


def _extractor(of: Facts) -> str:
    """ "rules/0.1.0" from …/extractor/rules-0.1.0."""
    extractor = of.iri(QUOTH.extractedBy)
    name, dash, version = extractor.value.rpartition("/")[2].rpartition("-") if extractor else ("", "", "")
    return f"{name}/{version}" if dash else version
