"""The gate: whether a graph meets the shapes of `shapes/`.

    Validator().check(quads)     the compiled checks: about two milliseconds an article
    reference(quads)             pySHACL, with the W3C report as Turtle: what people see of a refused article
    Validator().check_store(…)   every article of a store

Both engines read the same files; a test holds them to the same results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad

from kg.resources import folder
from kg.store import ReadStore
from kg.validate import shapes as shape_files
from kg.validate.compiled import Engine
from kg.validate.graph import Graph
from kg.validate.report import Report, Result, Severity
from kg.validate.whole import check_store

__all__ = ["Report", "Result", "Severity", "Validator", "reference"]


class Validator:
    """The compiled checks, made from the shapes files in a folder (by default those that come with Quoth).

    Raises InputError if the files cannot be read or use more of SHACL than the checks honour.
    """

    def __init__(self, shapes: Path | None = None) -> None:
        self._engine = Engine(shape_files.read(shapes or folder("shapes")))

    def check(self, quads: Iterable[Quad]) -> Report:
        """What the union of the quads' graphs does not meet; the report has no Turtle."""
        return self._engine.check(Graph(quads))

    def check_store(self, store: ReadStore) -> Iterator[tuple[str, Report]]:
        """The report of each article, under the name of its evidence graph, and at the end of the actors graph."""
        return check_store(store, self._engine)


def reference(quads: Iterable[Quad], shapes: Path | None = None) -> Report:
    """What pySHACL makes of the union of the quads' graphs, with its report as Turtle; takes 50 ms and more."""
    from kg.validate import w3c  # it loads rdflib and pySHACL, which most commands never need

    return w3c.validate(quads, shapes or folder("shapes"))
