"""Small changes to a text, by which what a scrape lost is put back."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """What stands at [start, end) of a text gives way to other characters; an empty stretch is an insertion."""

    start: int
    end: int
    text: str
