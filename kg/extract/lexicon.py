"""The word lists of the rules, read once from the plain files in `data/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from kg.model import Medium

DATA: Final = Path(__file__).parent / "data"


def lines(name: str) -> list[str]:
    """The lines of a data file, without comments and empty ones."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def word_set(text: str) -> frozenset[str]:
    """The words of a text, separated by white space."""
    return frozenset(text.split())


@cache
def words(name: str) -> frozenset[str]:
    """The words of the list `data/{name}.txt`, separated by white space."""
    return frozenset(word for line in lines(f"{name}.txt") for word in line.split())


TITLES: Final = words("titles")
ROLES: Final = words("roles")
ORGANISATION_WORDS: Final = words("organisations")
PLACE_WORDS: Final = words("place_words")
THING_WORDS: Final = words("thing_words")
GROUPS: Final = words("groups")
DOCUMENTS: Final = words("documents")
GIVEN_NAMES: Final = words("given_names")
DEMONYMS: Final = words("demonyms")
VERBS: Final = words("verbs")
ABBREVIATIONS: Final = words("abbreviations")
MEDIA: Final = {phrase: Medium(medium) for phrase, medium in (line.split("\t") for line in lines("media.tsv"))}

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
PRONOUNS: Final = word_set("he she they it who we i you")
DETERMINERS: Final = word_set("the a an this that these those his her its their our my your one another some")
POSSESSIVES: Final = word_set("his her its their our my your 's")
PREPOSITIONS: Final = word_set(
    "in on at during to from after before via through with of by about for under over since until into against"
    " between among amid despite without within outside inside near following given like as because while when"
    " where if although though unless whereas once"
)
AUXILIARIES: Final = word_set("has have had is are was were be been being do does did 's 've 'd having")
BE: Final = word_set("is are was were be been being am")
MODALS: Final = word_set("will would can could may might must shall should")
NEGATIONS: Final = word_set(
    "not never n't didn't doesn't don't hasn't haven't hadn't won't wouldn't isn't aren't cannot can't couldn't neither"
)
ADVERBS: Final = word_set(
    "also then early twice later again now recently repeatedly once still just even already often always soon"
    " previously earlier first further long ago however instead meanwhile today yesterday nevertheless nonetheless thus"
    " therefore moreover furthermore"
)
ROUGHLY: Final = word_set("at least most about around nearly almost some over under roughly more less fewer than")
"""What may stand before a number: "at least nine deaths"."""
QUESTION_WORDS: Final = word_set("whether how why what when where who which if")
CONJUNCTIONS: Final = word_set("and but or nor so yet")


def is_adverb(word: str) -> bool:
    """Whether a lower-case word looks like an adverb beside a verb."""
    return word in ADVERBS or (
        word.endswith("ly") and len(word) > 4 and word not in ("family", "italy", "july", "assembly")
    )
