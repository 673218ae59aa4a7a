"""Whether words that a tagger took for a name name any person, organisation or place."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    GROUPS,
    MODALS,
    ORGANISATION_WORDS,
    PREPOSITIONS,
    THING_WORDS,
    TITLES,
    word_set,
)
from kg.model import EntityType, Span

NO_NAMES: Final = DETERMINERS | word_set("mr mrs ms miss dr mme mlle prof rev hon st")
"""What stands before names and is none by itself."""

DISEASES: Final = word_set("covid covid-19 coronavirus sars mers hiv aids ebola zika")
"""Written with capitals like an organisation's abbreviation."""

ONE_OF_MANY: Final = re.compile(
    r"\b(?i:an?|another|some|many|most|every|each|one|two|three|four|five|six|several|few)\s+((?:[a-z\d][\w-]*\s+){0,2})$"
)
"""What stands before a noun that counts people: "a 30-year-old Muscovite"."""

BETWEEN: Final = PREPOSITIONS | DETERMINERS | AUXILIARIES | MODALS | GROUPS | word_set("and or but than per that who")
"""What no adjective is: behind it another phrase begins."""

FOLLOWED: Final = re.compile(r"\.? [A-Z]")


def names_something(text: str, span: Span, type: EntityType) -> bool:
    """Whether words may name an actor or place of a type.

    They have a capital letter or digit, and are neither a title nor one of many ("two Democrats") nor a disease, a law,
    a prize or an event.
    """
    words = span.of(text)
    lower = words.lower().rstrip(".")
    if not any(c.isupper() or c.isdigit() for c in words) or lower in NO_NAMES | DISEASES:
        return False
    if " " not in words:
        return not (is_counted(text, span) or is_title(text, span))
    return type is EntityType.PERSON or lower.split()[-1] not in THING_WORDS - ORGANISATION_WORDS


def is_counted(text: str, span: Span) -> bool:
    """Whether a word counts people, adjectives between: "a 30-year-old Muscovite", not "a trip to Moscow"."""
    before = ONE_OF_MANY.search(text, max(0, span.start - 40), span.start)
    return before is not None and not any(word in BETWEEN for word in before[1].lower().split())


def is_title(text: str, span: Span) -> bool:
    """Whether a word is the title before a name: "Congresswoman" of "Congresswoman Ann Lee"."""
    return span.of(text).lower().rstrip(".") in TITLES and FOLLOWED.match(text, span.end) is not None
