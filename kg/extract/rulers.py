"""Who leads a country or region: "the Chechen leader" is the head of Chechnya, "the French leader" the president."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kg.extract.chains import Chain
from kg.extract.lexicon import DETERMINERS, word_set
from kg.extract.other_people import countries
from kg.extract.places_alike import alike, known
from kg.extract.told_people import Telling

ANY: Final = word_set("leader ruler strongman strongwoman autocrat dictator head")
"""What any of them is called."""

OFFICES: Final = word_set(
    "president premier chancellor leader head governor king queen ruler dictator sultan emir monarch"
)
FIRST: Final = word_set("prime first")
"""Which ministers lead a country."""

SAME: Final = {"premier": word_set("premier minister"), "monarch": word_set("king queen monarch emir sultan")}
ELSE: Final = word_set(
    "opposition deputy vice party former ex-president ex-leader rebel military religious spiritual labour union church"
    " student community business separatist assistant acting-deputy protest government congress council parliament"
)
"""Words with which a leader or president is another's."""

PHRASE: Final = re.compile(
    r"[Tt]he (?:former |ex-|late |exiled |then )?(?P<place>(?:[A-ZÀ-Þ][\w’'-]+ ){1,3})"
    r"(?P<prime>prime |first |state |national )?(?P<noun>[a-z]+)(?: of state| of government)?"
)
OF: Final = re.compile(r"[Tt]he (?P<noun>[a-z]+) of (?:the )?(?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)")
BODIES: Final = "ion|team|union|branch|office|police|army|group|committee|church|party|movement|council|parliament"
"""How words end that make a body of a place's name: "head of the Kenyan delegation"."""

PLACE_BEHIND: Final = re.compile(
    r"(?:of|in) (?:the )?(?:(?:autonomous )?(?:republic|region|state|kingdom|province|island|territory) of )?"
    r"(?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
    rf"(?![\w’'-])(?! (?:of|and|[a-z]*(?:{BODIES}))\b)"
)


BARE: Final = re.compile(
    r"[Tt]he (?:dictator|strongman|autocrat|ruler|regional (?:leader|head)"
    r"|(?:leader|head) of (?:the|this) (?:region|republic|country|province|state))"
)
"""What the only one is called of whom it is told."""


def meant(phrase: str, people: Mapping[Chain, list[Telling]]) -> Chain | None:
    """The only person told to lead the place by which a description calls its leader."""
    if phrase.endswith(" PM"):
        phrase = f"{phrase.removesuffix('PM')}prime minister"
    if phrase.lower() == "the prime minister":
        return only(chain for chain, told in people.items() if any(is_first(each) for each in told))
    if BARE.fullmatch(phrase):
        return only(chain for chain, told in people.items() if any(leads(each, "leader", None) for each in told))
    found = PHRASE.fullmatch(phrase) or OF.fullmatch(phrase)
    if found is None:
        return None
    noun, prime = found["noun"], (found.groupdict().get("prime") or "").strip()
    if noun not in OFFICES | ANY and not (noun == "minister" and prime in FIRST):
        return None
    place = found["place"].split()
    return only(chain for chain, told in people.items() if any(leads(each, noun, place) for each in told))


def only(chains: Iterable[Chain]) -> Chain | None:
    """The only one of some."""
    found = set(chains)
    return found.pop() if len(found) == 1 else None


def leads(told: Telling, noun: str, place: list[str] | None) -> bool:
    """Whether somebody is told to have an office that a noun may mean, at the head of a place, or of any."""
    words = [word for word in told.words if word.lower() not in DETERMINERS]
    lower = {word.lower() for word in words}
    if not (told.noun in OFFICES or is_first(told)) or lower & ELSE:
        return False
    if noun not in ANY and told.noun not in SAME.get(noun, (noun, "premier" if noun == "minister" else noun)):
        return False
    behind = PLACE_BEHIND.match(told.of)
    names = [word for word in words if word[0].isupper() and word.lower() != told.noun]
    if place is None:
        return bool(countries(names) or behind)
    return same(place, names) or bool(behind and same(place, behind["place"].split()))


def is_first(told: Telling) -> bool:
    """Whether somebody is told to be a prime minister."""
    words = {word.lower() for word in told.words}
    return told.noun == "minister" and bool(words & FIRST) and not words & ELSE


def same(place: Iterable[str], other: Iterable[str]) -> bool:
    """Whether the names of two places, or the adjectives made from them, are alike word for word."""
    one, two = list(place), [word for word in other if word.lower() not in FIRST | {"minister"}]
    two = two[1:] if len(two) == 2 and known(two[0]) else two  # "Iraqi Kurdistan"
    return len(one) == len(two) and all(alike(a, b) for a, b in zip(one, two, strict=True))
