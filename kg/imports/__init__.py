"""A dataset that left as TriG or N-Quads comes back.

    with Incoming(store.base) as incoming:      on disk, not in memory
        incoming.read(path)                     refuses what is malformed or foreign
        for article, quads in incoming.articles(): …    what the gate checks
        incoming.commit(store)                  all of it, or nothing

`load` does it all. What was read from articles, and what people decided, is taken as it is; who is who is made anew
from it, together with what the store holds already, so that an imported article is like an added one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Self, cast

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kg import derive
from kg.errors import InputError
from kg.export.ordered import terms
from kg.imports.files import VOCABULARY, base_of, read_dataset
from kg.store import WriteStore
from kg.store.failures import failing
from kg.vocab import QUOTH, RDF, Iris

__all__ = ["Imported", "Incoming", "base_of", "load"]

Check = Callable[[NamedNode, list[Quad]], None]
"""Given an article's IRI and all quads that concern it; raises a QuothError to stop the import."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in; `replaced` articles were there before, `skipped` quads were of the ontology and the shapes."""

    articles: int
    replaced: int
    statements: int
    quads: int
    skipped: int


def load(store: WriteStore, paths: Iterable[Path], check: Check) -> Imported:
    """Bring datasets into the store in one commit, after `check` has seen each article.

    Raises InputError for a file that can't be read, is malformed, or holds what is not of Quoth or of another base;
    whatever `check` raises; StoreError. The store is then as it was.
    """
    with failing("set what comes in aside, in the temporary folder"), Incoming(store.base) as incoming:
        for path in paths:
            incoming.read(path)
        for article, quads in incoming.articles():
            check(article, quads)
        return incoming.commit(store)


class Incoming:
    """Datasets on their way in, kept in a folder of their own; to be used in a `with`."""

    def __init__(self, base: str) -> None:
        """`base` is that of the store they are meant for."""
        self.iris = Iris(base)
        self.skipped = 0

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="quoth-import-"))
            self._quads = ox.Store(folder)
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        del self._quads
        self._opened.close()

    def read(self, path: Path) -> None:
        """Take in one file, or nothing of it; raises InputError (`read_dataset` says when)."""
        self._quads.bulk_extend(self._ours(read_dataset(path, self.iris)))

    def _ours(self, quads: Iterator[Quad]) -> Iterator[Quad]:
        for quad in quads:
            if quad.graph_name in VOCABULARY:
                self.skipped += 1
            else:
                yield quad

    def articles(self) -> Iterator[tuple[NamedNode, list[Quad]]]:
        """Each article with its evidence, what the dataset derives from it, and the actors and places named there.

        Raises InputError for an evidence graph that isn't about exactly the one article it is named after.
        """
        for graph in self._evidence(self._names()):
            evidence = self._of(graph)
            derived = self._of(self.iris.derived_graph(graph))
            named = {quad.object for quad in derived if isinstance(quad.object, NamedNode)}
            actors = (self._of(self.iris.actors_graph, actor) for actor in sorted(named, key=str))
            yield self._article(graph, evidence), [*evidence, *derived, *chain.from_iterable(actors)]

    def commit(self, store: WriteStore) -> Imported:
        """Bring everything into the store at once, and what it derives from its evidence up to date.

        Each article must have been checked before: malformed evidence fails here in unforeseen ways.
        """
        ours, theirs = self._evidence(self._names()), self._evidence(store.graphs())
        kept = [graph for graph in theirs if graph not in set(ours)]
        self._derive(lambda: chain(map(self._of, ours), (list(store.quads(graph=graph)) for graph in kept)))
        drop = set(theirs) - set(kept)
        remove = [quad for quad in self._derived_in(store) if quad not in self._quads]
        result = self._counts(len(ours), len(drop))
        store.commit(drop=drop, remove=remove, add=self._quads if not theirs else self._fresh(store, drop))
        return result

    def _derive(self, evidence: Callable[[], Iterable[list[Quad]]]) -> None:
        """Put what follows from the evidence in the place of what the datasets derived."""
        for graph in self._derived(self._names()):
            self._quads.remove_graph(graph)
        self._quads.bulk_extend(derive.rebuild(evidence, self.iris))

    def _derived_in(self, store: WriteStore) -> Iterator[Quad]:
        for graph in self._derived(store.graphs()):
            yield from store.quads(graph=graph)

    def _fresh(self, store: WriteStore, drop: set[NamedNode]) -> Iterator[Quad]:
        """What the store doesn't hold, or won't when the graphs are dropped."""
        for quad in self._quads:
            subject, predicate, value = terms(quad)
            graph = cast(NamedNode, quad.graph_name)
            if graph in drop or not any(True for _ in store.quads(subject, predicate, value, graph)):
                yield quad

    def _names(self) -> Iterator[NamedNode]:
        return cast("Iterator[NamedNode]", self._quads.named_graphs())

    def _evidence(self, graphs: Iterable[NamedNode]) -> list[NamedNode]:
        start = f"{self.iris.base}graph/evidence/"
        return sorted((graph for graph in graphs if graph.value.startswith(start)), key=str)

    def _derived(self, graphs: Iterable[NamedNode]) -> list[NamedNode]:
        start, actors = f"{self.iris.base}graph/derived/", self.iris.actors_graph
        return [graph for graph in graphs if graph == actors or graph.value.startswith(start)]

    def _of(self, graph: NamedNode, subject: NamedNode | None = None) -> list[Quad]:
        return list(self._quads.quads_for_pattern(subject, None, None, graph))

    def _article(self, graph: NamedNode, evidence: list[Quad]) -> NamedNode:
        wanted = NamedNode(f"{self.iris.base}article/{graph.value.rpartition('/')[2]}")
        found = {quad.subject for quad in evidence if quad.predicate == RDF.type and quad.object == QUOTH.Article}
        if found != {wanted}:
            raise InputError(f"the graph {graph.value} must describe one article, {wanted.value}; export it again")
        return wanted

    def _counts(self, articles: int, replaced: int) -> Imported:
        statements = sum(1 for _ in self._quads.quads_for_pattern(None, RDF.type, QUOTH.Statement))
        return Imported(articles, replaced, statements, len(self._quads), self.skipped)
