"""Cursors: where the last page ended, as an opaque word that fits into a URL."""

from __future__ import annotations

import base64
import binascii
import json

from kg.errors import QueryError

Key = tuple[str | int, ...]
"""What a page's order compares: text and numbers."""


def encode(key: Key) -> str:
    """The cursor that continues after the item with this key."""
    return base64.urlsafe_b64encode(json.dumps(key, ensure_ascii=False).encode()).decode().rstrip("=")


def decode(cursor: str, *shape: type[str] | type[int]) -> Key:
    """The key in a cursor; raises QueryError unless it is one of this shape."""
    try:
        key = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError):
        key = None
    if not isinstance(key, list) or [type(part) for part in key] != list(shape):
        raise foreign(cursor)
    return tuple(key)


def foreign(cursor: str) -> QueryError:
    """The error for a cursor that this list never gave."""
    return QueryError(f"not a cursor of this list: {cursor!r}; begin again without one")


def check_limit(limit: int) -> None:
    """Raises QueryError unless `limit` is at least 1."""
    if limit < 1:
        raise QueryError(f"a page holds at least one item, not {limit}")
