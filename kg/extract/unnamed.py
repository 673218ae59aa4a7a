"""Sources without a name: who they are said to be, and how many."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract import lexicon
from kg.extract.descriptions import head_of
from kg.extract.lexicon import word_set
from kg.extract.numbers import SCALES, WORDS
from kg.model import Entity, EntityType, SourceKind

PEOPLE: Final = (EntityType.PERSON, EntityType.GROUP)
NUMBERS: Final = {**{word: int(number) for word, number in WORDS.items()}, "one": 1, "both": 2}
INEXACT: Final = word_set(
    "least than about around nearly almost some over up over roughly approximately dozens hundreds"
)
WORD: Final = re.compile(r"[\w’'-]+")
CLOSE: Final = re.compile(
    r"\b(?:close to|familiar with|briefed on|with (?:direct )?knowledge of|aware of|privy to|involved in) the\b"
)
"""What is said of people who know from within: "two people familiar with the matter"."""


SEVERAL: Final = re.compile(
    r"\A(?:(?:an?|the|some|many) )?(?:dozens|hundreds|thousands|scores|pair|couple|handful|number|group|crowd) of ",
    re.IGNORECASE,
)
"""Before the noun these tell how many there are."""

TOGETHER: Final = (
    (
        re.compile(r"\bpolice (?:officer|chief|commander|inspector|constable)s?\b", re.IGNORECASE),
        SourceKind.POLICE_OFFICER,
    ),
    (re.compile(r"\b(?:army|naval|navy|marine) officers?\b", re.IGNORECASE), SourceKind.SOLDIER),
    (re.compile(r"\basylum[ -]seekers?\b", re.IGNORECASE), SourceKind.MIGRANT),
)
"""Two words that tell another kind than the second one by itself."""

TOWNSPEOPLE: Final = word_set("muscovite londoner parisian berliner yorker")


@cache
def kinds() -> dict[str, SourceKind]:
    """The kind that each noun of data/source_kinds.tsv tells."""
    lines = (line.split("\t") for line in lexicon.lines("source_kinds.tsv"))
    return {noun: SourceKind(kind) for kind, nouns in lines for noun in nouns.split()}


def described(entity: Entity) -> Entity:
    """The entity with its kind and number as a source, where it has no name and its description tells them."""
    if not entity.unnamed or entity.type not in PEOPLE:
        return entity
    return replace(entity, source_kind=kind_of(entity.name), number=number_of(entity.name))


def kind_of(description: str) -> SourceKind | None:
    """Who a description says that somebody is: "two senior officials" are officials."""
    head = head_of(SEVERAL.sub("", description))
    # A capital within makes a name of it: "the movement Mothers of the Valley".
    named = head is not None and head.noun.capitalize() in description.split()[1:]
    native = head is not None and singular(head.noun) in TOWNSPEOPLE
    found = kinds().get(singular(head.noun)) if head and (not named or native) else None
    found = next((kind for pattern, kind in TOGETHER if pattern.search(description)), found)
    return found or (SourceKind.INSIDER if CLOSE.search(description) else None)


def singular(noun: str) -> str:
    """The singular of a noun for people, where the list holds it."""
    if noun in kinds():
        return noun
    if noun.endswith(("ologist", "ologists")):
        return "scientist"
    for ending, instead in (
        ("ies", "y"),
        ("men", "man"),
        ("women", "woman"),
        ("wives", "wife"),
        ("sses", "ss"),
        ("s", ""),
    ):
        if noun.endswith(ending) and (one := noun.removesuffix(ending) + instead) in kinds():
            return one
    return noun


def number_of(description: str) -> int | None:
    """The exact number of people that a description gives: "two officials"; None for "dozens", "at least ten"."""
    before: list[str] = []
    found = WORD.findall(description.lower())[:7]
    for word, following in zip(found[:6], [*found[1:], ""], strict=False):
        if word == "of" and before and before[-1] in kinds():
            return None  # how many others are told of: "a mother of two"
        if word in NUMBERS or (word.isascii() and word.isdigit() and len(word) < 5):
            return None if set(before) & INEXACT or following in SCALES else NUMBERS.get(word) or int(word)
        before.append(word)
    return None
