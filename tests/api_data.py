"""A small store for the tests of the service, and the service itself as a process of its own."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import httpx
from fastapi import FastAPI

from kg import derive, rdf
from kg.model import AnnotatedArticle, Article, Entity, EntityType, Figure, Medium, Span, Statement, StatementKind
from kg.store.folder import Folder
from kg.vocab import DEFAULT_BASE, Iris

BEDS = (
    "The winter was long.\n\n"
    'Mayor Ada Lund told Bo Ek of the Post: "We need 1,200 beds in Norrby." She smiled.\n\n'
    "“=cmd|' /C calc'!A0”, a guard wrote on a wall — twice."
)
BEDS_URL = "https://example.org/beds?page=1"
OTHER_BASE = "https://data.example.org/quoth/id/"


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def beds() -> AnnotatedArticle:
    """Two statements: one with everything, one of an unnamed source."""
    article = Article(
        BEDS,
        url=BEDS_URL,
        title="Beds, please",
        published=dt.date(2024, 3, 1),
        published_at=dt.datetime(2024, 3, 1, 7, 30, tzinfo=dt.UTC),
        publisher="The Norrby Post",
        authors=("Una Writer",),
        language="en",
    )
    entities = (
        Entity("e1", EntityType.PERSON, "Ada Lund", (at(BEDS, "Ada Lund"), at(BEDS, "She"))),
        Entity("e2", EntityType.PLACE, "Norrby", (at(BEDS, "Norrby"),), geonames=2688250),
        Entity("e3", EntityType.PERSON, "a guard", (at(BEDS, "a guard"),), unnamed=True),
        Entity("e4", EntityType.PERSON, "Bo Ek", (at(BEDS, "Bo Ek"),)),
    )
    need = Statement(
        "s1",
        StatementKind.DIRECT,
        (at(BEDS, "We need 1,200 beds in Norrby."),),
        at(BEDS, "Mayor Ada Lund"),
        at(BEDS, "told"),
        "e1",
        0.9,
        "said-before",
        addressees=("e4",),
        place="e2",
        medium=Medium.INTERVIEW,
        figures=(Figure(at(BEDS, "1,200 beds"), Decimal(1200), counted="beds"),),
    )
    wall = (at(BEDS, "=cmd|' /C calc'!A0"),)
    guard = Statement("s2", StatementKind.DIRECT, wall, at(BEDS, "a guard"), at(BEDS, "wrote"), "e3", 0.5, "said-after")
    return AnnotatedArticle(article, "rules/0.1.0", entities, (need, guard))


def many(number: int, name: str = "Cy Vale", day: dt.date | None = None, id: str = "many") -> AnnotatedArticle:
    """An article in which one person makes `number` statements."""
    words = [f"Point {place} of {number} is clear." for place in range(1, number + 1)]
    text = f"{name} spoke.\n\n" + "\n\n".join(words)
    article = Article(text, id=id, title=f"{number} points", published=day)
    speaker = Entity("e1", EntityType.PERSON, name, (at(text, name),))
    statements = tuple(
        Statement(
            f"s{place}", StatementKind.INDIRECT, (at(text, each),), at(text, name), at(text, "spoke"), "e1", 0.7, "r"
        )
        for place, each in enumerate(words)
    )
    return AnnotatedArticle(article, "rules/0.1.0", (speaker,), statements)


def put(path: Path, *articles: AnnotatedArticle, base: str = DEFAULT_BASE) -> Folder:
    """Store the articles in the folder, which is made if need be, and show them to readers."""
    folder = Folder.open(path) if (path / "quoth.json").exists() else Folder.create(path, base)
    iris = Iris(folder.base)
    with folder.writer() as store:
        for each in articles:
            folder.texts.put(each.article.text)
            change = derive.change(store, iris.article(each.article.key), rdf.evidence(each, iris), iris)
            store.commit(drop=change.drop, remove=change.remove, add=change.add)
        store.snapshot()
    return folder


def iri_of(annotated: AnnotatedArticle, place: int = 0, base: str = DEFAULT_BASE) -> str:
    """The IRI of one of the article's statements."""
    iris = Iris(base)
    statement = annotated.statements[place]
    return iris.statement(iris.article(annotated.article.key), statement.text(annotated.article.text), 0).value


def asked(app: FastAPI, path: str, *, root: str = "", follow: bool = False, **headers: str) -> httpx.Response:
    """The answer of a service in this process; its faults are not raised, as a server wouldn't."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, root_path=root)
        async with httpx.AsyncClient(transport=transport, base_url="http://test", follow_redirects=follow) as client:
            return await client.get(path, headers=headers)

    try:
        return asyncio.run(ask())
    finally:
        app.state.newest.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Service:
    """A running service: a client for it, and its process."""

    client: httpx.Client
    process: subprocess.Popen[bytes]
    db: Path
    port: int

    def workers(self) -> set[int]:
        """The processes that it has started."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return {int(child) for child in children}


@contextmanager
def running(db: Path, log: Path, **settings: object) -> Iterator[Service]:
    """The service over this store, on a free port of the loopback, with these settings in its environment."""
    port = free_port()
    given = {f"QUOTH_{name.upper()}": str(value) for name, value in {"db": db, **settings}.items()}
    start = (
        "from api.server import serve; from api.settings import Settings;"
        f"serve(Settings.from_environment(), '127.0.0.1', {port})"
    )
    with log.open("wb") as output:
        process = subprocess.Popen([sys.executable, "-c", start], env=os.environ | given, stdout=output, stderr=output)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client:
            _wait(client, process, log)
            yield Service(client, process, db, port)
    finally:
        process.terminate()
        try:
            process.wait(30)
        finally:
            process.kill()


def _wait(client: httpx.Client, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text()
        try:
            client.get("/healthz")
        except httpx.ConnectError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the service did not start: {log.read_text()}")
