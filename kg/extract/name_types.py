"""What a name names: a person, organisation or place, by small word lists and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract import places
from kg.extract.known_names import BODIES, WORDS
from kg.extract.lexicon import (
    GIVEN_NAMES,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    PREPOSITIONS,
    THING_WORDS,
    TITLES,
)
from kg.extract.tokens import Tokens
from kg.model import EntityType

BODY: Final = re.compile(
    r"(?:\b(?:General|Joint) Staff|(?:['’]s|\b(?:National|Constitutional|Democratic|Liberal|Popular)) Rally)$"
)
"""Ends of the names of bodies whose nouns mean other things by themselves."""


AGAINST: Final = ("Against", "Without")
"""Small words that only names of bodies write with a capital: "Surfers Against Sewage"."""

MANY: Final = frozenset(["People", "Women", "Men", "Children"])
"""Plurals without an s."""


def spelt_out(words: Iterable[str]) -> str:
    """The words of a name as the lists spell it."""
    return " ".join(words).replace(" . ", ". ").replace(" , ", ", ").replace(" 's ", "'s ").replace(" ’s ", "'s ")


def organisation(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words name an organisation."""
    names = tokens[start:end]
    full = spelt_out(token.text for token in names)
    if len(names) > 1 and places.is_place(full):
        return False  # "West Bank"
    marshal = full.startswith("Air ") and len(names) > 1 and names[1].lower in TITLES
    first = names[0].lower if len(names) > 1 and not marshal else ""
    if full in BODIES or first in ("air", "radio", "bank", "team", "club"):
        return True
    if len(names) > 2 and any(token.text in AGAINST for token in names[1:-1]):
        return True
    if len(names) > 1 and BODY.search(full):
        return True
    for number, token in enumerate(names):
        last = number + 1 == len(names) or names[number + 1].lower in ("of", "for", "on", "and", "&")
        if last and token.lower in ORGANISATION_WORDS and len(names) > 1:
            return True
    return False


def is_place(tokens: Tokens, start: int, full: str) -> bool:
    """Whether a name is a place's; a given name is one only behind a preposition."""
    if full.isupper() and len(full) > 3:
        full = places.in_capitals(full) or full
    if full in GIVEN_NAMES and (not start or tokens[start - 1].lower not in PREPOSITIONS):
        return False
    return places.is_place(full)


def acronym(word: str) -> bool:
    """Whether a word looks like the abbreviation of an organisation."""
    return 2 <= len(word.replace(".", "")) <= 7 and word.replace(".", "").replace("-", "").isupper()


def description_before(tokens: Tokens, start: int) -> str | None:
    """The lower-case noun right before a name: "organisation" of "the organisation OVD-Info"."""
    if not start or not tokens[start - 1].text.isalpha() or not tokens[start - 1].text.islower():
        return None
    return tokens[start - 1].lower


def typed(tokens: Tokens, start: int, end: int, titled: bool, described: str | None) -> EntityType | None:
    """What kind of thing a name names, as far as the words tell."""
    names = [token.text for token in tokens[start:end]]
    full = spelt_out(names)
    if organisation(tokens, start, end):
        return EntityType.ORGANISATION
    if not titled and (is_place(tokens, start, full) or full in WORDS):
        return EntityType.ORGANISATION if full in WORDS else EntityType.PLACE
    if len(names) > 1 and names[0] in ("Lake", "Mount", "Cape", "Fort", "Port", "Gulf"):
        return EntityType.PLACE
    if len(names) > 1 and not titled and names[-1].lower() in PLACE_WORDS | THING_WORDS:
        return EntityType.PLACE if names[-1].lower() in PLACE_WORDS else None
    if titled or (names[0] in GIVEN_NAMES and len(names) <= 5):
        return EntityType.PERSON
    if described in ORGANISATION_WORDS or described in (
        "outlet",
        "organisation",
        "organization",
        "newspaper",
        "company",
    ):
        return EntityType.ORGANISATION
    if len(names) == 1 and (acronym(names[0]) or (names[0].partition("-")[0].isupper() and len(names[0]) > 3)):
        return EntityType.ORGANISATION
    if len(names) in (2, 3) and "." in names[1:-1]:
        return EntityType.PERSON
    before = tokens[start - 1].lower if start else ""
    if (
        2 <= len(names) <= 3
        and before not in ("the", "a", "an")
        and all(n[0].isupper() and not n.isupper() for n in names)
    ):
        return EntityType.PERSON
    return None


def of_many(tokens: Tokens, at: int) -> bool:
    """Whether a token is the possessive of many, after whom bodies are named: "People's Rally", "Workers' Union"."""
    word = tokens[at - 1].text
    cut = tokens[at].text in ("'", "’") and tokens[at].start == tokens[at - 1].end
    return word in MANY if tokens[at].lower == "'s" else cut and word.endswith("s")


def owns_body(tokens: Tokens, start: int, at: int) -> bool:
    """Whether the possessive at `at` goes on with a body's name, begun at `start`: many's or a place's."""
    nouns = [token for token in tokens[at + 1 : at + 4] if token.text[0].isupper()]
    body = any(token.lower in ORGANISATION_WORDS for token in nouns)
    if of_many(tokens, at):
        return body or any(token.text == "Rally" for token in nouns)
    if at - start < 2 and not places.is_place(tokens[start].text):
        return False
    person = tokens[start].lower.rstrip(".") in TITLES or tokens[start].text in GIVEN_NAMES
    return body and not person
