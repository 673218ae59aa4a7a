"""People named by their office alone, written with a capital: "the Secretary", where one Secretary Ann Lee is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.lexicon import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, TITLES
from kg.extract.name import Name
from kg.model import EntityType, Span

BEFORE: Final = re.compile(r"([A-Z][\w’'.-]*\s+)?\b([A-Z][a-z]+)\s+$")
"""The word before a name, with what is part of a longer title: "Vice" of "Vice President Lee"."""

BESIDE: Final = re.compile(r"\b[Tt]he ([A-Z][a-z]+),\s+$")
"""An office before a name that stands between commas: "The Premier, Ann Lee,"."""

OPENING: Final = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | ADVERBS

ALONE: Final = re.compile(r"\b[Tt]he ([A-Z][a-z]+)(?=['’]s\b|(?![\w'’-])(?! of\b)(?! [A-Z]))")
"""An office with nothing behind it that tells whose or what it is."""


def holders(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The places where somebody is named by office alone: names of that person, each over the word for the office.

    Only an office that the article gives to one person, and never in a longer title, tells who is meant. What is taken
    for a name there gives way to it.
    """
    known = titled(text, names)
    taken = {name.span for name in names if name.text.lower() not in TITLES}
    for found in ALONE.finditer(text):
        held = known.get(found[1], [])
        span = Span(*found.span(1))
        if held and len({name.words[-1] for name in held}) == 1 and span not in taken:
            yield replace(max(held, key=lambda name: len(name.words)), span=span, titled=True)


def titled(text: str, names: Sequence[Name]) -> dict[str, list[Name]]:
    """The people named behind each title."""
    known: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        found = BEFORE.search(text, max(0, name.span.start - 40), name.span.start)
        beside = BESIDE.search(text, max(0, name.span.start - 40), name.span.start)
        if name.type is not EntityType.PERSON:
            continue
        if found and found[2].lower() in TITLES and opens(found[1]):
            known[found[2]].append(name)
        elif beside and beside[1].lower() in TITLES:
            known[beside[1]].append(name)
    return known


def opens(before: str | None) -> bool:
    """Whether a capitalised word before a title only begins a sentence; another makes it another office's."""
    return before is None or before.strip().lower() in OPENING
