"""How far a figure could lie from what it is by the chance of which articles were annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Final, TypeVar

Row = TypeVar("Row")
Tally = tuple[int, int, int]
"""Hits, predicted, gold; of a share: part, whole, whole."""

Interval = tuple[float, float]
Draws = Sequence[Sequence[int]]
"""Which articles are drawn, by their places, time after time."""

RESAMPLES: Final = 1000
SEED: Final = 20220921
OUTSIDE: Final = 0.025
"""The share of the draws that lies below an interval, and that above it."""


def draws(articles: int, resamples: int = RESAMPLES, seed: int = SEED) -> list[list[int]]:
    """As many articles as there are, with replacement, time after time; none if there are too few to draw from."""
    random = Random(seed)
    return [random.choices(range(articles), k=articles) for _ in range(resamples)] if articles > 1 else []


def interval(rows: Sequence[Row], drawn: Draws, measure: Callable[[list[Row]], float]) -> Interval | None:
    """The bounds of the middle 95 % of a measure over the draws; `rows` holds what it is made from, article by article.

    None if there are no draws.
    """
    if not drawn:
        return None
    found = sorted(measure([rows[at] for at in draw]) for draw in drawn)
    return found[int(len(found) * OUTSIDE)], found[min(int(len(found) * (1 - OUTSIDE)), len(found) - 1)]


def summed(tallies: Iterable[Tally]) -> Tally:
    """All tallies taken together."""
    hits, predicted, gold = zip(*tallies, strict=True)
    return sum(hits), sum(predicted), sum(gold)


def f1(tallies: Iterable[Tally]) -> float:
    """The F1 of all tallies taken together; 0 where there is nothing."""
    hits, predicted, gold = summed(tallies)
    return ratio(2 * hits, predicted + gold)


def share(tallies: Iterable[Tally]) -> float:
    """The share of all tallies taken together; 0 where there is nothing."""
    part, _, whole = summed(tallies)
    return ratio(part, whole)


def ratio(part: int, whole: int) -> float:
    """The one through the other, 0 where there is nothing."""
    return part / whole if whole else 0.0
