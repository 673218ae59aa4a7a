"""Organisations known by names that no rule can guess, and names with small words in them: "Law and Justice"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.extract import places
from kg.extract.lexicon import GIVEN_NAMES, lines
from kg.model import EntityType

if TYPE_CHECKING:
    from kg.extract.name import Name
    from kg.extract.tokens import Token

EVERYDAY: Final = "?"
"""Behind a word of the list which, as a name, is that organisation's, but also begins sentences: "Apple"."""


PARTS: Final = re.compile(r"(,|['’]s\b)")
"""What is a token of its own behind a word."""

SEATS: Final = frozenset(("White House", "Kremlin", "Downing Street", "Wall Street", "Capitol Hill"))
"""Where bodies sit and who sits there: what is meant is told by what stands beside the name."""

WATERS: Final = frozenset(("Gulf", "Bay", "Sea", "Strait", "Isle"))
"""With which the names of places begin in which other places are named: "Gulf of Mexico"."""


def listed() -> Iterator[str]:
    """The names of data/bodies.tsv with what stands behind them."""
    for line in lines("bodies.tsv"):
        yield from line.split("\t")


def spellings(name: str) -> Iterator[str]:
    """A name as it is listed, as it begins a sentence, and with its ampersand as a word."""
    yield from (name, name[0].upper() + name[1:])
    if "&" in name:
        yield " & ".join(part.strip() for part in name.split("&"))


BODIES: Final = frozenset(each for name in listed() if not name.endswith(EVERYDAY) for each in spellings(name))
"""Names of organisations and nothing else."""

WORDS: Final = frozenset(name.removesuffix(EVERYDAY) for name in listed() if name.endswith(EVERYDAY))
"""Words that are organisations' names where they are names at all."""


@cache
def usual_names() -> dict[str, str]:
    """Of every name of the list the first in its line."""
    found: dict[str, str] = {}
    for line in lines("bodies.tsv"):
        first, *others = (name.removesuffix(EVERYDAY) for name in line.split("\t"))
        found |= dict.fromkeys((first, *others), first)
    return found


def usual(name: str) -> str:
    """The usual name of the organisation that a name means: "Médecins Sans Frontières" for "MSF"; else the name."""
    bare = name.removeprefix("the ").removeprefix("The ")
    known = usual_names()
    return known.get(name) or known.get(bare, name)


@cache
def beginnings() -> dict[str, list[tuple[str, ...]]]:
    """The names of several words that no run of capitals is, by their first word, each as its words, longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in (*BODIES, *places.gazetteer(), *places.REGIONS):
        words = tuple(PARTS.sub(r" \1", name).split())
        if any(not word[0].isupper() for word in words):
            found[words[0]].append(words)
    return {first: sorted(names, key=len, reverse=True) for first, names in found.items()}


def is_known(name: Name) -> bool:
    """Whether a name is an organisation's by the list, and no place's: "Meduza", not "Amazon" or "White House"."""
    listed = name.text in BODIES or (name.text in WORDS and not name.doubtful)
    place = places.is_place(name.text) or name.text in SEATS
    return listed and name.type is EntityType.ORGANISATION and not place


def is_spelt_out(name: Name) -> bool:
    """Whether a name is a known place's with small words or a hyphen in it, no other place: "Newcastle upon Tyne"."""
    joined = "-" in name.text or "'" in name.text or any(word[0].islower() for word in name.words)
    known = name.type is EntityType.PLACE and places.is_place(name.text)
    return joined and known and name.words[0] not in WATERS


def is_site_of_list(name: Name) -> bool:
    """Whether a name of several words is a place's by the list, and begins as no person's: "Khan Younis"."""
    several = len(name.words) > 1 and name.words[0] not in GIVEN_NAMES
    return several and name.type is EntityType.PLACE and places.is_place(name.text)


def begins_known(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a name of the list, or a place's with small words in it, begins the tokens [start, end)."""
    words = [token.text for token in tokens[start:end]]
    return bool(longest(tokens, start)) or any(" ".join(words[:n]) in BODIES for n in range(1, len(words) + 1))


def longest(tokens: Sequence[Token], at: int) -> int:
    """How many tokens the longest name with small words takes that begins at a token; 0 if none does."""
    for words in beginnings().get(tokens[at].text, ()):
        if tuple(token.text for token in tokens[at : at + len(words)]) == words:
            return len(words)
    return 0
