"""Organisations meant by a noun that their name does not hold: "the campaign", "the union", "the bank"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract.chains import Chain
from kg.extract.lexicon import word_set
from kg.model import EntityType, Span

OWNED: Final = word_set("campaign administration camp")
"""Nouns for what is named after a person: "the Lee campaign"."""

KINDS: Final = {
    "union": word_set("workers teamsters brotherhood guild federation teachers nurses drivers employees firefighters"),
    "bank": word_set("bank bancorp trust financial sachs morgan chase fargo barclays hsbc citigroup citibank ubs"),
    "court": word_set("court tribunal"),
    "university": word_set("college institute"),
    "hospital": word_set("clinic medical"),
    "airline": word_set("airlines airways air"),
    "department": word_set("ministry bureau office"),
}
"""Words in the names of organisations by which such a noun means them."""

BACK: Final = 3000
"""Characters looked back for the name."""


def owned(text: str, noun: str, source: Span) -> str | None:
    """The name by which "the campaign" was last called before a source: "Lee campaign"; None if it was not."""
    if noun not in OWNED:
        return None
    named = re.compile(
        rf"(?P<who>(?:[A-ZÀ-Þ][\w.-]+ )*[A-ZÀ-Þ][\w.-]+)(?:['’]s?)? (?i:{noun})\b(?! (?:stop|trail|rally))"
    )
    found = list(named.finditer(text, max(0, source.start - BACK), source.start))
    last = found[-1]["who"].removeprefix("The ") if found else ""
    return f"{last} {noun}" if last and last != "The" else None


def of_kind(noun: str, near: Iterable[Chain]) -> Chain | None:
    """The nearest organisation whose name shows that a noun means it."""
    wanted = KINDS.get(noun, frozenset())
    bodies = (chain for chain in near if chain.type is EntityType.ORGANISATION)
    return next((chain for chain in bodies if wanted & {word.lower() for word in chain.name.split()}), None)
