"""The only place where values become triples and back; read beside ontology/quoth.ttl and docs/design.md.

evidence(annotated, iris)            what was read from one article          → quads of its evidence graph
read_article(quads, text)            the article again, to extract it anew
chains(quads)                        its chains, for identity
derived(quads, actor_of, iris)       who its mentions are                    → quads of its derived graph
actor(iri, key, chains, iris)        an actor's or a place's own data        → quads of the actors graph
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad

from kg import identity
from kg.extract import places
from kg.identity import Chain
from kg.model import (
    AnnotatedArticle,
    Article,
    Entity,
    EntityType,
    Figure,
    SaidDate,
    Span,
    Statement,
    StatementKind,
)
from kg.vocab import GEO, QUOTH, RDF, RDFS, SCHEMA, SKOS, XSD, Iris, Term, code, read_span

TYPES = {
    EntityType.PERSON: QUOTH.Person,
    EntityType.ORGANISATION: QUOTH.Organisation,
    EntityType.GROUP: QUOTH.Group,
    EntityType.PLACE: QUOTH.Place,
    EntityType.DOCUMENT: QUOTH.Document,
}
ENTITY_TYPES = {iri: type for type, iri in TYPES.items()}
ACTORS = {EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP}
SUPERCLASSES = {
    EntityType.PERSON: (QUOTH.Actor, QUOTH.Source),
    EntityType.ORGANISATION: (QUOTH.Actor, QUOTH.Source),
    EntityType.GROUP: (QUOTH.Actor, QUOTH.Source),
    EntityType.PLACE: (),
    EntityType.DOCUMENT: (QUOTH.Source,),
}
POINTERS = {
    QUOTH.sourceMention: QUOTH.saidBy,
    QUOTH.addresseeMention: QUOTH.addressedTo,
    QUOTH.relayMention: QUOTH.relayedBy,
    QUOTH.placeMention: QUOTH.saidAt,
}
"""Which derived property follows from which mention in the evidence."""

Pair = tuple[NamedNode, Term]


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(value)


def day(value: dt.date) -> Literal:
    """An xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date)


def moment(value: dt.datetime) -> Literal:
    """An xsd:dateTime in UTC, as the store keeps it; `value` has a zone."""
    stamp = value.astimezone(dt.UTC).replace(tzinfo=None).isoformat()
    return Literal((stamp.rstrip("0") if "." in stamp else stamp) + "Z", datatype=XSD.dateTime)


def decimal(value: Decimal | float) -> Literal:
    """An xsd:decimal without trailing zeros, as the store keeps it."""
    return Literal(f"{Decimal(str(value)).normalize():f}", datatype=XSD.decimal)


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=XSD.integer)


def evidence(annotated: AnnotatedArticle, iris: Iris) -> list[Quad]:
    """What was read from one article: the quads of its evidence graph, attitudes left out."""
    return _Evidence(annotated, iris).quads()


class _Evidence:
    """One article's evidence in the making."""

    def __init__(self, annotated: AnnotatedArticle, iris: Iris) -> None:
        self.annotated = annotated
        self.article = annotated.article
        self.iris = iris
        self.iri = iris.article(self.article.key)
        self.graph = iris.evidence_graph(self.iri)
        self.extractor = iris.extractor(annotated.extractor)
        self.entities = {entity.id: entity for entity in annotated.entities}
        self.statements = [s for s in annotated.statements if not s.attitude]
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
                yield self._span(mention), ((RDF.type, QUOTH.Mention), (QUOTH.inChain, chain))
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
        yield from self._circumstances(statement)
        yield from self._mentions(statement)
        yield from self._when(statement.said)

    def _circumstances(self, statement: Statement) -> Iterator[Pair]:
        if statement.cue:
            yield QUOTH.cue, self._words(statement.cue)
            yield QUOTH.cueSpan, self._span(statement.cue)
        if statement.source:
            yield QUOTH.source, self._words(statement.source)
            yield QUOTH.sourceSpan, self._span(statement.source)
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
                yield predicate, self._span(nearest(self.entities[id].mentions, near, statement.content[0]))

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


def subject(quad: Quad) -> NamedNode:
    """The quad's subject, which is never a blank node or a triple term here, though pyoxigraph's types allow it."""
    return cast(NamedNode, quad.subject)


def value(quad: Quad) -> Term:
    """The quad's object."""
    return cast(Term, quad.object)


Values = dict[NamedNode, dict[NamedNode, list[Term]]]
"""subject → predicate → objects"""


def by_subject(quads: Iterable[Quad]) -> Values:
    """The triples of the quads, by subject and predicate."""
    found: Values = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        found[subject(quad)][quad.predicate].append(value(quad))
    return found


def read_article(quads: Iterable[Quad], words: str) -> Article:
    """The article that an evidence graph was made from; `words` is its archived text."""
    about = next(v for v in by_subject(quads).values() if QUOTH.Article in v[RDF.type])

    def one(predicate: NamedNode) -> str | None:
        return about[predicate][0].value if about[predicate] else None

    published, published_at = one(QUOTH.publishedOn), one(QUOTH.publishedAt)
    return Article(
        text=words,
        id=one(QUOTH.givenId),
        url=one(QUOTH.url),
        title=one(QUOTH.title),
        published=dt.date.fromisoformat(published) if published else None,
        published_at=dt.datetime.fromisoformat(published_at) if published_at else None,
        publisher=one(QUOTH.publisher),
        authors=tuple(sorted(author.value for author in about[QUOTH.author])),
        language=one(QUOTH.language),
        translated_from=one(QUOTH.translatedFrom),
    )


