"""What a dataset says of itself in dataset.ttl: VoID and DCAT, with nothing that depends on when or where it was made.

Facts      counts what passes by while the graphs are written
describe   the facts as triples
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg import __version__
from kg.errors import InputError
from kg.export.ordered import terms
from kg.vocab import ONTOLOGY_GRAPH, PREFIXES, QUOTH, RDF, RDFS, XSD, Namespace, Term, digest

DCTERMS, DCAT, VOID, PROV = (Namespace(prefix) for prefix in ("dcterms", "dcat", "void", "prov"))
OWL, SPDX = Namespace("owl"), Namespace("spdx")
NAMES: Final = ("dcat", "dcterms", "owl", "prov", "quoth", "rdfs", "schema", "skos", "spdx", "void", "xsd", "geo")
PREFIXES_USED: Final = {prefix: PREFIXES[prefix] for prefix in NAMES}
GEONAMES: Final = NamedNode("https://www.geonames.org/")
MEDIA_TYPES: Final = {
    ".ttl": "text/turtle",
    ".trig": "application/trig",
    ".nq": "application/n-quads",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv",
}
ENTITIES: Final = (QUOTH.Article, QUOTH.Statement, QUOTH.Source, QUOTH.Place, QUOTH.Figure)


class Facts:
    """What a dataset holds, counted while its quads pass by in order."""

    def __init__(self) -> None:
        self.triples = 0
        self.classes: Counter[str] = Counter()
        self.properties: Counter[str] = Counter()
        self.extractors: set[str] = set()
        self.newest: str | None = None
        """The day on which the newest article was published, as xsd:date; None if no day is known."""
        self._hash = hashlib.sha256()

    def passing(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """The same quads, noted."""
        for quad in quads:
            self._note(quad)
            yield quad

    def _note(self, quad: Quad) -> None:
        _, predicate, value = terms(quad)
        self.triples += 1
        self.properties[predicate.value] += 1
        self._hash.update(f"{quad} .\n".encode())
        if predicate == RDF.type:
            self.classes[value.value] += 1
        elif predicate == QUOTH.extractedBy:
            self.extractors.add(value.value)
        elif predicate == QUOTH.publishedOn:
            self.newest = max(self.newest or "", value.value)

    @property
    def version(self) -> str:
        """SHA-256 of all quads as N-Quads in the order of an export: equal datasets have equal versions."""
        return self._hash.hexdigest()

    def count(self, cls: NamedNode) -> int:
        """How many things are of this class."""
        return self.classes[cls.value]


def licence_iri(licence: str) -> NamedNode:
    """The licence's IRI, given as such or as an SPDX identifier ("CC-BY-4.0"); raises InputError for anything else."""
    iri = f"https://spdx.org/licenses/{licence}" if re.fullmatch(r"[A-Za-z0-9.+-]+", licence) else licence
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise InputError(
            f"licence {licence!r} is neither an IRI nor an SPDX identifier; give one such as CC-BY-4.0"
        ) from error


def describe(
    dataset: NamedNode, facts: Facts, sums: Mapping[str, str], licence: NamedNode | None, title: str | None
) -> list[Triple]:
    """The dataset's description; `sums` holds the SHA-256 of the files to list, by name."""
    triples = [Triple(dataset, predicate, value) for predicate, value in _about(facts, licence, title)]
    for kind, counts in (("class", facts.classes), ("property", facts.properties)):
        for iri, count in sorted(counts.items()):
            triples += _partition(dataset, kind, NamedNode(iri), count)
    for name, sha256 in sorted(sums.items()):
        triples += _distribution(dataset, name, sha256)
    for extractor in sorted(facts.extractors):
        triples += _extraction(dataset, NamedNode(extractor))
    return sorted(triples, key=lambda t: (t.subject != dataset, str(t.subject), t.predicate != RDF.type, str(t)))


