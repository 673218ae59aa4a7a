"""The response that streams a query's result from a worker to the client."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.conditions import etag
from api.errors import Busy
from api.sparql.pool import Pool
from kg.errors import QuothError
from kg.sparql import Checked

log = logging.getLogger("quoth.api")

SLOWEST = 10
"""A whole answer, download included, may take as many times the seconds that its query may compute."""


class QueryAnswer(Response):
    """The result of a query, sent while it is computed.

    What goes wrong before the first bytes is raised, for a problem to be sent. What goes wrong later breaks the
    connection off: a client must never take part of a result for the whole. A client that goes away ends its query.
    """

    def __init__(self, pool: Pool, query: Checked, format: str, media_type: str, seconds: float) -> None:
        super().__init__(media_type=media_type)
        del self.headers["content-length"]
        self.headers["vary"] = "Accept"
        self.headers["cache-control"] = "no-cache"
        self._pool, self._query, self._format, self._seconds = pool, query, format, seconds
        self._begun = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request."""
        try:
            await unless_gone(receive, self._answer(send))
        except asyncio.CancelledError:
            # The server stops and waits no longer.
            if not self._begun:
                raise Busy("The service is stopping; ask again when it is back.") from None

    async def _answer(self, send: Send) -> None:
        async with self._pool.worker() as worker:
            version = await worker.ask(self._query.text, self._format)
            if not self._query.volatile:
                self.headers["etag"] = etag(version, self._format)
            self._begun = True
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            try:
                async with asyncio.timeout(self._seconds * SLOWEST):
                    async for chunk in worker.chunks():
                        await send({"type": "http.response.body", "body": chunk, "more_body": True})
            except (QuothError, TimeoutError) as error:
                log.warning("An answer to a query was broken off: %s", error or "the client was too slow")
                return
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def unless_gone(receive: Receive, work: Coroutine[Any, Any, None]) -> None:
    """Do the work, unless the client goes away before its end: then cancel it."""
    working, gone = asyncio.create_task(work), asyncio.create_task(_gone(receive))
    try:
        await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (working, gone):
            task.cancel()
        await asyncio.wait({working, gone})
    if not working.cancelled():
        working.result()


async def _gone(receive: Receive) -> None:
    """Return when the client has closed the connection."""
    while (await receive())["type"] != "http.disconnect":
        pass
