"""The names that the network sees: runs of words, from the tags of their first word pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from kg.extract.network.labels import KINDS, Offsets
from kg.model import EntityType, Span

TYPES = tuple(EntityType(kind) for kind in KINDS)


@dataclass(frozen=True)
class TaggedName:
    """A name as the network tags it, and the mean probability of its words' tags."""

    span: Span
    type: EntityType
    probability: float


def tagged_names(probabilities: Any, offsets: Offsets, text: str) -> list[TaggedName]:
    """The names among the tokens with these probabilities of name tags, [tokens, NAME_TAGS]; whole words only."""
    found: list[tuple[int, int, int, list[float]]] = []
    before = -1
    for first, last in words(offsets, text):
        tag = int(np.argmax(probabilities[first]))
        kind, begins = (tag - 1) // 2, tag % 2 == 1
        if tag and (begins or kind != before):
            found.append((first, last, kind, [float(probabilities[first, tag])]))
        elif tag:
            start, _, kind, shares = found[-1]
            found[-1] = (start, last, kind, [*shares, float(probabilities[first, tag])])
        before = kind if tag else -1
    return [
        TaggedName(Span(offsets[first][0], offsets[last][1]), TYPES[kind], sum(shares) / len(shares))
        for first, last, kind, shares in found
    ]


def words(offsets: Offsets, text: str) -> list[tuple[int, int]]:
    """First and last token of each word: pieces that touch and are letters or digits where they do."""
    found: list[tuple[int, int]] = []
    end = -1
    for at, (start, stop) in enumerate(offsets):
        if start == end and found and text[start].isalnum() and text[start - 1].isalnum():
            found[-1] = (found[-1][0], at)
        else:
            found.append((at, at))
        end = stop
    return found
