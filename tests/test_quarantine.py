"""Refused articles wait, whole, with the reason."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kg.errors import NotFound, StoreError
from kg.store.quarantine import Quarantine

ID, OTHER = "0123456789abcdef", "fedcba9876543210"
RECORD = {
    "id": ID,
    "report": "words are not at their span",
    "article": {"text": "He said “so”. \ud800", "authors": ["Ann"]},
}


@pytest.fixture
def quarantine(tmp_path: Path) -> Quarantine:
    return Quarantine(tmp_path)


def test_a_record_comes_back_as_it_was(quarantine: Quarantine) -> None:
    assert quarantine.put(RECORD) == ID
    found = quarantine.get(ID)
    assert {**found, **RECORD} == found
    assert datetime.fromisoformat(found["time"]) <= datetime.now(UTC)


def test_dates_become_text(quarantine: Quarantine) -> None:
    moment = datetime(2022, 9, 25, 6, 10, tzinfo=UTC)
    quarantine.put({**RECORD, "article": {"published": date(2022, 9, 25), "published_at": moment}})
    assert quarantine.get(ID)["article"] == {"published": "2022-09-25", "published_at": "2022-09-25T06:10:00+00:00"}


def test_a_newer_record_of_an_article_replaces_the_older(quarantine: Quarantine, tmp_path: Path) -> None:
    quarantine.put(RECORD)
    quarantine.put({**RECORD, "report": "another"})
    assert [record["report"] for record in quarantine.list()] == ["another"]
    assert list(tmp_path.iterdir()) == [tmp_path / f"{ID}.json"]


def test_who_reads_a_record_while_it_is_replaced_reads_the_older_one(quarantine: Quarantine, tmp_path: Path) -> None:
    quarantine.put(RECORD)
    with (tmp_path / f"{ID}.json").open() as reading:
        quarantine.put({**RECORD, "report": "another"})
        assert json.load(reading)["report"] == RECORD["report"]


def test_records_are_listed_as_they_were_refused(quarantine: Quarantine, tmp_path: Path) -> None:
    assert Quarantine(tmp_path / "none").list() == []
    quarantine.put({**RECORD, "id": OTHER, "time": "2022-09-25T06:10:00+00:00"})
    quarantine.put({**RECORD, "time": "2022-09-25T06:11:00+00:00"})
    (tmp_path / "notes.json").write_text("mine")
    assert [record["id"] for record in quarantine.list()] == [OTHER, ID]


def test_a_record_is_removed(quarantine: Quarantine) -> None:
    quarantine.put(RECORD)
    quarantine.remove(ID)
    with pytest.raises(NotFound, match=f"no refused article has the id {ID}"):
        quarantine.get(ID)
    with pytest.raises(NotFound):
        quarantine.remove(ID)
    quarantine.discard(ID)


@pytest.mark.parametrize("wrong", ["", "../../quoth", "nobody", ID.upper()])
def test_what_is_no_id_is_refused(quarantine: Quarantine, wrong: str) -> None:
    with pytest.raises(NotFound, match="not an id"):
        quarantine.get(wrong)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"id": "0123456789abcdef"}', b"\xff", b'{"id": 1, "time": ""}'])
def test_a_damaged_file_is_named(quarantine: Quarantine, tmp_path: Path, data: bytes) -> None:
    (tmp_path / f"{ID}.json").write_bytes(data)
    for read in (lambda: quarantine.get(ID), quarantine.list):
        with pytest.raises(StoreError, match=rf"{ID}\.json is damaged: remove it"):
            read()


def test_a_full_disk_keeps_the_older_record(quarantine: Quarantine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(opened: int) -> None:
        raise OSError(28, os.strerror(28))

    quarantine.put(RECORD)
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="No space left on device: free some space"):
            quarantine.put({**RECORD, "report": "another"})
    assert quarantine.get(ID)["report"] == RECORD["report"]
