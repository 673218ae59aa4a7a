"""Quads in one fixed order, whatever order the store gives them in, with bounded memory.

A graph of up to `RUN` quads is sorted in memory. A larger one (the actors) is sorted in runs that wait in a folder and
are merged while they are read, so memory holds one run, whatever the size of the graph.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.vocab import RDF, Term

RUN = 100_000
"""How many quads are sorted at a time; about 100 MB."""

_TYPE = RDF.type.value


def terms(of: Quad | Triple) -> tuple[NamedNode, NamedNode, Term]:
    """Subject, predicate and object; no graph of ours holds blank nodes or triple terms."""
    return of.subject, of.predicate, of.object  # type: ignore[return-value]  # cast() would cost as much as the rest


def order(quad: Quad) -> tuple[str, bool, str, str]:
    """The place of a quad within its graph: by subject, then types before other predicates, then object."""
    subject, predicate, value = terms(quad)
    return subject.value, predicate.value != _TYPE, predicate.value, str(value)


def in_order(quads: Iterable[Quad], scratch: Path, run: int = RUN) -> Iterator[Quad]:
    """The quads of one graph in order; `scratch` is a folder for what doesn't fit in one run."""
    left = iter(quads)
    first = sorted(islice(left, run), key=order)
    more = next(left, None)
    if more is None:
        yield from first
        return
    with tempfile.TemporaryDirectory(prefix=".quoth-sort-", dir=scratch) as folder:
        runs = [_keep(first, Path(folder) / "0.nq")]
        left = chain([more], left)
        while part := sorted(islice(left, run), key=order):
            runs.append(_keep(part, Path(folder) / f"{len(runs)}.nq"))
        yield from heapq.merge(*(parse(path=path) for path in runs), key=order)


def _keep(quads: list[Quad], path: Path) -> Path:
    serialize(quads, path, RdfFormat.N_QUADS)
    return path
