"""Names in a headline that writes every word with a capital: only what the article names elsewhere tells them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extract import places
from kg.extract.known_names import BODIES
from kg.extract.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
)
from kg.extract.name import Name
from kg.extract.nested_names import bare_end
from kg.extract.whole_names import INSTITUTIONS
from kg.model import EntityType, Span

LINE: Final = re.compile(r"[^\n\r]*[^\s]")
WORD: Final = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_][\w’'-]*")
SMALL: Final = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | AUXILIARIES
"""What such a headline may write small."""
LEAST: Final = 5
"""Words of a headline, at least."""
LONGEST: Final = 4
"""Words of a name looked for in one."""


def told_apart(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, in text order; those of a headline are the ones that show where they end or stand elsewhere too."""
    line = headline(text)
    if line is None:
        return list(names)
    above = [name for name in names if line.holds(name.span)]
    below = [name for name in names if not line.overlaps(name.span)]
    plain = [name for name in above if is_plain(name)]
    found = [one for one in again(text, line, known(below)) if not any(name.span.holds(one.span) for name in plain)]
    plain = [name for name in plain if not any(name.span.overlaps(one.span) for one in found)]
    stays = [*plain, *found]
    rest = (replace(n, type=None) for n in above if not any(n.span.overlaps(one.span) for one in stays))
    return sorted([*below, *stays, *rest], key=lambda name: (name.span.start, -name.span.end))


def known(names: Iterable[Name]) -> dict[str, Name]:
    """The names by what they are spelt like, and people also by their last word; each of the type it has most often."""
    typed = [name for name in names if name.type]
    spelt = [(name.text, name) for name in typed]
    spelt += [(name.words[-1], name) for name in typed if name.type is EntityType.PERSON and len(name.words) > 1]
    often = Counter((words, name.type) for words, name in spelt)
    best: dict[str, Name] = {}
    for words, name in spelt:
        if words not in best or often[words, name.type] > often[words, best[words].type]:
            best[words] = name
    return best


def headline(text: str) -> Span | None:
    """The first of several lines, if all words of weight have a capital in it, and not all letters."""
    line = LINE.search(text)
    if line is None or line[0].isupper() or not text[line.end() :].strip():
        return None
    weighty = [word for word in WORD.findall(line[0]) if word.lower() not in SMALL]
    return Span(*line.span()) if len(weighty) >= LEAST and all(word[0].isupper() for word in weighty) else None


def again(text: str, line: Span, known: Mapping[str, Name]) -> Iterator[Name]:
    """The known names that stand in a line, the longest first where two begin together."""
    words = [(found.start(), found.end()) for found in WORD.finditer(text, line.start, line.end)]
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + LONGEST), at, -1):
            span = Span(words[at][0], bare_end(text, words[end - 1][1]))
            spelt = span.of(text)
            if name := known.get(spelt):
                yield replace(name, span=span, text=spelt, words=tuple(spelt.split()), titled=False, described=None)
                break
        at = max(end, at + 1)


def is_plain(name: Name) -> bool:
    """Whether a name by itself shows where it ends: a place's of the list, a full name, an institution's last word."""
    if name.type is EntityType.PLACE:
        return places.is_place(name.text)
    if name.type is EntityType.PERSON:
        return len(name.words) == 2
    return name.text in BODIES or name.words[-1].lower() in INSTITUTIONS
