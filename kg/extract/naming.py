"""Whether words that a tagger took for a name name any person, organisation or place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kg.extract import places
from kg.extract.lexicon import (
    AUXILIARIES,
    DEMONYMS,
    DETERMINERS,
    GIVEN_NAMES,
    GROUPS,
    MODALS,
    ORGANISATION_WORDS,
    PREPOSITIONS,
    THING_WORDS,
    TITLES,
    word_set,
)
from kg.extract.peoples import is_several
from kg.extract.ranks import LETTERS, SHORT
from kg.model import EntityType, Span

NO_NAMES: Final = DETERMINERS | word_set("mr mrs ms miss dr mme mlle prof rev hon st")
"""What stands before names and is none by itself."""

DISEASES: Final = word_set("covid covid-19 coronavirus sars mers hiv aids ebola zika")
"""Written with capitals like an organisation's abbreviation."""

LAWS: Final = word_set("act amendment bill code constitution accord treaty")

FAITHS: Final = word_set(
    "islam christianity judaism hinduism buddhism sikhism catholicism protestantism ramadan easter christmas koran"
    " quran qur'an bible torah eid hanukkah diwali passover lent yom"
)
"""Religions, their feasts and books: names of people only beside others of theirs."""

POLICIES: Final = word_set(
    "obamacare trumpcare medicare medicaid brexit grexit nafta potus flotus presidency constitution internet"
    " iphone ipad ipod ios playstation xbox android chatgpt latino latina hispanic"
    " est edt cst cdt mst mdt pst pdt gmt utc"
)
"""Policies, offices, zones of time and what else is written like a name and nobody's."""

ONE: Final = re.compile(r"\b(?i:an?|another|every|each|one)\s+((?:[a-z\d][\w-]*\s+){0,2})$")
MANY: Final = re.compile(
    r"\b(?i:some|many|most|two|three|four|five|six|several|few|\d+)\s+((?:[a-z\d][\w-]*\s+){0,2})$"
)
"""What stands before a noun that counts people: "a 30-year-old Muscovite", "two Democrats"."""

NATIVE: Final = re.compile(r"(?:an|ite|ese|ist|crat|ish)$")
NATIVES: Final = re.compile(r"(?:an|ite|ist|crat|er)s$|ese$")
"""How the words for one and several members of a people or party end."""

BETWEEN: Final = PREPOSITIONS | DETERMINERS | AUXILIARIES | MODALS | GROUPS | word_set("and or but than per that who")
"""What no adjective is: behind it another phrase begins."""

ABBREVIATION: Final = re.compile(r"[A-Z]{3,7}")
DOTTED: Final = re.compile(r"(?:[A-Z]\.){3,5}")
CAPITALS: Final = re.compile(r"[A-Z]{2}[A-Z.]* $| [A-Z]{2}")

FOLLOWED: Final = re.compile(r"\.? [A-Z]")


def names_something(text: str, span: Span, type: EntityType) -> bool:
    """Whether words may name an actor or place of a type.

    They have a capital letter or digit, and are neither a title nor one of many ("two Democrats") nor a disease, a law,
    a prize or an event.
    """
    words = span.of(text)
    lower = words.lower().rstrip(".")
    if not any(c.isupper() or c.isdigit() for c in words) or lower in NO_NAMES or is_thing(words, type):
        return False
    if lower in FAITHS and not is_surname(text, words):
        return False
    if type is EntityType.PERSON and is_several(text, lower):
        return False  # "Delegates left"
    if type is EntityType.PERSON and (len(lower) == 1 or words in LETTERS | SHORT) and FOLLOWED.match(text, span.end):
        return False  # an initial or rank before a name
    if type is EntityType.PLACE and words.endswith("s") and words.split()[-1][:-1] in DEMONYMS | {"Yorker"}:
        return False  # "the Saudis"
    return " " in words or not (is_counted(text, span) or is_title(text, span))


@lru_cache(64)
def is_surname(text: str, word: str) -> bool:
    """Whether a word stands in a text beside another with a capital, as in "Saiful Islam"."""
    before = re.findall(rf"\b([A-ZÀ-Þ][\w'’-]+) {word}\b", text)
    named = any(each.lower() not in PREPOSITIONS | DETERMINERS | FAITHS for each in before)
    return named or re.search(rf"\b{word} [A-ZÀ-Þ]", text) is not None


def is_thing(words: str, type: EntityType | None) -> bool:
    """Whether words name a disease, a law, a prize or an event; a person may be called Law, and a body after one."""
    *before, last = words.lower().split()
    if not before:
        return last in DISEASES | POLICIES
    joined = "of" in before or "for" in before  # "Institute for the Study of War", not "Clean Air Act"
    of_body = joined and any(word in ORGANISATION_WORDS for word in before)
    return type is not EntityType.PERSON and last in THING_WORDS - ORGANISATION_WORDS and not of_body


def is_law(words: str) -> bool:
    """Whether several words name a law, of which no part names an organisation: "Clean Air Act"."""
    *before, last = words.lower().split()
    return before != [] and last in LAWS


def is_dotted(words: str) -> bool:
    """Whether a name is an abbreviation with full stops, which names an organisation if no place: "I.R.S."."""
    return DOTTED.fullmatch(words) is not None and not places.is_place(words)


def is_abbreviation(text: str, span: Span) -> bool:
    """Whether a word is an abbreviation of three or more letters, which names an organisation unless it is a place's.

    No word in a line of capitals, or beside another word in capitals, and no name that is elsewhere spelt like others.
    """
    word = span.of(text)
    if not ABBREVIATION.fullmatch(word) or is_town(word) or word.capitalize() in text:
        return False
    line = text[text.rfind("\n", 0, span.start) + 1 : span.end] + text[span.end :].partition("\n")[0]
    if line.startswith(f"{word}:"):
        return False  # who has the turn in a transcript
    beside = CAPITALS.search(text, max(0, span.start - 20), span.start) or CAPITALS.match(text, span.end)
    return not line.isupper() and not beside


def is_town(word: str) -> bool:
    """Whether capital letters are a place's name, as a dateline writes it: "BEIRUT"; three are short for a body."""
    return places.is_place(word) or (len(word) > 3 and places.in_capitals(word) is not None)


def is_counted(text: str, span: Span) -> bool:
    """Whether a word is for one or some of a people: "a 30-year-old Muscovite"; not "a Lee aide", "a trip to Milan"."""
    word = span.of(text)
    if places.is_place(word) or word in GIVEN_NAMES:
        return False
    for before, ends in ((ONE, NATIVE), (MANY, NATIVES)):
        found = before.search(text, max(0, span.start - 40), span.start)
        if found and (word in DEMONYMS or ends.search(word)):
            return not any(each in BETWEEN or each.endswith("s") for each in found[1].lower().split())
    return False


def is_title(text: str, span: Span) -> bool:
    """Whether a word is the title before a name: "Congresswoman" of "Congresswoman Ann Lee"."""
    return span.of(text).lower().rstrip(".") in TITLES and FOLLOWED.match(text, span.end) is not None
