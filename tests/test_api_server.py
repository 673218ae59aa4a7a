"""Starting the service, and what keeps it from starting."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from api_data import beds, put

from api.server import listen, serve
from api.settings import Settings
from kg.errors import StoreError, StoreMissing


def test_an_address_that_is_taken_is_one_clear_error(tmp_path: Path) -> None:
    put(tmp_path / "db", beds())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StoreError, match=rf"127\.0\.0\.1:{port}: Address already in use; .*--port"):
            serve(Settings(db=tmp_path / "db"), "127.0.0.1", port)


def test_a_host_that_is_none_is_one_clear_error() -> None:
    with pytest.raises(StoreError, match=r"cannot listen at host\.invalid:8000"):
        listen("host.invalid", 8000)


def test_there_must_be_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="quoth add"):
        serve(Settings(db=tmp_path / "db"), "127.0.0.1", 0)


def test_it_says_where_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path / "db", beds())
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: None)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serve(Settings(db=tmp_path / "db"), "127.0.0.1", port)
    assert f"http://127.0.0.1:{port}; Ctrl-C" in capfd.readouterr().err
