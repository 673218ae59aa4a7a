"""Names of organisations behind a noun for what they are, opening a sentence: "Oil giant Quarn", "Airline Quarn".

The noun is no part of the name, nor is its first word a name, and what follows is no person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract import places
from kg.extract.kinds_of_bodies import PERSONAL, WHAT
from kg.extract.known_names import BODIES
from kg.extract.lexicon import (
    DEMONYMS,
    DETERMINERS,
    GIVEN_NAMES,
    GROUPS,
    ORGANISATION_WORDS,
    PREPOSITIONS,
    TITLES,
    word_set,
)
from kg.extract.name import Name
from kg.model import EntityType, Span

LATER: Final = WHAT | word_set(
    "bank union hospital university ministry contractor housebuilder tank developer studio label brand startup"
)
"""Nouns that tell, behind a word that begins the sentence, what a name behind them is: "Private equity firm Quarn"."""

FIRST: Final = word_set(
    "carmaker automaker planemaker drugmaker chipmaker toymaker retailer airline insurer lender broadcaster"
    " housebuilder supermarket brewer regulator watchdog charity newspaper conglomerate"
)
"""Nouns that tell it where they begin the sentence themselves, with a capital."""

OPENS: Final = r"(?:\A|(?<=\n)|(?<=\n )|(?<=[.!?] )|(?<=[.!?][\"”’] )|(?<= [—–] ))"
KIND: Final = re.compile(
    rf"{OPENS}(?P<kind>(?P<opening>[A-ZÀ-Þ][\w’'-]*) (?:[a-z][\w’'-]* ){{0,2}}?(?P<later>{'|'.join(sorted(LATER))})"
    rf"|(?P<first>{'|'.join(sorted(noun.capitalize() for noun in FIRST))})) "
    r"(?P<name>[A-ZÀ-Þ][\w’.&-]*(?: (?:& )?[A-ZÀ-Þ][\w’.-]*)*)"
)

KINDS: Final = ("NGO", "NGOs")
SEATED: Final = ("-based", "-headquartered")
THE: Final = re.compile(r"\b[Tt]he \Z")
NOUN: Final = re.compile(r" [a-z-]+\b")
"""What stands around a word that tells where a body is."""

MET: Final = 8
"""Names that may begin within a kind and the name behind it."""

BETWEEN: Final = re.compile(rf" (?:{'|'.join(sorted(PREPOSITIONS | {'and', 'or'}))}) ")
NO_OPENING: Final = DETERMINERS | PREPOSITIONS | {"and", "but", "or", "when", "while", "as", "no", "each", "every"}


def apart(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, in text order, without the nouns for kinds that stand before organisations' names."""
    found = [name for name in names if not describes(text, name)]
    for kind, name, noun in told(text):
        at = bisect_left(found, kind.start, key=lambda each: each.span.start)
        met = [each for each in found[at : at + MET] if each.span.start < name.end]
        found[at : at + len(met)] = settled(text, met, kind, name, noun)
    return found


def describes(text: str, name: Name) -> bool:
    """Whether what was taken for a name only says where a body is that a noun behind means: "the Utopian bank"."""
    if name.text.endswith(SEATED) or name.text in KINDS:
        return True
    if name.type is not EntityType.ORGANISATION or not THE.search(text, max(0, name.span.start - 4), name.span.start):
        return False
    first, *others = name.words
    behind = [*others, *(NOUN.match(text, name.span.end) or [""])[0].split()]
    where = first in DEMONYMS or (places.is_place(first) and bool(others))
    return where and bool(behind) and behind[-1] in LATER and all(word[0].islower() for word in behind)


def told(text: str) -> Iterator[tuple[Span, Span, str]]:
    """The nouns for kinds that begin sentences, the name behind each, and the noun itself."""
    for found in KIND.finditer(text):
        kind, name = Span(*found.span("kind")), Span(*found.span("name"))
        noun = (found["later"] or found["first"]).lower()
        if is_kind(found["opening"], kind.of(text)) and is_name(name.of(text).split(), found["first"]):
            yield kind, Span(name.start, name.start + len(name.of(text).removesuffix("’s").rstrip(".'’"))), noun


def is_kind(opening: str | None, words: str) -> bool:
    """Whether some words are one phrase that only says what something is."""
    return opening is None or not (opening.lower() in NO_OPENING or BETWEEN.search(words))


def is_name(words: list[str], first: str | None) -> bool:
    """Whether words behind a noun are a name: no title, no people, nothing that makes one name with the noun."""
    lower = words[0].lower().rstrip(".’s")
    if lower in TITLES or lower in GROUPS or f"{lower}s" in GROUPS or words[0] in ("CEO", "CEOs", "MPs", "MP"):
        return False
    return first is None or not (lower in ORGANISATION_WORDS or f"{first} {' '.join(words)}" in BODIES)


def settled(text: str, met: Sequence[Name], kind: Span, name: Span, noun: str) -> Iterator[Name]:
    """The names that begin with a kind or right behind it, as they are without it."""
    first = next((each for each in met if each.span.end > kind.end), None)
    words = name.of(text).split()
    whole = first or Name(name, name.of(text), tuple(words), EntityType.ORGANISATION)
    end = name.end if first is None or goes_on(text[first.span.end : name.end].split()) else first.span.end
    yield from (each for each in met if each.span.end <= kind.end and each.type is EntityType.PLACE)
    yield organisation(text, whole, Span(name.start, end), noun)
    places = (each for each in met if each.type is EntityType.PLACE and each is not first)
    yield from (each for each in places if each.span.start > kind.end)


def goes_on(rest: Sequence[str]) -> bool:
    """Whether words behind what was taken for the name belong to it: "Group", "& Finch"."""
    return bool(rest) and (rest[0] == "&" or all(word.lower() in ORGANISATION_WORDS for word in rest))


def organisation(text: str, name: Name, span: Span, noun: str) -> Name:
    """A name as that of an organisation, without the noun; a person's where a noun may be said of people too."""
    words = tuple(span.of(text).split())
    person = noun in PERSONAL and words[0] in GIVEN_NAMES
    kind = name.type if person else EntityType.ORGANISATION
    return replace(name, span=span, text=" ".join(words), words=words, type=kind, described=noun, doubtful=False)
