"""Places named within the names of others: "Tartu" of "University of Tartu", "Riga" of "Riga City Council"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.extract import places
from kg.extract.known_names import WATERS
from kg.extract.lexicon import GIVEN_NAMES, word_set
from kg.extract.name import Name
from kg.extract.roads import is_road
from kg.model import EntityType, Span

WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")
NAMED_AFTER: Final = word_set(
    "city town village county province region state district river lake mountain mountains island islands strait bay"
    " sea ocean desert valley peninsula street st avenue ave road rd boulevard blvd square bridge park minor"
)
"""Words that make another place's name their own: the river in "Arkansas River" is not in Arkansas alone."""

SITES: Final = word_set(
    "airport station stadium arena palace castle cathedral prison camp port harbour harbor basin plant"
)
"""Words of what stands in a place and is called after it."""

LONGEST: Final = 3
"""Words of a place's name within another."""


def with_nested(text: str, names: Iterable[Name]) -> list[Name]:
    """The names and the places within them, in text order."""
    found = [each for name in names for each in (name, *nested(text, name))]
    return sorted(found, key=lambda name: (name.span.start, -name.span.end))


def nested(text: str, name: Name) -> Iterator[Name]:
    """The places that begin the name of an organisation or facility, or that it has behind "of" or "in"."""
    if name.type not in (EntityType.ORGANISATION, EntityType.PLACE) or len(name.words) < 2 or is_one(name):
        return
    words = [found.span() for found in WORD.finditer(text, name.span.start, name.span.end)]
    at = 0
    while at < len(words):
        begins = at == 0 or opened(text, words[at - 1]) or text[words[at - 1][1]] == ","
        end = longest(text, words, at, name) if begins else at
        if end > at:
            span = Span(words[at][0], bare_end(text, words[end - 1][1]))
            yield Name(span, span.of(text), tuple(span.of(text).split()), EntityType.PLACE)
        at = max(end, at + 1)


def is_one(name: Name) -> bool:
    """Whether a place's name is one name, in which no other place is meant: "Mexico City", "Mississippi River".

    What stands in a place, or beside it, has its name besides: "Newark Airport", "Gulf of Mexico".
    """
    of_place = name.words[-1].lower() in SITES or name.words[0] in WATERS
    known = places.is_place(name.text) and not of_place
    return name.type is EntityType.PLACE and (known or name.words[-1].lower() in NAMED_AFTER or is_road(name))


def opened(text: str, word: tuple[int, int]) -> bool:
    """Whether a word lets a place's name follow."""
    return text[slice(*word)].lower() in ("of", "in", "at", "for", "the")


def bare_end(text: str, end: int) -> int:
    """Where a word ends without its possessive."""
    return end - 2 if text[end - 2 : end] in ("'s", "’s") else end


def longest(text: str, words: list[tuple[int, int]], at: int, name: Name) -> int:
    """The word before which the longest place name that begins at a word ends; `at` if none does."""
    for end in range(min(len(words), at + LONGEST), at, -1):
        start, last = words[at][0], bare_end(text, words[end - 1][1])
        spelt = text[start:last]
        if (start, last) != (name.span.start, name.span.end) and places.is_place(spelt) and spelt not in GIVEN_NAMES:
            return end
    return at
