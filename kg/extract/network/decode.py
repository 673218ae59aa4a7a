"""From the model's scores to cues and to the spans of their arguments."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.network.labels import BEGIN, INSIDE, OUTSIDE, runs

Cue = tuple[int, int, float]
"""First and last token, inclusive, and the probability that a cue begins there."""


def cues(probabilities: Sequence[Sequence[float]], floor: float) -> list[Cue]:
    """The cues among tokens with probabilities of OUTSIDE, BEGIN, INSIDE; the likeliest first where they overlap.

    A cue begins where BEGIN is at least `floor` likely and goes on while INSIDE is likelier than OUTSIDE.
    """
    found = [
        (first, reach(probabilities, first), p[BEGIN]) for first, p in enumerate(probabilities) if p[BEGIN] >= floor
    ]
    kept: list[Cue] = []
    for cue in sorted(found, key=lambda c: (-c[2], c[0])):
        if all(cue[1] < other[0] or other[1] < cue[0] for other in kept):
            kept.append(cue)
    return sorted(kept)


def reach(probabilities: Sequence[Sequence[float]], first: int) -> int:
    """The last token of a cue that begins at `first`."""
    last = first
    while last + 1 < len(probabilities):
        p = probabilities[last + 1]
        if p[INSIDE] <= max(p[OUTSIDE], p[BEGIN]):
            break
        last += 1
    return last


def arguments(tags: Sequence[int]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The source spans and the content spans among a cue's argument tags, as first and last token, inclusive."""
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for first, last, role in runs(tags):
        spans[role].append((first, last))
    return spans
