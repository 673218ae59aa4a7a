"""Names within others that the article names alone too: "Quarn" of "Quarn Reds", "Lee" of "Lee-Finch Plan"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.name import Name
from kg.extract.nested_names import bare_end
from kg.model import EntityType, Span

WORD: Final = re.compile(r"[^\W\d_][\w’'.]*")
JOINED: Final = re.compile(r"['’]s\b|[-–][A-Z]")
OUTER: Final = (EntityType.ORGANISATION, EntityType.PLACE)


def with_inner(text: str, names: Sequence[Name]) -> list[Name]:
    """The names and those within them, in text order."""
    alone = standing(names)
    found = {name.span: name for name in names}
    for outer in names:
        if outer.type in OUTER and not (outer.type is EntityType.PLACE and "," in outer.text):
            for inner in within(text, outer, alone):
                found.setdefault(inner.span, inner)
    return sorted(found.values(), key=lambda name: (name.span.start, -name.span.end))


def standing(names: Iterable[Name]) -> dict[str, Name]:
    """The names that stand by themselves, by their words, each with the type that most of its places have."""
    kinds: dict[str, Counter[EntityType | None]] = defaultdict(Counter)
    known: dict[str, Name] = {}
    end = 0
    for name in names:
        if name.span.start >= end:
            kinds[name.text][name.type] += 1
            known.setdefault(name.text, name)
        end = max(end, name.span.end)
    typed = {spelt: kinds[spelt].most_common(1)[0][0] for spelt in known}
    return {spelt: replace(name, type=typed[spelt]) for spelt, name in known.items() if typed[spelt]}


def within(text: str, outer: Name, alone: Mapping[str, Name]) -> Iterator[Name]:
    """The names that stand alone elsewhere and are part of a longer one, from its first word on the longest."""
    words = [found.span() for found in WORD.finditer(text, outer.span.start, outer.span.end)]
    at = 0
    while at < len(words):
        spans = (Span(words[at][0], bare_end(text, words[end - 1][1])) for end in range(len(words), at, -1))
        span = next((each for each in spans if each.of(text) in alone and each != outer.span), None)
        if span and is_other(text, alone[span.of(text)], span, outer):
            yield replace(alone[span.of(text)], span=span, titled=False, described=None)
        at = next((k for k, word in enumerate(words) if span and word[1] >= span.end), at) + 1


def is_other(text: str, inner: Name, span: Span, outer: Name) -> bool:
    """Whether a part of a name means somebody or something else: of another type, or the owner, or joined by a hyphen.

    "Quarn City" is not in Quarn, the Quarn Reds no team of the Reds; a body is not named after whom it ends with.
    """
    joined = text[max(0, span.start - 1) : span.start] in ("-", "–") or JOINED.match(text, span.end)
    ends = span.end == outer.span.end and inner.type is EntityType.PERSON
    return not ends and bool(inner.type is not outer.type or joined)
