"""Killed, or out of room: a store holds whole commits only, and readers see whole snapshots only."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.rdf import value
from kg.store import ReadStore, snapshots
from kg.store.folder import Folder

SIZE = 200
"""Quads of one article."""

WRITER = """
import itertools, sys
from pyoxigraph import Literal, NamedNode, Quad
from kg.store.folder import Folder

thing = NamedNode("http://example.org/thing")
with Folder.open(sys.argv[1]).writer() as store:
    for number in itertools.count(int(sys.argv[2])):
        graph = NamedNode(f"http://example.org/{number}")
        for turn in range(4):
            new = [Quad(thing, thing, Literal(f"{number} {n} in turn {turn}"), graph) for n in range(200)]
            store.commit(drop=[graph], add=new)
            if turn == 0:
                print(number, flush=True)
        if number % 7 == 0:
            store.snapshot()
"""

FULL = """
import resource, sys
from kg.errors import StoreError
from kg.store.folder import Folder
from pyoxigraph import Literal, NamedNode, Quad

thing = NamedNode("http://example.org/thing")
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    with Folder.open(sys.argv[1]).writer() as store:
        for number in range(1000):
            graph = NamedNode(f"http://example.org/{number}")
            store.commit(add=[Quad(thing, thing, Literal(f"{number} {n}"), graph) for n in range(200)])
            print(number, flush=True)
except StoreError as error:
    print(error, flush=True)
"""


def whole(store: ReadStore) -> int:
    """How many articles a store holds; each must be whole, with the words of one turn only."""
    found: dict[object, Counter[str]] = {}
    for quad in store.quads():
        found.setdefault(quad.graph_name, Counter())[value(quad).value.partition("in turn")[2]] += 1
    assert all(list(words.values()) == [SIZE] for words in found.values()), found
    return len(found)


def committed(output: str) -> int:
    return len([line for line in output.splitlines() if line.isdigit()])


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder.create(tmp_path / "db")
    with folder.writer() as store:
        store.snapshot()
    return folder


def test_killed_at_any_moment_it_holds_whole_commits_only(folder: Folder) -> None:
    articles = 0
    for run in range(5):
        command = [sys.executable, "-c", WRITER, str(folder.path), str(run * 100_000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            assert process.stdout.readline()
            time.sleep(0.03 + 0.05 * run)
            process.send_signal(signal.SIGKILL)
            acknowledged = 1 + committed(process.stdout.read())
        with folder.reader() as reader:
            assert whole(reader) <= articles + acknowledged + 1
        with folder.writer() as store:
            # One more may have been committed than could be told.
            assert articles + acknowledged <= whole(store) <= articles + acknowledged + 1
            articles = whole(store)
            store.snapshot()
        with folder.reader() as reader:
            assert whole(reader) == articles
    left = {path.name[:8] for path in (folder.path / "snapshots").iterdir()}
    assert len(left) == 1


def test_killed_between_a_commit_and_its_snapshot_the_next_one_shows_it(folder: Folder) -> None:
    command = [sys.executable, "-c", WRITER, str(folder.path), "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "1\n"
        process.kill()
    before = folder.newest()
    with folder.reader() as reader:
        assert whole(reader) == 0
    with folder.writer() as store:
        assert store.snapshot() != before
    with folder.reader() as reader:
        assert whole(reader) >= 1


def test_without_room_a_commit_fails_in_one_line_and_whole_articles_stay(folder: Folder) -> None:
    before = folder.newest()
    command = [sys.executable, "-c", FULL, str(folder.path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    last = done.stdout.splitlines()[-1]
    assert last.startswith("cannot write to the store: ")
    assert "File too large" in last
    assert "Traceback" not in done.stderr
    assert folder.newest() == before
    with folder.reader() as reader:
        assert whole(reader) == 0
    with folder.writer() as store:
        assert committed(done.stdout) <= whole(store) <= committed(done.stdout) + 1
        articles = whole(store)
        assert store.snapshot() != before
    with folder.reader() as reader:
        assert whole(reader) == articles > 0


@pytest.mark.parametrize("step", ["_drop_log", "sync_folder", "write_whole"])
def test_without_room_for_a_snapshot_readers_keep_the_old_one(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*given: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    graph = NamedNode("http://example.org/1")
    before = folder.newest()
    with folder.writer() as store:
        store.commit(add=[Quad(graph, graph, Literal(str(number)), graph) for number in range(SIZE)])
        with monkeypatch.context() as disk:
            disk.setattr(snapshots, step, full)
            with pytest.raises(StoreError, match=r"cannot make a snapshot of the store: No space left .*free some"):
                store.snapshot()
        assert folder.newest() == before
        with folder.reader() as reader:
            assert whole(reader) == 0
        after = store.snapshot()
        assert after != before
    with folder.reader() as reader:
        assert (reader.version, whole(reader)) == (after, 1)
    names = {path.name[:8] for path in (folder.path / "snapshots").iterdir()}
    assert len(names) == 1
