"""A store of many articles, filled without extraction: how long that takes, what it weighs, how it leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final
from unittest.mock import patch

from pyoxigraph import NamedNode, Quad

from bench import machine
from bench.apart import apart
from bench.articles import EXTRACTOR, article
from bench.stages import READING, Stages
from bench.world import World
from kg.export import export
from kg.extract import EXTRACTORS
from kg.load import Fate, Library
from kg.model import AnnotatedArticle, Article
from kg.rdf import integer, subject, value
from kg.store import ReadStore
from kg.store.folder import Folder
from kg.vocab import QUOTH, RDF, Iris, Term


def fill(db: Path, number: int) -> dict[str, Any]:
    """Fill a new store with `number` articles in one process, all stages but extraction; how long each took."""
    (result, peak) = apart(fill_here, db, number)
    return {**result, "load": machine.load(), "peak_mib": peak.own}


def fill_here(db: Path, number: int) -> dict[str, Any]:
    """`fill` in this process."""
    made: dict[str, AnnotatedArticle] = {}
    stages = Stages()
    world = World()
    name = EXTRACTOR.partition("/")[0]
    with patch.dict(EXTRACTORS, {name: lambda each: made.pop(each.key)}), Library.open(db) as library:
        started = perf_counter()
        with stages.measuring():
            for outcome in library.add(stages.reading(_made(world, number, made)), name, processes=1):
                assert outcome.fate is Fate.ADDED, outcome.reason
                stages.article_done()
        seconds = perf_counter() - started - sum(each.wall for each in stages.taken[READING])
    tenth = max(number // 10, 1)
    return {
        "articles": number,
        "seconds": round(seconds, 1),
        "first": stages.summary(0, tenth),
        "last": stages.summary(number - tenth),
    }


def _made(world: World, number: int, made: dict[str, AnnotatedArticle]) -> Iterator[Article]:
    for each in range(number):
        annotated = article(world, each)
        made[annotated.article.key] = annotated
        yield annotated.article


def measure(db: Path, sample: int = 2000) -> dict[str, Any]:
    """What a filled store weighs, and how long a snapshot, an export and a command take.

    `sample` articles are written again for the weight of each part.
    """
    with Folder.open(db).reader() as store:
        counted = count_parts(store)
        articles = sorted((subject(quad) for quad in store.quads(None, RDF.type, QUOTH.Article)), key=str)
        parts = weigh_parts(store, articles[:sample])
    return {
        **counted,
        "bytes": {part: _bytes(db / part) for part in ("store", "texts")},
        "table_bytes": _bytes(db / "store", "*.sst"),
        "parts": parts,
        "snapshot_ms": apart(_snapshot, db)[0],
        "exports": [_exported(db, format) for format in ("turtle", "nquads")],
        "startup_ms": _startup(db),
        "compacted": _compacted(db),
    }


def _bytes(folder: Path, pattern: str = "*") -> int:
    return sum(path.stat().st_size for path in folder.rglob(pattern) if path.is_file())


PARTS: Final[dict[Term, str]] = {
    QUOTH.Statement: "statements",
    QUOTH.Figure: "statements",
    QUOTH.Article: "articles",
    QUOTH.Mention: "mentions",
    QUOTH.Chain: "chains",
}


def count_parts(store: ReadStore) -> dict[str, Any]:
    """How many articles and statements there are, and triples by what they are about."""
    counts: Counter[str] = Counter()
    for graph in store.graphs():
        counts.update(part for part, _ in _by_part(list(store.quads(graph=graph)), Iris(store.base)))
    return {
        "articles": sum(1 for _ in store.quads(None, RDF.type, QUOTH.Article)),
        "statements": sum(1 for _ in store.quads(None, RDF.type, QUOTH.Statement)),
        "triples": dict(counts),
    }


def _by_part(quads: list[Quad], iris: Iris) -> Iterator[tuple[str, Quad]]:
    """The quads of one graph, each with the part of the store that it belongs to."""
    types = ((quad.subject, PARTS.get(value(quad))) for quad in quads if quad.predicate == RDF.type)
    kinds = {subject: part for subject, part in types if part}
    for quad in quads:
        graph = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        if graph == iris.actors_graph.value:
            yield "actors and places", quad
        elif graph.startswith(f"{iris.base}graph/derived/"):
            yield "derived", quad
        elif graph.startswith(f"{iris.base}graph/evidence/"):
            yield kinds[quad.subject], quad
        else:
            yield "ontology and shapes", quad


def weigh_parts(store: ReadStore, articles: list[NamedNode]) -> dict[str, Any]:
    """Bytes of the engine's tables as part after part of the same articles is written to a store, and compacted."""
    steps = (("statements", "articles"), ("chains",), ("mentions",), ("derived",))
    taken: tuple[str, ...] = ()
    weights, compacted, statements = {}, {}, 0
    for step in steps:
        taken += step
        name = " and ".join(step)
        weights[name], compacted[name], statements = _written(store, articles, taken)
    return {"articles": len(articles), "statements": statements, "bytes": weights, "compacted": compacted}


