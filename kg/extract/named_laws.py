"""People after whom a law or a prize is named: "Ann Quarn" of "the Ann Quarn Safe Streets Act"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.tagged_spans import Seen
from kg.model import EntityType, Span

REST: Final = re.compile(
    r"(?:\s(?:[A-Z][\w’'-]*|of|in|for|and|the)){0,6}?\s(?:Act|Bill|Law|Prize|Award|Medal|Scholarship)\b"
)
"""What stands between a name and the word for what is named after it."""


def shortened(text: str, seen: Sequence[Seen]) -> list[Seen]:
    """The tagged names; of one that runs on into a law's name only the person is left whom the article names elsewhere.

    "Ann Quarn Safe" of "the Ann Quarn Safe Streets Act" is "Ann Quarn" where the article also names Ann Quarn alone.
    """
    people = {one.span.of(text) for one in seen if one.type is EntityType.PERSON and " " in one.span.of(text)}
    return [after(text, one, people) for one in seen]


def after(text: str, one: Seen, people: set[str]) -> Seen:
    """A tagged name, or the person whose name it begins with if the rest is the name of a law or prize."""
    words = one.span.of(text).split(" ")
    for count in range(len(words) - 1, 1, -1):
        begun = " ".join(words[:count])
        end = one.span.start + len(begun)
        if begun in people and REST.match(text, end):
            return Seen(Span(one.span.start, end), EntityType.PERSON, one.probability)
    return one
