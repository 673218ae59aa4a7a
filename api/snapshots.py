"""The newest snapshot of a store's folder: seen as soon as there is a newer one, without a restart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from api.stamp import stamp
from kg.store import ReadStore
from kg.store.archive import Texts
from kg.store.folder import Folder


@dataclass(slots=True)
class Held:
    """A reader with the archive beside it, and how many requests read from it."""

    reader: ReadStore
    texts: Texts
    users: int = 0


class Newest:
    """Lends readers on the newest snapshot to many requests at once. To be used in one event loop."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: Held | None = None
        self._stamp: tuple[int, int] | None = None
        self._opening = asyncio.Lock()

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[Held]:
        """A reader on the newest snapshot, which stays open until it is given back. Raises StoreError."""
        held = await self._newest()
        held.users += 1
        try:
            yield held
        finally:
            held.users -= 1
            if not held.users and held is not self._held:
                held.reader.close()

    def close(self) -> None:
        """Let go of the reader that nobody uses any longer."""
        held, self._held = self._held, None
        if held and not held.users:
            held.reader.close()

    async def _newest(self) -> Held:
        async with self._opening:
            found = stamp(self._path)
            if not self._held or found is None or found != self._stamp:
                # The stamp is older than the reader, never newer: a snapshot made in between is seen next time.
                opened = await run_in_threadpool(self._open)
                self.close()
                self._held, self._stamp = opened, found
            return self._held

    def _open(self) -> Held:
        folder = Folder.open(self._path)
        return Held(folder.reader(), folder.texts)
