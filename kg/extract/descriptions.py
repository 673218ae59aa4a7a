"""Descriptions of sources without a name: their head noun, and what it says of the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.lexicon import DOCUMENTS, GROUPS, ORGANISATION_WORDS, PREPOSITIONS, ROLES, word_set

WORD: Final = re.compile(r"[\w][\w'’-]*|,|\(")
COLLECTIVE: Final = word_set(
    "group organisation organization movement company firm agency party newspaper paper outlet magazine"
    " broadcaster ngo charity watchdog monitor coalition alliance network team club association institute"
)
"""Nouns by which an organisation named just before is meant: "the group"."""


PRESS: Final = word_set("newspaper paper outlet magazine broadcaster")


STAFF: Final = word_set("analysts analyst experts researchers authors economists forecasters scientists monitors")


FEMALE: Final = word_set(
    "woman girl mother wife daughter sister aunt niece grandmother widow queen princess actress spokeswoman"
)


MALE: Final = word_set("man boy father husband son brother uncle nephew grandfather king prince actor spokesman")


@dataclass(frozen=True, slots=True)
class Head:
    """The noun that a description is about, and how it begins."""

    noun: str
    definite: bool
    plural: bool


def head_of(phrase: str) -> Head | None:
    """The head noun of a description: its last word before a preposition, comma or relative clause."""
    words = [w.lower().replace("’", "'") for w in WORD.findall(phrase)]
    kept: list[str] = []
    for number, word in enumerate(words):
        if number and (word in (",", "(") or word in PREPOSITIONS or word in ("who", "which", "whose", "that")):
            break
        kept.append(word)
    if not kept:
        return None
    noun = next((w for w in reversed(kept) if known_noun(w)), kept[-1])
    plural = noun in GROUPS or (noun.endswith("s") and noun.rstrip("s") in ROLES | DOCUMENTS)
    definite = kept[0] in ("the", "this", "that", "these", "those", "his", "her", "their", "its", "both")
    return Head(noun, definite, plural and noun not in DOCUMENTS)


def known_noun(word: str) -> bool:
    """Whether a word is a noun for people, documents or organisations."""
    return word in ROLES or word in GROUPS or word in DOCUMENTS or word in COLLECTIVE or word in ORGANISATION_WORDS
