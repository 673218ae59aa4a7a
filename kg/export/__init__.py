"""A store's dataset as files that anyone can check, in the same bytes whenever the same articles were added.

export          all of it: the way in
dataset         the graphs, in order, below the wanted base      ordered    sorting with bounded memory
formats         Turtle, TriG, N-Quads                            jsonld     JSON-LD
tables          CSV                                              annotations  Web Annotations of the evidence
description     dataset.ttl: VoID and DCAT                       folder     checksums; whole or not at all
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.export.annotations import write_annotations
from kg.export.dataset import Dataset
from kg.export.description import PREFIXES_USED, Facts, describe, licence_iri
from kg.export.folder import SUMS, Folder, staged
from kg.export.formats import Graphs, nquads, trig, turtle, write_turtle
from kg.export.jsonld import jsonld
from kg.export.tables import tables
from kg.resources import folder as resource
from kg.store import ReadStore
from kg.vocab import QUOTH

FORMATS: Final = ("turtle", "trig", "nquads", "jsonld", "csv")
WRITERS: Final = {"turtle": turtle, "trig": trig, "nquads": nquads, "jsonld": jsonld}
LOCAL: Final = re.compile(r"https?://(localhost|127\.[\d.]+|\[::1\])(:\d+)?/")

Progress = Callable[[int, int], None]
"""Told after each graph: how many are written, of how many."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: relative paths of its files, counts, the hash of its quads, what the user should know."""

    folder: Path
    files: tuple[str, ...]
    articles: int
    statements: int
    sources: int
    places: int
    triples: int
    version: str
    warnings: tuple[str, ...]


def export(
    store: ReadStore,
    out: Path,
    format: str,
    *,
    base: str | None = None,
    texts: Callable[[str], str] | None = None,
    licence: str | None = None,
    title: str | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write the store's dataset to the folder `out`, which is new, empty or an earlier export.

    `format` is one of FORMATS. `base` is what instance IRIs shall begin with, where not as in the store. `texts` gives
    the archived text for a SHA-256 or raises ArchiveError; with it, Web Annotations are written too (not for csv).
    `licence` is an IRI or an SPDX identifier.
    Raises QueryError for an unknown format, InputError for a base or licence that can't be, OutputError if the folder
    can't be written; `out` is then as it was.
    """
    if format not in FORMATS:
        raise QueryError(f"there is no export format {format!r}; choose one of {', '.join(FORMATS)}")
    terms = licence_iri(licence) if licence else None
    with staged(out) as folder:
        dataset = Dataset(store, base, folder.path)
        facts = Facts()
        writer = partial(tables, dataset=dataset) if format == "csv" else WRITERS[format]
        writer(_graphs(dataset, facts, progress), folder)
        missing = write_annotations(_evidence(dataset), folder, texts) if texts and format != "csv" else 0
        _beside(folder)
        _describe(folder, NamedNode(f"{dataset.base}dataset"), facts, terms, title)
    warnings = tuple(_warnings(dataset.base, licence, missing))
    return _exported(out, folder, facts, warnings)


def _graphs(dataset: Dataset, facts: Facts, progress: Progress | None) -> Graphs:
    names = dataset.graphs()
    for done, graph in enumerate(names, start=1):
        yield graph, dataset.path(graph), facts.passing(dataset.quads(graph))
        if progress:
            progress(done, len(names))


def _evidence(dataset: Dataset) -> Graphs:
    for graph in dataset.graphs():
        if dataset.kind(graph) == "evidence":
            yield graph, dataset.path(graph), dataset.quads(graph)


def _beside(folder: Folder) -> None:
    """Copies of the ontology and the shapes."""
    for name in ("ontology", "shapes"):
        for path in sorted(resource(name).iterdir()):
            if path.suffix in (".ttl", ".jsonld"):
                folder.write(f"{name}/{path.name}", path.read_bytes())


def _describe(folder: Folder, iri: NamedNode, facts: Facts, licence: NamedNode | None, title: str | None) -> None:
    own = {name: sha256 for name, sha256 in folder.sums.items() if "/" not in name}
    with folder.file("dataset.ttl") as output:
        write_turtle(describe(iri, facts, own, licence, title), output, PREFIXES_USED)


def _warnings(base: str, licence: str | None, missing: int) -> Iterator[str]:
    if LOCAL.match(base):
        yield f"the IRIs begin with {base} and lead nowhere on other machines; give --base https://…/ to publish them"
    if not licence:
        yield "no licence is stated, so nobody may reuse the dataset; give --licence, such as CC-BY-4.0"
    if missing:
        which = "1 article has" if missing == 1 else f"{missing} articles have"
        yield f"{which} no archived text here, so the annotations were left out there"


def _exported(out: Path, folder: Folder, facts: Facts, warnings: tuple[str, ...]) -> Exported:
    return Exported(
        folder=out,
        files=tuple(sorted((*folder.sums, SUMS))),
        articles=facts.count(QUOTH.Article),
        statements=facts.count(QUOTH.Statement),
        sources=facts.count(QUOTH.Source),
        places=facts.count(QUOTH.Place),
        triples=facts.triples,
        version=facts.version,
        warnings=warnings,
    )
