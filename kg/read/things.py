"""Actors, documents and places: who and what the articles speak of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from pyoxigraph import NamedNode

from kg import query
from kg.answers import ActorAnswer, Page, PlaceAnswer
from kg.errors import NotFound, QueryError
from kg.model import EntityType
from kg.read.facts import Facts, count, facts, node
from kg.read.names import PLACES, SOURCES, called
from kg.read.paging import check_limit, decode, encode
from kg.store import ReadStore
from kg.vocab import GEO, QUOTH, RDF, RDFS, SKOS, code, fold

TYPES = {
    "person": QUOTH.Person,
    "organisation": QUOTH.Organisation,
    "group": QUOTH.Group,
    "document": QUOTH.Document,
    "unnamed": QUOTH.UnnamedSource,
}

Counts = tuple[int, int]
"""How many statements are by it, and how many mention it."""

A = TypeVar("A", ActorAnswer, PlaceAnswer)


def actors(
    store: ReadStore, *, name: str | None = None, type: str | None = None, after: str | None = None, limit: int = 50
) -> Page[ActorAnswer]:
    """Actors and documents in the order of their names, those that `name` may mean (kg.read.names) if given.

    `type` is person, organisation, group, document or unnamed. Raises QueryError for another, a bad cursor or limit.
    """
    if type is not None and type not in TYPES:
        raise QueryError(f"no such type of actor: {type!r}; there are {', '.join(TYPES)}")
    wanted = called(store, name, SOURCES) if name is not None else None
    return _page(store, TYPES[type] if type else QUOTH.Source, wanted, after, limit, _actor)


def actor(store: ReadStore, iri: str) -> ActorAnswer:
    """The actor or document with this IRI; raises NotFound if there is none."""
    return _one(store, iri, QUOTH.Source, "actor", _actor)


def places(
    store: ReadStore, *, name: str | None = None, after: str | None = None, limit: int = 50
) -> Page[PlaceAnswer]:
    """Places in the order of their names, those that `name` may mean (kg.read.names) if given.

    Raises QueryError for a bad cursor or limit.
    """
    wanted = called(store, name, PLACES) if name is not None else None
    return _page(store, QUOTH.Place, wanted, after, limit, _place)


def place(store: ReadStore, iri: str) -> PlaceAnswer:
    """The place with this IRI; raises NotFound if there is none."""
    return _one(store, iri, QUOTH.Place, "place", _place)


def _page(
    store: ReadStore,
    kind: NamedNode,
    wanted: Sequence[NamedNode] | None,
    after: str | None,
    limit: int,
    make: Callable[[str, Facts, Counts], A],
) -> Page[A]:
    check_limit(limit)
    last = decode(after, str, str, str) if after else None
    rows = store.select(query.load("things").bind(**{"class": kind}, thing=wanted))
    keys = sorted((fold(row["name"].value), row["name"].value, row["thing"].value) for row in rows)
    found = [key for key in keys if last is None or key > last]
    items = _answers(store, [node(thing) for _, _, thing in found[:limit]], make)
    return Page(items, encode(found[limit - 1]) if len(found) > limit else None)


def _one(store: ReadStore, iri: str, kind: NamedNode, word: str, make: Callable[[str, Facts, Counts], A]) -> A:
    if not any(store.quads(node(iri), RDF.type, kind)):
        raise NotFound(f"no {word} has the IRI {iri}")
    return _answers(store, [node(iri)], make)[0]


def _answers(store: ReadStore, things: Sequence[NamedNode], make: Callable[[str, Facts, Counts], A]) -> tuple[A, ...]:
    found, counts = facts(store, things), _counts(store, things)
    return tuple(make(thing.value, found[thing.value], counts.get(thing.value, (0, 0))) for thing in things)


def _counts(store: ReadStore, things: Sequence[NamedNode]) -> Mapping[str, Counts]:
    rows = store.select(query.load("thing-counts").bind(thing=things))
    return {row["thing"].value: (count(row["statements"]), count(row["mentions"])) for row in rows if "thing" in row}


def _actor(iri: str, of: Facts, counts: Counts) -> ActorAnswer:
    types = of.iris(RDF.type)
    return ActorAnswer(
        iri=iri,
        name=of.text(RDFS.label) or iri,
        type=next(each.value for each in EntityType if code(each) in types),
        unnamed=QUOTH.UnnamedSource in types,
        also_known_as=_other_names(of),
        statements=counts[0],
        mentioned_in=counts[1],
    )


def _place(iri: str, of: Facts, counts: Counts) -> PlaceAnswer:
    geonames = of.text(QUOTH.geonamesId)
    return PlaceAnswer(
        iri=iri,
        name=of.text(RDFS.label) or iri,
        also_known_as=_other_names(of),
        geonames=int(geonames) if geonames else None,
        latitude=of.decimal(GEO.lat),
        longitude=of.decimal(GEO.long),
        mentioned_in=counts[1],
    )


def _other_names(of: Facts) -> tuple[str, ...]:
    names = {*of.texts(SKOS.altLabel), *of.texts(QUOTH.abbreviation)} - {of.text(RDFS.label)}
    return tuple(sorted(name for name in names if name))
