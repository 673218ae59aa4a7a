"""Quotation marks that a scrape lost, or doubled: "We gathered them", said Lee, where nothing opens the quotation.

Where a closing mark was lost, `quotes` knows where it stood; it is put there. Where an opening one was lost, it stood
behind the colon that leads up to the words, or at the beginning of a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.edits import Edit
from kg.extract.quotes import pair, paragraphs
from kg.model import Span

DOUBLED: Final = re.compile(r"(?<=[\s(:])\"(?=\"\w)|(?<=[\w.!?…,])\"(?=\"(?:[\s,.;)]|\Z))")
"""One of two marks where one belongs."""

CLOSING: Final = re.compile(r"(?<=[\w.,!?…])(?:\"|”|'')(?=[\s,.;]|\Z)")
COLON: Final = re.compile(r"([^\W\d_]+):\s*")
FIRST_PERSON: Final = re.compile(r"\b(?:I|we|our|us|my|me|We|Our|My|you|You)\b")
SENTENCE: Final = re.compile(r"(?<=[^\WA-Z][.!?…])\s+(?=[A-ZÀ-Þ])")
WORD: Final = re.compile(r"[^\W\d_]+")
CUE_BEHIND: Final = re.compile(r"[\"”']+,? (?:[^\W\d_]+ ){0,1}?([^\W\d_]+)")
"""What stands behind the quotation: "…”, said Lee", "…” he said"."""

LONGEST: Final = 1500
"""Characters; what is longer was not all said."""

OPENING: Final = {"”": "“", '"': '"', "''": '"'}


def doubled(text: str) -> list[Edit]:
    """The marks that a text has twice."""
    return [Edit(*found.span(), "") for found in DOUBLED.finditer(text)]


def closings(text: str) -> list[Edit]:
    """The marks that close quotations of which only the opening one was printed."""
    ends = [
        Edit(quote.outer.end, quote.outer.end, "”" if text[quote.outer.start] == "“" else '"')
        for quote in pair(text, paragraphs(text))
        if not quote.open and quote.outer.end <= quote.inner.end and quote.outer.start < quote.inner.start
    ]
    return sorted(ends)


def openings(text: str) -> list[Edit]:
    """The marks that open quotations of which only the closing one was printed."""
    where = paragraphs(text)
    return list(lost_openings(text, where, [quote.outer for quote in pair(text, where)]))


def lost_openings(text: str, where: list[Span], ends: list[Span]) -> Iterator[Edit]:
    """See `openings`; `ends` are the quotations with both their marks."""
    for paragraph in where:
        floor = paragraph.start
        for found in CLOSING.finditer(text, paragraph.start, paragraph.end):
            past = bisect_left(ends, found.end(), key=lambda outer: outer.start)
            before = ends[past - 1].end if past else 0
            if found.start() < before or text[found.start() - 1].isdigit():
                continue
            floor = max(floor, before)
            at = opening(text, floor, found.start(), paragraph.end)
            if at is not None and found.start() - at < LONGEST:
                yield Edit(at, at, OPENING[found[0]])
            floor = found.end()


def opening(text: str, floor: int, end: int, limit: int) -> int | None:
    """Where the mark was lost that opens what a mark at `end` closes; None if that is not clear."""
    led = [found.end() for found in COLON.finditer(text, floor, end) if is_reporting_form(found[1].lower())]
    if led:
        return led[-1]
    starts = sentences(text, floor, end)
    if reported_behind(text, end, limit):
        return spoken(text, starts, end)
    first = text[starts[0] : starts[1]] if len(starts) > 1 else ""
    return starts[1] if any(is_reporting_form(word) for word in WORD.findall(first)) else None


def sentences(text: str, floor: int, end: int) -> list[int]:
    """Where the sentences of a stretch begin."""
    blank = len(text[floor:end]) - len(text[floor:end].lstrip(" ,;"))
    return [floor + blank, *(found.end() for found in SENTENCE.finditer(text, floor + blank, end))]


def reported_behind(text: str, end: int, limit: int) -> bool:
    """Whether a cue follows the mark at an offset: "…”, said Lee"."""
    found = CUE_BEHIND.match(text, end, limit)
    return found is not None and any(is_reporting_form(word) for word in WORD.findall(found[0]))


def spoken(text: str, starts: list[int], end: int) -> int:
    """The first of some sentences in which somebody speaks of themselves, else the last one."""
    past = [*starts[1:], end]
    own = (start for start, stop in zip(starts, past, strict=True) if FIRST_PERSON.search(text, start, stop))
    return next(own, starts[-1])
