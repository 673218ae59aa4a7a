"""Training articles as real input has them: other quotation marks, lost marks and spaces, other names, lost case."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from kg.extract.network.labels import KINDS
from kg.extract.places import gazetteer
from kg.model import Span
from train.data import Example
from train.edits import Edit, apply
from train.people import FAMILY, GIVEN

MARK = re.compile('[“”"]')
STYLES = (*((a, b) for a, b in zip('“""«„‘“”', '”""»“’“”', strict=True)), ("``", "''"), ("''", "''"))
PERSON = re.compile(r"\b(?:[A-Z][a-z]+ )*([A-Z][a-z]+)(?: [A-Z]\.)? ((?:Mc|Mac|O['’])?[A-Z][a-z]+)\b")
_INSTITUTIONS = """
America American Americans Associated Association Campaign Center Committee Congress Conservative Council Court Daily
Democratic Democrats Department East Foundation Fox Governor Group House Institute Journal Justice Magazine National
New News North Party Post President Press Public Report Republican Republicans Research Senate Senator Service South
State States Street Super Supreme Tea Times Today Union United University Wall Washington West White
"""
NO_PERSON = frozenset(_INSTITUTIONS.split())

Change = Callable[[Example, random.Random], Iterator[Edit]]


def augmented(example: Example, rng: random.Random) -> Example:
    """The example after a random choice of the changes; half of them are often none."""
    for change, probability in CHANGES:
        if rng.random() < probability:
            example = apply(example, list(change(example, rng)))
    return example


def marks(text: str) -> Iterator[tuple[int, bool]]:
    """(place, whether it opens) of each double quotation mark; straight ones open and close in turn in a paragraph."""
    inside, end = False, 0
    for match in MARK.finditer(text):
        if "\n" in text[end : match.start()]:
            inside = False
        opens = match.group() == "“" or (match.group() == '"' and not inside)
        inside, end = opens, match.end()
        yield match.start(), opens


def other_marks(example: Example, rng: random.Random) -> Iterator[Edit]:
    """All double quotation marks in another style."""
    style = rng.choice(STYLES)
    for place, opens in marks(example.text):
        yield Edit(place, place + 1, style[0] if opens else style[1])


def lost_marks(example: Example, rng: random.Random) -> Iterator[Edit]:
    """Some quotation marks gone, as a careless scraper leaves them."""
    share = rng.choice((0.1, 0.3, 0.6))
    for place, _ in marks(example.text):
        if rng.random() < share:
            yield Edit(place, place + 1, "")


def lost_spaces(example: Example, rng: random.Random) -> Iterator[Edit]:
    """Some spaces beside quotation marks gone, as at the borders of links and bold words."""
    share = rng.choice((0.2, 0.5))
    for place, opens in marks(example.text):
        space = place - 1 if opens else place + 1
        if rng.random() < share and example.text[space : space + 1] == " ":
            yield Edit(space, space + 1, "")


def other_names(example: Example, rng: random.Random) -> Iterator[Edit]:
    """The people whom sources and other mentions name by two words get names of our own, everywhere in the article."""
    changed: dict[str, str] = {}
    for person in people(example):
        for match in PERSON.finditer(person.of(example.text)):
            given, family = match.groups()
            if given not in NO_PERSON and family not in NO_PERSON:
                changed.setdefault(given, rng.choice(GIVEN))
                changed.setdefault(family, rng.choice(FAMILY).replace("-", rng.choice("- ")))
    yield from replaced(example.text, changed)


def people(example: Example) -> Iterator[Span]:
    """Where people are named, or may be."""
    for attribution in example.attributions or ():
        yield from attribution.sources
    person = KINDS.index("person")
    yield from (m.span for m in example.mentions or () if m.kind == person)


def other_places(example: Example, rng: random.Random) -> Iterator[Edit]:
    """Some places get the names of others, everywhere in the article."""
    place = KINDS.index("place")
    named = {m.span.of(example.text) for m in example.mentions or () if m.kind == place}
    everywhere = [name for name in gazetteer() if name[0].isupper()]
    yield from replaced(example.text, {name: rng.choice(everywhere) for name in sorted(named) if rng.random() < 0.5})


def replaced(text: str, changed: dict[str, str]) -> Iterator[Edit]:
    """Whole words of a text replaced by others."""
    if changed:
        known = re.compile(r"\b(?:" + "|".join(map(re.escape, changed)) + r")\b")
        for match in known.finditer(text):
            yield Edit(match.start(), match.end(), changed[match.group()])


def lower_names(example: Example, rng: random.Random) -> Iterator[Edit]:
    """Capital letters lost: in the whole article, or in some words."""
    share = rng.choice((0.3, 1.0))
    for match in re.finditer(r"[A-Z]\w*", example.text):
        if rng.random() < share:
            yield Edit(match.start(), match.end(), match.group().lower())


def lost_paragraphs(example: Example, rng: random.Random) -> Iterator[Edit]:
    """Empty lines between paragraphs become line ends or, now and then, a space."""
    share = rng.choice((0.0, 0.0, 0.3))
    for match in re.finditer(r"\n[ \t]*\n\s*", example.text):
        yield Edit(match.start(), match.end(), " " if rng.random() < share else "\n")


CHANGES: tuple[tuple[Change, float], ...] = (
    (other_names, 0.35),
    (other_places, 0.25),
    (lost_spaces, 0.1),
    (lost_marks, 0.15),
    (other_marks, 0.4),
    (lower_names, 0.06),
    (lost_paragraphs, 0.2),
)
"""What may happen to an article, in this order, and how often."""
