"""Which of several media types a client wants most (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

JSON: Final = "application/json"
CSV: Final = "text/csv"
TURTLE: Final = "text/turtle"
JSON_LD: Final = "application/ld+json"
HTML: Final = "text/html"
PLAIN: Final = "text/plain"


class NotAcceptable(Exception):
    """None of what there is suits the Accept header."""

    def __init__(self, available: Sequence[str]) -> None:
        super().__init__(f"There is: {', '.join(available)}.")
        self.available = tuple(available)


@dataclass(frozen=True, slots=True)
class Range:
    """One media range of an Accept header with its weight."""

    type: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """How closely the range names the type: 3 exactly, 2 by `text/*`, 1 by `*/*`, 0 not at all."""
        if self.type == media_type:
            return 3
        if self.type == f"{media_type.partition('/')[0]}/*":
            return 2
        return 1 if self.type == "*/*" else 0


def parse(accept: str) -> list[Range]:
    """The media ranges of an Accept header; malformed weights count as 0, other parameters are ignored."""
    parts = (part.strip() for part in accept.split(",") if part.strip())
    return [Range(part.partition(";")[0].strip().lower(), _quality(part.split(";")[1:])) for part in parts]


def _quality(parameters: Iterable[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def choose(accept: str | None, available: Sequence[str]) -> str:
    """The best of the `available` media types, which stand in our own order of preference.

    No header, or an empty one, takes the first. Raises NotAcceptable, which lists what there is.
    """
    ranges = parse(accept or "") or [Range("*/*", 1.0)]
    weights = {media_type: _weight(media_type, ranges) for media_type in available}
    best = max(available, key=lambda media_type: weights[media_type])
    if weights[best] <= 0:
        raise NotAcceptable(available)
    return best


def _weight(media_type: str, ranges: Sequence[Range]) -> float:
    """The weight of the most specific range that names the type; 0 if none does."""
    closest = max(ranges, key=lambda given: given.specificity(media_type))
    return closest.quality if closest.specificity(media_type) else 0.0
