"""How a worker process and the server speak: a line of JSON asks, frames answer.

A   taken up: the worker has read the question
B   begins: the name of the snapshot that is answered from
D   data: some bytes of the result
.   the result is complete
E   an error: JSON with the class of kg.errors and the message
R   ready: the worker has opened the store (sent once)
"""

from __future__ import annotations

import asyncio
import json
import struct
from typing import BinaryIO, Final

from kg import errors

HEAD: Final = struct.Struct(">cI")
TAKEN, BEGINS, DATA, COMPLETE, ERROR, READY = b"A", b"B", b"D", b".", b"E", b"R"


def write_frame(output: BinaryIO, kind: bytes, data: bytes = b"") -> None:
    """Send one frame at once; blocks while the reader is behind."""
    output.write(HEAD.pack(kind, len(data)) + data)
    output.flush()


async def read_frame(stream: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Kind and data of the next frame; raises IncompleteReadError at the end of the stream."""
    kind, length = HEAD.unpack(await stream.readexactly(HEAD.size))
    return kind, await stream.readexactly(length)


def pack_error(error: errors.QuothError) -> bytes:
    """An error as the data of a frame."""
    return json.dumps([type(error).__name__, str(error)]).encode()


def unpack_error(data: bytes) -> errors.QuothError:
    """The error that a worker sent; a class that we don't know is taken for a QuothError."""
    name, message = json.loads(data)
    found = getattr(errors, name, errors.QuothError)
    return errors.QuothError(message) if not issubclass(found, errors.QuothError) else found(message)
