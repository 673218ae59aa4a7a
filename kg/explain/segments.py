"""Paragraphs of a text, and their words cut into segments wherever a mark begins or ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from kg.model import Span, Statement

BLANK_LINE: Final = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")
LINE_END: Final = re.compile(r"[\r\n]\s*")


class Role(StrEnum):
    """What marked words are to a statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words and what they are to the statements (or readings) that `labels` name."""

    span: Span
    role: Role
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same marks throughout.

    `marks` cover it, the longest first; of these, `opened` begin at its first character and `closed` end at its last.
    """

    span: Span
    marks: tuple[Mark, ...]

    @property
    def opened(self) -> tuple[Mark, ...]:
        """The marks that begin here, the longest first."""
        return tuple(mark for mark in self.marks if mark.span.start == self.span.start)

    @property
    def closed(self) -> tuple[Mark, ...]:
        """The marks that end here, the shortest first."""
        return tuple(mark for mark in reversed(self.marks) if mark.span.end == self.span.end)


def paragraphs(text: str) -> list[Span]:
    """The paragraphs without space at their ends: they end at blank lines or, in a text without any, at line ends."""
    gap = BLANK_LINE if BLANK_LINE.search(text.strip()) else LINE_END
    bounds = [0, *(at for found in gap.finditer(text) for at in found.span()), len(text)]
    rough = ((start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True))
    return [span for start, end in rough if (span := trimmed(text, start, end))]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The characters [start, end) without space at their ends; None if nothing is left."""
    words = text[start:end].strip()
    if not words:
        return None
    first = text.index(words[0], start)
    return Span(first, first + len(words))


def marks(statement: Statement, label: str) -> Iterator[Mark]:
    """Everything a statement rests on, each piece of its words apart."""
    for role, spans in (
        (Role.SOURCE, [statement.source]),
        (Role.CUE, [statement.cue]),
        (Role.CONTENT, statement.content),
    ):
        yield from (Mark(span, role, (label,)) for span in spans if span)


def joined(marks: Iterable[Mark]) -> list[Mark]:
    """The marks, those of the same words and role as one with all their labels."""
    labels: dict[tuple[Span, Role], dict[str, None]] = {}
    for mark in marks:
        labels.setdefault((mark.span, mark.role), {}).update(dict.fromkeys(mark.labels))
    return [Mark(span, role, tuple(found)) for (span, role), found in labels.items()]


def by_paragraph(text: str, where: Sequence[Span], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each paragraph; one that runs over several is cut where they end."""
    starts = [paragraph.start for paragraph in where]
    found: list[list[Mark]] = [[] for _ in where]
    for mark in marks:
        for number in range(max(bisect_right(starts, mark.span.start) - 1, 0), len(where)):
            paragraph = where[number]
            if paragraph.start >= mark.span.end:
                break
            inside = trimmed(text, max(mark.span.start, paragraph.start), min(mark.span.end, paragraph.end))
            if inside:
                found[number].append(replace(mark, span=inside))
    return found


def segments(within: Span, marks: Iterable[Mark]) -> list[Segment]:
    """All characters of `within`, in order, cut wherever one of the marks, which lie in it, begins or ends."""
    waiting = sorted(joined(marks), key=lambda mark: mark.span.start, reverse=True)
    bounds = sorted({within.start, within.end, *(at for mark in waiting for at in (mark.span.start, mark.span.end))})
    open_now: list[Mark] = []
    cut = []
    for start, end in pairwise(bounds):
        open_now = [mark for mark in open_now if mark.span.end > start]
        while waiting and waiting[-1].span.start == start:
            open_now.append(waiting.pop())
        open_now.sort(key=_longest_first)
        cut.append(Segment(Span(start, end), tuple(open_now)))
    return cut


def _longest_first(mark: Mark) -> tuple[int, int, Role]:
    """Where marks begin or end together, what holds the other stands outside: content before source and cue."""
    return mark.span.start - mark.span.end, mark.span.start, mark.role
