"""Whether two names may be one person's: initials, short forms of given names, slips of the pen, shared surnames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.lexicon import GIVEN_NAMES
from kg.extract.name import Name
from kg.extract.surnames import suffix, without_suffix
from kg.model import EntityType

SHORT_FORMS: Final = tuple(
    frozenset(names.split())
    for names in (
        "william bill will billy", "robert bob rob bobby", "james jim jimmy", "joseph joe joey", "michael mike mick",
        "thomas tom tommy", "richard dick rick rich", "edward ted ed eddie", "anthony tony", "david dave",
        "daniel dan danny", "christopher chris", "benjamin ben", "kenneth ken", "stephen steven steve", "matthew matt",
        "elizabeth liz beth betsy", "katherine catherine kate kathy cathy", "susan sue", "patrick pat",
        "andrew andy drew", "gregory greg", "jeffrey jeff", "ronald ron", "donald don", "charles charlie chuck",
        "samuel sam", "nicholas nick", "alexander alex", "lawrence larry", "gerald jerry", "timothy tim",
        "raymond ray", "philip phillip phil", "peter pete", "deborah debbie deb", "jennifer jen jenny",
        "margaret maggie peggy", "rebecca becky", "barbara barb", "victoria vicky", "leonard len lenny",
        "frederick fred", "walter walt", "douglas doug", "zachary zach", "jonathan jon", "joshua josh",
        "bernard bernie", "vincent vince", "eugene gene", "albert al", "abraham abe", "nathaniel nathan nate",
    )
)  # fmt: skip
"""Given names that one person may go by."""

SLIP: Final = 5
"""Letters that a surname must have for one that differs by a letter to be the same, misspelt."""

COUPLE: Final = re.compile(r" (?:and|&) ")
KIN: Final = re.compile(r"\b(?:parents|couple|brothers|sisters|twins|siblings|sons|daughters|children|spouses),? $")
KIN_OF_ANOTHER: Final = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|['’]s) (?:[\w-]+ ){0,2}"
    r"(?:(?:grand|step)?(?:son|daughter|mother|father)|wife|husband|brother|sister|cousin|nephew|niece|uncle|aunt|widow)"
    r"(?:-in-law)?"
    r"(?: |, (?:(?:the|an?) )?(?:[a-z-]+ ){0,4})$"
)
REACH: Final = 70
"""Characters before a name in which it stands whose kin that is."""

BEFORE: Final = 16
"""Characters before the names of two in which it stands whose they are."""


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names may be one person's: the same last name, and given names equal, short forms or an initial.

    A last name of more than one word is compared by its last. Two with other middle names, or "Sr." and "Jr.", are two.
    """
    if are_two(one, other):
        return False
    one, other = without_suffix(one), without_suffix(other)
    if one[-1].casefold() != other[-1].casefold():
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = one[0].strip("."), other[0].strip(".")
    short = min(len(first), len(second))
    pair = {first.casefold(), second.casefold()}
    return len(pair) == 1 or (short == 1 and first[0] == second[0]) or any(pair <= forms for forms in SHORT_FORMS)


def are_two(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names tell two people apart: "Bo Hale Sr." and "Bo Hale Jr.", "Al H. Lee" and "Al W. Lee"."""
    ends = {suffix(one), suffix(other)}
    middles = [without_suffix(words)[1:-1] for words in (one, other)]
    initials = {words[0][0].casefold() for words in middles if words}
    short = any(len(words[0].strip(".")) == 1 for words in middles if words)
    return (len(ends) == 2 and "" not in ends) or (short and len(initials) == 2)


def is_kin(text: str, at: int) -> bool:
    """Whether a name at an offset is introduced as somebody's kin: "her grandson, the painter [Bo Lee]"."""
    return KIN_OF_ANOTHER.search(text[max(0, at - REACH) : at]) is not None


def misspelt(one: str, other: str) -> bool:
    """Whether a surname is another with one letter wrong, missing, too many, or two swapped; never the first."""
    one, other = one.casefold(), other.casefold()
    if min(len(one), len(other)) < SLIP or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    if one in (other, other + "s"):  # "the Lees" are a family.
        return False
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[same:], other[same:]
    swapped = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return swapped or others[1:] == rest[1:] or others[1:] == rest or others == rest[1:]


def with_shared_surnames(text: str, names: Iterable[Name]) -> list[Name]:
    """Names in which a given name before "and" and a full name takes its surname: "Bo and Ann Lee" names Bo Lee."""
    every = list(names)
    behind = {name.span.start: name for name in every}
    surnames = {name.words[-1] for name in every if len(name.words) > 1}
    return [name if name.words[-1] in surnames else coupled(text, name, behind) for name in every]


def coupled(text: str, name: Name, behind: Mapping[int, Name]) -> Name:
    """A name with the surname of the one that it is joined to, if it is a given name or one of kin."""
    joined = COUPLE.match(text, name.span.end)
    other = behind.get(joined.end()) if joined else None
    alone = len(name.words) == 1 and name.type in (EntityType.PERSON, None)
    if not (alone and other and other.type is EntityType.PERSON and len(other.words) == 2):
        return name
    if name.words[0] not in GIVEN_NAMES and not KIN.search(text[max(0, name.span.start - BEFORE) : name.span.start]):
        return name
    words = (*name.words, other.words[-1])
    return replace(name, words=words, text=" ".join(words), type=EntityType.PERSON)
