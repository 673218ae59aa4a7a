"""Names that a program marked, held against what this project's own extractor sees: only what both see is learned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract import extract
from kg.extract.network.labels import KINDS, PRONOUN
from kg.model import Article, Span
from train.data import UNKNOWN, Example, Mention
from train.silver import PRONOUNS

EXTRACTOR: Final = "network"


def agreed(example: Example) -> Example:
    """The example with its names; words that one of the two takes for another name, or for none, are UNKNOWN."""
    if example.mentions is None:
        return example
    return replace(example, mentions=tuple(compared(example.mentions, seen(example.text))))


def compared(mentions: tuple[Mention, ...], seen: dict[Span, int]) -> Iterator[Mention]:
    """The mentions, names that are not among those seen as UNKNOWN, and those that only are seen as UNKNOWN too."""
    marked = {m.span: m.kind for m in mentions if m.kind < PRONOUN}
    for mention in mentions:
        doubtful = mention.kind < PRONOUN and seen.get(mention.span) != mention.kind
        yield Mention(mention.span, UNKNOWN, None) if doubtful else mention
    for span in seen:
        if span not in marked:
            yield Mention(span, UNKNOWN, None)


def seen(text: str) -> dict[Span, int]:
    """The names that the extractor finds in a text, each with its index into KINDS; not what refers to them."""
    found = extract(Article(text), EXTRACTOR).entities
    named = [(span, KINDS.index(each.type)) for each in found if each.type in KINDS for span in each.mentions]
    return {span: kind for span, kind in named if is_name(span.of(text))}


def is_name(words: str) -> bool:
    """Whether the words of a mention may be a name: with a capital, and no pronoun."""
    return any(letter.isupper() for letter in words) and words.lower() not in PRONOUNS | {"who", "whom", "whose"}
