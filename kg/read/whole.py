"""The graph as a whole, and any one thing in it."""

from __future__ import annotations

from itertools import islice

from pyoxigraph import NamedNode, Quad

from kg import query
from kg.answers import Stats
from kg.errors import NotFound
from kg.read.facts import count, node
from kg.store import ReadStore
from kg.vocab import QUOTH, code_value

MOST = 100
"""How many triples that point at a thing describe it, if none is about it."""


def describe(store: ReadStore, iri: str) -> list[Quad]:
    """Every triple about the thing with this IRI, and about its figures if it is a statement.

    A thing that nothing is stated of, such as an archived text, is described by what points at it, at most `MOST`
    triples. Raises NotFound if there is nothing at all.
    """
    about = list(store.quads(subject=node(iri)))
    figures = [quad.object for quad in about if quad.predicate == QUOTH.figure]
    more = [quad for figure in figures if isinstance(figure, NamedNode) for quad in store.quads(subject=figure)]
    found = about + more or list(islice(store.quads(object=node(iri)), MOST))
    if not found:
        raise NotFound(f"nothing has the IRI {iri}")
    return sorted(found, key=str)


def stats(store: ReadStore) -> Stats:
    """What the store holds; `actors` counts documents too, as `kg.read.actors` lists them."""
    classes = [QUOTH.Article, QUOTH.Statement, QUOTH.Quotation, QUOTH.Source, QUOTH.Place]
    rows = store.select(query.load("class-sizes").bind(**{"class": classes}))
    sizes = {row["class"]: count(row["things"]) for row in rows if "class" in row}
    return Stats(
        articles=sizes.get(QUOTH.Article, 0),
        statements=sizes.get(QUOTH.Statement, 0),
        quotations=sizes.get(QUOTH.Quotation, 0),
        unresolved=_values(store, QUOTH.speakerStatus).get("unresolved", 0),
        actors=sizes.get(QUOTH.Source, 0),
        places=sizes.get(QUOTH.Place, 0),
        triples=count(store.select(query.load("size").bind())[0]["triples"]),
        by_kind=_values(store, QUOTH.kind),
        by_act=_values(store, QUOTH.act),
    )


def _values(store: ReadStore, property: NamedNode) -> dict[str, int]:
    """The values of a code list → how many statements have them, by name."""
    rows = store.select(query.load("value-counts").bind(property=property))
    found = {code_value(node(row["value"].value)): count(row["statements"]) for row in rows if "value" in row}
    return dict(sorted(found.items()))
