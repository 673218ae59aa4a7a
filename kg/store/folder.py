"""A store's folder: what lies where, who may write, what readers see.

quoth.json                  format version, base, the store's id, what made it
lock                        held by the writer
store/                      pyoxigraph, opened by the writer only
snapshots/00000042/         hard-linked backups, each with the lock file 00000042.lock that its readers hold
current                     the name of the newest snapshot
texts/  quarantine/         the archived texts, the refused articles
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

from pyoxigraph import NamedNode, Store

from kg import __version__
from kg.errors import StoreError, StoreMissing, StoreVersion
from kg.store.archive import Texts
from kg.store.compaction import recover, rewrite
from kg.store.embedded import EmbeddedReader, EmbeddedWriter
from kg.store.failures import failing
from kg.store.files import UNFINISHED, clear_unfinished, write_whole
from kg.store.lock import WriterLock
from kg.store.quarantine import Quarantine
from kg.store.snapshots import Snapshots
from kg.vocab import DEFAULT_BASE

FORMAT: Final = 1
"""The version of the layout; a folder with a greater one was written by a newer Quoth."""

ABOUT: Final = "quoth.json"
EMPTY_PARTS: Final = ("snapshots", "texts", "quarantine")
"""The folders that a new store has."""


@dataclass(frozen=True)
class About:
    """What quoth.json holds. `id` tells stores apart, so that a version of one is never taken for another's."""

    format: int
    base: str
    id: str
    created_by: str


class Folder:
    """The folder of one store; made by `create` or `open`. It holds nothing open itself."""

    def __init__(self, path: Path, about: About) -> None:
        self.path = path
        self.base = about.base
        self.texts = Texts(path / "texts")
        self.quarantine = Quarantine(path / "quarantine")
        self._id = about.id
        self._snapshots = Snapshots(path)

    @classmethod
    def create(cls, path: Path | str, base: str = DEFAULT_BASE) -> Self:
        """Make an empty store at `path`, a new or empty folder, with `base` for the IRIs of instances.

        Raises StoreError if something else lies there or the base is no http(s) address that ends with "/".
        """
        path = Path(path)
        _check_base(base)
        if cls.exists(path):
            raise StoreError(f"cannot make a store at {path}: something lies there; name a new or an empty folder")
        with failing(f"make a store at {path}"):
            path.mkdir(parents=True, exist_ok=True)
            with WriterLock(path / "lock"):
                for part in EMPTY_PARTS:
                    (path / part).mkdir(exist_ok=True)
                about = About(FORMAT, base, secrets.token_hex(4), f"quoth {__version__}")
                write_whole(path / ABOUT, json.dumps(asdict(about), indent=1).encode("ascii"))
        return cls.open(path)

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """The store at `path`.

        Raises StoreMissing if there is none yet, StoreVersion if a newer Quoth made it, StoreError if what lies there
        is no store or cannot be read.
        """
        path = Path(path)
        if not cls.exists(path):
            raise StoreMissing(f"there is no store at {path}: make one with 'quoth add', or name another with --db")
        with failing(f"open the store {path}"):
            if not (path / ABOUT).is_file():
                raise StoreError(f"{path} is no store of Quoth: it has no {ABOUT}; name another folder with --db")
            return cls(path, _read_about(path / ABOUT))

    @staticmethod
    def exists(path: Path | str) -> bool:
        """Whether anything lies at `path`, store or not: False where `create` may make one.

        Nothing, an empty folder and what an interrupted `create` leaves don't count.
        """
        with failing(f"open {path}"):
            try:
                return any(map(_is_something, list(Path(path).iterdir())))
            except FileNotFoundError:
                return False
            except NotADirectoryError:
                return True

    def newest(self) -> str | None:
        """The version of the newest snapshot, as a `reader` opened now would have it; None before the first."""
        with failing(f"open the store {self.path}"):
            name = self._snapshots.newest()
            return self._version(name) if name else None

    def reader(self) -> EmbeddedReader:
        """The newest snapshot, which stays as it is until closed; waits for nobody.

        Raises StoreMissing if there is no snapshot yet, StoreError if it cannot be opened.
        """
        with failing(f"open the store {self.path} for reading"):
            name, lock = self._snapshots.hold()
            try:
                store = Store.read_only(str(self._snapshots.path(name)))
            except BaseException:
                lock.close()
                raise
            return EmbeddedReader(store, self.base, self._version(name), lock.close)

    def writer(self) -> EmbeddedWriter:
        """The store for writing, by one process at a time; close it, or use it in a `with`.

        What was committed becomes visible with `snapshot`; what a run leaves without becomes so with the next one's.
        Raises StoreLocked, naming the holder, if another process writes.
        """
        with failing(f"open the store {self.path} for writing"):
            lock = WriterLock(self.path / "lock")
            try:
                return self._open_writer(lock)
            except BaseException:
                lock.release()
                raise

    def compact(self) -> tuple[int, int]:
        """Write the engine's files anew, in about three fifths of the space; returns their bytes before and after.

        Readers keep what they have and go on. Raises StoreLocked if another process writes, StoreError if it cannot be
        done: the store is then as it was.
        """
        with self.writer() as store:
            store.snapshot()
        with failing(f"compact the store {self.path}"):
            lock, done = WriterLock(self.path / "lock"), False
            try:
                sizes = rewrite(self.path / "store")
                self._publish(Store(self.path / "store"))
                done = True
            finally:
                lock.release(finished=done)
            return sizes

    def _open_writer(self, lock: WriterLock) -> EmbeddedWriter:
        engine = self.path / "store"
        recover(engine)
        clear_unfinished((self.path, self.path / "quarantine", *(self.path / "texts").glob("??")))
        newest = self._snapshots.newest()
        if newest and not engine.is_dir():
            raise StoreError(f"{engine} is missing: put a copy of {self._snapshots.path(newest)} in its place")
        _clear_reports(engine)
        return EmbeddedWriter(
            Store(engine),
            self.base,
            self._version(newest or "0"),
            self._publish,
            changed=lock.unfinished or newest is None,
            release=lambda finished: lock.release(finished=finished),
        )

    def _publish(self, store: Store) -> str:
        name = self._snapshots.publish(store)
        self._snapshots.clean()
        return self._version(name)

    def _version(self, snapshot: str) -> str:
        return f"{snapshot}-{self._id}"


