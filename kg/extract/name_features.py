"""What a name's words, and the words beside it, tell of what it names; the weights of these features are learned.

The weights stand in data/names.tsv; train/names.py learns them. One name means one thing in an article: what all places
where it stands tell is put together.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract import places
from kg.extract.descriptions import COLLECTIVE
from kg.extract.known_names import BODIES, is_known
from kg.extract.lexicon import (
    DEMONYMS,
    GIVEN_NAMES,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    ROLES,
    THING_WORDS,
    lines,
)
from kg.extract.name import Name
from kg.extract.name_types import acronym
from kg.model import EntityType

KINDS: Final = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, None)
"""What a name can name; None for what is no actor and no place."""

WORD: Final = re.compile(r"[\w'’-]+|[^\w\s]")
NEAR: Final = 40
"""Characters read on each side of a name."""

LISTS: Final = (
    ("organisation", ORGANISATION_WORDS),
    ("place-word", PLACE_WORDS),
    ("thing", THING_WORDS),
    ("role", ROLES),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The words that the longer names of an article begin with and end in, by which shorter ones are known."""

    first: frozenset[str]
    last: frozenset[str]


def parts(names: Iterable[Name]) -> Parts:
    """The first and last words of the names of several words that the rules took for a person's."""
    people = [name for name in names if name.type is EntityType.PERSON and len(name.words) > 1]
    return Parts(frozenset(n.words[0] for n in people), frozenset(n.words[-1] for n in people))


def of_name(text: str, name: Name, parts: Parts) -> Iterator[str]:
    """The features of a name where it stands."""
    yield f"rule:{name.type.value if name.type else 'none'}:{min(len(name.words), 3)}"
    yield f"doubtful:{name.doubtful}"
    yield from of_words(name, parts)
    before = WORD.findall(text, max(0, name.span.start - NEAR), name.span.start)[-3:]
    after = WORD.findall(text, name.span.end, name.span.end + NEAR)[:3]
    yield from beside(before, after)
    line = text.rfind("\n", 0, name.span.start)
    yield f"opens:{not text[line + 1 : name.span.start].strip()}"


def of_words(name: Name, parts: Parts) -> Iterator[str]:
    """The features of its own words."""
    words = name.words
    last, first = words[-1].lower(), words[0].lower()
    yield f"first:{first}"
    yield f"last:{last}"
    shape = "acronym" if acronym(words[0]) else "capitals" if name.text.isupper() else "mixed"
    yield f"shape:{shape}:{min(len(words), 3)}"
    yield f"given:{words[0] in GIVEN_NAMES}:{min(len(words), 3)}"
    yield f"place:{places.is_place(name.text)}:{places.is_place(words[-1])}:{min(len(words), 2)}"
    yield f"people:{words[0] in DEMONYMS}"
    yield f"body:{name.text in BODIES}"
    yield f"titled:{name.titled}"
    if len(words) == 1:
        yield f"part:{words[0] in parts.first}:{words[0] in parts.last}"
    for kind, known in LISTS:
        if any(word.lower() in known for word in words):
            yield f"holds:{kind}:{last in known}"
    if "of" in words:
        yield "of"
    if "-" in name.text:
        yield "hyphen"


def beside(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The features of the words on both sides."""
    left = before[-1].lower() if before else "^"
    right = after[0].lower() if after else "$"
    yield f"before:{left}"
    yield f"after:{right}"
    if len(before) > 1:
        yield f"before2:{before[-2].lower()}:{left if left in ('the', 'a', 'an', ',', 'of') else '*'}"
    if len(after) > 1:
        yield f"after2:{right if right in (',', 's', '’', '(') else '*'}:{after[1].lower()}"
        yield f"after-name:{after[1][:1].isupper()}:{right if right in (',', 'and', '(') else '*'}"


SURE, UNLIKELY = 0.5, 0.3
"""How likely another type must be, and how unlikely the rules' one, for the other to be taken."""

WEIGHTS: Final[dict[str, tuple[float, ...]]] = {
    name: tuple(map(float, weights)) for name, *weights in (line.split("\t") for line in lines("names.tsv"))
}


def retyped(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, each with a type; doubtful ones that name neither actor nor place are left out.

    What the rules say stands unless all places of the name together speak clearly against it.
    """
    whole = parts(names)
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(KINDS))
    count: dict[str, int] = defaultdict(int)
    for name in names:
        told = probabilities(of_name(text, name, whole))
        sums[name.text] = [total + p for total, p in zip(sums[name.text], told, strict=True)]
        count[name.text] += 1
    mean = {words: [p / count[words] for p in total] for words, total in sums.items()}
    told_outright = {name.text: name.type for name in names if is_told(name)}
    typed = (replace(n, type=told_outright.get(n.text) or likeliest(n, mean[n.text], whole)) for n in names)
    return [name for name in typed if name.type or not name.doubtful]


def mean_told(text: str, names: Sequence[Name], parts: Parts) -> list[float]:
    """How likely each of KINDS is by what all these places of a name tell together."""
    told = [probabilities(of_name(text, name, parts)) for name in names]
    return [sum(each) / len(told) for each in zip(*told, strict=True)]


def is_told(name: Name) -> bool:
    """Whether the article itself says what a name names: by a title, or as in "the organisation OVD-Info"."""
    if name.type is EntityType.ORGANISATION:
        return name.described in ORGANISATION_WORDS | COLLECTIVE or is_known(name)
    return name.type is EntityType.PERSON and name.titled


def likeliest(name: Name, told: list[float], parts: Parts) -> EntityType | None:
    """The type of a name: the rules' own, or what is far likelier; a person's last name alone is left to its chain."""
    if len(name.words) == 1 and name.words[0] in parts.last:
        return name.type
    best = max(range(len(KINDS)), key=told.__getitem__)
    ruled = told[KINDS.index(name.type)]
    if name.type is None:
        return KINDS[best] if told[best] >= SURE else None
    return KINDS[best] if told[best] >= SURE and ruled <= UNLIKELY else name.type


def probabilities(features: Iterable[str]) -> list[float]:
    """How likely each kind is."""
    scores = [0.0] * len(KINDS)
    for feature in features:
        if weights := WEIGHTS.get(feature):
            scores = [score + weight for score, weight in zip(scores, weights, strict=True)]
    top = max(scores)
    likely = [math.exp(score - top) for score in scores]
    return [value / sum(likely) + 1e-4 for value in likely]
