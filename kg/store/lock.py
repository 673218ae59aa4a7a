"""The lock of the one writer. The system lets go of it when its process ends, however it ends."""

from __future__ import annotations

import fcntl
import json
import os
import shlex
import sys
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType

from kg.errors import StoreLocked


class WriterLock:
    """Holds the file `path` exclusively; raises StoreLocked, naming the holder, if another process does.

    The file says who writes. A writer that has made everything durable empties it when it ends, so that words found in
    a lock that nobody holds mean an unfinished run (`unfinished`).
    """

    def __init__(self, path: Path) -> None:
        with ExitStack() as stack:
            self._file = stack.enter_context(
                os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+", encoding="utf-8")
            )
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreLocked(_refusal(path.parent, self._file.read())) from None
            self.unfinished = bool(self._file.read())
            self._write(json.dumps(_this_process()))
            stack.pop_all()

    def release(self, *, finished: bool = False) -> None:
        """Let the next writer in; `finished` says that everything written is durable and visible."""
        if not self._file.closed:
            if finished:
                self._write("")
            self._file.close()

    def _write(self, words: str) -> None:
        # Never empty in between: an empty lock says that all is well.
        self._file.seek(0)
        self._file.write(words)
        self._file.truncate()
        self._file.flush()
        os.fsync(self._file.fileno())

    def __enter__(self) -> WriterLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release(finished=not self.unfinished)


def _this_process() -> dict[str, str | int]:
    command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])
    return {
        "pid": os.getpid(),
        "command": command[:200],
        "since": datetime.now().astimezone().isoformat(" ", "seconds"),
    }


def _refusal(store: Path, holder: str) -> str:
    try:
        who = json.loads(holder)
        pid, words = int(who["pid"]), f'process {who["pid"]} ("{who["command"]}") since {who["since"]}'
    except (ValueError, KeyError, TypeError):
        # The holder has the lock but hasn't yet written who it is.
        return f"the store {store} is being written to by another process: wait until it has ended, then do it again"
    return f"the store {store} is being written to by {words}: wait until it has ended, or end it with: kill {pid}"
