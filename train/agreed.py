"""Names that a program marked, held against what this project's own extractor sees: only what both see is learned.

What the extractor sees and its lists of organisations and places hold is learned too, whatever the program marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Final

from kg.extract import extract, places
from kg.extract.known_names import BODIES
from kg.extract.network.labels import KINDS, PRONOUN
from kg.model import Article, EntityType, Span
from train.data import UNKNOWN, Example, Mention
from train.silver import PRONOUNS

EXTRACTOR: Final = "network"


def agreed(example: Example) -> Example:
    """The example with its names; words that one of the two takes for another name, or for none, are UNKNOWN."""
    if example.mentions is None:
        return example
    found = seen(example.text)
    listed = {span for span, kind in found.items() if is_listed(span.of(example.text), kind)}
    return replace(example, mentions=tuple(compared(example.mentions, found, listed)))


def compared(
    mentions: tuple[Mention, ...], seen: dict[Span, int], listed: Set[Span] = frozenset()
) -> Iterator[Mention]:
    """The mentions, and names that only are seen; UNKNOWN where the two differ and the name is not a listed one."""
    marked = {m.span: m.kind for m in mentions if m.kind < PRONOUN}
    for mention in mentions:
        doubtful = mention.kind < PRONOUN and seen.get(mention.span) != mention.kind
        if not (doubtful and mention.span in listed):
            yield Mention(mention.span, UNKNOWN, None) if doubtful else mention
    for span, kind in seen.items():
        if span not in marked or (marked[span] != kind and span in listed):
            yield Mention(span, kind if span in listed else UNKNOWN, None)


def is_listed(words: str, kind: int) -> bool:
    """Whether a name is one of the lists, as what it was seen as."""
    known = BODIES if KINDS[kind] == EntityType.ORGANISATION else ()
    return words in known or (KINDS[kind] == EntityType.PLACE and places.is_place(words))


def seen(text: str) -> dict[Span, int]:
    """The names that the extractor finds in a text, each with its index into KINDS; not what refers to them."""
    found = extract(Article(text), EXTRACTOR).entities
    named = [(span, KINDS.index(each.type)) for each in found if each.type in KINDS for span in each.mentions]
    return {span: kind for span, kind in named if is_name(span.of(text))}


def is_name(words: str) -> bool:
    """Whether the words of a mention may be a name: with a capital, and no pronoun."""
    return any(letter.isupper() for letter in words) and words.lower() not in PRONOUNS | {"who", "whom", "whose"}
