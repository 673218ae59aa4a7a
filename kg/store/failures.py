"""What the system or the engine raises becomes one clear StoreError."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import StoreError

ADVICE = {
    "no space left on device": "free some space on its disk and do it again; what was stored before is whole",
    "quota exceeded": "free some space on its disk and do it again; what was stored before is whole",
    "permission denied": "ask its owner for access, or run as its owner",
    "read-only file system": "put the store where you may write",
    "corruption": (
        "a copy of the newest snapshot can replace the folder store; without the file current, the next 'quoth add' "
        "makes a new snapshot"
    ),
}
"""What to do, by words of the system's message."""


@contextmanager
def failing(doing: str) -> Iterator[None]:
    """Raise a system or engine error as StoreError "cannot {doing}: why: what to do".

    The engine raises OSError for what the system refuses, RuntimeError for damaged files.
    """
    try:
        yield
    except (OSError, RuntimeError, SyntaxError) as error:
        raise StoreError(f"cannot {doing}: {explain(error)}") from error


def explain(error: Exception) -> str:
    """The first line of what went wrong, and what to do about it where that is known."""
    why = (getattr(error, "strerror", None) or str(error) or type(error).__name__).splitlines()[0]
    for words, advice in ADVICE.items():
        if words in why.lower():
            return f"{why if words == 'corruption' else words.capitalize()}: {advice}"
    return why
