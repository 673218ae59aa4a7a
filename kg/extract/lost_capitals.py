"""Names of people that a scrape or a translation wrote small: "Colonel adam hassan", "“…”, said ann lee, a docker".

Only behind a title with a given name among the words, behind a verb that reports with an apposition after it, and
before a surname that kept its capital.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.descriptions import known_noun, singular
from kg.extract.edits import Edit
from kg.extract.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    GIVEN_NAMES,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
    VERBS,
    is_adverb,
    word_set,
)

SMALL: Final = r"[^\W\d_A-Z][^\W\d_A-Z]{2,}"
GIVEN: Final = frozenset(name.lower() for name in GIVEN_NAMES if len(name) > 3) - word_set(
    "mark rose dean grant drew frank bill jack grace hope jean lance gene rich norm penny robin ruby sandy ward warren"
    " dale glen miles chase heath wade jordan august april june dick nick duke earl herb iris jade jasmine joey lane"
)
NONE: Final = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | MODALS | VERBS
TITLED: Final = re.compile(rf"\b([A-Z][a-z]+)\.? ({SMALL}(?: {SMALL}){{1,2}})(?=[,.]| who\b)")
SPEAKING: Final = re.compile(
    rf"[\"”’'] ?,? ?(?:said|says|added|explained|replied|recalled) ({SMALL}(?: {SMALL}){{1,2}})(?=, (?:an?|the|who)\b)"
)
SURNAME: Final = re.compile(rf"(?<=[a-z] )({SMALL})(?= [A-ZÀ-Þ]{SMALL})")
"""A given name written small before a surname that is not."""


def edits(text: str) -> list[Edit]:
    """The names that a text writes small, in capitals."""
    found = [m.span(2) for m in TITLED.finditer(text) if m[1].lower() in TITLES and is_name(m[2]) and given(m[2])]
    found += [m.span(1) for m in SPEAKING.finditer(text) if is_name(m[1])]
    found += [m.span(1) for m in SURNAME.finditer(text) if m[1] in GIVEN and is_name(m[1])]
    return [Edit(start, end, text[start:end].title()) for start, end in sorted(set(found))]


def is_name(words: str) -> bool:
    """Whether all of some small words may be those of a name."""
    return not any(is_common(word) for word in words.split())


def is_common(word: str) -> bool:
    """Whether a small word is known to be no name's."""
    return word in NONE or is_adverb(word) or known_noun(word) or known_noun(singular(word))


def given(words: str) -> bool:
    """Whether a given name is among some small words."""
    return any(word in GIVEN for word in words.split())
