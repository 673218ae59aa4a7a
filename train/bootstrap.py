"""How far a score could lie from what it is by the chance of which articles were annotated."""

from __future__ import annotations

import random

Counts = tuple[int, int, int]
"""Of one article: statements that match, statements predicted, statements annotated."""

ROUNDS = 2000


def f1(rows: list[Counts]) -> float:
    """The F1 score over articles; 0 where nothing matches."""
    hits, predicted, annotated = (sum(row[k] for row in rows) for k in range(3))
    return 2 * hits / (predicted + annotated) if hits else 0.0


def interval(rows: list[Counts], seed: int = 1) -> tuple[float, float]:
    """The 95 % interval of F1 over articles drawn with replacement; the same for the same seed."""
    rng = random.Random(seed)
    drawn = sorted(f1(rng.choices(rows, k=len(rows))) for _ in range(ROUNDS))
    return drawn[ROUNDS // 40], drawn[-ROUNDS // 40 - 1]
