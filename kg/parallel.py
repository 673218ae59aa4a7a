"""Articles in, their evidence out, on all cores: the work that needs nothing but the article."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from typing import cast

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg import rdf
from kg.extract import extract
from kg.model import Article
from kg.vocab import Iris

FEW = 8
"""Up to this many articles are read faster here than by processes that must start first."""


def evidence(article: Article, extractor: str, base: str) -> list[Quad]:
    """The quads of the evidence graph that the named extractor reads from the article."""
    return rdf.evidence(extract(article, extractor), Iris(base))


def evidence_of_all(
    articles: Iterable[Article], extractor: str, base: str, processes: int
) -> Iterator[tuple[Article, list[Quad]]]:
    """Each article with its evidence, in the order given, read by up to `processes` processes.

    Holds a handful of articles per process in memory, however many there are.
    """
    given = iter(articles)
    first = list(islice(given, FEW))
    if processes < 2 or len(first) < FEW:
        for article in chain(first, given):
            yield article, evidence(article, extractor, base)
        return
    # Spawned, not forked: a fork would carry the open store along, past its lock.
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawning, initializer=_end_with_parent) as pool:
        waiting: deque[tuple[Article, Future[bytes]]] = deque()
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


def _packed(article: Article, extractor: str, base: str) -> bytes:
    # N-Quads cross between processes several times faster than pickled quads.
    return cast(bytes, serialize(evidence(article, extractor, base), format=RdfFormat.N_QUADS))


def _unpacked(article: Article, done: Future[bytes]) -> tuple[Article, list[Quad]]:
    return article, list(parse(done.result(), format=RdfFormat.N_QUADS))
