"""Changes of a text that keep track of where its annotated spans go."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model import Span
from train.data import Attribution, Example, Mention


@dataclass(frozen=True, order=True)
class Edit:
    """Put `new` in place of the characters [start, end); start == end inserts."""

    start: int
    end: int
    new: str


def apply(example: Example, edits: Iterable[Edit]) -> Example:
    """The example with its text edited and every span moved along; an edit that overlaps an earlier one is left out.

    A span whose border lies within an edit takes the whole replacement in; an attribution whose cue or content
    vanishes is dropped.
    """
    kept = disjoint(edits)
    if not kept:
        return example
    parts, done = [], 0
    for edit in kept:
        parts += [example.text[done : edit.start], edit.new]
        done = edit.end
    moves = Moves(kept)
    text = "".join([*parts, example.text[done:]])
    return Example(example.name, text, moved_attributions(example, moves), moved_mentions(example, moves))


def moved_attributions(example: Example, moves: Moves) -> tuple[Attribution, ...] | None:
    """The attributions after the edits, those that vanish left out."""
    if example.attributions is None:
        return None
    moved = (move(attribution, moves) for attribution in example.attributions)
    return tuple(a for a in moved if a)


def moved_mentions(example: Example, moves: Moves) -> tuple[Mention, ...] | None:
    """The mentions after the edits, those that vanish left out."""
    if example.mentions is None:
        return None
    moved = ((mention, moves.span(mention.span)) for mention in example.mentions)
    return tuple(replace(mention, span=span) for mention, span in moved if span)


def disjoint(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in text order, without those that overlap the one kept before."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


class Moves:
    """Where the positions of a text lie after disjoint edits in text order."""

    def __init__(self, edits: list[Edit]) -> None:
        self.edits = edits
        self.starts = [edit.start for edit in edits]
        self.shifts = [0]
        for edit in edits:
            self.shifts.append(self.shifts[-1] + len(edit.new) - (edit.end - edit.start))

    def start(self, position: int) -> int:
        """The new place of a span's first character."""
        k = bisect_right(self.starts, position)
        last = self.edits[k - 1] if k else None
        if last and last.start <= position < last.end:
            return last.start + self.shifts[k - 1]
        return position + self.shifts[k]

    def end(self, position: int) -> int:
        """The new place of a span's end, counted from its last character so that insertions behind it stay outside."""
        k = bisect_right(self.starts, position - 1)
        last = self.edits[k - 1] if k else None
        if last and last.start <= position - 1 < last.end:
            return last.start + self.shifts[k - 1] + len(last.new)
        return position + self.shifts[k]

    def span(self, span: Span) -> Span | None:
        """The new place of a span; None if nothing is left of it."""
        start, end = self.start(span.start), self.end(span.end)
        return Span(start, end) if start < end else None


def move(attribution: Attribution, moves: Moves) -> Attribution | None:
    """The attribution after the edits; None without its cue or any content."""
    cue = moves.span(attribution.cue)
    contents = tuple(s for s in map(moves.span, attribution.contents) if s)
    if cue is None or not contents:
        return None
    return Attribution(cue, tuple(s for s in map(moves.span, attribution.sources) if s), contents)
