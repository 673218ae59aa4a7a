"""What stands before a person's name and is no part of it: letters as in "CDPR Pavel Dolin", "MLA Ravi Sethi", and a
whole office as in "Harrow District Administration Head Ann Lee"."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from typing import Final

from kg.extract.lexicon import GIVEN_NAMES, ORGANISATION_WORDS, PLACE_WORDS, word_set
from kg.extract.name import Name
from kg.extract.transliterated import same_full_name
from kg.model import EntityType, Span

OFFICES: Final = word_set("sp dm cm pm mp ig dg vp")
"""Offices of two letters; other two may be somebody's initials."""

HEADS: Final = word_set(
    "head chief chairperson chairman chairwoman chair governor minister commissioner director secretary spokesman"
    " spokeswoman spokesperson commander speaker deputy mayor ombudsman prosecutor"
)
"""Offices that end a title in capitals."""

ALONE: Final = word_set("head chairperson chairman chairwoman governor spokesman spokeswoman spokesperson mayor")
"""Those of them that end no body's own name, with two words behind."""

BODIES: Final = (
    ORGANISATION_WORDS
    | PLACE_WORDS
    | word_set("oblast krai state regional district military civil republic federal forces force duma affairs security")
)
"""Words that show a title to be one."""

LONG: Final = 4
"""Words that such a title and name have at least."""

LEAST, MOST = 3, 6
"""Letters of a party or office."""


def without_letters(text: str, names: Iterable[Name]) -> list[Name]:
    """The names, people's without the letters of a party or office that stand before them."""
    every = list(names)
    people = {name.text for name in every if name.type is EntityType.PERSON and len(name.words) > 1}
    found = [begun_later(text, name) if is_led(name, people) else name for name in every]
    surnames = {name.text for name in every if name.type is EntityType.PERSON and len(name.words) == 1}
    return [without_office(text, name, surnames) for name in found]


def without_office(text: str, name: Name, surnames: Set[str]) -> Name:
    """A person's name without the body and office in capitals before it; `surnames` stand alone elsewhere."""
    if name.type is EntityType.PLACE or len(name.words) < LONG:
        return name
    lower = [word.lower() for word in name.words]
    heads = [at for at in range(1, len(lower) - 1) if lower[at] in HEADS]
    behind = lower[heads[-1] + 1 :] if heads else []
    whole = 2 <= len(behind) <= 3 and not set(behind) & (ORGANISATION_WORDS | PLACE_WORDS)
    if not whole or not set(lower[: heads[-1]]) & BODIES:
        return name
    sure = name.type is EntityType.PERSON or name.words[-1] in surnames
    if not sure and (lower[heads[-1]] not in ALONE or lower[heads[-1] - 1] in ("prime", "the")):
        return name
    for _ in range(heads[-1] + 1):
        name = begun_later(text, name)
    return name


def is_led(name: Name, people: Iterable[str]) -> bool:
    """Whether a name is that of a person behind such letters; what was taken for a body, where the rest is sure."""
    first, *rest = name.words
    short = LEAST <= len(first) <= MOST or first.lower() in OFFICES
    if len(rest) < 2 or not (first.isalpha() and first.isupper() and short) or any(word.isupper() for word in rest):
        return False
    if name.type is EntityType.ORGANISATION:
        own = " ".join(rest)
        given = len(rest) == 2 and rest[0] in GIVEN_NAMES and rest[1].lower() not in ORGANISATION_WORDS | PLACE_WORDS
        return given or any(own == one or same_full_name(own, one) for one in people)
    return name.type is EntityType.PERSON


def begun_later(text: str, name: Name) -> Name:
    """A name without its first word."""
    words = name.words[1:]
    start = text.find(words[0], name.span.start + len(name.words[0]), name.span.end)
    if start < 0:
        return name
    span = Span(start, name.span.end)
    return replace(name, span=span, text=" ".join(words), words=words, type=EntityType.PERSON, titled=True)
