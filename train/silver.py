"""What a program (CoreNLP) saw in PolNeAR's articles: names, and which names pronouns and descriptions refer to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.extract.network.labels import DESCRIPTION, KINDS, PRONOUN
from kg.model import Span
from train.data import Example, Mention

TYPES = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}
PRONOUNS = frozenset(
    [
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "it",
        "its",
        "itself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "us",
        "our",
        "ours",
        "ourselves",
        "you",
        "your",
        "yours",
    ]
)
DEFINITE = re.compile(r"(?:the|this|that|these|those) (?:[a-z]+ )?([a-z]+)(?= |$)", re.IGNORECASE)
POSSESSIVE = 3
"""Characters; a possessive ending may stand between a name's end and its mention's."""


def with_silver(examples: list[Example], folder: Path) -> list[Example]:
    """The examples with the mentions of `folder`/NAME.json; a few articles have no such file and stay as they are."""
    return [with_mentions(example, folder / f"{example.name}.json") for example in examples]


def with_mentions(example: Example, path: Path) -> Example:
    """The example with the mentions of a file: "entities" as [start, end, type], "coref" as chains of [start, end]."""
    if not path.exists():
        return example
    seen = json.loads(path.read_text(encoding="utf-8"))
    return replace(example, mentions=tuple(mentions(example.text, seen)))


def mentions(text: str, seen: dict[str, Any]) -> Iterator[Mention]:
    """The names with the chain that each is in; pronouns and definite descriptions of chains that hold a name.

    A pronoun that no chain holds refers to nothing if it is "it"; of others nothing is known, and they are left out.
    """
    chains = [[Span(*ends) for ends in chain] for chain in seen["coref"]]
    ends = {(s.end - k): (number, s) for number, chain in enumerate(chains) for s in chain for k in range(POSSESSIVE)}
    named: set[int] = set()
    for start, end, kind in seen["entities"]:
        number, span = ends.get(end, (-1, None))
        held = span is not None and span.start <= start
        if held:
            named.add(number)
        if kind in TYPES:
            yield Mention(Span(start, end), KINDS.index(TYPES[kind]), str(number) if held else f"name {start}")
    known = set()
    for number, chain in enumerate(chains):
        for span in chain:
            known.add(span)
            if number in named:
                yield from referring(text, span, str(number))
    for match in re.finditer(r"\b[Ii]t\b", text):
        if Span(*match.span()) not in known:
            yield Mention(Span(*match.span()), PRONOUN, None)


def referring(text: str, span: Span, entity: str) -> Iterator[Mention]:
    """The mention at a span, if it is a pronoun or a short definite description."""
    words = span.of(text)
    if words.lower() in PRONOUNS:
        yield Mention(span, PRONOUN, entity)
    elif (found := DEFINITE.fullmatch(words)) is not None:
        yield Mention(Span(span.start + found.start(1), span.start + found.end(1)), DESCRIPTION, entity)
