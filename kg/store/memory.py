"""A store in memory, for tests and for looking at an export without a folder. It forgets everything when closed."""

from __future__ import annotations

from itertools import count

from pyoxigraph import Store

from kg.store.embedded import EmbeddedWriter
from kg.vocab import DEFAULT_BASE


class MemoryStore(EmbeddedWriter):
    """A `kg.store.WriteStore` in memory; its snapshots are only counted."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        numbers = count(1)
        super().__init__(Store(), base, "0", lambda store: str(next(numbers)))
