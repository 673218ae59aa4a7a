"""Whether a statement's score says how often such statements are right."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

Judged = tuple[float, bool]
"""A statement's score and whether it was right."""

BINS = 10


def binned(judged: Iterable[Judged]) -> list[tuple[float, float, int]]:
    """(mean score, share of right ones, count) of the statements in each tenth of the scores that has any."""

    def tenth(one: Judged) -> int:
        return min(int(one[0] * BINS), BINS - 1)

    rows = []
    for _, group in groupby(sorted(judged), key=tenth):
        members = list(group)
        scores, rights = zip(*members, strict=True)
        rows.append((sum(scores) / len(members), sum(rights) / len(members), len(members)))
    return rows


def calibration_error(judged: Iterable[Judged]) -> float:
    """The expected calibration error: how far scores and shares are apart, weighted by count; 0 for none judged."""
    rows = binned(judged)
    total = sum(count for *_, count in rows)
    return sum(abs(score - share) * count for score, share, count in rows) / total if total else 0.0
