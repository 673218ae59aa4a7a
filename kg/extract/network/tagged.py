"""The names that the network sees: runs of words, from the tags of their first word pieces.

What the network thinks of a word is put together with what it thinks of the same word elsewhere in the text, so that
one sentence tells what another leaves open.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from kg.extract.network.labels import KINDS, Offsets
from kg.model import EntityType, Span

TYPES = tuple(EntityType(kind) for kind in KINDS)

SHARED: Final = 0.7
"""How much of what is thought of a word comes from all its places in the text, the rest from the place itself."""

NAMED: Final = 0.5
"""From this probability on a word is part of a name."""

BEGINS: Final = 0.9
"""From this share of it on a word right behind a name begins another of its kind: hardly any two stand side by side."""

LIKELY: Final = 0.5
"""And from this one of another kind: "Harbour Council" and "Ann Lee" in "Harbour Council Ann Lee"."""


@dataclass(frozen=True)
class TaggedName:
    """A name as the network tags it, and the mean probability of its words being part of a name of this type."""

    span: Span
    type: EntityType
    probability: float


def tagged_names(probabilities: Any, offsets: Offsets, text: str) -> list[TaggedName]:
    """The names among the tokens with these probabilities of name tags, [tokens, NAME_TAGS]; whole words only."""
    where = words(offsets, text)
    first = np.array([tokens[0] for tokens in where], dtype=np.int64)
    tags = shared(probabilities[first], [text[offsets[a][0] : offsets[b][1]] for a, b in where])
    return [
        TaggedName(Span(offsets[where[start][0]][0], offsets[where[end - 1][1]][1]), *typed(tags[start:end]))
        for start, end in runs(tags)
    ]


def shared(tags: Any, spelt: list[str]) -> Any:
    """The probabilities of name tags, [words, NAME_TAGS], each mixed with the mean of its word in all its places.

    Only capitalised words share, and only whether they name something and what: where a name begins is for the place.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(spelt):
        if word[0].isupper():
            places[word].append(number)
    mixed = tags.copy()
    for at in (each for each in places.values() if len(each) > 1):
        kinds = of_kinds(tags[at])
        begins = tags[at, 1::2].sum(1) / np.maximum(kinds.sum(1), 1e-9)
        kinds = (1 - SHARED) * kinds + SHARED * kinds.mean(0)
        mixed[at, 0] = 1 - kinds.sum(1)
        mixed[at, 1::2], mixed[at, 2::2] = kinds * begins[:, None], kinds * (1 - begins[:, None])
    return mixed


def of_kinds(tags: Any) -> Any:
    """How likely each word is part of a name of each of KINDS: [words, KINDS], from [words, NAME_TAGS]."""
    return tags[:, 1::2] + tags[:, 2::2]


def runs(tags: Any) -> list[tuple[int, int]]:
    """First word of each name and the word behind its last one."""
    found: list[tuple[int, int]] = []
    begins = tags[:, 1::2].sum(1) / np.maximum(1 - tags[:, 0], 1e-9)
    kinds = of_kinds(tags).argmax(1)
    for at in np.flatnonzero(1 - tags[:, 0] >= NAMED).tolist():
        if found and found[-1][1] == at and begins[at] < (BEGINS if kinds[at] == kinds[at - 1] else LIKELY):
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def typed(tags: Any) -> tuple[EntityType, float]:
    """What the words of a name, with these tags, name together, and how likely that is."""
    kinds = of_kinds(tags).mean(0)
    best = int(np.argmax(kinds))
    return TYPES[best], float(kinds[best])


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
