"""Who speaks, as it was found, and how sure each way of finding it has proved to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.extract.chains import Chain
from kg.extract.lexicon import lines

SURE: Final = {way: float(share) for way, share in (line.split("\t")[:2] for line in lines("speaker_ways.tsv"))}
"""How often each way of resolving a speaker is right; counted, see the file."""


RELATIVE_CLAUSE, FIRST_WORD = 0.95, 0.85
"""How surely a pronoun means the speaker in a relative clause of the source, and as the first of the reported words."""

SENTENCE_BEFORE: Final = 0.9
"""How surely "he" means the man who spoke in the sentence before; as sure as the surest of pronouns."""

PRONOUN_AT_MOST: Final = 0.9
"""Pronouns that the weights are surest of are right so often (90 of 100, counted like the file's shares)."""

FIRST_PERSON: Final = 0.85
"""How surely "I" means whose words it stands in, or who is named as the author; estimated."""

PLURAL: Final = 0.7
"""How surely "they" means the plural subject of the sentence before; estimated, there are too few to count."""

IT: Final = 0.8
"""How surely "it" means the body or document that the text before its words is about; estimated."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks, by which way that was found ("name", "pronoun" …), and how sure that is, between 0 and 1."""

    chain: Chain
    way: str
    confidence: float


def by(way: str, chain: Chain) -> Resolution:
    """A resolution that is as sure as its way has proved to be."""
    return Resolution(chain, way, SURE[way])
