"""Types of names looked at once more: by the rules' weights where a tagger is unsure, and by the name elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.name import Name
from kg.extract.name_features import KINDS, mean_told, parts
from kg.extract.tagged_spans import Seen
from kg.model import EntityType

UNSURE: Final = 0.75
"""Below this probability a tagged name is looked at again."""

LIKELY, UNLIKELY = 0.6, 0.2
"""How likely another type must be by all places of the name together, and how unlikely the tagger's."""

MOST: Final = 0.6
"""The share of a name's places in an article that gives the others its type."""


def weighed(text: str, names: Iterable[Name], rule_names: Sequence[Name], seen: Iterable[Seen]) -> Iterator[Name]:
    """The names; those of which the tagger is unsure take the type that the rules' weights clearly tell."""
    unsure = {one.span for one in seen if one.probability < UNSURE}
    places: dict[str, list[Name]] = defaultdict(list)
    for name in rule_names:
        places[name.text].append(name)
    whole = parts(rule_names)
    told: dict[str, list[float]] = {}
    for name in names:
        if name.type is None or name.titled or name.span not in unsure:
            yield name
            continue
        if name.text not in told:
            told[name.text] = mean_told(text, places[name.text] or [name], whole)
        yield retyped(name, told[name.text])


def retyped(name: Name, told: Sequence[float]) -> Name:
    """A name of the type that is likely by what was told, if its own is not."""
    best = max(range(len(KINDS)), key=told.__getitem__)
    clear = told[best] >= LIKELY and told[KINDS.index(name.type)] < UNLIKELY
    return replace(name, type=KINDS[best]) if clear else name


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
