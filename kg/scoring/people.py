"""Whether two names are the same speaker's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

GRAMMAR: Final = {"the", "a", "an", "of", "and", "in", "for", "to", "from", "his", "her", "its", "their", "s"}
TITLES: Final = {"mr", "mrs", "ms", "dr", "sir", "prof", "minister", "president"}
IDLE: Final = GRAMMAR | TITLES
"""Words of a name that tell nobody apart."""

LATER: Final = re.compile(r",|\b(?:of|in|from|with|who|whose|at|on|for|near)\b")
"""Where a description goes on behind its head noun."""

NAMELESS: Final = frozenset({"unnamed", "group", "document"})
"""Types of speakers that are described rather than named."""

MORE: Final = 2
"""How many words a found name may have more than an accepted one."""

AROUND: Final = 6
"""How many words a found description may have more than an accepted one."""


def same_speaker(found: str, accepted: Iterable[str], described: bool = False) -> bool:
    """Whether a name agrees with an accepted one.

    They agree if equal; if the found one is shorter and keeps its first or last word; or longer by at most two words,
    with the same last one. A `described` speaker agrees also if the head noun of the description is there.
    """
    mine = words(found)
    return any(mine and (_agree(mine, words(name)) or (described and _describes(mine, name))) for name in accepted)


def words(name: str) -> list[str]:
    """The words of a name that count, without case, accents, punctuation and what stands in brackets."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\([^)]*\)", " ", name))
    folded = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return [word for word in re.sub(r"[^\w]+", " ", folded).split() if word not in IDLE]


def _agree(mine: list[str], theirs: list[str]) -> bool:
    if not theirs:
        return False
    same_first, same_last = mine[0] == theirs[0], mine[-1] == theirs[-1]
    if mine == theirs or (set(mine) < set(theirs) and (same_first or same_last)):
        return True
    return set(theirs) < set(mine) and len(mine) - len(theirs) <= MORE and same_last


def _describes(mine: list[str], description: str) -> bool:
    theirs = words(description)
    head = (words(LATER.split(description, maxsplit=1)[0]) or theirs)[-1:]
    return bool(head) and head[0] in mine and len(mine) <= len(theirs) + AROUND