def _written(store: ReadStore, articles: Iterable[NamedNode], taken: tuple[str, ...]) -> tuple[int, int, int]:
    """The size of a store that holds these parts of the articles, one commit each; the same compacted; statements."""
    statements = 0
    with TemporaryDirectory() as folder:
        written = Folder.create(Path(folder, "db"), store.base)
        with written.writer() as writer:
            for iri in articles:
                kept = [quad for part, quad in _article(store, iri) if part in taken]
                statements += sum(quad.object == QUOTH.Statement for quad in kept)
                writer.commit(add=kept)
            writer.snapshot()
        size = _bytes(written.path / "store", "*.sst")
        written.compact()
        return size, _bytes(written.path / "store", "*.sst"), statements


def _article(store: ReadStore, iri: NamedNode) -> Iterator[tuple[str, Quad]]:
    iris = Iris(store.base)
    for graph in (iris.evidence_graph(iri), iris.derived_graph(iri)):
        yield from _by_part(list(store.quads(graph=graph)), iris)


def _snapshot(db: Path) -> float:
    """Median milliseconds of a snapshot after a small commit."""
    times = []
    with Library.open(db) as library:
        graph = library.iris.decisions_graph
        for number in range(5):
            library.store.commit(drop=[graph], add=[Quad(QUOTH.Statement, QUOTH.text, integer(number), graph)])
            started = perf_counter()
            library.store.snapshot()
            times.append(perf_counter() - started)
        library.store.commit(drop=[graph])
    return round(1000 * median(times), 1)


def _compacted(db: Path) -> dict[str, float]:
    """How long `quoth compact` takes for the whole store, and the bytes of its tables afterwards."""
    started = perf_counter()
    Folder.open(db).compact()
    return {"seconds": round(perf_counter() - started, 1), "table_bytes": _bytes(db / "store", "*.sst")}


def _exported(db: Path, format: str) -> dict[str, Any]:
    ((seconds, triples), peak) = apart(_export, db, format)
    return {"format": format, "seconds": round(seconds, 1), "triples": triples, "peak_mib": peak.own}


def _export(db: Path, format: str) -> tuple[float, int]:
    with TemporaryDirectory() as out, Folder.open(db).reader() as store:
        started = perf_counter()
        exported = export(store, Path(out, "dataset"), format)
        return perf_counter() - started, exported.triples


def _startup(db: Path) -> dict[str, float]:
    """Median milliseconds of whole commands, beside those of a Python that does nothing."""
    quoth = str(Path(sys.executable).parent / "quoth")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "quoth --help": [quoth, "--help"],
        "quoth said --limit 1": [quoth, "said", "--db", str(db), "--limit", "1"],
        "quoth stats": [quoth, "stats", "--db", str(db)],
    }
    return {name: _median_run(command) for name, command in commands.items()}


def _median_run(command: list[str]) -> float:
    times = []
    for _ in range(7):
        started = perf_counter()
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "COLUMNS": "100"})
        times.append(perf_counter() - started)
    return round(1000 * median(times), 1)
