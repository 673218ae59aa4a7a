"""What a tagger marks, cut to what a name is: without articles, titles and joining words, with its initials."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple, Protocol

from kg.extract.lexicon import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, TITLES, word_set
from kg.extract.ranks import BEFORE
from kg.extract.surnames import FIRST
from kg.model import EntityType, Span

PARTICLES: Final = word_set("de da di du del della van von der den ten ter la le el al bin ibn ben abu st")

OFFICES: Final = TITLES | word_set("rear acting former retired interim incumbent senior assistant")
"""Titles before a person's name, and what stands before titles."""

KINDS: Final = word_set("ngo ngos group newspaper agency outlet")
"""What says of what kind an organisation is and stands before its name."""

JOINING: Final = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | {"&"}
"""What no name ends in."""

LINE: Final = re.compile(r"[^\s](?:[^\n\r]*[^\s])?")
WORD: Final = re.compile(r"[^\W_][\w’'.-]*|&")
INITIALS: Final = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.-?)+$")
SPACED: Final = re.compile(r"(?<![\w.])(?:[A-Z]\. )+$")
INITIAL: Final = re.compile(r"[A-Z]\. ")
"""Initials with spaces: a single capital may also end a sentence ("plan B. Lee"), two do not."""
GIVEN: Final = re.compile(r"[A-Z][a-z]+-[a-z]+")
BEFORE_GIVEN: Final = re.compile(r"\b([A-Z][a-z]+) $")
JUNIOR: Final = re.compile(r",? (?:Jr|Sr)\b")
"""What belongs to a surname, behind it."""
HYPHENED: Final = re.compile(r"-[A-Z]\w+")
DOTTED: Final = re.compile(r".*\..*")
SHORTENED: Final = re.compile(r".*\..*|[A-Z]|[JS]r")
"""A last word whose full stop is its own: "U.S."; of several also "Ann B." and "John Lee Jr."."""
POSSESSIVE: Final = ("'s", "’s")


class Tagged(Protocol):
    """A name as a tagger sees it: where, of which type, and how likely that is, between 0 and 1."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def type(self) -> EntityType:
        """What it names."""

    @property
    def probability(self) -> float:
        """How likely that is."""


class Seen(NamedTuple):
    """A tagged name without what stands around it."""

    span: Span
    type: EntityType
    probability: float


def in_lines(text: str, one: Tagged) -> Iterator[Seen]:
    """A tagged name, or where it runs over a line's end its part in each line: a headline's end names nobody twice."""
    for found in LINE.finditer(text, one.span.start, one.span.end):
        yield Seen(Span(*found.span()), one.type, one.probability)


def bare(text: str, one: Tagged) -> Seen:
    """A tagged name without the article and the titles before it, the possessive and joining words behind it.

    Initials that are written without a space belong to it: "G.K. Lee" where "K. Lee" is tagged.
    """
    whole = one.span if one.type is not EntityType.PERSON else of_person(text, one.span)
    words = [found.span() for found in WORD.finditer(text, whole.start, whole.end)]
    around = DETERMINERS | (OFFICES if one.type is EntityType.PERSON else KINDS)
    while len(words) > 1 and (text[slice(*words[0])].lower().rstrip(".") in around or is_lower(text[slice(*words[0])])):
        words.pop(0)
    while len(words) > 1 and text[slice(*words[-1])] in JOINING:
        words.pop()
    if not words:
        return Seen(one.span, one.type, one.probability)
    start, end = words[0][0], words[-1][1]
    start = with_initials(text, start, one.type)
    if text[end - 2 : end] in POSSESSIVE and end - 2 > words[-1][0]:
        end -= 2
    last, own = (words[-1][0], SHORTENED) if len(words) > 1 else (start, DOTTED)
    end -= text[end - 1] in "-–"
    if text[end : end + 1] == "." and own.fullmatch(text, last, end):
        end += 1
    return Seen(Span(start, end), one.type, one.probability)


def with_initials(text: str, start: int, type: EntityType) -> int:
    """Where a name begins with its initials; those with spaces only a person's, and one alone only before another."""
    if before := INITIALS.search(text, max(0, start - 8), start):
        return before.start()
    spaced = SPACED.search(text, max(0, start - 9), start) if type is EntityType.PERSON else None
    return spaced.start() if spaced and (spaced[0].count(".") > 1 or INITIAL.match(text, start)) else start


def of_person(text: str, span: Span) -> Span:
    """A tagged person without the rank of police before the name, and with the rest of a name cut at its hyphen."""
    rank = BEFORE.match(text, span.start, span.end)
    start = rank.end() if rank and rank.end() < span.end else span.start
    start = with_surname(text, start, span.end)
    end = junior.end() if (junior := JUNIOR.match(text, span.end)) else span.end
    if end > span.end:
        return Span(start, end)
    hyphen = HYPHENED.match(text, span.end - 1) if " " in text[start : span.end] else None
    return Span(start, hyphen.end() if hyphen else span.end)


def with_surname(text: str, start: int, end: int) -> int:
    """Where a name begins with the surname before it, if it is a given name of East Asia: "Son Heung-min"."""
    before = BEFORE_GIVEN.search(text, max(0, start - 10), start) if GIVEN.fullmatch(text, start, end) else None
    return before.start(1) if before and before[1].lower() in FIRST else start


def is_lower(word: str) -> bool:
    """Whether a word begins small, and is no particle with which names begin: "alexei", not "al-Bashir" or "van"."""
    return word[0].islower() and "-" not in word and word not in PARTICLES


def joined(seen: Iterable[Seen], whole: Collection[Span]) -> list[Seen]:
    """Tagged names in text order; those that follow each other and together are one of these names are that one.

    Of two of a type, one within the other, the outer one is the name.
    """
    found: list[Seen] = []
    for one in sorted(seen, key=lambda one: one.span):
        last = found[-1] if found else None
        union = Span(min(last.span.start, one.span.start), max(last.span.end, one.span.end)) if last else one.span
        held = last is not None and union in (last.span, one.span)
        if last and last.type is one.type and (held or union in whole):
            found[-1] = Seen(union, one.type, max(last.probability, one.probability))
        else:
            found.append(one)
    return found
