"""The process that runs queries: `python -m api.sparql.worker FOLDER MEMORY_MIB`, questions on stdin, frames on stdout.

Queries run in the main thread, as the engine demands: a result touched by another thread ends the process. A second
thread reads the questions, so that the process ends when the server does, even in the middle of a query.
"""

from __future__ import annotations

import json
import os
import queue
import resource
import sys
import threading
from pathlib import Path
from typing import BinaryIO, Final, cast

from api.sparql.frames import BEGINS, COMPLETE, DATA, ERROR, READY, TAKEN, pack_error, write_frame
from api.stamp import stamp
from kg.errors import QuothError
from kg.store import ReadStore
from kg.store.folder import Folder

FRAME: Final = 1 << 16
"""How many bytes of a result are sent at a time."""


class Output:
    """What the engine writes results to: pieces are gathered into frames, the first preceded by the snapshot's name.

    The later the first frame, the more of what can go wrong is still told as an error instead of a broken answer.
    """

    def __init__(self, frames: BinaryIO, version: str) -> None:
        self._frames = frames
        self._version: str | None = version
        self._gathered = bytearray()

    def write(self, data: bytes) -> int:
        """Take some bytes."""
        self._gathered += data
        if len(self._gathered) >= FRAME:
            self._send()
        return len(data)

    def flush(self) -> None:
        """Nothing: frames are sent when they are full, and at the end."""

    def finish(self) -> None:
        """Send what is left, and say that this was all."""
        self._send()
        write_frame(self._frames, COMPLETE)

    def _send(self) -> None:
        if self._version is not None:
            write_frame(self._frames, BEGINS, self._version.encode())
            self._version = None
        if self._gathered:
            write_frame(self._frames, DATA, bytes(self._gathered))
            self._gathered.clear()


def main(folder: str, memory: str) -> None:
    """Answer questions until there are no more."""
    _limit(int(memory))
    frames = _take_stdout()
    questions: queue.Queue[dict[str, str]] = queue.Queue()
    threading.Thread(target=_listen, args=(questions,), daemon=True).start()
    path = Path(folder)
    try:
        found, reader = stamp(path), Folder.open(path).reader()
    except QuothError as error:
        write_frame(frames, ERROR, pack_error(error))
        return
    write_frame(frames, READY)
    while True:
        question = questions.get()
        write_frame(frames, TAKEN)
        try:
            if found != (newer := stamp(path)):
                reader.close()
                found, reader = newer, Folder.open(path).reader()
            _answer(reader, question, frames)
        except QuothError as error:
            write_frame(frames, ERROR, pack_error(error))


def _answer(reader: ReadStore, question: dict[str, str], frames: BinaryIO) -> None:
    output = Output(frames, reader.version)
    reader.write_results(question["query"], cast(BinaryIO, output), question["format"])
    output.finish()


def _listen(questions: queue.Queue[dict[str, str]]) -> None:
    for line in sys.stdin.buffer:
        questions.put(json.loads(line))
    os._exit(0)


def _limit(mebibytes: int) -> None:
    """Bound the address space; the engine aborts when it needs more. Only Linux keeps to it."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _take_stdout() -> BinaryIO:
    """The stream to the server; what anything else prints goes to the log, not between the frames."""
    frames = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return frames


if __name__ == "__main__":
    main(*sys.argv[1:])
