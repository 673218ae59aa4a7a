"""What Quoth needs of a store, and nothing more: one atomic commit, queries, quads, snapshots.

`embedded` (pyoxigraph in a folder) is the store of one machine; the same few methods fit any SPARQL 1.1 store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, Protocol

from pyoxigraph import NamedNode, Quad

from kg.vocab import Term

Row = Mapping[str, Term]
"""One solution of a SELECT: variable name without "?" → term; an unbound variable has no entry."""


class ReadStore(Protocol):
    """A store as readers see it: one state that doesn't change while it is open.

    Queries see the union of all graphs as their default graph. A triple stands in one graph only, so nothing is
    counted twice.
    """

    @property
    def base(self) -> str:
        """The base of the IRIs of instances."""
        ...

    @property
    def version(self) -> str:
        """Names the state that is read: equal versions give equal answers."""
        ...

    def select(self, query: str) -> list[Row]:
        """The solutions of a SELECT, read to the end; raises QueryError if it is malformed."""
        ...

    def ask(self, query: str) -> bool:
        """The answer of an ASK; raises QueryError if it is malformed."""
        ...

    def write_results(self, query: str, output: BinaryIO, format: str) -> None:
        """Stream the results of any SPARQL query to `output`.

        `format`: json, xml, csv or tsv for SELECT and ASK; turtle, ntriples for CONSTRUCT and DESCRIBE.
        Raises QueryError if the query is malformed or the format does not fit its form.
        """
        ...

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads that match; None matches everything. Must be read in the thread that asked."""
        ...

    def graphs(self) -> Iterator[NamedNode]:
        """The names of the graphs that hold something."""
        ...

    def close(self) -> None:
        """Let go of files and locks."""
        ...


class WriteStore(ReadStore, Protocol):
    """A store as its one writer sees it; reads see what was committed so far."""

    def commit(self, *, drop: Iterable[NamedNode] = (), remove: Iterable[Quad] = (), add: Iterable[Quad] = ()) -> None:
        """Drop whole graphs, then remove quads, then add quads: all of it, or nothing."""
        ...

    def snapshot(self) -> str:
        """Make what was committed durable and visible to readers; returns the new version."""
        ...
