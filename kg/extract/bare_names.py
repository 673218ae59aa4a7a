"""Names that speak and were not seen to be names: of one word at the beginning of a sentence, or misspelt.

"Ann Lee, 52, runs the mill. … Ann says it pays" and "Leigh believes it" mean Lee; "Debussy called it a joke" names
somebody of whom nothing else is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import known_noun, singular
from kg.extract.lexicon import (
    CONJUNCTIONS,
    DEMONYMS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
    is_adverb,
    word_set,
)
from kg.extract.same_names import misspelt
from kg.model import EntityType

NAME: Final = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ’'-]+(?: [A-ZÀ-Þ][a-zß-ÿ’'-]+){0,2}")
NONE: Final = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | frozenset(MONTHS) | frozenset(WEEKDAYS)

ANYBODY: Final = word_set("everyone everybody someone somebody anyone anybody nobody none others both grandma grandpa")


class BareNames:
    """Finds whom a source phrase of capitalised words names."""

    def __init__(self, text: str, chains: Sequence[Chain]) -> None:
        self.text, self.chains = text, chains

    def is_name(self, phrase: str) -> bool:
        """Whether a phrase of capitalised words can be nothing but a name."""
        words = phrase.split()
        return NAME.fullmatch(phrase) is not None and not any(self.is_common(word) for word in words)

    def is_common(self, word: str) -> bool:
        """Whether a word is no name's: a known noun or other word, or one written small elsewhere."""
        lower = word.lower()
        if lower in NONE or is_adverb(lower) or word in DEMONYMS or known_noun(lower) or known_noun(singular(lower)):
            return True
        return re.search(rf"\b{re.escape(lower)}\b", self.text) is not None

    def alone(self, phrase: str) -> bool:
        """Whether a phrase names somebody of whom nothing else is told, and hardly several: "Editorialists"."""
        return not phrase.endswith("s") and phrase.lower() not in ANYBODY

    def known(self, phrase: str) -> Chain | None:
        """The only person with this name, whole or in part, else with nearly this last name."""
        people = [c for c in self.chains if c.type is EntityType.PERSON and not c.unnamed]
        part = [c for c in people if phrase in (c.last_word, c.name.split()[0])]
        near = part or [c for c in people if misspelt(phrase, c.last_word)]
        return near[0] if len(near) == 1 else None
