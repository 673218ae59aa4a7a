"""Names that the article tells to be those of organisations, by what it says beside them.

"the Utopian bank Fernhill", "battery maker Fernhill", "the data agency, Fernhill, said", "Fernhill, the club that …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract import kinds_of_bodies
from kg.extract.chains import Chain
from kg.extract.descriptions import COLLECTIVE
from kg.extract.lexicon import GIVEN_NAMES, word_set
from kg.extract.own_actors import FIRMS
from kg.model import EntityType, Span

NOUNS: Final = (
    COLLECTIVE
    | FIRMS
    | (kinds_of_bodies.NOUNS - kinds_of_bodies.PERSONAL)
    | word_set("bank union chain university hospital ministry foundation bureau")
) - {"team"}
"""What is said of organisations beside their names."""

NOUN: Final = f"(?P<noun>{'|'.join(sorted(NOUNS))})"
BEFORE: Final = re.compile(rf"(?:\b(?:[Tt]he|[Aa]n?) |\n ?|\A ?)(?:[\w’'-]+ ){{0,5}}{NOUN} \Z")
ELSE: Final = r"(?!(?:at|in|for|with|from|by|on|who|of|to|behind|that) )"
"""No words behind which somebody's employer may stand: "a biologist at the institute", "the head of the union"."""

APART: Final = re.compile(
    rf"(?<!\b[Aa]t )(?<!\b[Ii]n )(?<!\b[Oo]f )(?<!\b[Bb]y )(?<!\b[Tt]o )(?<!\b[Ff]or )(?<!\b[Ff]rom )(?<!\b[Ww]ith )"
    rf"\b[Tt]he(?: {ELSE}[\w’'-]+){{0,4}} {NOUN}, \Z"
)

BEHIND: Final = re.compile(
    rf", (?P<whole>(?:the|an?|[A-Za-z-]+['’]s)(?: {ELSE}[\w’'-]+){{0,4}}? {NOUN})"
    r"(?=[,.;]| (?:that|which|of|in|behind)\b)"
)

WHERE: Final = re.compile(r"\b(?:in|at|to|from|near|of|outside|around|across) (?:the )?\Z", re.IGNORECASE)
"""What stands before the name of a place where something is."""

REACH: Final = 60
"""Characters before a name that are read."""

OPENING: Final = 600
"""Characters behind a headline in which an article says whom that is about."""

LOOKED_AT: Final = 4
"""Mentions of a name beside which is looked."""


def told(text: str, name: Span) -> str | None:
    """The noun by which an organisation is told beside a name: "bank"; None if there is none."""
    before = text[max(0, name.start - REACH) : name.start]
    found = BEFORE.search(before) or BEHIND.match(text, name.end)
    if found is None and text[name.end : name.end + 1] == ",":
        found = APART.search(before)
    return found["noun"].lower() if found else None


def settle(text: str, chains: list[Chain]) -> None:
    """Makes organisations of the names that are told to be such; a description read as a name becomes theirs."""
    for chain in chains:
        if (may_be(chain) or is_no_place(text, chain)) and any(told(text, name) for name in whole(text, chain)):
            chain.type = EntityType.ORGANISATION
    for chain in [chain for chain in chains if chain.type is EntityType.ORGANISATION and not chain.unnamed]:
        for other in [*described(text, chain, chains), *headed(text, chain, chains)]:
            chains.remove(other)
            for span in other.mentions:
                chain.mention(span)


def whole(text: str, chain: Chain) -> list[Span]:
    """The first mentions of a name that are all of it: "the company Lee founded" is not called Lee."""
    return [name for name in chain.mentions[:LOOKED_AT] if name.of(text) == chain.name]


def may_be(chain: Chain) -> bool:
    """Whether nothing tells yet that a name is a person's or place's."""
    place = chain.type is EntityType.PLACE and " " in chain.name
    doubtful = place or chain.type in (None, EntityType.PERSON)
    return doubtful and chain.gender is None and not chain.unnamed and not GIVEN_NAMES & set(chain.name.split())


def is_no_place(text: str, chain: Chain) -> bool:
    """Whether a place's name may be an organisation's: nothing is said to be there, "Harrow, the bank,"."""
    first = chain.mentions[:LOOKED_AT]
    apposed = any(BEHIND.match(text, name.end) for name in first)
    there = any(WHERE.search(text, max(0, name.start - 12), name.start) for name in first)
    return chain.type is EntityType.PLACE and apposed and not there


def described(text: str, chain: Chain, chains: Iterable[Chain]) -> list[Chain]:
    """What was read as a name and only describes an organisation, right behind its name: "the Harrow club"."""
    found = [each for name in whole(text, chain) if (each := BEHIND.match(text, name.end))]
    phrases = [(Span(*each.span("whole")), each["noun"]) for each in found]
    return [
        other
        for other in chains
        for phrase, noun in phrases
        if other is not chain and other.name.endswith(f" {noun}") and all(phrase.holds(m) for m in other.mentions)
    ]


def headed(text: str, chain: Chain, chains: Iterable[Chain]) -> list[Chain]:
    """What was read as a name in the headline, "Utopian bank", if the bank is told to be this organisation soon."""
    headline = text.find("\n", len(text) - len(text.lstrip()))
    name = chain.mentions[0]
    noun = told(text, name) if headline <= name.start < headline + OPENING else None
    return [
        other
        for other in chains
        if noun and other is not chain and other.name.endswith(f" {noun}") and other.mentions[-1].end <= headline
    ]
