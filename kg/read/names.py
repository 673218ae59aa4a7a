"""From what somebody types to who may be meant: "navalny" → the actors with a name that has a word beginning so.

Each word must begin a word of one and the same name (label, other name, abbreviation), in any order, without case or
accents. Actors with a name of their own go first: "navalny" asks for Alexei Navalny, not for the unnamed "Navalny's
allies", whom one finds by "navalny allies" or, as nobody with a name is called so, by "allies".
"""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from kg import query
from kg.errors import QueryError
from kg.read.facts import node
from kg.store import ReadStore
from kg.vocab import QUOTH, fold

SOURCES = (QUOTH.Source,)
PLACES = (QUOTH.Place,)
ANYTHING = (QUOTH.Source, QUOTH.Place)


def is_iri(given: str) -> bool:
    """Whether a filter's value is an IRI, not a name."""
    return "://" in given


def resolve(store: ReadStore, given: str, classes: Sequence[NamedNode]) -> list[NamedNode]:
    """The things that an IRI or (part of) a name stands for, sorted; none if the name is unknown."""
    return [node(given)] if is_iri(given) else called(store, given, classes)


def called(store: ReadStore, name: str, classes: Sequence[NamedNode]) -> list[NamedNode]:
    """The things of these classes that the name may mean, sorted; raises QueryError if there is no word in it."""
    words = fold(name).split()
    if not words:
        raise QueryError(f"there is no word in the name {name!r}")
    named: set[NamedNode] = set()
    unnamed: set[NamedNode] = set()
    bound = query.load("named-like").bind(**{"class": classes}, part=max(words, key=len))
    for row in store.select(bound):
        thing = row["thing"]
        if isinstance(thing, NamedNode) and matches(words, row["name"].value):
            (unnamed if "unnamed" in row else named).add(thing)
    return sorted(named or unnamed, key=str)


def matches(words: Sequence[str], name: str) -> bool:
    """Whether each of the folded words begins a word of the name."""
    parts = fold(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
