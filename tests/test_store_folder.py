"""The store's folder: one writer, readers on snapshots, and what is no store."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError, StoreLocked, StoreMissing, StoreVersion
from kg.rdf import value
from kg.store.folder import Folder

GRAPH, THING = NamedNode("http://example.org/graph"), NamedNode("http://example.org/thing")

WRITER = """
import sys
from kg.rdf import value
from kg.store.folder import Folder
with Folder.open(sys.argv[1]).writer():
    print("writing", flush=True)
    sys.stdin.read()
"""


def quad(words: str) -> Quad:
    return Quad(THING, THING, Literal(words), GRAPH)


def held(folder: Folder) -> list[str]:
    with folder.reader() as reader:
        return sorted(value(q).value for q in reader.quads())


def snapshots(folder: Folder) -> list[str]:
    return sorted(path.name for path in (folder.path / "snapshots").iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.create(tmp_path / "db", "http://example.org/id/")


@contextmanager
def another_writer(folder: Folder) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", WRITER, str(folder.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "writing\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_store_keeps_its_base(folder: Folder) -> None:
    assert Folder.open(folder.path).base == "http://example.org/id/"
    with Folder.open(str(folder.path)).writer() as store:
        store.snapshot()
        assert store.base == "http://example.org/id/"
    with folder.reader() as reader:
        assert reader.base == "http://example.org/id/"
    assert json.loads((folder.path / "quoth.json").read_text())["format"] == 1


def test_readers_see_the_newest_snapshot_and_keep_it(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad("one")])
        first = store.snapshot()
        store.commit(add=[quad("two")])
        with folder.reader() as early:
            assert early.version == first == folder.newest()
            second = store.snapshot()
            assert held(folder) == ["one", "two"]
            assert len(list(early.quads())) == 1
            assert folder.newest() == second != first
            store.commit(add=[quad("three")])
            store.snapshot()
            assert snapshots(folder) == ["00000001", "00000001.lock", "00000003", "00000003.lock"]
        store.commit(add=[quad("four")])
        store.snapshot()
    assert snapshots(folder) == ["00000004", "00000004.lock"]
    assert held(folder) == ["four", "one", "three", "two"]


def test_a_snapshot_holds_the_graphs_names_too(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad("one")])
        store.snapshot()
    with folder.reader() as reader:
        assert list(reader.graphs()) == [GRAPH]
        assert reader.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }") == [{"g": GRAPH}]


def test_a_snapshot_is_hard_links_without_the_engines_log(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad(str(number)) for number in range(1000)])
        store.snapshot()
        files = list((folder.path / "snapshots" / "00000001").iterdir())
        assert not [file for file in files if file.suffix == ".log"]
        assert all(file.stat().st_nlink == 2 for file in files if file.suffix == ".sst")


def test_what_a_killed_run_left_of_a_snapshot_is_removed(folder: Folder) -> None:
    for left in ("00000001", "00000002.tmp", "00000003.tmp.tmp"):
        (folder.path / "snapshots" / left / "deep").mkdir(parents=True)
    with folder.writer() as store:
        store.snapshot()
    assert snapshots(folder) == ["00000004", "00000004.lock"]


def test_a_writer_that_ended_well_leaves_no_change_behind(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad("one")])
        version = store.snapshot()
    with folder.writer() as store:
        assert store.version == version == store.snapshot()


def test_what_was_committed_without_a_snapshot_comes_with_the_next(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad("one")])
        version = store.snapshot()
        store.commit(add=[quad("two")])
    assert held(folder) == ["one"]
    with folder.writer() as store:
        assert store.version != version
        store.snapshot()
    assert held(folder) == ["one", "two"]


def test_versions_tell_stores_apart(tmp_path: Path) -> None:
    versions = set()
    for name in ("a", "b"):
        with Folder.create(tmp_path / name).writer() as store:
            versions.add(store.snapshot())
    assert len(versions) == 2


def test_a_second_writer_is_told_who_writes(folder: Folder) -> None:
    with (
        another_writer(folder) as other,
        pytest.raises(StoreLocked, match=rf"process {other.pid} \(.*\) since 20.*wait"),
    ):
        folder.writer()
    with folder.writer(), pytest.raises(StoreLocked, match=f"process {os.getpid()} "):
        folder.writer()


def test_the_lock_vanishes_with_its_process(folder: Folder) -> None:
    with another_writer(folder) as other:
        other.kill()
    with folder.writer() as store:
        store.commit(add=[quad("one")])


def test_readers_read_while_another_process_writes(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad("one")])
        store.snapshot()
    with another_writer(folder):
        assert held(folder) == ["one"]


def test_a_lock_that_says_nothing_still_refuses(folder: Folder) -> None:
    with folder.writer():
        (folder.path / "lock").write_text("")
        with pytest.raises(StoreLocked, match="another process"):
            folder.writer()


def test_there_is_nothing_to_read_before_the_first_snapshot(folder: Folder) -> None:
    assert folder.newest() is None
    with pytest.raises(StoreMissing, match="no snapshot to read yet"):
        folder.reader()


def test_a_missing_store_is_named(tmp_path: Path) -> None:
    assert not Folder.exists(tmp_path / "none")
    with pytest.raises(StoreMissing, match=r"no store at .*none: make one"):
        Folder.open(tmp_path / "none")
    with pytest.raises(StoreMissing):
        Folder.open(tmp_path)


def test_what_an_interrupted_making_leaves_is_taken_over(tmp_path: Path) -> None:
    for part in ("snapshots", "texts"):
        (tmp_path / part).mkdir()
    (tmp_path / "lock").touch()
    (tmp_path / "quoth.json.17-42.tmp").touch()
    assert not Folder.exists(tmp_path)
    Folder.create(tmp_path)
    with Folder.open(tmp_path).writer() as store:
        store.snapshot()
    assert not list(tmp_path.glob("*.tmp"))


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "letter.txt").write_text("Dear reader")
    for make in (Folder.open, Folder.create):
        with pytest.raises(StoreError, match=r"no store of Quoth|something lies there"):
            make(tmp_path)
    assert list(tmp_path.iterdir()) == [tmp_path / "texts"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "db").write_text("")
    for make in (Folder.open, Folder.create):
        with pytest.raises(StoreError, match=r"no store of Quoth|something lies there"):
            make(tmp_path / "db")


def test_a_store_is_not_made_twice(folder: Folder) -> None:
    with pytest.raises(StoreError, match="something lies there"):
        Folder.create(folder.path)


@pytest.mark.parametrize(
    "base", ["", "example.org/", "http://example.org/id", "http://a b/", "ftp://a/", "http://a/#/"]
)
def test_a_base_must_be_an_address_that_ends_with_a_slash(tmp_path: Path, base: str) -> None:
    with pytest.raises(StoreError, match="cannot be the base of IRIs"):
        Folder.create(tmp_path / "db", base)
    assert not (tmp_path / "db").exists()


def test_a_store_of_a_newer_version_is_refused(folder: Folder) -> None:
    (folder.path / "quoth.json").write_text('{"format": 2, "all": "different"}')
    with pytest.raises(StoreVersion, match=r"newer Quoth: its format is 2"):
        Folder.open(folder.path)


@pytest.mark.parametrize("about", ["", "{", "[]", '{"format": 1}', '{"format": "one"}', "\x00\xff"])
def test_a_damaged_quoth_json_is_named(folder: Folder, about: str) -> None:
    (folder.path / "quoth.json").write_text(about, "latin-1")
    with pytest.raises(StoreError, match=r"quoth\.json is damaged: put it back"):
        Folder.open(folder.path)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without root's right to read everything."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_that_may_not_be_read_or_written_is_named(folder: Folder) -> None:
    folder.path.chmod(0)
    try:
        with as_nobody(), pytest.raises(StoreError, match=r"db: Permission denied: ask its owner"):
            Folder.open(folder.path)
        folder.path.chmod(0o555)
        (folder.path / "lock").chmod(0o444)
        with as_nobody(), pytest.raises(StoreError, match=r"for writing: Permission denied"):
            folder.writer()
    finally:
        folder.path.chmod(0o755)


def test_a_damaged_pointer_hides_nothing_from_the_next_writer(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad("one")])
        store.snapshot()
    for pointer in ("", "\xff", "../..", "00000009"):
        (folder.path / "current").write_text(pointer, "latin-1")
        with pytest.raises(StoreMissing, match="no snapshot"):
            folder.reader()
        with folder.writer() as store:
            store.snapshot()
        assert held(folder) == ["one"]


def test_a_damaged_snapshot_is_an_error_and_lets_go_of_its_lock(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad("one")])
        store.snapshot()
    (folder.path / "snapshots" / "00000001" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match=r"cannot open the store .* for reading"):
        folder.reader()
    with folder.writer() as store:
        store.commit(add=[quad("two")])
        store.snapshot()
    assert snapshots(folder) == ["00000002", "00000002.lock"]


def test_an_engine_that_was_taken_away_is_not_begun_anew(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad("one")])
        store.snapshot()
    shutil.rmtree(folder.path / "store")
    with pytest.raises(StoreError, match=r"store is missing: put a copy of .*snapshots/00000001 in its place"):
        folder.writer()
    shutil.copytree(folder.path / "snapshots" / "00000001", folder.path / "store")
    with folder.writer() as store:
        assert len(list(store.quads())) == 1


def test_a_damaged_engine_is_named_and_lets_go_of_its_lock(folder: Folder) -> None:
    with folder.writer() as store:
        store.commit(add=[quad("one")])
    (folder.path / "store" / "CURRENT").write_text("nonsense")
    for _ in range(2):
        with pytest.raises(StoreError, match=r"cannot open the store .* for writing: Corruption.*newest snapshot can"):
            folder.writer()


def test_the_engines_reports_do_not_pile_up(folder: Folder) -> None:
    for _ in range(4):
        folder.writer().close()
    assert len(list((folder.path / "store").glob("LOG*"))) <= 2


def full(path: Path) -> Folder:
    """A store of many small commits."""
    folder = Folder.create(path)
    with folder.writer() as store:
        for number in range(60):
            graph = NamedNode(f"http://localhost:8000/id/graph/evidence/{number:016x}")
            iri = NamedNode(f"http://localhost:8000/id/article/{number}")
            store.commit(
                add=[Quad(iri, NamedNode(f"http://p/{n}"), Literal(f"{number} {n}"), graph) for n in range(300)]
            )
            if number % 10 == 0:
                store.snapshot()
        store.snapshot()
    return folder


def test_a_compacted_store_holds_the_same_in_less_space(tmp_path: Path) -> None:
    folder = full(tmp_path / "db")
    with folder.reader() as old:
        before = set(old.quads())
        bytes_before, bytes_after = folder.compact()
        assert bytes_after < bytes_before
        assert set(old.quads()) == before
    with folder.reader() as new:
        assert set(new.quads()) == before
    with folder.writer() as store:
        assert set(store.quads()) == before
        store.commit(remove=list(before)[:5])
    assert len(before) == 60 * 300


@pytest.mark.parametrize("at", ["copying", "between the renames", "before the old is removed"])
def test_a_killed_compaction_leaves_the_store_as_it_was(tmp_path: Path, at: str) -> None:
    folder = full(tmp_path / "db")
    engine, fresh, worn = (folder.path / name for name in ("store", "store.new", "store.old"))
    with folder.reader() as store:
        before = set(store.quads())
    if at == "copying":
        fresh.mkdir()
        (fresh / "half").write_bytes(b"x")
    elif at == "between the renames":
        shutil.copytree(engine, fresh)
        engine.rename(worn)
    else:
        shutil.copytree(engine, worn)
    with folder.writer() as writer:
        assert set(writer.quads()) == before
    assert not fresh.exists()
    assert not worn.exists()


def test_a_store_being_written_is_not_compacted(tmp_path: Path) -> None:
    folder = full(tmp_path / "db")
    with folder.writer(), pytest.raises(StoreLocked):
        folder.compact()
