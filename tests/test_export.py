"""The export as a whole: the same bytes each time, whole folders, checksums, another base."""

from __future__ import annotations

import errno
import random
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from export_data import canonical, dataset, mayor, shelf, texts
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import InputError, OutputError, QueryError, StoreError
from kg.export import FORMATS, export, ordered
from kg.store.memory import MemoryStore
from kg.vocab import DEFAULT_BASE, ONTOLOGY_GRAPH, QUOTH, RDF

BASE = "https://data.example.org/id/"


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("format", FORMATS)
def test_same_bytes_whatever_the_order(format: str, tmp_path: Path) -> None:
    quads = dataset()
    export(shelf(quads), tmp_path / "a", format, texts=texts)
    for seed in range(3):
        random.Random(seed).shuffle(quads)
        store = shelf()
        for quad in quads:
            store.commit(add=[quad])
        export(store, tmp_path / "b", format, texts=texts)
        assert files(tmp_path / "b") == files(tmp_path / "a")


@pytest.mark.parametrize("format", FORMATS)
def test_spilled_runs_give_the_same_bytes(format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(shelf(dataset()), tmp_path / "a", format)
    spilled: list[Path] = []
    keep = ordered._keep

    def watched(quads: list[Quad], path: Path) -> Path:
        spilled.append(path)
        return keep(quads, path)

    monkeypatch.setattr(ordered.in_order, "__defaults__", (7,))
    monkeypatch.setattr(ordered, "_keep", watched)
    export(shelf(dataset()), tmp_path / "b", format)
    assert len(spilled) > 10
    assert files(tmp_path / "b") == files(tmp_path / "a")


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph).*:DeprecationWarning")  # rdflib's own
@pytest.mark.parametrize(
    ("format", "name"), [("trig", "dataset.trig"), ("nquads", "dataset.nq"), ("jsonld", "dataset.jsonld")]
)
def test_one_file_holds_the_whole_dataset(format: str, name: str, tmp_path: Path) -> None:
    done = export(shelf([*dataset(), Quad(QUOTH.x, RDF.type, QUOTH.x, ONTOLOGY_GRAPH)]), tmp_path / "out", format)
    assert canonical(ox.parse(path=tmp_path / "out" / name)) == canonical(dataset())
    assert done.triples == len(set(dataset()))
    reader = {"trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}[format]
    read = rdflib.Dataset().parse(data=(tmp_path / "out" / name).read_text(), format=reader)
    assert len(list(read.quads())) == done.triples


def test_turtle_has_a_file_for_each_graph(tmp_path: Path) -> None:
    done = export(shelf(dataset()), tmp_path / "out", "turtle")
    found = []
    for path in sorted((tmp_path / "out").rglob("*.ttl")):
        rdflib.Graph().parse(data=path.read_text())
        name = path.relative_to(tmp_path / "out").with_suffix("").as_posix()
        if name.partition("/")[0] in ("articles", "derived", "actors"):
            graph = NamedNode(f"{DEFAULT_BASE}graph/{name.replace('articles', 'evidence')}")
            found += [Quad(t.subject, t.predicate, t.object, graph) for t in ox.parse(path=path)]
    assert canonical(found) == canonical(dataset())
    assert {"ontology/quoth.ttl", "shapes/statement.ttl", "dataset.ttl", "SHA256SUMS"} <= set(done.files)


def test_the_turtle_files_validate_against_the_shapes_beside_them(tmp_path: Path) -> None:
    export(shelf(dataset()), tmp_path / "out", "turtle")
    data, shapes = rdflib.Graph(), rdflib.Graph()
    for path in (tmp_path / "out").rglob("*.ttl"):
        (shapes if path.parent.name == "shapes" else data).parse(data=path.read_text())
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes, allow_warnings=True)
    assert conforms, report


def test_turtle_is_readable(tmp_path: Path) -> None:
    export(shelf(dataset(mayor())), tmp_path / "out", "turtle")
    lines = (tmp_path / "out" / "actors.ttl").read_text().splitlines()
    assert "@prefix quoth: <https://w3id.org/quoth/ontology#> ." in lines
    assert '\trdfs:label "Ada Lund" .' in lines
    assert any(line.endswith(" a quoth:Actor , quoth:Person , quoth:Source ;") for line in lines)


def test_checksums_hold(tmp_path: Path) -> None:
    done = export(shelf(dataset()), tmp_path / "out", "turtle", texts=texts)
    subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out", check=True)
    listed = [line[66:] for line in (tmp_path / "out" / "SHA256SUMS").read_text().splitlines()]
    assert listed == sorted(listed)
    assert sorted([*listed, "SHA256SUMS"]) == sorted(files(tmp_path / "out")) == list(done.files)


