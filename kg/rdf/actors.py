"""Who the mentions of an article are, and what is known of them: quads of derived graphs and the actors graph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from typing import cast

from pyoxigraph import NamedNode, Quad

from kg import identity
from kg.extract import places
from kg.identity import Chain
from kg.model import EntityType, Span
from kg.rdf.article import Pair
from kg.rdf.classes import ACTORS, SUPERCLASSES, TYPES
from kg.rdf.graph import Values, by_subject
from kg.rdf.literals import decimal, integer, text
from kg.vocab import GEO, QUOTH, RDF, RDFS, SKOS, Iris, Term, read_mention, read_span

POINTERS = {
    QUOTH.sourceMention: QUOTH.saidBy,
    QUOTH.addresseeMention: QUOTH.addressedTo,
    QUOTH.relayMention: QUOTH.relayedBy,
    QUOTH.placeMention: QUOTH.saidAt,
}
"""Which derived property follows from which mention in the evidence."""


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
    """Where actors and places are mentioned, in text order, as far as a statement can be about them.

    It is not about documents, nor about a place in an organisation's name, nor about whom a place is named after: "Bank
    of Scotland" is not about Scotland, "Lee Bridge" not about Lee.
    """
    found = []
    outer: dict[Term, Span] = {}
    for mention in sorted(denoted, key=lambda each: _outermost_first(read_mention(each.value)[1])):
        span, type = read_mention(mention.value)[1], _type(subjects, mention)
        if type not in outer or span.end > outer[type].end:
            outer[type] = span
        around = outer.get(QUOTH.Organisation if type == QUOTH.Place else QUOTH.Place)
        if type != QUOTH.Document and not (around and around.holds(span)):
            found.append((span, denoted[mention]))
    return found


def _outermost_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _type(subjects: Values, mention: NamedNode) -> Term:
    chain = subjects[mention][QUOTH.inChain][0]
    return subjects[cast(NamedNode, chain)][QUOTH.chainType][0]


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
