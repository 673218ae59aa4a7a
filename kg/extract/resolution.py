"""Who speaks, as it was found, and how sure each way of finding it has proved to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.extract.chains import Chain
from kg.extract.lexicon import lines

SURE: Final = {way: float(share) for way, share in (line.split("\t")[:2] for line in lines("speaker_ways.tsv"))}
"""How often each way of resolving a speaker is right; counted, see the file."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks, by which way that was found ("name", "pronoun" …), and how sure that is, between 0 and 1."""

    chain: Chain
    way: str
    confidence: float


def by(way: str, chain: Chain) -> Resolution:
    """A resolution that is as sure as its way has proved to be."""
    return Resolution(chain, way, SURE[way])
