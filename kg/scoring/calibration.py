"""Whether confidences say how often such statements are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from statistics import mean
from typing import Final

from kg.scoring.compare import Comparison, Speaker
from kg.scoring.resampling import SEED

BINS: Final = 10
DRAWS: Final = 200
Judged = tuple[float, bool]
"""A confidence, and whether what it is of is right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """What lies in one tenth of the scale: mean confidence, share that is right, how many there are."""

    stated: float
    right: float
    count: int


def reliability(judged: Iterable[Judged]) -> list[Bin]:
    """The tenths of the scale that hold anything, from the least confidence up."""
    tenths: dict[int, list[Judged]] = {}
    for one in judged:
        tenths.setdefault(min(int(one[0] * BINS), BINS - 1), []).append(one)
    return [_bin(members) for _, members in sorted(tenths.items())]


def _bin(members: Sequence[Judged]) -> Bin:
    return Bin(mean(said for said, _ in members), mean(right for _, right in members), len(members))


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: how far confidence and share are apart, weighted by count; 0 for nothing."""
    count = sum(each.count for each in bins)
    return sum(abs(each.stated - each.right) * each.count for each in bins) / count if count else 0.0


def error_by_chance(confidences: Sequence[float], seed: int = SEED) -> float:
    """The error that confidences which say the truth would show, on average, on so few."""
    random = Random(seed)
    drawn = ([(said, random.random() < said) for said in confidences] for _ in range(DRAWS))
    return mean(calibration_error(reliability(one)) for one in drawn)


def judged_statements(compared: Comparison) -> Iterator[Judged]:
    """Of one article, each predicted statement with a confidence, right if its content is a gold one's.

    What readers marked as optional is left out.
    """
    for verdict in compared.verdicts:
        if verdict.found and verdict.found.confidence is not None and not verdict.gold.optional:
            yield verdict.found.confidence, True
    for extra in compared.extra:
        if extra.confidence is not None:
            yield extra.confidence, False


def judged_speakers(compared: Comparison) -> Iterator[Judged]:
    """Of one article, each named speaker with a confidence of a statement that readers marked too."""
    for verdict in compared.verdicts:
        named = verdict.speaker in (Speaker.RIGHT, Speaker.WRONG) and not verdict.gold.optional
        if named and verdict.found and verdict.found.speaker_confidence is not None:
            yield verdict.found.speaker_confidence, verdict.speaker is Speaker.RIGHT
