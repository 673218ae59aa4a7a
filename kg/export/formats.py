"""How a dataset is written as RDF: Turtle with a file for each graph, or TriG and N-Quads in one file.

Quads come in order, so pyoxigraph's streaming writers give the same bytes each time and hold only a buffer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from kg.export.folder import Folder
from kg.vocab import PREFIXES

Graphs = Iterable[tuple[NamedNode, str, Iterator[Quad]]]
"""Each graph's name, the path of its own file without suffix, and its quads; to be read one after the other."""

USED: Final = {prefix: PREFIXES[prefix] for prefix in ("geo", "quoth", "rdfs", "schema", "skos", "xsd")}
"""The prefixes of what stands in a dataset's graphs; known beforehand, since files are written while they are read."""

ANNOTATION: Final = {prefix: PREFIXES[prefix] for prefix in ("oa", "xsd")}
"""The prefixes of Web Annotations."""


def write_turtle(triples: Iterable[Triple], output: BinaryIO, prefixes: dict[str, str] = USED) -> None:
    """The triples, which come in order, as Turtle."""
    serialize(triples, output, RdfFormat.TURTLE, prefixes=prefixes)


def turtle(graphs: Graphs, folder: Folder) -> None:
    """A Turtle file for each graph."""
    for _, path, quads in graphs:
        with folder.file(f"{path}.ttl") as output:
            write_turtle((quad.triple for quad in quads), output)


def trig(graphs: Graphs, folder: Folder) -> None:
    """One TriG file."""
    with folder.file("dataset.trig") as output:
        serialize(_all(graphs), output, RdfFormat.TRIG, prefixes=USED)


def nquads(graphs: Graphs, folder: Folder) -> None:
    """One N-Quads file."""
    with folder.file("dataset.nq") as output:
        serialize(_all(graphs), output, RdfFormat.N_QUADS)


def _all(graphs: Graphs) -> Iterator[Quad]:
    for _, _, quads in graphs:
        yield from quads
