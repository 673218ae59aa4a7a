"""Plain text files."""

from __future__ import annotations

from kg.sources.encoding import decode
from kg.sources.front_matter import split_front_matter
from kg.sources.metadata import Metadata


def read_text(data: bytes) -> tuple[str, Metadata]:
    """The text of a .txt file after its front matter, unchanged, and what the front matter says; raises InputError."""
    return split_front_matter(decode(data))
