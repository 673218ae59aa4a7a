"""Countries and provinces that speak, named once more by what they are: "Fiji shut its borders. The country said …"."""

from __future__ import annotations

from typing import Final

from kg.extract import places
from kg.extract.chains import Chain
from kg.extract.descriptions import Head
from kg.extract.lexicon import word_set
from kg.extract.source_names import OPENS, SourceNames
from kg.model import EntityType, Span

COUNTRIES: Final = word_set("country nation republic kingdom emirate archipelago")
PARTS: Final = word_set("province state territory region canton oblast prefecture municipality city")
FAR: Final = 600
"""Characters behind its name within which a place is named once more."""

LONG: Final = 100
"""Characters behind a name in which it may be told what the place is."""


def again(text: str, names: SourceNames, head: Head, source: Span) -> Chain | None:
    """The only place just before, of those with which sentences open, that a noun means; None in doubt."""
    if not head.definite or head.plural or head.noun not in COUNTRIES | PARTS:
        return None
    found: dict[Chain, Span] = {}
    for span, chain in names.before(source):
        if source.start - span.start > FAR or "\n\n" in text[span.end : source.start]:
            break
        if chain.type is EntityType.PLACE and opens(text, span):
            found[chain] = span
    if len(found) != 1:
        return None
    place, span = found.popitem()
    return place if may_be(text, head.noun, place, span) else None


def opens(text: str, name: Span) -> bool:
    """Whether a place's name is the beginning of a sentence's subject: "The Philippines rejected", no "Fiji's army"."""
    before = text[max(0, name.start - 24) : name.start]
    return OPENS.search(before) is not None and text[name.end : name.end + 1] in (" ", ",")


def may_be(text: str, noun: str, place: Chain, name: Span) -> bool:
    """Whether a place is told to be what a noun says, or known for it."""
    told = text[name.end : name.end + LONG].partition(".")[0]
    if told.startswith(",") and f" {noun}" in told:
        return True
    state = places.is_state(place.name)
    return state if noun in COUNTRIES | {"state"} else not state and noun in PARTS - {"city", "municipality"}
