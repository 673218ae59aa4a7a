"""People's names with a nickname in quotation marks within: "Jorge “El Flaco” Medina" is Jorge Medina."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from kg.extract.lexicon import GIVEN_NAMES
from kg.extract.name import Name
from kg.model import EntityType, Span

NICKNAME: Final = re.compile(
    r" (?:“[A-ZÀ-Þ][^“”\"\n]{1,24}”|\"[A-ZÀ-Þ][^“”\"\n]{1,24}\"|«[A-ZÀ-Þ][^«»\n]{1,24}»"
    r"|‘[A-ZÀ-Þ][^‘’\n]{1,24}’|'[A-ZÀ-Þ][^'\n]{1,24}') (?P<last>[A-ZÀ-Þ][\w’'-]*[\w](?! ?[“\"]))"
)
"""A nickname and the surname behind it."""


def with_nicknames(text: str, names: Iterable[Name]) -> list[Name]:
    """The names, a given name, nickname and surname as one; what else was taken for a name within goes."""
    every = list(names)
    begins = {name.span.start: name for name in every}
    joined = [whole for name in every if (whole := with_nickname(text, name, begins))]
    return [name for name in every if not any(one.span.overlaps(name.span) for one in joined)] + joined


def with_nickname(text: str, name: Name, begins: Mapping[int, Name]) -> Name | None:
    """A person's name with the nickname and surname behind it; None if there is none."""
    person = name.type is EntityType.PERSON or (name.type is None and name.words[0] in GIVEN_NAMES)
    found = NICKNAME.match(text, name.span.end) if person else None
    if found is None:
        return None
    behind = begins.get(found.start("last"))
    last = behind.span if behind and behind.type is EntityType.PERSON else Span(*found.span("last"))
    words = (*name.words, *last.of(text).split())
    return replace(
        name, span=Span(name.span.start, last.end), text=" ".join(words), words=words, type=EntityType.PERSON
    )
