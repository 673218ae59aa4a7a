"""What was read from one article: the quads of its evidence graph."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import AnnotatedArticle, Entity, Figure, Polarity, SaidDate, Span, Stance, Statement, StatementKind
from kg.rdf.classes import ACTORS, TYPES
from kg.rdf.literals import day, decimal, integer, moment, text
from kg.vocab import QUOTH, RDF, SCHEMA, Iris, Term, code

Pair = tuple[NamedNode, Term]
"""A predicate and a value of one subject."""


def evidence(annotated: AnnotatedArticle, iris: Iris) -> list[Quad]:
    """What was read from one article: the quads of its evidence graph, attitudes left out."""
    return _Evidence(annotated, iris).quads()


class _Evidence:
    """One article's evidence in the making."""

    def __init__(self, annotated: AnnotatedArticle, iris: Iris) -> None:
        self.annotated = annotated = annotated.without_attitudes()
        self.article = annotated.article
        self.iris = iris
        self.iri = iris.article(self.article.key)
        self.graph = iris.evidence_graph(self.iri)
        self.extractor = iris.extractor(annotated.extractor)
        self.entities = {entity.id: entity for entity in annotated.entities}
        self.statements = annotated.statements
        self.names = self._statement_iris()

    def quads(self) -> list[Quad]:
        """All of it, each triple once."""
        pairs: dict[tuple[NamedNode, NamedNode, Term], None] = {}
        for subject, found in self._subjects():
            pairs |= {(subject, predicate, value): None for predicate, value in found}
        return [Quad(*triple, self.graph) for triple in pairs]

    def _subjects(self) -> Iterator[tuple[NamedNode, Iterable[Pair]]]:
        yield self.iri, self._about_article()
        for entity in self.annotated.entities:
            chain = self._chain(entity)
            yield chain, self._about_chain(entity)
            for mention in entity.mentions:
                yield self._mention(mention), ((RDF.type, QUOTH.Mention), (QUOTH.inChain, chain))
        for statement in self.statements:
            iri = self.names[statement.id]
            yield iri, self._about_statement(statement)
            for figure in statement.figures:
                yield self.iris.figure(iri, figure.span), self._about_figure(figure)

    def _statement_iris(self) -> dict[str, NamedNode]:
        seen: Counter[str] = Counter()
        names = {}
        for statement in self.statements:
            words = statement.text(self.article.text)
            names[statement.id] = self.iris.statement(self.iri, words, seen[words])
            seen[words] += 1
        return names

    def _mention(self, span: Span) -> NamedNode:
        return self.iris.mention(self.iri, span)

    def _span(self, span: Span) -> NamedNode:
        return self.iris.span(self.article.sha256, span)

    def _words(self, span: Span) -> Literal:
        return text(span.of(self.article.text))

    def _chain(self, entity: Entity) -> NamedNode:
        return self.iris.chain(self.iri, entity.type, entity.mentions[0])

    def _about_article(self) -> Iterator[Pair]:
        article = self.article
        yield RDF.type, QUOTH.Article
        yield QUOTH.archivedAs, self.iris.text(article.sha256)
        yield QUOTH.textHash, text(article.sha256)
        yield QUOTH.textLength, integer(len(article.text))
        if article.url:
            yield QUOTH.url, NamedNode(article.url)
        if article.published:
            yield QUOTH.publishedOn, day(article.published)
        if article.published_at:
            yield QUOTH.publishedAt, moment(article.published_at)
        plain = {
            QUOTH.givenId: article.id,
            QUOTH.title: article.title,
            QUOTH.publisher: article.publisher,
            QUOTH.language: article.language,
            QUOTH.translatedFrom: article.translated_from,
        }
        yield from ((predicate, text(value)) for predicate, value in plain.items() if value)
        yield from ((QUOTH.author, text(author)) for author in article.authors)

    def _about_chain(self, entity: Entity) -> Iterator[Pair]:
        yield RDF.type, QUOTH.Chain
        yield QUOTH.chainType, TYPES[entity.type]
        yield QUOTH.name, text(entity.name)
        yield QUOTH.inArticle, self.iri
        if entity.unnamed and entity.type in ACTORS:
            yield QUOTH.chainType, QUOTH.UnnamedSource
        if entity.abbreviation:
            yield QUOTH.abbreviation, text(entity.abbreviation)
        if entity.geonames is not None:
            yield QUOTH.geonamesId, integer(entity.geonames)
        if entity.unnamed and entity.source_kind:
            yield QUOTH.sourceKind, code(entity.source_kind)
        if entity.unnamed and entity.number is not None:
            yield QUOTH.number, integer(entity.number)
        yield from ((QUOTH.alias, text(alias)) for alias in entity.aliases if alias != entity.name)

    def _about_statement(self, statement: Statement) -> Iterator[Pair]:
        yield RDF.type, QUOTH.Statement
        if statement.kind is StatementKind.DIRECT:
            yield RDF.type, QUOTH.Quotation
            yield RDF.type, SCHEMA.Quotation
        yield QUOTH.text, text(statement.text(self.article.text))
        yield QUOTH.kind, code(statement.kind)
        yield QUOTH.act, code(statement.act)
        yield QUOTH.reportedIn, self.iri
        yield QUOTH.confidence, decimal(round(statement.confidence, 2))
        yield QUOTH.rule, text(statement.rule)
        yield QUOTH.extractedBy, self.extractor
        yield from ((QUOTH.contentSpan, self._span(piece)) for piece in statement.content)
        yield from ((QUOTH.quotedText, self._words(piece)) for piece in statement.quoted)
        if statement.speaker_confidence is not None:
            yield QUOTH.speakerConfidence, decimal(round(statement.speaker_confidence, 2))
        yield from self._printed(statement)
        yield from self._circumstances(statement)
        yield from self._mentions(statement)
        yield from self._when(statement.said)

    def _printed(self, statement: Statement) -> Iterator[Pair]:
        """What stands beside the words, each with its span."""
        beside = (
            (QUOTH.cue, QUOTH.cueSpan, statement.cue),
            (QUOTH.source, QUOTH.sourceSpan, statement.source),
            (QUOTH.role, QUOTH.roleSpan, statement.role),
            (QUOTH.anonymity, QUOTH.anonymitySpan, statement.anonymity),
        )
        for words, where, span in beside:
            if span:
                yield words, self._words(span)
                yield where, self._span(span)

    def _circumstances(self, statement: Statement) -> Iterator[Pair]:
        # What nearly all statements are is meant where nothing stands: it would cost a triple each.
        if statement.polarity is not Polarity.AFFIRMED:
            yield QUOTH.polarity, code(statement.polarity)
        if statement.stance is not Stance.ACKNOWLEDGES:
            yield QUOTH.stance, code(statement.stance)
        if statement.medium:
            yield QUOTH.medium, code(statement.medium)
        if statement.within and statement.within in self.names:
            yield QUOTH.within, self.names[statement.within]
        for figure in statement.figures:
            yield QUOTH.figure, self.iris.figure(self.names[statement.id], figure.span)

    def _mentions(self, statement: Statement) -> Iterator[Pair]:
        roles = {
            QUOTH.sourceMention: [statement.speaker],
            QUOTH.addresseeMention: statement.addressees,
            QUOTH.relayMention: statement.relayed_by,
            QUOTH.placeMention: [statement.place],
        }
        for predicate, ids in roles.items():
            for id in filter(None, ids):
                near = statement.source if predicate == QUOTH.sourceMention else None
                yield predicate, self._mention(nearest(self.entities[id].mentions, near, statement.content[0]))

    def _when(self, said: SaidDate | None) -> Iterator[Pair]:
        if said is None:
            if self.article.published:
                yield QUOTH.date, day(self.article.published)
            return
        yield QUOTH.date, day(said.not_before)
        yield QUOTH.dateSpan, self._span(said.span)
        if said.not_before == said.not_after:
            yield QUOTH.saidOn, day(said.not_before)
        else:
            yield QUOTH.saidNotBefore, day(said.not_before)
            yield QUOTH.saidNotAfter, day(said.not_after)
            yield QUOTH.datePrecision, code(said.precision)

    def _about_figure(self, figure: Figure) -> Iterator[Pair]:
        yield RDF.type, QUOTH.Figure
        yield QUOTH.figureText, self._words(figure.span)
        yield QUOTH.figureSpan, self._span(figure.span)
        yield QUOTH.value, decimal(figure.value)
        plain = {QUOTH.unit: figure.unit, QUOTH.counted: figure.counted, QUOTH.qualifier: figure.qualifier}
        yield from ((predicate, text(value)) for predicate, value in plain.items() if value)


def nearest(mentions: Sequence[Span], within: Span | None, before: Span) -> Span:
    """The mention a reader takes: the longest inside `within`, else the last one before `before`, else the first.

    `mentions` come in text order; a name may have thousands, so they are not looked through one by one.
    """
    if within:
        first = bisect_left(mentions, within.start, key=lambda m: m.start)
        last = bisect_left(mentions, within.end, first, key=lambda m: m.start)
        inside = [m for m in mentions[first:last] if within.holds(m)]
        if inside:
            return max(inside, key=lambda m: (m.end - m.start, -m.start))
    earlier = bisect_left(mentions, before.start, key=lambda m: m.start)
    return next((mentions[at] for at in range(earlier - 1, -1, -1) if mentions[at].end <= before.start), mentions[0])
