"""The snapshots of a store: numbered folders of hard links, of which a pointer file names the newest.

A reader holds the lock file of its snapshot shared; a snapshot is removed only by who gets that lock exclusively.
"""

from __future__ import annotations

import fcntl
import re
import shutil
from pathlib import Path
from typing import TextIO

from pyoxigraph import Store

from kg.errors import StoreMissing
from kg.store.files import UNFINISHED, sync_folder, write_whole

NAME = re.compile(r"\d{8}")


class Snapshots:
    """The snapshots of the store in `folder`. Only its writer may call `publish` and `clean`."""

    def __init__(self, folder: Path) -> None:
        self._store = folder
        self._folder = folder / "snapshots"
        self._pointer = folder / "current"

    def path(self, name: str) -> Path:
        """The folder of the snapshot with this name."""
        return self._folder / name

    def newest(self) -> str | None:
        """The name of the newest snapshot; None if there is none, or the pointer is damaged."""
        name = self._pointed()
        return name if name and self.path(name).is_dir() else None

    def hold(self) -> tuple[str, TextIO]:
        """The name of the newest snapshot, and its lock: the snapshot stays until that file is closed.

        Raises StoreMissing if there is no snapshot. Waits for nobody: where a cleaner was faster, there is a newer one.
        """
        seen = None
        while (name := self._pointed()) and name != seen:
            if lock := self._share(name):
                return name, lock
            seen = name
        raise StoreMissing(
            f"the store {self._store} has no snapshot to read yet: add an article with 'quoth add', then do it again"
        )

    def publish(self, store: Store) -> str:
        """Make a snapshot of `store` and point to it; returns its name. `store` must be flushed; raises OSError."""
        name = self._next()
        made, unfinished = self.path(name), self._folder / f"{name}{UNFINISHED}"
        try:
            store.backup(unfinished)
            _drop_log(unfinished)
            sync_folder(unfinished)
            self._lock_file(name).touch()
            unfinished.rename(made)
            sync_folder(self._folder)
            write_whole(self._pointer, f"{name}\n".encode("ascii"))
        except BaseException:
            if self._pointed() != name:
                # What cannot be removed now is removed by the next run's `clean`; the error that counts is this one.
                for leftover in (unfinished, made):
                    shutil.rmtree(leftover, ignore_errors=True)
            raise
        return name

    def clean(self) -> None:
        """Remove the snapshots that are neither the newest nor in use, and what killed runs left."""
        newest = self.newest()
        for name in sorted({entry.name[:8] for entry in self._folder.iterdir()}):
            if NAME.fullmatch(name) and name != newest:
                self._remove(name)

    def _pointed(self) -> str | None:
        try:
            name = self._pointer.read_text("ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return name if NAME.fullmatch(name) else None

    def _next(self) -> str:
        taken = [int(entry.name[:8]) for entry in self._folder.iterdir() if NAME.fullmatch(entry.name[:8])]
        return f"{max(taken, default=0) + 1:08}"

    def _lock_file(self, name: str) -> Path:
        return self._folder / f"{name}.lock"

    def _share(self, name: str) -> TextIO | None:
        try:
            lock = self._lock_file(name).open()
        except FileNotFoundError:
            return None
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return None
        # A cleaner may have removed it between the look at the pointer and the lock.
        if self.path(name).is_dir():
            return lock
        lock.close()
        return None

    def _remove(self, name: str) -> None:
        with self._lock_file(name).open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            for entry in self._folder.glob(f"{name}*"):
                # Also what the engine left in the middle of a backup, under a name of its own.
                if entry.is_dir():
                    shutil.rmtree(entry)
            self._lock_file(name).unlink()


def _drop_log(snapshot: Path) -> None:
    # After a flush the engine's log holds nothing that its tables don't, but is a recycled file of many megabytes.
    for log in snapshot.glob("*.log"):
        log.unlink()