def _about(facts: Facts, licence: NamedNode | None, title: str | None) -> Iterator[tuple[NamedNode, Term]]:
    articles, statements = facts.count(QUOTH.Article), facts.count(QUOTH.Statement)
    yield RDF.type, DCAT.Dataset
    yield RDF.type, VOID.Dataset
    yield DCTERMS.title, Literal(title or "Attributed statements from news articles")
    told = f"Who said what in {articles} news articles: {statements} statements, each with its words and its place."
    yield DCTERMS.description, Literal(told)
    yield DCTERMS.conformsTo, ONTOLOGY_GRAPH
    yield DCAT.version, Literal(facts.version)
    yield OWL.versionInfo, Literal(facts.version)
    yield RDFS.comment, Literal(f"Written by Quoth {__version__}.")
    yield VOID.triples, _integer(facts.triples)
    yield VOID.entities, _integer(sum(facts.count(cls) for cls in ENTITIES))
    yield VOID.classes, _integer(len(facts.classes))
    yield VOID.properties, _integer(len(facts.properties))
    yield from ((VOID.vocabulary, NamedNode(PREFIXES[name])) for name in ("quoth", "rdfs", "schema", "skos"))
    if licence:
        yield DCTERMS.license, licence
    if facts.newest:
        yield DCTERMS.modified, Literal(facts.newest, datatype=XSD.date)
    if facts.properties[QUOTH.geonamesId.value]:
        yield DCTERMS.source, GEONAMES


def _partition(dataset: NamedNode, kind: str, iri: NamedNode, count: int) -> Iterator[Triple]:
    """How many things are of a class, or how many triples have a property."""
    node = NamedNode(f"{dataset.value}#{kind}-{_short(iri.value)}")
    yield Triple(dataset, VOID[f"{kind}Partition"], node)
    yield Triple(node, VOID[kind], iri)
    yield Triple(node, VOID.entities if kind == "class" else VOID.triples, _integer(count))


def _short(iri: str) -> str:
    """A term's name with its prefix, as it can stand in an IRI: "skos-altLabel"; a digest for a term without prefix."""
    found = (f"{prefix}-{iri[len(start) :]}" for prefix, start in PREFIXES.items() if iri.startswith(start))
    return next(found, digest(iri))


def _distribution(dataset: NamedNode, name: str, sha256: str) -> Iterator[Triple]:
    """A file of the export with its checksum."""
    node, checksum = NamedNode(f"{dataset.value}#{name}"), NamedNode(f"{dataset.value}#{name}.sha256")
    media = MEDIA_TYPES[name[name.rindex(".") :]]
    yield Triple(dataset, DCAT.distribution, node)
    yield Triple(node, RDF.type, DCAT.Distribution)
    yield Triple(node, DCTERMS.title, Literal(name))
    yield Triple(node, DCAT.mediaType, NamedNode(f"https://www.iana.org/assignments/media-types/{media}"))
    yield Triple(node, SPDX.checksum, checksum)
    yield Triple(checksum, RDF.type, SPDX.Checksum)
    yield Triple(checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
    yield Triple(checksum, SPDX.checksumValue, Literal(sha256, datatype=XSD.hexBinary))


def _extraction(dataset: NamedNode, extractor: NamedNode) -> Iterator[Triple]:
    """That an extractor read the statements."""
    name = extractor.value.rpartition("/")[2]
    node = NamedNode(f"{dataset.value}#extraction-{name}")
    yield Triple(dataset, PROV.wasGeneratedBy, node)
    yield Triple(node, RDF.type, PROV.Activity)
    yield Triple(node, PROV.wasAssociatedWith, extractor)
    yield Triple(extractor, RDF.type, PROV.SoftwareAgent)
    yield Triple(extractor, RDF.type, QUOTH.Extractor)
    yield Triple(extractor, RDFS.label, Literal(name))


def _integer(count: int) -> Literal:
    return Literal(str(count), datatype=XSD.integer)
