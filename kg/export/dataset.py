"""What is exported: the graphs of a store in order, below the wanted base.

The ontology and the shapes are no part of it: they travel as files beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

from pyoxigraph import NamedNode, Quad

from kg.errors import InputError
from kg.export.ordered import in_order, terms
from kg.store import ReadStore
from kg.vocab import ONTOLOGY_GRAPH, QUOTH, RDFS, SHAPES_GRAPH, Iris, digest

KINDS: Final = "article|statement|text|chain|actor|place|extractor|graph"
"""What stands below a base (kg.vocab)."""

FOLDERS: Final = {"evidence": "articles", "derived": "derived"}
"""Kind of an article's graph → the folder of its files."""


class Dataset:
    """A store's own graphs, read one at a time, as they leave."""

    def __init__(self, store: ReadStore, base: str | None, scratch: Path) -> None:
        """`base` is what instance IRIs shall begin with (None keeps the store's); raises InputError if it can't be.

        `scratch` is a folder where large graphs may be sorted.
        """
        self.store = store
        self.base = check_base(base) if base else store.base
        self.iris = Iris(self.base)
        self.scratch = scratch
        self.name = lru_cache(maxsize=10_000)(self._name)
        self._out = _Rebase(store.base, self.base)
        self._back = _Rebase(self.base, store.base)

    def graphs(self) -> list[NamedNode]:
        """The names of the graphs, in order."""
        names = (self._out.iri(graph) for graph in self.store.graphs() if graph not in (ONTOLOGY_GRAPH, SHAPES_GRAPH))
        return sorted(names, key=lambda name: name.value)

    def quads(self, graph: NamedNode) -> Iterator[Quad]:
        """The quads of one graph, in order."""
        found = self.store.quads(graph=self._back.iri(graph))
        return in_order(map(self._out.quad, found) if self.base != self.store.base else found, self.scratch)

    def kind(self, graph: NamedNode) -> str:
        """What the graph holds: "evidence", "derived", "actors" or "decisions"; "other" if it isn't one of ours."""
        kind, _, id = graph.value.removeprefix(f"{self.base}graph/").partition("/")
        return kind if (kind in FOLDERS) == bool(id) and kind in (*FOLDERS, "actors", "decisions") else "other"

    def path(self, graph: NamedNode) -> str:
        """Where the graph's own file stands, without its suffix: "articles/0123456789abcdef"."""
        kind, id = self.kind(graph), graph.value.rpartition("/")[2]
        if kind == "other":
            return f"other/{digest(graph.value)}"
        return f"{FOLDERS[kind]}/{id}" if kind in FOLDERS else kind

    def _name(self, iri: str) -> str:
        """What an actor or place is called; empty if nothing names it."""
        subject = self._back.iri(NamedNode(iri))
        found = self.store.quads(subject, RDFS.label, None, Iris(self.store.base).actors_graph)
        return min((terms(quad)[2].value for quad in found), default="")


class _Rebase:
    """Moves instance IRIs from one base to another; everything else stays, web addresses of articles included."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._instance = re.compile(rf"{re.escape(old)}(?:{KINDS})/")

    def iri(self, iri: NamedNode) -> NamedNode:
        return NamedNode(self.new + iri.value[len(self.old) :]) if self._instance.match(iri.value) else iri

    def quad(self, quad: Quad) -> Quad:
        subject, predicate, value = terms(quad)
        if isinstance(value, NamedNode) and predicate != QUOTH.url:
            value = self.iri(value)
        return Quad(self.iri(subject), predicate, value, self.iri(cast(NamedNode, quad.graph_name)))


def check_base(base: str) -> str:
    """`base`, if instance IRIs can begin with it; else raises InputError."""
    try:
        NamedNode(base)
    except ValueError as error:
        raise InputError(f"--base {base}: not an IRI ({error}); give one such as https://example.org/id/") from error
    if not re.match(r"https?://[^/?#]+/", base) or base[-1] not in "/#":
        raise InputError(
            f"--base {base}: it must begin with http:// or https:// and end with / (https://example.org/id/)"
        )
    return base
