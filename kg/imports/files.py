"""Reads the quads of a TriG or N-Quads file that a store of Quoth can take, and refuses all others with a reason."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import InputError
from kg.export.folder import SUMS, listed
from kg.vocab import ONTOLOGY_GRAPH, SHAPES_GRAPH, Iris

FORMATS: Final = {".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS}
NAMES: Final = ("dataset.trig", "dataset.nq")
VOCABULARY: Final = (ONTOLOGY_GRAPH, SHAPES_GRAPH)
GRAPH: Final = re.compile(r"(?P<base>.+)graph/(?:(?:evidence|derived)/[0-9a-f]{16}|actors|decisions)")


def read_dataset(path: Path, iris: Iris) -> Iterator[Quad]:
    """The quads of one file, or of the dataset in an export's folder, one after the other.

    Raises InputError for a file that is missing, unreadable, neither TriG nor N-Quads, malformed (with the line) or not
    what the SHA256SUMS beside it says; for blank nodes and triple terms; for a quad outside the graphs of Quoth, or
    below another base than `iris` has.
    """
    file = _file(path)
    with _reading(file):
        _check_sum(file)
        yield from _checked(parse(path=file, format=FORMATS[file.suffix]), file, iris)


def base_of(path: Path) -> str | None:
    """What the IRIs of a dataset begin with: that of its first graph; None if it has none.

    Raises InputError for a file that is missing, unreadable, neither TriG nor N-Quads, or malformed up to there.
    """
    file = _file(path)
    with _reading(file):
        graphs = (quad.graph_name for quad in parse(path=file, format=FORMATS[file.suffix]))
        found = (GRAPH.fullmatch(graph.value) for graph in graphs if isinstance(graph, NamedNode))
        return next((match["base"] for match in found if match), None)


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        where = f"{file}, line {error.lineno}" if error.lineno else str(file)
        raise InputError(f"{where}: {error.msg}; nothing was imported") from error
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror or error}") from error


def _file(path: Path) -> Path:
    """The file to read; raises InputError if it can't hold a dataset."""
    if path.is_dir():
        found = [path / name for name in NAMES if (path / name).is_file()]
        if not found:
            raise InputError(f"{path} holds no {' or '.join(NAMES)}; export with --format trig or nquads")
        return found[0]
    if path.suffix not in FORMATS:
        raise InputError(f"{path}: only TriG (.trig) and N-Quads (.nq) are imported; other RDF must be converted first")
    return path


def _check_sum(file: Path) -> None:
    """Raise InputError if the export that the file stands in has another checksum for it."""
    with file.open("rb") as content:
        wanted = listed(file.parent).get(file.name)
        if wanted and wanted != hashlib.file_digest(content, "sha256").hexdigest():
            raise InputError(
                f"{file} is not what {SUMS} says: it was changed or cut off; "
                f"fetch it again, or take {SUMS} away to import it as it is"
            )


def _checked(quads: Iterator[Quad], file: Path, iris: Iris) -> Iterator[Quad]:
    """The same quads; raises InputError at the first that doesn't belong here."""
    known: set[object] = set(VOCABULARY)
    for quad in quads:
        if quad.graph_name not in known:
            _check_graph(quad.graph_name, file, iris)
            known.add(quad.graph_name)
        if quad.graph_name not in VOCABULARY:
            _check_quad(quad, file, iris)
        yield quad


def _check_graph(graph: object, file: Path, iris: Iris) -> None:
    found = GRAPH.fullmatch(graph.value) if isinstance(graph, NamedNode) else None
    if not found:
        raise InputError(f"{file} holds triples in {_called(graph)}, which is no graph of Quoth; take them out")
    if found["base"] != iris.base:
        raise InputError(
            f"{file} has the base {found['base']}, but this store has {iris.base}; "
            f"export it again with --base {iris.base}, or import it into a new store made with --base {found['base']}"
        )


def _called(graph: object) -> str:
    return "the default graph" if isinstance(graph, DefaultGraph) else f"the graph {graph}"


def _check_quad(quad: Quad, file: Path, iris: Iris) -> None:
    if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
        raise InputError(f"{file}: blank nodes and triple terms are not imported; give them IRIs: {quad}")
    if not quad.subject.value.startswith(iris.base):
        raise InputError(f"{file}: {quad.subject} is not below the base {iris.base}; take out what is not of Quoth")
