"""The archive gives back exactly the text it was given, or says what is wrong."""

from __future__ import annotations

import gzip
import hashlib
import os
from pathlib import Path

import pytest

from kg.errors import ArchiveError, StoreError
from kg.store.archive import Texts

TEXT = "“We won’t,” said Ann.\r\n\ta line with\xa0odd   spaces, a \x00 and \U0001f600 \n"


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    return Texts(tmp_path)


def test_a_text_comes_back_as_it_was(texts: Texts) -> None:
    sha256 = texts.put(TEXT)
    assert sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert texts.get(sha256) == TEXT
    assert sha256 in texts
    assert texts.path(sha256).read_bytes() == gzip.compress(TEXT.encode(), mtime=0)


def test_the_same_text_is_written_once(texts: Texts) -> None:
    sha256 = texts.put(TEXT)
    before = texts.path(sha256).stat().st_ino
    texts.put(TEXT)
    assert texts.path(sha256).stat().st_ino == before


def test_nothing_unfinished_is_left(texts: Texts, tmp_path: Path) -> None:
    sha256 = texts.put(TEXT)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [f"{sha256}.gz"]


def test_hashes_are_listed_in_order(texts: Texts, tmp_path: Path) -> None:
    assert list(texts.hashes()) == []
    hashes = [texts.put(f"text {number}") for number in range(20)]
    (tmp_path / "ab" / "notes.gz").parent.mkdir(exist_ok=True)
    (tmp_path / "ab" / "notes.gz").touch()
    assert list(texts.hashes()) == sorted(hashes)


def test_a_text_is_removed_and_only_it(texts: Texts) -> None:
    gone, kept = texts.put("gone"), texts.put("kept")
    texts.remove(gone)
    texts.remove(gone)
    assert gone not in texts
    assert texts.get(kept) == "kept"


def test_a_missing_text_is_named(texts: Texts) -> None:
    with pytest.raises(ArchiveError, match=f"no text is archived as {'0' * 64}"):
        texts.get("0" * 64)


@pytest.mark.parametrize("wrong", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_what_is_no_hash_is_refused(texts: Texts, wrong: str) -> None:
    assert wrong not in texts
    with pytest.raises(ArchiveError, match="not a SHA-256"):
        texts.get(wrong)


def damage(kind: str, data: bytes) -> bytes:
    return {
        "empty": b"",
        "truncated": data[:-9],
        "in half": data[: len(data) // 2],
        "flipped": data[:30] + bytes([data[30] ^ 255]) + data[31:],
        "no gzip": b"plain",
        "another": gzip.compress(b"another text"),
    }[kind]


@pytest.mark.parametrize("kind", ["empty", "truncated", "in half", "flipped", "no gzip", "another"])
def test_a_damaged_text_is_refused_and_mended_by_the_article(texts: Texts, kind: str) -> None:
    sha256 = texts.put(TEXT)
    path = texts.path(sha256)
    path.write_bytes(damage(kind, path.read_bytes()))
    with pytest.raises(ArchiveError, match=r"is damaged|is not what its name says"):
        texts.get(sha256)
    texts.put(TEXT)
    assert texts.get(sha256) == TEXT


def test_lone_surrogates_are_refused(texts: Texts, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="character 4 is a lone surrogate"):
        texts.put("a lo\udc80ne one")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing_half_written(texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(opened: int) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match=r"cannot archive a text at .*No space left on device: free some space"):
            texts.put(TEXT)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert texts.get(texts.put(TEXT)) == TEXT