@pytest.mark.parametrize("format", FORMATS)
def test_another_base(format: str, tmp_path: Path) -> None:
    done = export(shelf(dataset()), tmp_path / "a", format, base=BASE, texts=texts)
    export(shelf(dataset(base=BASE), BASE), tmp_path / "b", format, texts=texts)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert not any(b"localhost" in content for name, content in files(tmp_path / "a").items() if "/" not in name)
    assert not any("localhost" in warning for warning in done.warnings)


def test_a_new_base_leaves_web_addresses_alone(tmp_path: Path) -> None:
    outlet = "https://news.example.org/"
    address = f"{outlet}article/0123456789abcdef"
    export(shelf(dataset(mayor(address), base=outlet), outlet), tmp_path / "out", "nquads", base=BASE)
    nquads = (tmp_path / "out" / "dataset.nq").read_text()
    assert f"<{QUOTH.url.value}> <{address}>" in nquads
    assert nquads.count(outlet) == 1


@pytest.mark.parametrize(
    "base", ["here", "https://example.org/a b/", "https://example.org/id", "file:///tmp/", "https:///x/"]
)
def test_impossible_base(base: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--base"):
        export(shelf(dataset()), tmp_path / "out", "trig", base=base)
    assert not any(tmp_path.iterdir())


def test_warnings(tmp_path: Path) -> None:
    local = export(shelf(dataset()), tmp_path / "out", "trig")
    assert ["http://localhost:8000/id/" in local.warnings[0], "licence" in local.warnings[1]] == [True, True]
    assert export(shelf(dataset()), tmp_path / "out", "trig", base=BASE, licence="CC0-1.0").warnings == ()


def test_counts(tmp_path: Path) -> None:
    done = export(shelf(dataset()), tmp_path / "out", "trig")
    assert (done.articles, done.statements, done.sources, done.places) == (2, 4, 3, 1)


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export(shelf(dataset()), tmp_path / "out", "trig", progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="turtle, trig, nquads, jsonld, csv"):
        export(shelf(), tmp_path / "out", "rdfxml")


def test_an_empty_store(tmp_path: Path) -> None:
    for format in FORMATS:
        assert export(shelf(), tmp_path / "out", format).triples == 0


def test_a_graph_of_another_making_is_not_lost(tmp_path: Path) -> None:
    odd = Quad(QUOTH.x, QUOTH.y, Literal("z"), NamedNode("http://example.org/graph"))
    done = export(shelf([odd]), tmp_path / "out", "turtle")
    assert any(name.startswith("other/") for name in done.files)


def test_an_earlier_export_gives_way(tmp_path: Path) -> None:
    export(shelf(dataset()), tmp_path / "out", "turtle")
    export(shelf(dataset(mayor())), tmp_path / "out", "trig")
    assert "dataset.trig" in files(tmp_path / "out")
    assert "actors.ttl" not in files(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export(shelf(dataset()), tmp_path / "out", "trig")
    assert "dataset.trig" in files(tmp_path / "out")


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    export(shelf(dataset()), tmp_path / "out", "trig")
    (tmp_path / "out" / "notes").mkdir()
    (tmp_path / "out" / "notes" / "mine.txt").write_text("mine")
    before = files(tmp_path / "out")
    with pytest.raises(OutputError, match=r"holds notes/mine\.txt"):
        export(shelf(), tmp_path / "out", "trig")
    assert files(tmp_path / "out") == before


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputError, match="is a file"):
        export(shelf(), tmp_path / "out", "trig")


def test_nothing_is_left_of_a_failed_export(tmp_path: Path) -> None:
    class Broken(MemoryStore):
        def quads(self, *args: object, **kwargs: object) -> Iterator[Quad]:
            raise StoreError("damaged")

    broken = Broken()
    broken.commit(add=dataset())
    export(shelf(dataset()), tmp_path / "out", "trig")
    before = files(tmp_path / "out")
    with pytest.raises(StoreError, match="damaged"):
        export(broken, tmp_path / "out", "turtle")
    assert files(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kg.export.formats.serialize", full)
    with pytest.raises(OutputError, match="No space left on device; nothing was changed"):
        export(shelf(dataset()), tmp_path / "out", "trig")
    assert not any(tmp_path.iterdir())


def test_the_version_is_the_hash_of_the_nquads(tmp_path: Path) -> None:
    versions = {export(shelf(dataset()), tmp_path / format, format).version for format in FORMATS}
    assert versions == {sha256((tmp_path / "nquads" / "dataset.nq").read_bytes()).hexdigest()}
