"""Articles in, their evidence out, on all cores: the work that needs nothing but the article."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import cast

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg import rdf
from kg.errors import QuothError
from kg.extract import extract
from kg.model import Article
from kg.vocab import Iris

FEW = 8
"""Up to this many articles are read faster here than by processes that must start first."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An article was not read: why, in one line, and if the extractor broke on it where, as a traceback."""

    reason: str
    trace: str


def evidence_of_all(
    articles: Iterable[Article], extractor: str, base: str, processes: int
) -> Iterator[tuple[Article, list[Quad] | Failed]]:
    """Each article with its evidence, in the order given, read by up to `processes` processes.

    Where one is in a language that is not read, or the extractor breaks on it, there is a Failed in its place, and the
    others go on. Holds a handful of articles per process in memory, however many there are. Raises QuothError if a
    process is ended from outside.
    """
    given = iter(articles)
    first = list(islice(given, FEW))
    if processes < 2 or len(first) < FEW:
        for article in chain(first, given):
            yield article, _tried(article, extractor, base)
        return
    # Spawned, not forked: a fork would carry the open store along, past its lock.
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawning, initializer=_end_with_parent) as pool:
        waiting: deque[tuple[Article, Future[bytes | Failed]]] = deque()
        for article in chain(first, given):
            with _starting():
                waiting.append((article, pool.submit(_packed, article, extractor, base)))
            if len(waiting) > 4 * processes:
                yield _unpacked(*waiting.popleft())
        yield from (_unpacked(*each) for each in waiting)


@contextmanager
def _starting() -> Iterator[None]:
    """While a process may be started, Ctrl-C waits: a new one inherits that, until it is ready to leave it alone."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """A worker would wait for work for ever when the one that gives it was killed: let it end then, and only then.

    Ctrl-C reaches every process of a terminal, and it is the parent's to handle.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    threading.Thread(target=_await_end_of_parent, daemon=True).start()


def _await_end_of_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _tried(article: Article, extractor: str, base: str) -> list[Quad] | Failed:
    try:
        read = extract(article, extractor)
        return Failed(read.skipped, "") if read.skipped else rdf.evidence(read, Iris(base))
    except Exception as error:  # noqa: BLE001  whatever a reading breaks on, it is kept with its article and told
        return Failed(f"the extractor broke on it: {type(error).__name__}: {error}", traceback.format_exc())


def _packed(article: Article, extractor: str, base: str) -> bytes | Failed:
    found = _tried(article, extractor, base)
    # N-Quads cross between processes several times faster than pickled quads.
    return found if isinstance(found, Failed) else cast(bytes, serialize(found, format=RdfFormat.N_QUADS))


def _unpacked(article: Article, done: Future[bytes | Failed]) -> tuple[Article, list[Quad] | Failed]:
    try:
        found = done.result()
    except BrokenProcessPool:
        raise QuothError(
            "a process that reads articles was ended from outside, perhaps for lack of memory; "
            "what was stored is whole: add the rest again, with fewer processes (-j 1)"
        ) from None
    return article, found if isinstance(found, Failed) else list(parse(found, format=RdfFormat.N_QUADS))
