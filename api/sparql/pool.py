"""The worker processes that run queries: started beforehand, each used by one query at a time, replaced when killed.

They are new interpreters, never forks: a forked process would share the store's lock and files.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

from api.errors import Busy, WorkerLost
from api.settings import Settings
from api.sparql.frames import BEGINS, COMPLETE, DATA, ERROR, READY, TAKEN, read_frame, unpack_error
from kg.errors import QueryTimeout

START_SECONDS = 60.0


class Worker:
    """One worker process and the query that it runs."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: asyncio.subprocess.Process | None = None
        self._starting: asyncio.Task[None] | None = None
        self._seconds = 0.0
        self.idle = True

    def warm(self) -> asyncio.Task[None]:
        """Start the process in the background, so that it is ready when it is needed."""
        self._starting = asyncio.create_task(self._start())
        # Whoever takes the worker next hears of a failure; it must not be reported a second time.
        self._starting.add_done_callback(lambda task: task.cancelled() or task.exception())
        return self._starting

    async def ask(self, query: str, format: str) -> str:
        """Have a query run; returns the name of the snapshot it runs on, when the first of its result is there.

        Raises QueryError, QueryTimeout, WorkerLost, or StoreError where the store can't be opened.
        """
        self.idle = False
        question = json.dumps({"query": query, "format": format}).encode() + b"\n"
        if not await self._taken_up(question):
            await self.stop()
            if not await self._taken_up(question):
                raise WorkerLost("The process that runs queries cannot be started; the server's log says why.")
        return (await self._frame(BEGINS)).decode()

    async def chunks(self) -> AsyncIterator[bytes]:
        """The rest of the result; raises like `ask`."""
        while data := await self._frame(DATA):
            yield data
        self.idle = True

    async def stop(self) -> None:
        """Kill the process, whatever it does, and wait for its end."""
        if self._starting:
            self._starting.cancel()
            await asyncio.wait([self._starting])
            self._starting = None
        process, self._process = self._process, None
        if process and process.stdout:
            if process.returncode is None:
                process.kill()
            # A pipe that nobody empties would keep the transport from closing.
            while await process.stdout.read(1 << 16):
                pass
            await process.wait()

    async def _start(self) -> None:
        settings = self._settings
        self._process = await asyncio.create_subprocess_exec(
            # -P: what lies in the working directory must not shadow modules.
            *(sys.executable, "-P", "-m", "api.sparql.worker"),
            *(str(settings.db.absolute()), str(settings.sparql_memory)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"RUST_BACKTRACE": "0"},
            # Ctrl-C in the server's terminal is the server's to handle.
            start_new_session=True,
        )
        self._seconds = START_SECONDS
        try:
            await self._frame(READY)
        except QueryTimeout:
            raise WorkerLost(f"A process for queries was not ready within {START_SECONDS:g} s.") from None

    def _started(self) -> asyncio.Task[None]:
        """The task that starts the process; a new one if the process is not there any longer."""
        task, process = self._starting, self._process
        if not task or (task.done() and (task.exception() or not process or process.returncode is not None)):
            task = self.warm()
        return task

    async def _taken_up(self, question: bytes) -> bool:
        """Whether the process took the question; it may have died since its last answer."""
        try:
            await asyncio.shield(self._started())
            assert self._process
            assert self._process.stdin
            self._seconds = self._settings.sparql_timeout
            self._process.stdin.write(question)
            await self._process.stdin.drain()
            await self._frame(TAKEN)
        except (WorkerLost, ConnectionError):
            return False
        return True

    async def _frame(self, expected: bytes) -> bytes:
        """The data of the next frame; empty if the result is complete. Counts the seconds that the worker took."""
        assert self._process
        assert self._process.stdout
        loop = asyncio.get_running_loop()
        started = loop.time()
        try:
            async with asyncio.timeout(max(self._seconds, 0)):
                kind, data = await read_frame(self._process.stdout)
        except TimeoutError:
            seconds = self._settings.sparql_timeout
            raise QueryTimeout(f"The query ran longer than {seconds:g} s; ask for less, or use quoth query.") from None
        except asyncio.IncompleteReadError:
            memory = self._settings.sparql_memory
            why = f"The query ended its process: it needs more than {memory} MiB, or the engine fails on it."
            raise WorkerLost(why) from None
        self._seconds -= loop.time() - started
        if kind == ERROR:
            self.idle = True
            raise unpack_error(data)
        if kind != expected and (kind, expected) != (COMPLETE, DATA):
            raise WorkerLost(f"A worker process answered {kind!r} instead of {expected!r}.")
        return data


class Pool:
    """A fixed number of workers; a query that finds all of them busy waits for a while."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._workers = [Worker(settings) for _ in range(settings.sparql_workers)]
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._ending: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        for worker in self._workers:
            worker.warm()
            self._free.put_nowait(worker)
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(*self._ending)
        await asyncio.gather(*(worker.stop() for worker in self._workers))

    @asynccontextmanager
    async def worker(self) -> AsyncIterator[Worker]:
        """A worker for one query; killed and replaced if the query is left before its end. Raises Busy."""
        try:
            async with asyncio.timeout(self._settings.sparql_timeout):
                worker = await self._free.get()
        except TimeoutError:
            raise Busy("All workers are busy with other queries; ask again in a while.") from None
        try:
            yield worker
        finally:
            if worker.idle:
                self._free.put_nowait(worker)
            else:
                task = asyncio.create_task(self._replace(worker))
                self._ending.add(task)
                task.add_done_callback(self._ending.discard)

    async def _replace(self, worker: Worker) -> None:
        await worker.stop()
        worker.idle = True
        worker.warm()
        self._free.put_nowait(worker)
