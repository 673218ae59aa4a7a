"""The embedded store: pyoxigraph, on disk or in memory, behind the interface of `kg.store`."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from types import TracebackType
from typing import BinaryIO, Final, Self, cast

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, Store

from kg.errors import QueryError, StoreError
from kg.store import Row
from kg.store.commit import change
from kg.store.failures import failing
from kg.store.results import answering, ask_engine, write_results
from kg.vocab import Term

FLUSH_EVERY: Final = 25_000
"""Quads after which the engine's log is flushed: it recycles its largest log for ever, and each snapshot copies one."""

BULK: Final = 100_000
"""More quads than this are loaded in bulk where nothing has to go: atomic as well, and without them all in memory."""


def nothing() -> None:
    """What a store without files or locks has to let go of."""


class EmbeddedReader:
    """A `kg.store.ReadStore`. It belongs to the process that opened it: a forked child must open its own."""

    def __init__(self, store: Store, base: str, version: str, release: Callable[[], None] = nothing) -> None:
        self._engine: Store | None = store
        self._base = base
        self._version = version
        self._release = release
        self._process = os.getpid()

    @property
    def base(self) -> str:
        """The base of the IRIs of instances."""
        return self._base

    @property
    def version(self) -> str:
        """Names the state that is read: equal versions give equal answers."""
        return self._version

    @property
    def _store(self) -> Store:
        if self._engine is None:
            raise StoreError("the store is closed: open it again")
        if self._process != os.getpid():
            raise StoreError("the store was opened by another process: start processes with spawn, and open it in each")
        return self._engine

    def select(self, query: str) -> list[Row]:
        """The solutions of a SELECT, read to the end; raises QueryError if it is malformed."""
        results = ask_engine(self._store, query)
        if not isinstance(results, QuerySolutions):
            raise QueryError("this is not a SELECT query, and only that has rows")
        names = [variable.value for variable in results.variables]
        with answering():
            return [
                {name: cast(Term, term) for name, term in zip(names, solution, strict=True) if term is not None}
                for solution in results
            ]

    def ask(self, query: str) -> bool:
        """The answer of an ASK; raises QueryError if it is malformed."""
        results = ask_engine(self._store, query)
        if not isinstance(results, QueryBoolean):
            raise QueryError("this is not an ASK query, and only that is answered with yes or no")
        return bool(results)

    def write_results(self, query: str, output: BinaryIO, format: str) -> None:
        """Stream the results of any SPARQL query to `output`; see `kg.store.ReadStore`.

        What `output` raises ends the query and comes through.
        """
        write_results(ask_engine(self._store, query), output, format)

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads that match; None matches everything. Must be read in one thread."""
        with failing("read from the store"):
            yield from self._store.quads_for_pattern(subject, predicate, object, graph)

    def graphs(self) -> Iterator[NamedNode]:
        """The names of the graphs that hold something."""
        with failing("read from the store"):
            for name in self._store.named_graphs():
                # The engine remembers a graph by name when its last quad has gone.
                if next(self._store.quads_for_pattern(None, None, None, name), None) is not None:
                    yield cast(NamedNode, name)

    def close(self) -> None:
        """Let go of files and locks; closing twice is no error."""
        if self._engine is not None:
            self._engine = None
            self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class EmbeddedWriter(EmbeddedReader):
    """A `kg.store.WriteStore`.

    `publish` makes a snapshot of the flushed engine and returns its version; `changed` says that the engine may hold
    what the snapshot `version` doesn't. `release` is told whether all that was committed is in a snapshot.
    """

    def __init__(
        self,
        store: Store,
        base: str,
        version: str,
        publish: Callable[[Store], str],
        *,
        changed: bool = False,
        release: Callable[[bool], None] = lambda finished: None,
    ) -> None:
        super().__init__(store, base, version, lambda: release(not self._changes))
        self._publish = publish
        self._changes = int(changed)
        self._unflushed = 0
        # On disk, the engine's own updates from several threads lose isolation.
        self._writing = threading.Lock()

    @property
    def version(self) -> str:
        """The newest snapshot's version, with "+" and a count while there are commits that it doesn't hold."""
        return f"{self._version}+{self._changes}" if self._changes else self._version

    def commit(self, *, drop: Iterable[NamedNode] = (), remove: Iterable[Quad] = (), add: Iterable[Quad] = ()) -> None:
        """Drop whole graphs, then remove quads, then add quads: all of it, or nothing. Raises StoreError."""
        # Read before anything is done: what they raise is no failure of the store.
        dropped, removed, quads = list(drop), list(remove), iter(add)
        first = list(islice(quads, BULK))
        with self._writing, failing("write to the store"):
            if self._unflushed >= FLUSH_EVERY:
                self._flush()
            if len(first) == BULK and not dropped and not removed:
                self._load(chain(first, quads))
            else:
                self._apply(dropped, removed, chain(first, quads))

    def snapshot(self) -> str:
        """Make what was committed durable and visible to readers; returns the new version. Raises StoreError."""
        with self._writing, failing("make a snapshot of the store"):
            if self._changes:
                self._flush()
                self._version = self._publish(self._store)
                self._changes = 0
            return self._version

    def _apply(self, drop: Iterable[NamedNode], remove: Iterable[Quad], add: Iterable[Quad]) -> None:
        todo = change(self._store, drop, remove, add)
        if todo:
            # Counted first: a commit that an interrupt hides from us is still a change.
            self._changes += 1
            self._unflushed += todo.size
            todo.apply(self._store)

    def _load(self, quads: Iterable[Quad]) -> None:
        self._changes += 1
        self._store.bulk_extend(quads)

    def _flush(self) -> None:
        self._store.flush()
        self._unflushed = 0
