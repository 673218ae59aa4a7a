"""How much is read as one article."""

from __future__ import annotations

from typing import BinaryIO, Final

from kg.errors import TooLarge

MAX_BYTES: Final = 5_000_000
"""The most bytes of one article: of a text, of a page, of a line of JSON Lines."""


def read_bounded(file: BinaryIO, head: bytes = b"") -> bytes:
    """`head` and the rest of `file`; raises TooLarge, having read no more than the maximum."""
    chunks, size = [head], len(head)
    while size <= MAX_BYTES and (chunk := file.read(1 << 16)):
        chunks.append(chunk)
        size += len(chunk)
    if size > MAX_BYTES:
        raise too_large()
    return b"".join(chunks)


def too_large() -> TooLarge:
    """The error for more than the maximum."""
    return TooLarge(
        f"longer than {MAX_BYTES // 1_000_000} MB, the most read as one article; split it into its articles"
    )
