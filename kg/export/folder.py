"""The folder of an export: made beside its place, sealed with checksums, then put there whole.

An export that is there already gives way; a folder that holds anything else is left alone and refused.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import OutputError

SUMS = "SHA256SUMS"


class Folder:
    """An export in the making."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sums: dict[str, str] = {}
        """Relative path of each finished file → its SHA-256 in hexadecimal."""

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """A new file in the folder, hashed when it is closed."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as output:
            yield output
        with path.open("rb") as written:
            self.sums[name] = hashlib.file_digest(written, "sha256").hexdigest()

    def write(self, name: str, content: bytes) -> None:
        """A whole file at once."""
        with self.file(name) as output:
            output.write(content)

    def seal(self) -> None:
        """List every file with its checksum, as `sha256sum -c` reads it."""
        lines = (f"{self.sums[name]}  {name}\n" for name in sorted(self.sums))
        (self.path / SUMS).write_text("".join(lines), encoding="utf-8")


@contextmanager
def staged(out: Path) -> Iterator[Folder]:
    """A folder that takes the place of `out` when the block ends, and vanishes if it fails.

    Raises OutputError if `out` is no folder, holds what no export wrote, or can't be written.
    """
    out = out.resolve()
    new = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        _refuse_foreign(out)
        new.mkdir(parents=True)
        folder = Folder(new)
        yield folder
        folder.seal()
        _put(new, out)
    except OSError as error:
        raise OutputError(f"cannot write {out}: {error.strerror or error}; nothing was changed there") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _put(new: Path, out: Path) -> None:
    """Put the folder in its place; a previous export stands aside until that has worked."""
    if not out.exists() or not any(out.iterdir()):
        new.replace(out)
        return
    old = new.with_suffix(".old")
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(out: Path) -> None:
    """Raise OutputError if `out` holds anything that an export didn't write."""
    if not out.exists():
        return
    if not out.is_dir():
        raise OutputError(f"{out} is a file; give a folder that is new, empty or an earlier export")
    found = {path.relative_to(out).as_posix() for path in _files(out)}
    foreign = sorted(found - {SUMS} - listed(out).keys()) if found else []
    if foreign:
        raise OutputError(f"{out} holds {foreign[0]}, which is no part of an export; give a new or empty folder")


def _files(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name) for name in names)


def listed(folder: Path) -> dict[str, str]:
    """The files of the export that stands in `folder`, with their SHA-256; none if there is no export."""
    if not (folder / SUMS).is_file():
        return {}
    lines = (folder / SUMS).read_text(encoding="utf-8", errors="replace").splitlines()
    return {line[66:]: line[:64] for line in lines}
