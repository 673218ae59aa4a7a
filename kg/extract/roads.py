"""Roads that are named by their numbers: "Interstate 80", "I-44", "US 75", "the A64"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract.name import Name
from kg.model import EntityType, Span

NUMBERED: Final = r"(?:I-|(?:US|U\.S\.|SR|Interstate|Route|Highway|Hwy)[ -])\d{1,4}[A-Z]?"
LETTERED: Final = r"[AM]\d{1,4}"
ROAD: Final = re.compile(rf"\b{NUMBERED}\b|(?<=\bon the ){LETTERED}\b|(?<=\balong the ){LETTERED}\b")
"""A letter and a number are a road's name where something is on it: the A380 is flown, the M16 fired."""

WHOLE: Final = re.compile(rf"{NUMBERED}|{LETTERED}")


def with_roads(text: str, names: Iterable[Name]) -> list[Name]:
    """The names with the numbered roads of a text, in text order; names that share characters with one go."""
    found = [Span(*match.span()) for match in ROAD.finditer(text)]
    kept = [name for name in names if not any(road.overlaps(name.span) for road in found)] if found else list(names)
    roads = [Name(span, span.of(text), tuple(span.of(text).split()), EntityType.PLACE) for span in found]
    return sorted([*kept, *roads], key=lambda name: (name.span.start, -name.span.end))


def is_road(name: Name) -> bool:
    """Whether a name is that of a numbered road."""
    return name.type is EntityType.PLACE and WHOLE.fullmatch(name.text) is not None