def _is_something(entry: Path) -> bool:
    if entry.name in EMPTY_PARTS:
        return not entry.is_dir() or any(entry.iterdir())
    return entry.name != "lock" and not (entry.name.startswith(ABOUT) and entry.name.endswith(UNFINISHED))


def _clear_reports(engine: Path) -> None:
    # The engine writes a report of itself whenever it is opened, and would keep a thousand of them.
    for report in engine.glob("LOG.old.*"):
        report.unlink(missing_ok=True)


def _check_base(base: str) -> None:
    try:
        NamedNode(base)
    except ValueError as error:
        raise StoreError(f"{base!r} cannot be the base of IRIs: {error}; give one like {DEFAULT_BASE}") from None
    if not base.startswith(("http://", "https://")) or not base.endswith("/") or "#" in base or "?" in base:
        raise StoreError(
            f"{base!r} cannot be the base of IRIs: give an http(s) address that ends with /, like {DEFAULT_BASE}"
        )


def _read_about(path: Path) -> About:
    try:
        given = json.loads(path.read_bytes())
        version = int(given["format"])
        if version > FORMAT:
            raise StoreVersion(
                f"the store {path.parent} was made by a newer Quoth: its format is {version}, and {__version__} "
                f"reads {FORMAT}; use the newer one, or name another store with --db"
            )
        return About(version, str(given["base"]), str(given["id"]), str(given["created_by"]))
    except (ValueError, KeyError, TypeError):
        raise StoreError(
            f"{path} is damaged: put it back from a copy, or make a new store and add the articles again"
        ) from None
