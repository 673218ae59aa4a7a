"""Whether the confidences printed say how often statements and speakers are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from kg.errors import ModelError
from kg.extract import weights
from kg.scoring import Comparison
from kg.scoring.calibration import (
    Bin,
    Judged,
    calibration_error,
    error_by_chance,
    judged_speakers,
    judged_statements,
    reliability,
)

DIGITS: Final = 4
OF: Final[dict[str, Callable[[Comparison], Iterable[Judged]]]] = {
    "statements": judged_statements,
    "speakers": judged_speakers,
}
SETS: Final = ("gold", "unseen", "varied", "own")
"""The sets that are annotated to the guide of what a statement is, from the first word to the last."""


def measure(compared: Mapping[str, Sequence[Comparison]]) -> dict[str, Any]:
    """For statements and for speakers, set by set: bins, calibration error, and the error by chance alone."""
    return {
        what: {name: of([one for each in compared[name] for one in judge(each)]) for name in SETS if name in compared}
        for what, judge in OF.items()
    }


SURE: Final = 0.5
"""Below this confidence no statement is printed."""


def of(judged: Sequence[Judged]) -> dict[str, Any]:
    """Bins [confidence, share right, count] with their calibration error and what chance alone would make of it."""
    return described(reliability(judged)) | {"by chance": round(error_by_chance([said for said, _ in judged]), DIGITS)}


def described(bins: Sequence[Bin]) -> dict[str, Any]:
    """The bins as JSON, with their calibration error."""
    return {
        "bins": [[round(each.stated, DIGITS), round(each.right, DIGITS), each.count] for each in bins],
        "error": round(calibration_error(bins), DIGITS),
    }


def fitted() -> dict[str, Any] | None:
    """What the network's fit found on articles that it was not fitted on, `all` and those `sure` enough to be printed.

    None if the network does not tell, or is not there.
    """
    try:
        told = weights.checked().description.get("calibration")
    except ModelError:
        return None
    if not told:
        return None
    bins = [Bin(*row) for row in told["reliability"]]
    return {"all": of_bins(bins), "sure": of_bins([each for each in bins if each.stated >= SURE])}


def of_bins(bins: Sequence[Bin]) -> dict[str, Any]:
    """The same of bins whose single confidences are not known."""
    said = [each.stated for each in bins for _ in range(each.count)]
    return described(bins) | {"by chance": round(error_by_chance(said), DIGITS)}
