"""Firms named after several people or by a word of two capitals: "Harper & Boyle", "Smith, Lee & Co", "BrightLoop"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extract import places
from kg.extract.lexicon import GIVEN_NAMES
from kg.extract.name import Name
from kg.model import EntityType, Span

WORD: Final = r"[A-ZÀ-Þ][^\W\d_]+(?:[-’'][A-ZÀ-Þ]?[^\W\d_]+)*"
FORM: Final = r"(?:LLP|LLC|PLC|plc|Ltd|Limited|Inc|GmbH|Corp|Pty|Bhd|Oyj|ASA|SpA|AG|NV|S\.A)"
CLOSING: Final = r"(?:Co|Company|Sons|Daughters|Partners|Associates|Brothers|Bros)"
FIRM: Final = re.compile(
    rf"\b(?:{WORD}(?:, {WORD}){{0,6}} (?:&|and) {CLOSING}\b|{WORD} & {WORD})\b(?! (?!{FORM}|Group|Holdings){WORD})"
    rf"(?: Group| Holdings)?(?:,? {FORM}\b)?(?!,? \(?(?:1[89]|20)\d\d)(?! et al)"
)
"""Names joined by "&", with a list before what closes a firm's name, and its legal form; no authors and year."""

PAPERS: Final = re.compile(r"\bet al\b|\w \[\d+\]|\w & \w+(?:['’]s)?,? \(?(?:1[89]|20)\d\d")
"""What tells that a text cites papers, whose authors are joined by "&" too."""

LEGAL: Final = re.compile(rf"(?:,? {FORM}\b)")
ENDS: Final = re.compile(rf".* {FORM}")

CAMEL: Final = re.compile(r"(?:[A-Z][a-z]{3,}|[a-z]{1,6})[A-Z][a-z]+")
"""A word with a capital within, as people's names have them only behind a short beginning: "LeBron", "McKay"."""
PEOPLES: Final = re.compile(r"Fitz|Vander|mac|[dD]e|[dD]i|al|la|le|van|von|el|ap|ab|ibn|ter|ten|ul|bin|af")
"""With which the names of people begin."""

TITLES: Final = frozenset(["Mr", "Mrs", "Ms", "Dr"])
ROADS: Final = frozenset(["St", "Ave", "Rd", "Street", "Avenue", "Road"])


def told(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, those of people joined by "&" as one firm, those in a legal form or of two capitals organisations."""
    known = {name.span.start: name.type for name in names if name.type}
    listed = (without_list(text, Span(*match.span()), known) for match in FIRM.finditer(text))
    cites = PAPERS.search(text) is not None
    found = [span for span in listed if is_firm(text, span, known) and not (cites and is_pair(span.of(text)))]
    outside = [
        name for name in names if not any(span.overlaps(name.span) and not name.span.holds(span) for span in found)
    ]
    held = {span for span in found for name in outside if name.span.holds(span)}
    firms = [Name(span, span.of(text), tuple(span.of(text).split()), EntityType.ORGANISATION) for span in found]
    every = [*(retyped(text, name) for name in outside), *(firm for firm in firms if firm.span not in held)]
    return sorted(every, key=lambda name: (name.span.start, -name.span.end))


def is_pair(words: str) -> bool:
    """Whether nothing but "&" tells a firm: no "Sons", no "LLP"."""
    return not re.search(rf"\b(?:{CLOSING}|{FORM}|Group|Holdings)$", words)


def without_list(text: str, span: Span, known: Mapping[int, EntityType]) -> Span:
    """A firm's name without the organisations in a list before it: "Bo Labs, Harper & Sons" are two."""
    *before, _ = span.of(text).split(", ")
    listed = before and known.get(span.start) is EntityType.ORGANISATION
    return Span(span.start + len(", ".join(before)) + 2, span.end) if listed else span


def is_firm(text: str, span: Span, known: Mapping[int, EntityType]) -> bool:
    """Whether such words are a firm's name: the first, or the one behind "&", is known for a name; and no couple's."""
    first, *rest = re.split(r",? (?:& |and )?|, ", span.of(text))
    if first in TITLES or places.is_place(span.of(text).replace("&", "and")):
        return False
    pair = {first, *rest} & GIVEN_NAMES and "&" in span.of(text) and not ENDS.fullmatch(span.of(text))
    behind = span.start + span.of(text).rfind(" ") + 1
    road = any(word in ROADS for word in (first, *rest))
    sites = [word for word, at in ((first, span.start), (rest[-1], behind)) if known.get(at) is EntityType.PLACE]
    if is_pair(span.of(text)) and any(places.is_place(word) for word in sites):
        return False
    couple = road or (pair and len(rest) < 2 and first in GIVEN_NAMES)
    return not couple and bool(known.keys() & {span.start, behind})


def retyped(text: str, name: Name) -> Name:
    """A name as an organisation's, if a legal form ends it or it is one word with a capital within."""
    if name.type in (EntityType.ORGANISATION, None) or name.titled:
        return name
    if len(name.words) > 1 and ENDS.fullmatch(name.text):
        return replace(name, type=EntityType.ORGANISATION)
    if len(name.words) < 4 and (form := LEGAL.match(text, name.span.end)) and not places.is_place(name.text):
        span = Span(name.span.start, form.end())
        return replace(
            name, span=span, text=span.of(text), words=tuple(span.of(text).split()), type=EntityType.ORGANISATION
        )
    return replace(name, type=EntityType.ORGANISATION) if is_camel(name) else name


def is_camel(name: Name) -> bool:
    """Whether a name is one word with a capital within that no person's or place's is: "BrightLoop", "iFixit"."""
    if not CAMEL.fullmatch(name.text):
        return False
    second = max(at for at, letter in enumerate(name.text) if letter.isupper())
    first = name.text[:second]
    parts = (first, name.text[second:])
    return not PEOPLES.fullmatch(first) and not any(part in GIVEN_NAMES or places.is_place(part) for part in parts)
