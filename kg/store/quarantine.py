"""The quarantine: refused articles, each with the report that says why, until somebody retries or drops them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from kg.errors import NotFound, StoreError
from kg.store.failures import failing
from kg.store.files import write_whole

ID = re.compile(r"[0-9a-f]{16}")

Record = dict[str, Any]
"""One refused article: "id" (that of its IRI), "time" (when it was refused, ISO 8601 in UTC), and what else its maker
says of it in JSON: the article with all its fields, the report, the extractor."""


class Quarantine:
    """The refused articles in `folder`, one JSON file each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, record: Mapping[str, Any]) -> str:
        """Keep a record, in place of an older one with its id, which it returns; raises StoreError.

        Without a "time" it gets the present one; dates become their ISO form.
        """
        path = self._path(record["id"])
        kept = {"time": datetime.now(UTC).isoformat(timespec="microseconds"), **record}
        with failing(f"write {path}"):
            # ASCII, since the text of a refused article may hold lone surrogates, which UTF-8 cannot.
            write_whole(path, json.dumps(kept, indent=1, default=_iso).encode("ascii"))
        return path.stem

    def list(self) -> list[Record]:
        """All records, in the order in which they were refused; raises StoreError naming a damaged file."""
        with failing(f"list {self._folder}"):
            found = [path for path in self._folder.glob("*.json") if ID.fullmatch(path.stem)]
        return sorted(map(_read, found), key=lambda record: (record["time"], record["id"]))

    def get(self, id: str) -> Record:
        """The record with this id; raises NotFound if there is none, StoreError if its file is damaged."""
        return _read(self._existing(id))

    def remove(self, id: str) -> None:
        """Forget a record; raises NotFound if there is none, StoreError if it cannot be removed."""
        self._existing(id)
        self.discard(id)

    def discard(self, id: str) -> None:
        """Forget a record if there is one; raises StoreError if it cannot be removed."""
        with failing(f"remove {id} from the quarantine"):
            self._path(id).unlink(missing_ok=True)

    def _existing(self, id: str) -> Path:
        path = self._path(id)
        if not path.is_file():
            raise NotFound(f"no refused article has the id {id}: 'quoth quarantine list' shows them")
        return path

    def _path(self, id: str) -> Path:
        if not ID.fullmatch(id):
            raise NotFound(f"not an id of 16 hexadecimal digits: {id[:80]!r}; 'quoth quarantine list' shows them")
        return self._folder / f"{id}.json"


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not a value for JSON: {value!r}")


def _read(path: Path) -> Record:
    with failing(f"read {path}"):
        data = path.read_bytes()
    try:
        record = json.loads(data)
        if isinstance(record["time"], str) and record["id"] == path.stem:
            return dict(record)
    except (ValueError, KeyError, TypeError):
        pass
    raise StoreError(f"the file {path} is damaged: remove it and add its article again")
