"""Queries that run away, crash, or whose client goes: the service stays, and its workers with it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from api_data import Service, many, put, running

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
BOMB = "ASK { FILTER(" + "!" * 40_000 + "true) }"
HOG = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes in /proc")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("pool")
    put(folder / "db", many(60))
    with running(folder / "db", folder / "log", sparql_timeout=2, sparql_workers=2) as found:
        yield found


def ask(service: Service, query: str) -> httpx.Response:
    return service.client.post("/sparql", data={"query": query})


def is_well(service: Service) -> bool:
    return bool(ask(service, "ASK { ?s ?p ?o }").json() == {"head": {}, "boolean": True})


def problem(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["type"].rpartition("#")[2]


def eventually(condition: Callable[[], bool]) -> bool:
    for _ in range(200):
        if condition():
            return True
        time.sleep(0.1)
    return False


def ticks(pid: int) -> int:
    """How long the process has computed."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11])


def busy(pid: int) -> bool:
    """Whether the process computes right now."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        before = ticks(pid)
        time.sleep(0.2)
        return ticks(pid) > before
    return False


def test_a_query_that_runs_away_is_stopped(service: Service) -> None:
    workers = service.workers()
    assert problem(ask(service, RUNAWAY)) == (504, "query-timeout")
    assert eventually(lambda: len(service.workers()) == 2 and service.workers() != workers)
    assert is_well(service)


def test_others_are_answered_while_one_runs_away(service: Service) -> None:
    with ThreadPoolExecutor(1) as thread:
        running_away = thread.submit(
            httpx.get, f"{service.client.base_url}/sparql", params={"query": RUNAWAY}, timeout=60
        )
        for _ in range(5):
            assert is_well(service)
        assert service.client.get("/statements?limit=1").status_code == 200
        assert problem(running_away.result()) == (504, "query-timeout")


def test_more_than_there_are_workers_for_wait_their_turn_or_hear_of_it(service: Service) -> None:
    with ThreadPoolExecutor(8) as threads:
        url, query = f"{service.client.base_url}/sparql", {"query": RUNAWAY}
        answers = list(threads.map(lambda _: httpx.get(url, params=query, timeout=60), range(8)))
    assert {problem(answer) for answer in answers} == {(504, "query-timeout"), (503, "busy")}
    assert all("retry-after" in answer.headers for answer in answers if answer.status_code == 503)
    assert is_well(service)


@pytest.mark.parametrize("query", [BOMB, HOG], ids=["a crash of the parser", "too much memory"])
def test_a_query_that_kills_its_process_hurts_nobody_else(service: Service, query: str) -> None:
    assert problem(ask(service, query)) in {(500, "query-failed"), (504, "query-timeout")}
    assert is_well(service)
    assert is_well(service)


def test_a_crash_is_told_as_such(service: Service) -> None:
    assert problem(ask(service, BOMB)) == (500, "query-failed")


def test_killed_workers_are_replaced_before_anybody_notices(service: Service) -> None:
    assert is_well(service)
    assert eventually(lambda: len(service.workers()) == 2)
    for worker in service.workers():
        os.kill(worker, signal.SIGKILL)
    for _ in range(4):
        assert is_well(service)


def connect(service: Service, query: str) -> socket.socket:
    """A client that has asked and reads nothing."""
    found = socket.create_connection(("127.0.0.1", service.port))
    found.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    return found


def test_a_client_that_goes_away_takes_its_query_along(tmp_path: Path) -> None:
    put(tmp_path / "db", many(60))
    with running(tmp_path / "db", tmp_path / "log", sparql_timeout=600, sparql_workers=1) as service:
        with connect(service, RUNAWAY):
            assert eventually(lambda: any(busy(worker) for worker in service.workers()))
        assert is_well(service), "the only worker is free again long before its time is up"


def test_a_result_waits_for_its_reader(service: Service) -> None:
    with connect(service, ENDLESS) as client:
        client.recv(100)
        # Pipes and buffers fill, then the worker stands still: nobody holds the rest in memory.
        assert eventually(lambda: not any(busy(worker) for worker in service.workers()))
        status = Path(f"/proc/{service.process.pid}/status").read_text()
        resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        assert resident < 300_000
        assert is_well(service)
    assert eventually(lambda: len(service.workers()) == 2)
    assert is_well(service)


def test_a_result_that_is_cut_short_never_looks_whole(service: Service) -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="incomplete"):
        ask(service, ENDLESS)
    assert is_well(service)


def test_twenty_queries_at_once(service: Service) -> None:
    query = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    with ThreadPoolExecutor(20) as threads:
        url = f"{service.client.base_url}/sparql"
        answers = list(threads.map(lambda _: httpx.get(url, params=query, timeout=60), range(40)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1


def test_no_worker_outlives_the_service(tmp_path: Path) -> None:
    put(tmp_path / "db", many(60))
    with running(tmp_path / "db", tmp_path / "log", sparql_timeout=600) as service, connect(service, RUNAWAY):
        assert eventually(lambda: any(busy(worker) for worker in service.workers()))
        workers = service.workers()
        assert len(workers) == 2
        service.process.kill()
        assert eventually(lambda: not any(Path(f"/proc/{worker}/stat").exists() for worker in workers))


def test_the_service_stops_when_told_in_the_middle_of_a_query(tmp_path: Path) -> None:
    put(tmp_path / "db", many(60))
    with running(tmp_path / "db", tmp_path / "log", sparql_timeout=600) as service, connect(service, RUNAWAY):
        assert eventually(lambda: any(busy(worker) for worker in service.workers()))
        service.process.terminate()
        assert service.process.wait(30) is not None
    assert "Traceback" not in (tmp_path / "log").read_text()
