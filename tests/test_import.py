"""A dataset comes back equal, or is refused with a reason and leaves the store as it was."""

from __future__ import annotations

import errno
from pathlib import Path

import pyoxigraph as ox
import pytest
from export_data import canonical, council, dataset, everything, mayor, shelf
from pyoxigraph import NamedNode, Quad

from kg.errors import InputError, StoreError, ValidationFailed
from kg.export import export
from kg.imports import load
from kg.imports.files import read_dataset
from kg.validate import Validator
from kg.vocab import DEFAULT_BASE, QUOTH, RDF, Iris

BASE = "https://data.example.org/id/"
EVIDENCE = f"{DEFAULT_BASE}graph/evidence/0123456789abcdef"


def anything(article: NamedNode, quads: list[Quad]) -> None:
    """A gate that lets everything pass."""


def exported(tmp_path: Path, format: str = "trig", quads: list[Quad] | None = None) -> Path:
    out = tmp_path / "out"
    export(shelf(dataset() if quads is None else quads), out, format)
    return out


def refused(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    store = shelf(dataset(council()))
    before = store.version
    with pytest.raises(InputError, match=message):
        load(store, [path], anything)
    assert store.version == before


@pytest.mark.parametrize("format", ["trig", "nquads"])
def test_comes_back_equal(format: str, tmp_path: Path) -> None:
    store = shelf()
    done = load(store, [exported(tmp_path, format)], anything)
    assert canonical(everything(store)) == canonical(dataset())
    assert (done.articles, done.replaced, done.statements, done.quads) == (2, 0, 4, len(set(dataset())))
    assert store.version == "0+1"


def test_another_base_comes_back_equal(tmp_path: Path) -> None:
    export(shelf(dataset()), tmp_path / "out", "trig", base=BASE)
    store = shelf(base=BASE)
    load(store, [tmp_path / "out"], anything)
    assert canonical(everything(store)) == canonical(dataset(base=BASE))


def test_twice_changes_nothing(tmp_path: Path) -> None:
    store = shelf()
    out = exported(tmp_path)
    load(store, [out], anything)
    assert load(store, [out], anything).replaced == 2
    assert canonical(everything(store)) == canonical(dataset())


def test_into_a_store_that_holds_articles(tmp_path: Path) -> None:
    store = shelf(dataset(council()))
    load(store, [exported(tmp_path, quads=dataset(mayor()))], anything)
    assert canonical(everything(store)) == canonical(dataset())


def test_what_an_older_version_left_is_gone(tmp_path: Path) -> None:
    newer = mayor()
    older = type(newer)(newer.article, newer.extractor, newer.entities, newer.statements[:1])
    store = shelf(dataset(newer, council()))
    load(store, [exported(tmp_path, quads=dataset(older))], anything)
    assert canonical(everything(store)) == canonical(dataset(older, council()))


def test_several_files_in_one_commit(tmp_path: Path) -> None:
    export(shelf(dataset(mayor())), tmp_path / "a", "trig")
    export(shelf(dataset(council())), tmp_path / "b", "nquads")
    store = shelf()
    assert load(store, [tmp_path / "a", tmp_path / "b" / "dataset.nq"], anything).articles == 2
    assert canonical(everything(store)) == canonical(dataset())
    assert store.version == "0+1"


def test_decisions_come_along(tmp_path: Path) -> None:
    decision = Quad(NamedNode(f"{DEFAULT_BASE}decision/1"), RDF.type, QUOTH.Decision, Iris().decisions_graph)
    store = shelf()
    load(store, [exported(tmp_path, quads=[*dataset(), decision])], anything)
    assert decision in everything(store)


def test_who_is_who_is_made_anew(tmp_path: Path) -> None:
    statement = next(quad.subject for quad in dataset() if quad.predicate == QUOTH.saidBy)
    graph = next(quad.graph_name for quad in dataset() if quad.predicate == QUOTH.saidBy)
    planted = Quad(statement, QUOTH.saidBy, NamedNode(f"{DEFAULT_BASE}actor/someone-else"), graph)
    store = shelf()
    load(store, [exported(tmp_path, quads=[*dataset(), planted])], anything)
    assert canonical(everything(store)) == canonical(dataset())


def test_the_gate_sees_each_article_whole(tmp_path: Path) -> None:
    seen: dict[str, set[Quad]] = {}
    load(shelf(), [exported(tmp_path)], lambda article, quads: seen.update({article.value: set(quads)}))
    assert set.union(*seen.values()) == set(dataset())
    assert len(seen) == 2


def test_what_the_gate_refuses_changes_nothing(tmp_path: Path) -> None:
    def gate(article: NamedNode, quads: list[Quad]) -> None:
        raise ValidationFailed(article.value)

    store = shelf()
    with pytest.raises(ValidationFailed):
        load(store, [exported(tmp_path)], gate)
    assert store.version == "0"


def test_ontology_and_shapes_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.nq"
    path.write_text("<https://w3id.org/quoth/ontology#X> <x:y> _:b <https://w3id.org/quoth/ontology> .\n")
    store = shelf()
    assert load(store, [path], anything).skipped == 1
    assert len(everything(store)) == 0


def test_malformed_names_file_and_line(tmp_path: Path) -> None:
    refused(
        tmp_path,
        "a.nq",
        f"<{DEFAULT_BASE}a> <x:b> <x:c> <{EVIDENCE}> .\n<{DEFAULT_BASE}a> oops .\n",
        r"a\.nq, line 2: ",
    )
    refused(tmp_path, "a.trig", "@prefix a: <x:> .\n\nGRAPH a:b { a:c ", r"a\.trig, line 3: ")
    refused(tmp_path, "b.trig", b"\x00\xff\xfe", r"b\.trig, line 1: ")


@pytest.mark.parametrize("name", ["a.rdf", "a.xml", "a.ttl", "a.jsonld", "a"])
def test_other_formats_are_refused(name: str, tmp_path: Path) -> None:
    refused(tmp_path, name, "", "only TriG")


@pytest.mark.parametrize("triple", ["_:b <x:b> <x:c>", f"<{DEFAULT_BASE}a> <x:b> _:c"])
def test_blank_nodes_are_refused(triple: str, tmp_path: Path) -> None:
    refused(tmp_path, "a.nq", f"{triple} <{EVIDENCE}> .\n", "blank nodes")


def test_triple_terms_are_refused(tmp_path: Path) -> None:
    refused(tmp_path, "a.nq", f"<{DEFAULT_BASE}a> <x:b> <<( <x:a> <x:b> <x:c> )>> <{EVIDENCE}> .\n", "triple terms")


def test_the_default_graph_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, "a.nq", f"<{DEFAULT_BASE}a> <x:b> <x:c> .\n", "the default graph, which is no graph of Quoth")


