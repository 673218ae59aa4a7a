"""Runs the service with uvicorn: one process, which starts the ones that run queries."""

from __future__ import annotations

import logging
import socket
from typing import Final

import uvicorn

from api.app import create_app
from api.settings import Settings
from kg.errors import StoreError
from kg.store.folder import Folder

LOG: Final = logging.getLogger("uvicorn.error")


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Answer at this address until interrupted.

    Raises StoreError where there is no store to read or the address is taken.
    """
    Folder.open(settings.db).reader().close()
    listening = listen(host, port)
    try:
        config = uvicorn.Config(create_app(settings), log_level="info", timeout_graceful_shutdown=5)
        where = f"[{host}]" if ":" in host else host
        LOG.info("Quoth answers at http://%s:%d; Ctrl-C ends it", where, port)  # uvicorn is silent of given sockets
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        listening.close()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at this address; raises StoreError, saying what to do, if it cannot."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        # The protocol must be given: asyncio only then switches Nagle's algorithm off, which costs 40 ms an answer.
        found = socket.socket(family, kind, protocol)
        try:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind(address)
            found.listen(2048)
        except OSError:
            found.close()
            raise
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreError(
            f"cannot listen at {host}:{port}: {why}; choose another address with --host or --port"
        ) from None
    return found
