"""Whether a statement's score says how often such statements are right."""

from __future__ import annotations

from collections.abc import Iterable

from kg.scoring.calibration import Judged


def calibrated(judged: Iterable[Judged]) -> list[tuple[float, float]]:
    """Points (score, probability) between which a score is to be read: rising steps that fit the judged ones best."""
    blocks: list[tuple[float, float, int]] = []
    for score, right in sorted(judged):
        blocks.append((score, float(right), 1))
        while len(blocks) > 1 and blocks[-2][1] >= blocks[-1][1]:
            blocks[-2:] = [joined(*blocks[-2:])]
    return [(score, share) for score, share, _ in blocks]


def joined(one: tuple[float, float, int], other: tuple[float, float, int]) -> tuple[float, float, int]:
    """Two blocks (mean score, share of right ones, count) as one."""
    count = one[2] + other[2]
    score, share = ((one[k] * one[2] + other[k] * other[2]) / count for k in (0, 1))
    return score, share, count


def probability(score: float, points: list[tuple[float, float]]) -> float:
    """What a score means by these points, in a straight line from each to the next."""
    before = max((p for p in points if p[0] <= score), default=points[0])
    behind = min((p for p in points if p[0] > score), default=points[-1])
    if behind[0] <= before[0]:
        return before[1]
    return before[1] + (behind[1] - before[1]) * (score - before[0]) / (behind[0] - before[0])
