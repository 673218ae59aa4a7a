"""The archive of texts: each under the SHA-256 of its UTF-8 bytes, compressed, never changed."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ArchiveError, StoreError
from kg.store.failures import failing
from kg.store.files import write_whole

SHA256 = re.compile(r"[0-9a-f]{64}")


class Texts:
    """The archived texts below `folder`, as ab/{sha256}.gz. Many may read while one writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, text: str) -> str:
        """Archive a text and return its SHA-256; it is on disk when this returns.

        A text that is there already is left alone, one that was damaged is mended. Raises StoreError if it cannot be
        written, ArchiveError if it has no UTF-8 form (lone surrogates).
        """
        try:
            data = text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ArchiveError(f"the text cannot be archived: character {error.start} is a lone surrogate") from None
        sha256 = hashlib.sha256(data).hexdigest()
        if not self._is_sound(sha256):
            path = self.path(sha256)
            with failing(f"archive a text at {path}"):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, gzip.compress(data, mtime=0))
        return sha256

    def get(self, sha256: str) -> str:
        """The text with this SHA-256, checked against it; raises ArchiveError if it is missing or damaged."""
        path = self.path(sha256)
        try:
            data = gzip.decompress(path.read_bytes())
        except FileNotFoundError:
            raise ArchiveError(f"no text is archived as {sha256}: add its article again") from None
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise ArchiveError(f"the archived text {path} is damaged ({error}): add its article again") from None
        except OSError as error:
            raise StoreError(f"cannot read the archived text {path}: {error.strerror}") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ArchiveError(f"the archived text {path} is not what its name says: add its article again")
        return data.decode("utf-8")

    def remove(self, sha256: str) -> None:
        """Remove a text; one that is not there is no error. Raises StoreError if it cannot be removed."""
        with failing(f"remove the archived text {sha256}"):
            self.path(sha256).unlink(missing_ok=True)

    def hashes(self) -> Iterator[str]:
        """The SHA-256 of every archived text, in order."""
        with failing(f"list the archived texts in {self._folder}"):
            for file in sorted(self._folder.glob("??/*.gz")):
                if SHA256.fullmatch(file.stem):
                    yield file.stem

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and bool(SHA256.fullmatch(sha256)) and self.path(sha256).is_file()

    def path(self, sha256: str) -> Path:
        """Where the text with this SHA-256 lies; raises ArchiveError for anything but 64 hexadecimal digits."""
        if not SHA256.fullmatch(sha256):
            raise ArchiveError(f"not a SHA-256 of 64 hexadecimal digits: {sha256[:80]!r}")
        return self._folder / sha256[:2] / f"{sha256}.gz"

    def _is_sound(self, sha256: str) -> bool:
        try:
            self.get(sha256)
        except ArchiveError:
            return False
        return True
