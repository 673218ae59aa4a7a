"""Windows of tokens that a model can read at once, made of whole paragraphs where they fit."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kg.extract.network.labels import Offsets


@dataclass(frozen=True)
class Window:
    """The tokens [start, end) read together; cues are taken from [core_start, core_end), the rest is context."""

    start: int
    end: int
    core_start: int
    core_end: int


def paragraph_starts(text: str, offsets: Offsets) -> list[int]:
    """The index of the first token of each paragraph (a line of the text)."""
    starts, end = [], 0
    for i, (start, stop) in enumerate(offsets):
        if i == 0 or text.find("\n", end, start) >= 0:
            starts.append(i)
        end = stop
    return starts


def blocks(starts: list[int], count: int, size: int) -> list[tuple[int, int]]:
    """The paragraphs as token ranges, those longer than `size` cut into equal parts no longer than it."""
    found: list[tuple[int, int]] = []
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        parts = -(-(end - start) // size)
        edges = [start + (end - start) * k // parts for k in range(parts + 1)]
        found += pairwise(edges)
    return found


def packed(starts: list[int], count: int, size: int, first: int | None = None) -> list[Window]:
    """Windows of at most `size` tokens that share nothing, to learn from; `first` bounds the first one.

    A varying `first` packs the paragraphs of an article differently in each epoch.
    """
    found: list[tuple[int, int]] = []
    limit = first or size
    for start, end in blocks(starts, count, size):
        if found and end - found[-1][0] <= (limit if len(found) == 1 else size):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [Window(start, end, start, end) for start, end in found]


def overlapping(starts: list[int], count: int, size: int, context: int) -> list[Window]:
    """Windows of at most `size` tokens whose cores cover every token once, to read with.

    Whole paragraphs need no context; a paragraph longer than `size` is read in parts that overlap, each with up to
    `context` tokens more than its core on each side where the paragraph goes on.
    """
    if size <= 2 * context:
        raise ValueError(f"windows of {size} tokens leave nothing between {context} tokens of context on each side")
    found: list[Window] = []
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        if end - start > size:
            cores = blocks([start], end, size - 2 * context)
            found += [Window(max(start, a - context), min(end, b + context), a, b) for a, b in cores]
        elif found and end - found[-1].start <= size and found[-1].end == start:
            first = found[-1].start
            found[-1] = Window(first, end, found[-1].core_start, end)
        else:
            found.append(Window(start, end, start, end))
    return found
