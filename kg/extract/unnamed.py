"""Sources without a name: who they are said to be, and how many."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from kg.extract import lexicon
from kg.extract.descriptions import head_of
from kg.extract.lexicon import word_set
from kg.extract.numbers import WORDS
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
    head = head_of(description)
    # A capital within makes a name of it: "the movement Mothers of the Valley".
    named = head is not None and head.noun.capitalize() in description.split()[1:]
    found = kinds().get(singular(head.noun)) if head and not named else None
    return found or (SourceKind.INSIDER if CLOSE.search(description) else None)


def singular(noun: str) -> str:
    """The singular of a noun for people, where the list holds it."""
    if noun in kinds():
        return noun
    if noun.endswith(("ologist", "ologists")):
        return "scientist"
    for ending, instead in (("ies", "y"), ("men", "man"), ("women", "woman"), ("wives", "wife"), ("s", "")):
        if noun.endswith(ending) and (one := noun.removesuffix(ending) + instead) in kinds():
            return one
    return noun


def number_of(description: str) -> int | None:
    """The exact number of people that a description gives: "two officials"; None for "dozens", "at least ten"."""
    before: list[str] = []
    for word in WORD.findall(description.lower())[:6]:
        if word in NUMBERS or (word.isascii() and word.isdigit() and len(word) < 5):
            return None if set(before) & INEXACT else NUMBERS.get(word) or int(word)
        before.append(word)
    return None
