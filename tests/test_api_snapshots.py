"""A service sees what is added while it runs."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from api_data import beds, many, put, running

from api.snapshots import Newest
from kg.errors import StoreError, StoreMissing


def test_every_address_sees_a_new_snapshot_without_a_restart(tmp_path: Path) -> None:
    db = tmp_path / "db"
    put(db, beds())
    with running(db, tmp_path / "log", sparql_workers=1) as service:
        count = {"query": "SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/quoth/ontology#text> ?t }"}
        lists = ("/statements", "/actors", "/articles")
        before = {path: service.client.get(path) for path in lists}
        asked = service.client.get("/sparql", params=count, headers={"Accept": "text/csv"})
        assert asked.text.split() == ["n", "2"]

        put(db, many(3))
        for path in lists:
            tag = before[path].headers["etag"]
            now = service.client.get(path, headers={"If-None-Match": tag})
            assert now.status_code == 200
            assert len(now.json()["items"]) > len(before[path].json()["items"])
        again = service.client.get(
            "/sparql", params=count, headers={"Accept": "text/csv", "If-None-Match": asked.headers["etag"]}
        )
        assert again.text.split() == ["n", "5"]
        assert again.headers["etag"] != asked.headers["etag"]
        same = {"Accept": "text/csv", "If-None-Match": again.headers["etag"]}
        assert service.client.get("/sparql", params=count, headers=same).status_code == 304


def test_a_snapshot_stays_open_while_somebody_reads_from_it(tmp_path: Path) -> None:
    put(tmp_path / "db", beds())

    async def read() -> None:
        newest = Newest(tmp_path / "db")
        async with newest.lend() as old, newest.lend() as same:
            assert same is old
            put(tmp_path / "db", many(3))
            async with newest.lend() as new:
                assert new.reader.version != old.reader.version
                assert old.reader.ask("ASK { ?s ?p ?o }")
        with pytest.raises(StoreError, match="closed"):
            old.reader.ask("ASK { ?s ?p ?o }")
        assert new.reader.ask("ASK { ?s ?p ?o }")
        newest.close()
        with pytest.raises(StoreError, match="closed"):
            new.reader.ask("ASK { ?s ?p ?o }")

    asyncio.run(read())


def test_a_store_may_come_after_the_service(tmp_path: Path) -> None:
    async def read() -> None:
        newest = Newest(tmp_path / "db")
        with pytest.raises(StoreMissing):
            async with newest.lend():
                pass
        put(tmp_path / "db", beds())
        async with newest.lend() as held:
            assert held.reader.ask("ASK { ?s ?p ?o }")
        newest.close()

    asyncio.run(read())


def test_another_store_in_the_same_place_is_seen(tmp_path: Path) -> None:
    put(tmp_path / "db", beds())
    put(tmp_path / "other", many(3))

    async def read() -> None:
        newest = Newest(tmp_path / "db")
        async with newest.lend() as first:
            version = first.reader.version
        (tmp_path / "db").rename(tmp_path / "gone")
        (tmp_path / "other").rename(tmp_path / "db")
        async with newest.lend() as second:
            assert second.reader.version != version
        newest.close()

    asyncio.run(read())
