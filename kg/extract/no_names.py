"""Capital letters that name nobody: headings of papers, numbered figures, degrees.

And what the words beside a name tell of it: "et al.", the code of an airport, an age before a country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract import places
from kg.extract.lexicon import ORGANISATION_WORDS, word_set
from kg.extract.name import Name
from kg.model import EntityType, Span

HEADINGS: Final = word_set(
    "abstract keywords introduction background conclusion conclusions references acknowledgements acknowledgments"
    " contents appendix methods methodology results discussion overview summary etymology life career legacy biography"
    " personal early education awards filmography bibliography notes sources geography climate history demographics"
)
NUMBERED: Final = re.compile(
    r"(?:Figures?|Figs?\.?|Tables?|Listings?|Sections?|Chapters?|Equations?|Appendix|Parts?|Items?|Steps?|Questions?"
    r"|Articles?|Volumes?|Exhibits?|Counts?|Clauses?|Paragraphs?|Pages?) (?:\d+(?:\.\d+)*|[IVX]+|[A-Z])"
)
AGES: Final = word_set(
    "classical ancient modern medieval mediaeval imperial colonial soviet tsarist roman ottoman victorian edwardian"
    " elizabethan georgian byzantine communist fascist nazi vichy postwar contemporary mainland continental"
)
"""What tells before a country's name at which time, or which part of it, is meant: "Classical Greece"."""

DEGREE: Final = re.compile(r"°\s?$")
CODE: Final = re.compile(r"\b(?:IATA|ICAO): ?$")
STORM: Final = re.compile(
    r"\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Super Typhoon|Operation) ([A-ZÀ-Þ][\w’'-]+)"
    r"|\bStorm ([A-ZÀ-Þ][\w’'-]+)"
    r"(?= (?:hit|is|was|has|had|will|brought|batter|mad|caus|swept|left|kill|bear|tor))"
)
"""Storms and operations, which bear names as people do."""

OTHERS: Final = re.compile(r" et al\b")


def told(text: str, names: Iterable[Name]) -> list[Name]:
    """The names without what names nobody, the others with the types that the words beside them tell."""
    kept = [name for name in names if not is_no_name(text, name)]
    codes = {name.text for name in kept if CODE.search(text, max(0, name.span.start - 8), name.span.start)}
    stand = {name.text for name in kept if name.type is EntityType.PLACE and places.is_place(name.text)}
    return [retyped(text, name, codes, stand) for name in kept]


def is_no_name(text: str, name: Name) -> bool:
    """Whether capital letters name nobody at a place."""
    if name.type is not EntityType.ORGANISATION and is_storm(text, name):
        return True
    alone = len(name.words) == 1 and not name.titled
    if NUMBERED.fullmatch(name.text) or (
        name.text in ("C", "F") and DEGREE.search(text, max(0, name.span.start - 2), name.span.start)
    ):
        return True
    return alone and is_heading(text, name)


def is_storm(text: str, name: Name) -> bool:
    """Whether a name is a storm's or an operation's: "Hurricane Ida", "Storm Ciara hit"; not "Storm Lee said"."""
    around = Span(max(0, name.span.start - 12), min(len(text), name.span.end + 24))
    found = STORM.finditer(text, around.start, around.end)
    return any(each.start() <= name.span.start < each.end() and len(name.words) < 4 for each in found)


def is_heading(text: str, name: Name) -> bool:
    """Whether a word heads a part of a paper: alone on its line, or with a colon behind."""
    starts = name.span.start == 0 or text[name.span.start - 1] == "\n"
    behind = text[name.span.end : name.span.end + 2].strip(" ")
    ends = not behind or behind[0] in ":\n"
    return starts and ends and name.text.lower() in HEADINGS


def retyped(text: str, name: Name, codes: set[str], stand: set[str]) -> Name:
    """A name with the type that the words in it or beside it tell.

    `codes` are those of airports, `stand` the names of the list of places that stand for themselves in the article.
    """
    if name.text in codes:
        return replace(name, type=EntityType.PLACE)
    if (
        len(name.words) == 1
        and name.text.lower().rstrip(".") not in ORGANISATION_WORDS
        and OTHERS.match(text, name.span.end)
    ):
        return replace(name, type=EntityType.PERSON)
    if name.type is EntityType.ORGANISATION or name.titled:
        return name
    if name.words[0].lower() in AGES and name.words[-1] in stand and len(name.words) == 2:
        return replace(name, type=EntityType.PLACE)
    return name
