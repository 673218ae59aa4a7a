"""Whom the labels of turns name: "MS. BRANDT", "Speaker 2", "AB" for Ana Brandt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from kg.extract.chains import Chain
from kg.extract.lexicon import GROUPS, ROLES, word_set
from kg.model import EntityType, Span

if TYPE_CHECKING:
    from kg.extract.assemble import Ground

NOBODY: Final = word_set(
    "the a an speaker interviewer interviewee moderator host narrator audience member caller questioner reporter"
    " voice operator unidentified unknown male female man woman translator interpreter presenter anchor"
)
UNNAMED: Final = ROLES | GROUPS | NOBODY
"""Labels of nothing but these words and numbers name nobody."""
SHORT: Final = (2, 3)
"""Letters of the initials that stand for a name."""


def name_speakers(on: Ground, labels: Sequence[Span]) -> None:
    """Puts to the chains who the labels name: new ones where they hold no name, persons where nothing else tells."""
    held: dict[str, list[Span]] = {}
    for label in labels:
        held.setdefault(label.of(on.text), []).append(label)
    for chain in on.chains:
        inside = [label_at(labels, mention) for mention in chain.mentions]
        first = inside[0].of(on.text) if inside[0] else ""
        if all(inside) and chain.type is not EntityType.PERSON:
            chain.type, chain.unnamed = EntityType.PERSON, is_nobody(first)
        for label in filter(None, inside):
            held.pop(label.of(on.text), None)
    for words, spans in held.items():
        if len(words) > 1:
            on.chains.append(Chain(words, EntityType.PERSON, spans, unnamed=is_nobody(words)))
    initials(on.chains, {label.of(on.text) for label in labels})
    on.chains.sort(key=lambda chain: chain.mentions[0])


def label_at(labels: Sequence[Span], mention: Span) -> Span | None:
    """The label that a mention shares a character with."""
    at = bisect_right(labels, mention.end - 1, key=lambda label: label.start) - 1
    return labels[at] if at >= 0 and labels[at].overlaps(mention) else None


def is_nobody(label: str) -> bool:
    """Whether a label names nobody: "THE CHAIR", "Speaker 2"."""
    words = [word.strip(".,'’") for word in label.lower().split()]
    return all(word in UNNAMED or word.isdigit() for word in words)


def initials(chains: list[Chain], labels: set[str]) -> None:
    """Makes labels of initials one with the chain whose name has them: "AB:" behind "Ana Brandt:"."""
    for chain in [c for c in chains if c.name in labels and c.name.isupper() and len(c.name) in SHORT]:
        found = [c for c in chains if c.name in labels and c is not chain and abbreviated(c.name) == chain.name]
        if len(found) == 1:
            chains.remove(chain)
            for span in chain.mentions:
                found[0].mention(span)


def abbreviated(name: str) -> str:
    """The first letters of the words of a name that have capitals."""
    return "".join(word[0] for word in name.split() if word[0].isupper())