def test_foreign_graphs_are_refused(tmp_path: Path) -> None:
    refused(tmp_path, "a.nq", f"<{DEFAULT_BASE}a> <x:b> <x:c> <x:graph> .\n", "the graph <x:graph>, which is no")
    refused(tmp_path, "a.nq", f"<{DEFAULT_BASE}a> <x:b> <x:c> <{EVIDENCE}0> .\n", "which is no graph of Quoth")
    refused(tmp_path, "a.nq", f"<{DEFAULT_BASE}a> <x:b> <x:c> _:b .\n", "which is no graph of Quoth")


def test_foreign_subjects_are_refused(tmp_path: Path) -> None:
    refused(tmp_path, "a.nq", f"<x:a> <x:b> <x:c> <{EVIDENCE}> .\n", "<x:a> is not below the base")


def test_another_base_is_refused_with_the_way_out(tmp_path: Path) -> None:
    export(shelf(dataset()), tmp_path / "out", "trig", base=BASE)
    with pytest.raises(InputError, match=f"export it again with --base {DEFAULT_BASE}"):
        load(shelf(), [tmp_path / "out"], anything)


def test_evidence_of_no_article_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, "a.nq", f"<{DEFAULT_BASE}a> <x:b> <x:c> <{EVIDENCE}> .\n", "must describe one article")


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    out = exported(tmp_path)
    content = (out / "dataset.trig").read_bytes()
    (out / "dataset.trig").write_bytes(content[: content.rindex(b"\n<")])
    with pytest.raises(InputError, match="not what SHA256SUMS says"):
        load(shelf(), [out], anything)


def test_missing_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot read .*none\.nq: No such file"):
        load(shelf(), [tmp_path / "none.nq"], anything)
    with pytest.raises(InputError, match="holds no dataset"):
        load(shelf(), [tmp_path], anything)


def test_reading_alone(tmp_path: Path) -> None:
    assert canonical(read_dataset(exported(tmp_path), Iris())) == canonical(dataset())


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    out, store = exported(tmp_path), shelf()
    monkeypatch.setattr("kg.imports.ox.Store", full)
    with pytest.raises(StoreError, match="temporary folder: No space left on device"):
        load(store, [out], anything)
    assert store.version == "0"


def test_whatever_quad_is_missing_the_gate_or_the_import_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    validator, in_memory = Validator(), ox.Store
    monkeypatch.setattr("kg.imports.ox.Store", lambda folder: in_memory())

    def gate(article: NamedNode, quads: list[Quad]) -> None:
        if not validator.check(quads).conforms:
            raise ValidationFailed(article.value)

    whole = sorted(set(dataset(council())), key=str)
    path = tmp_path / "dataset.nq"
    answers: set[object] = set()
    for missing in whole:
        path.write_bytes(ox.serialize((quad for quad in whole if quad != missing), format=ox.RdfFormat.N_QUADS) or b"")
        try:
            answers.add(load(shelf(), [path], gate).articles)
        except (InputError, ValidationFailed) as error:
            answers.add(type(error))
    assert answers == {1, InputError, ValidationFailed}