def chains(quads: Iterable[Quad]) -> list[Chain]:
    """The chains of evidence graphs, for identity."""
    return [_chain(iri, values) for iri, values in by_subject(quads).items() if QUOTH.Chain in values[RDF.type]]


def _chain(iri: NamedNode, values: dict[NamedNode, list[Term]]) -> Chain:
    types = values[QUOTH.chainType]
    abbreviation, geonames = values[QUOTH.abbreviation], values[QUOTH.geonamesId]
    return Chain(
        id=iri.value,
        article=values[QUOTH.inArticle][0].value,
        type=next(ENTITY_TYPES[t] for t in types if isinstance(t, NamedNode) and t in ENTITY_TYPES),
        name=values[QUOTH.name][0].value,
        aliases=frozenset(alias.value for alias in values[QUOTH.alias]),
        abbreviation=abbreviation[0].value if abbreviation else None,
        unnamed=QUOTH.UnnamedSource in types,
        geonames=int(geonames[0].value) if geonames else None,
    )


def derived(quads: Collection[Quad], actor_of: Mapping[str, NamedNode], iris: Iris) -> list[Quad]:
    """Who the mentions of one article are: the quads of its derived graph.

    `quads` is its evidence; `actor_of` gives the actor or place for the IRI of each of its chains.
    """
    subjects = by_subject(quads)
    article = next(s for s, v in subjects.items() if QUOTH.Article in v[RDF.type])
    graph = iris.derived_graph(article)
    denoted = {
        subject: actor_of[values[QUOTH.inChain][0].value]
        for subject, values in subjects.items()
        if QUOTH.inChain in values
    }
    spans = _mention_spans(subjects, denoted)
    triples: dict[tuple[NamedNode, NamedNode, Term], None] = {
        (NamedNode(chain), QUOTH.denotes, actor): None
        for chain, actor in actor_of.items()
        if NamedNode(chain) in subjects
    }
    for subject, values in subjects.items():
        if QUOTH.Statement in values[RDF.type]:
            triples |= {(subject, predicate, value): None for predicate, value in _links(values, denoted, spans)}
    return [Quad(*triple, graph) for triple in triples]


def _mention_spans(subjects: Values, denoted: Mapping[NamedNode, NamedNode]) -> list[tuple[Span, NamedNode]]:
    """Where actors and places are mentioned; documents are not what a statement is about."""
    documents = {s for s, v in subjects.items() if QUOTH.Document in v[QUOTH.chainType]}
    found = (
        (read_span(mention.value)[1], actor)
        for mention, actor in denoted.items()
        if subjects[mention][QUOTH.inChain][0] not in documents
    )
    return sorted(found, key=lambda each: each[0])


def _links(
    statement: dict[NamedNode, list[Term]],
    denoted: Mapping[NamedNode, NamedNode],
    spans: list[tuple[Span, NamedNode]],
) -> Iterator[Pair]:
    for pointer, link in POINTERS.items():
        yield from ((link, denoted[m]) for m in statement[pointer] if isinstance(m, NamedNode))
    if not statement[QUOTH.sourceMention]:
        yield QUOTH.speakerStatus, QUOTH.Unresolved
    pieces = [read_span(piece.value)[1] for piece in statement[QUOTH.contentSpan]]
    yield from ((QUOTH.about, actor) for piece in pieces for actor in _inside(piece, spans))


def _inside(piece: Span, spans: list[tuple[Span, NamedNode]]) -> Iterator[NamedNode]:
    """Who is mentioned in a piece, by the spans of all mentions in text order."""
    first = bisect_left(spans, piece.start, key=lambda each: each[0].start)
    last = bisect_left(spans, piece.end, first, key=lambda each: each[0].start)
    return (actor for span, actor in spans[first:last] if piece.holds(span))


def actor_iri(chain: Chain, key: str, iris: Iris) -> NamedNode:
    """The actor or place that an identity key stands for."""
    geonames = identity.geonames_in(key)
    if geonames:
        return iris.geonames_place(geonames)
    mint = iris.place if chain.type is EntityType.PLACE else iris.actor
    return mint(identity.name_in(key), key)


def actor(iri: NamedNode, key: str, type: EntityType, unnamed: bool, names: Collection[str], iris: Iris) -> list[Quad]:
    """An actor's or a place's own data but for its abbreviations: types, label, other names, where a place lies."""
    pairs: list[Pair] = [(RDF.type, cls) for cls in (TYPES[type], *SUPERCLASSES[type])]
    if unnamed and type in ACTORS:
        pairs.append((RDF.type, QUOTH.UnnamedSource))
    known = places.by_id().get(identity.geonames_in(key) or 0)
    chosen = known.name if known else identity.label(key, frozenset(names))
    pairs.append((RDFS.label, text(chosen)))
    pairs += [(SKOS.altLabel, text(name)) for name in sorted(set(names) - {chosen})]
    geonames = identity.geonames_in(key)
    if geonames:
        pairs += _location(geonames)
    return [Quad(iri, predicate, value, iris.actors_graph) for predicate, value in pairs]


def _location(geonames: int) -> Iterator[Pair]:
    yield QUOTH.geonamesId, integer(geonames)
    yield SKOS.exactMatch, NamedNode(f"https://sws.geonames.org/{geonames}/")
    where = places.coordinates(geonames)
    if where:
        yield GEO.lat, decimal(where[0])
        yield GEO.long, decimal(where[1])
