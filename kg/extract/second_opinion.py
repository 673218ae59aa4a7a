"""Types of unsure names looked at once more: by weights, by what a state has, by the name elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import Final

from kg.extract.known_names import is_known
from kg.extract.lexicon import GIVEN_NAMES
from kg.extract.name import Name
from kg.extract.name_features import KINDS, mean_told, parts
from kg.extract.tagged_spans import Seen
from kg.model import EntityType

UNSURE: Final = 0.75
"""Below this probability a tagged name is looked at again."""

LIKELY, UNLIKELY = 0.6, 0.2
"""How likely another type must be by all places of the name together, and how unlikely the tagger's."""

APPOSED: Final = re.compile(
    r"\b(?:operator|company|firm|maker|manufacturer|developer|supplier|contractor|retailer|carrier|airline|lender|bank"
    r"|insurer|agency|charity|union|party|publisher|broadcaster|club), $"
)
"""A noun for an organisation, and the comma behind which its name stands."""

STATE: Final = re.compile(
    r"['’]s? (?:(?:new|former|first|deputy|acting) )?(?:(?:prime|foreign|defen[cs]e|interior|finance) minist(?:er|ry)\b"
    r"|parliament\b|capital\b|army\b|armed forces\b|borders?\b|embassy\b|ambassador\b)"
)
GOVERNED: Final = re.compile(
    r"\b(?:[Gg]overnment|[Pp]arliament|[Rr]epublic|[Kk]ingdom|[Cc]apital|[Pp]rime [Mm]inister) of $"
)
"""What stands behind a state's name, and before it."""

CERTAIN: Final = 0.9
"""From this probability on the tagger knows that a minister is a person's: "Lee's foreign minister"."""

MOST: Final = 0.6
"""The share of a name's places in an article that gives the others its type."""


def weighed(text: str, names: Iterable[Name], rule_names: Sequence[Name], seen: Iterable[Seen]) -> Iterator[Name]:
    """The names; those of which the tagger is unsure take the type that the rules' weights clearly tell."""
    unsure = {one.span for one in seen if one.probability < UNSURE}
    places: dict[str, list[Name]] = defaultdict(list)
    for name in rule_names:
        places[name.text].append(name)
    whole = parts(rule_names)
    names = list(names)
    begins = {n.words[0] for n in names if n.type is EntityType.ORGANISATION and len(n.words) > 1}
    told: dict[str, list[float]] = {}
    for name in names:
        if name.type is None or name.titled or name.span not in unsure or is_settled(text, name, begins):
            yield name
            continue
        if name.text not in told:
            told[name.text] = mean_told(text, places[name.text] or [name], whole)
        yield retyped(name, told[name.text])


def is_settled(text: str, name: Name, begins: Set[str]) -> bool:
    """Whether a name is known for what it is: by the word before it, by the list, by a longer name in the article."""
    body = name.type is EntityType.ORGANISATION and name.text in begins
    return body or is_apposed(text, name) or is_known(name)


def retyped(name: Name, told: Sequence[float]) -> Name:
    """A name of the type that is likely by what was told, if its own is not."""
    best = max(range(len(KINDS)), key=told.__getitem__)
    clear = told[best] >= LIKELY and told[KINDS.index(name.type)] < UNLIKELY
    return replace(name, type=KINDS[best]) if clear else name


def is_apposed(text: str, name: Name) -> bool:
    """Whether the word before an organisation's name tells that it is one: "the port's operator, Quarn Quays,"."""
    before = text[max(0, name.span.start - 20) : name.span.start]
    return name.type is EntityType.ORGANISATION and APPOSED.search(before) is not None


def governed(text: str, names: Sequence[Name], seen: Iterable[Seen]) -> Iterator[Name]:
    """The names; a word that a tagger takes for a person without being certain is a place if it has a foreign minister.

    So are the other places of that word. No given name, nor somebody's surname in the article, is such a word.
    """
    sure = {one.span.of(text) for one in seen if one.probability >= CERTAIN}
    people = {word for name in names if len(name.words) > 1 and name.type is EntityType.PERSON for word in name.words}
    states = (
        {n.text for n in names if n.type is EntityType.PERSON and is_governed(text, n)} - sure - people - GIVEN_NAMES
    )
    for name in names:
        yield replace(name, type=EntityType.PLACE) if name.text in states and name.type is EntityType.PERSON else name


def is_governed(text: str, name: Name) -> bool:
    """Whether the words beside a name of one word tell of a state: "Utopia's foreign minister"."""
    before = text[max(0, name.span.start - 20) : name.span.start]
    alone = len(name.words) == 1 and not name.titled
    return alone and bool(STATE.match(text, name.span.end) or GOVERNED.search(before))


def agreed(names: Sequence[Name]) -> Iterator[Name]:
    """The names; those spelt alike have the type that most have, but for teams, their places, and behind titles."""
    types: dict[str, Counter[EntityType | None]] = defaultdict(Counter)
    for name in names:
        types[name.text][name.type] += 1
    teams = {name.text for name in names if name.team}
    for name in names:
        same = types[name.text]
        most, often = same.most_common(1)[0]
        clear = most is not None and often >= MOST * same.total() and not (name.titled or name.text in teams)
        yield replace(name, type=most) if clear else name
