"""Which pronoun a person takes, as the name and the words beside it tell: data/genders.txt, titles, kin, offices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kg.extract.descriptions import FEMALE, MALE
from kg.extract.lexicon import lines, word_set
from kg.extract.peoples import is_people
from kg.model import EntityType

if TYPE_CHECKING:
    from kg.extract.chains import Chain

NAMES: Final = {
    name: gender
    for gender, _, names in (line.partition(": ") for line in lines("genders.txt"))
    for name in names.split()
}
"""Given names that nearly only one gender bears."""

WORDS: Final = {
    **dict.fromkeys(
        MALE
        | word_set(
            "mr sir lord baron count pope chairman congressman businessman policeman monk emperor duke bachelor widower"
        ),
        "male",
    ),
    **dict.fromkeys(
        FEMALE
        | word_set(
            "mrs ms miss dame lady baroness madam chairwoman congresswoman businesswoman policewoman empress duchess"
        )
        | word_set("nun spinster singer-actress girlfriend fiancée heroine waitress ballerina"),
        "female",
    ),
    **dict.fromkeys(word_set("boyfriend fiancé hero waiter gentleman cardinal"), "male"),
    **dict.fromkeys(
        word_set(
            "frau fräulein señora señorita senora senorita madame mme mademoiselle mlle signora signorina doña srimati"
            " shrimati smt kumari khanum begum sheikha sultana tsarina countess viscountess marchioness archduchess"
        ),
        "female",
    ),
    **dict.fromkeys(
        word_set(
            "herr señor senor monsieur signor shri imam mullah maulana ayatollah sheikh sheik sultan emir tsar kaiser"
            " viscount marquess marquis earl archduke"
        ),
        "male",
    ),
}
"""Titles and nouns that say it."""

HE: Final = {"he": "male", "she": "female"}
"""The pronouns that say it."""

BEFORE: Final = 24
"""Characters in which a title stands before a name."""

LOOKED_AT: Final = 4
"""Mentions of a person beside which a title is looked for."""

KIN: Final = re.compile(r"(?:\b(?:his|her|their|whose)|['’]s) (?:\w+ )?(\w+), $", re.IGNORECASE)
"""Whose kin somebody is, right before the name: "his late wife, Ann Lee"."""

AFTER: Final = re.compile(r", (?:an?|the|his|her|their) ((?:[\w'’-]+ ){0,3}[\w'’-]+)")
"""What is said of somebody right behind the name: "Ann Lee, a retired actress"."""
FAMILY: Final = (
    ("ova", "female"),
    ("eva", "female"),
    ("skaya", "female"),
    ("sky", "male"),
    ("ov", "male"),
    ("ev", "male"),
)
"""Endings of Slavic family names."""


def of_name(name: str) -> str | None:
    """The gender that a person's full name shows; None if it shows none."""
    words = name.split()
    first = words[0].split("-")[0]
    if known := NAMES.get(words[0]) or NAMES.get(first):
        return known
    if len(words) < 2:
        return None
    if titled := of_title(name):
        return titled
    return next((gender for ending, gender in FAMILY if words[-1].endswith(ending)), None)


def beside(text: str, start: int, end: int) -> str | None:
    """The gender that a title or noun right beside the name at [start, end) shows: "Ms Lee", "his wife Ann"."""
    if kin := KIN.search(text[max(0, start - BEFORE) : start]):
        return WORDS.get(kin[1].lower())
    for word in reversed(re.findall(r"[\w-]+|[,;:!?”\"()]", text[max(0, start - BEFORE) : start])[-2:]):
        if word in (*',;:!?”"()', "of"):
            break
        if gender := WORDS.get(word.lower()):
            return gender
    found = AFTER.match(text, end, end + 60)
    nouns = re.split(r" (?:who|whose|of|and|in|for|from|at|with) ", found[1] + " of ")[0].split() if found else []
    return WORDS.get(nouns[-1].lower()) if nouns else None


MANY: Final = "several"
"""The gender of those of whom "he" and "she" mean none."""


def settle(text: str, chains: Iterable[Chain]) -> None:
    """Sets the gender of the people of whom the text or their name tells it."""
    for chain in chains:
        if chain.gender is None and chain.type is EntityType.PERSON:
            shown = (beside(text, span.start, span.end) for span in chain.mentions[:LOOKED_AT])
            several = MANY if is_people(chain.name) else None
            chain.gender = several or next((gender for gender in shown if gender), None) or of_name(chain.name)
        elif chain.gender is None and chain.type is None:
            chain.gender = of_title(chain.name)


def of_title(name: str) -> str | None:
    """The gender that the title shows with which a name begins: "Countess Ann Lee"."""
    first, _, rest = name.partition(" ")
    return WORDS.get(first.lower().rstrip(".")) if rest else None
