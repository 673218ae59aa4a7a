"""dataset.ttl: counts, licence, version, the newest article's date, extractors, checksums."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
from export_data import council, dataset, shelf
from pyoxigraph import Literal, NamedNode

from kg.errors import InputError
from kg.export import export
from kg.export.description import DCAT, DCTERMS, PROV, SPDX, VOID, licence_iri
from kg.vocab import DEFAULT_BASE, QUOTH, RDF, RDFS, XSD

DATASET = NamedNode(f"{DEFAULT_BASE}dataset")


def described(folder: Path) -> ox.Store:
    store = ox.Store()
    store.load(path=folder / "dataset.ttl")
    return store


def objects(store: ox.Store, subject: object, predicate: NamedNode) -> list[object]:
    return [quad.object for quad in store.quads_for_pattern(subject, predicate, None)]  # type: ignore[arg-type]


def number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("export") / "out"
    export(shelf(dataset()), out, "trig", licence="CC-BY-4.0", title="Norrby speaks")
    return out


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (DCTERMS.title, Literal("Norrby speaks")),
        (DCTERMS.license, NamedNode("https://spdx.org/licenses/CC-BY-4.0")),
        (DCTERMS.modified, Literal("2024-03-01", datatype=XSD.date)),
        (DCTERMS.source, NamedNode("https://www.geonames.org/")),
        (VOID.triples, number(len(set(dataset())))),
        (VOID.entities, number(2 + 4 + 3 + 1 + 1)),
    ],
)
def test_about_the_dataset(folder: Path, predicate: NamedNode, value: object) -> None:
    assert objects(described(folder), DATASET, predicate) == [value]


def test_class_and_property_counts(folder: Path) -> None:
    store = described(folder)
    (statements,) = [q.subject for q in store.quads_for_pattern(None, VOID["class"], QUOTH.Statement)]
    assert objects(store, statements, VOID.entities) == [number(4)]
    (texts,) = [q.subject for q in store.quads_for_pattern(None, VOID.property, QUOTH.text)]
    assert objects(store, texts, VOID.triples) == [number(4)]


def test_the_extractor_is_named(folder: Path) -> None:
    store = described(folder)
    (activity,) = objects(store, DATASET, PROV.wasGeneratedBy)
    (agent,) = objects(store, activity, PROV.wasAssociatedWith)
    assert agent == NamedNode(f"{DEFAULT_BASE}extractor/rules-0.1.0")
    assert objects(store, agent, RDFS.label) == [Literal("rules-0.1.0")]


def test_distributions_carry_their_checksum(folder: Path) -> None:
    store = described(folder)
    (file,) = objects(store, DATASET, DCAT.distribution)
    (checksum,) = objects(store, file, SPDX.checksum)
    value = sha256((folder / "dataset.trig").read_bytes()).hexdigest()
    assert objects(store, checksum, SPDX.checksumValue) == [Literal(value, datatype=XSD.hexBinary)]


def test_nothing_is_said_that_is_not_known(tmp_path: Path) -> None:
    export(shelf(), tmp_path / "out", "trig")
    store = described(tmp_path / "out")
    said = {quad.predicate for quad in store.quads_for_pattern(DATASET, None, None)}
    assert not said & {DCTERMS.license, DCTERMS.modified, DCTERMS.source, PROV.wasGeneratedBy}


def test_no_blank_nodes_and_every_node_typed_or_a_partition(folder: Path) -> None:
    subjects = {quad.subject for quad in described(folder)}
    assert all(isinstance(subject, NamedNode) for subject in subjects)


def test_the_version_follows_the_content(tmp_path: Path, folder: Path) -> None:
    export(shelf(dataset(council())), tmp_path / "out", "trig")
    (other,) = objects(described(tmp_path / "out"), DATASET, DCAT.version)
    assert objects(described(folder), DATASET, DCAT.version) != [other]
    assert list(described(folder).quads_for_pattern(DATASET, RDF.type, DCAT.Dataset))


@pytest.mark.parametrize("licence", ["no licence", "", "see < there"])
def test_licence_must_be_an_iri_or_identifier(licence: str) -> None:
    with pytest.raises(InputError, match="SPDX"):
        licence_iri(licence)


def test_licence_as_iri() -> None:
    assert licence_iri("https://example.org/terms") == NamedNode("https://example.org/terms")
