"""Names that the rules found and names that a tagger found, made one list."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from kg.extract import firms, inner_names, listed_fields, named_laws, offices, places, second_opinion, teams, title_case
from kg.extract.known_names import is_known, is_site_of_list, is_spelt_out
from kg.extract.lexicon import GIVEN_NAMES, ORGANISATION_WORDS
from kg.extract.name import Name
from kg.extract.name_features import is_told
from kg.extract.name_types import BODY
from kg.extract.naming import is_abbreviation, is_dotted, is_law, is_thing, is_town, names_something
from kg.extract.nested_names import with_nested
from kg.extract.roads import is_road
from kg.extract.surnames import is_hyphened
from kg.extract.tagged_spans import Seen, Tagged, bare, in_lines, joined
from kg.extract.whole_names import is_body, is_headed, is_noun_of, is_site
from kg.model import EntityType, Span

SURE: Final = 0.6
"""From this probability on the tagger decides span and type."""

LIKELY: Final = 0.4
"""From this probability on it adds what the rules miss, and types what they leave open."""

CERTAIN: Final = 0.9
"""From this probability on the tagger knows better than the list of places."""

EVEN: Final = 0.5
"""From this probability on it knows better than capital letters alone do."""

BACKED: Final = 0.5
"""The least share of a word's places where the tagger sees a name, for it to be one where the tagger is not sure."""

CAPITALISED: Final = re.compile(r"(?<![\w’'.-])[A-Z]\w*")


DATED: Final = re.compile(r"(?:, [^\n]{1,40})? ?(?:\(|—|–|-)")
"""What stands behind the place in a dateline."""

REACHED: Final = re.compile(r"\b(?:in|near|outside|left for|fled to|flew to|travel?led to|arrived in|moved to) $")
"""What stands before where somebody or something is or goes."""

SHORT: Final = re.compile(r"[A-Z]{2,4}")
"""Capital letters that may be short for anything."""


class Apart:
    """Tagged names of which no two share a character: of two that would, the likelier."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        self.found: list[Seen] = []
        for one in sorted(seen, key=lambda one: (one.span.start, -one.probability)):
            if self.found and self.found[-1].span.end > one.span.start:
                self.found[-1] = max(self.found[-1], one, key=lambda each: each.probability)
            else:
                self.found.append(one)

    def meeting(self, span: Span) -> list[Seen]:
        """Those that share a character with a span."""
        at = max(0, bisect_right(self.found, span.start, key=lambda one: one.span.start) - 1)
        met = []
        while at < len(self.found) and self.found[at].span.start < span.end:
            if self.found[at].span.overlaps(span):
                met.append(self.found[at])
            at += 1
        return met


def merge(text: str, rule_names: Sequence[Name], tagged: Iterable[Tagged]) -> list[Name]:
    """One list, in text order: the tagger's names where it is sure, else the rules', else what it thinks likely.

    Where the tagger is sure, what the rules have there goes, but for a place within an organisation's name, and for the
    whole name of an organisation or site of which the tagger sees a part.
    Where it is silent the rules' names stay, but keep a type only on strong evidence; those that the rules leave
    untyped take the type that it thinks likely. Places within the names of organisations and places join them.
    """
    tagged = list(tagged)
    parts = (bare(text, part) for one in tagged if one.probability >= LIKELY for part in in_lines(text, one))
    laws = [name.span for name in rule_names if is_law(name.text)]
    named = (name for name in rule_names if not is_thing(name.text, name.type))
    rule_names = [replace(n, type=EntityType.ORGANISATION) if is_body(n) or is_dotted(n.text) else n for n in named]
    heads = {one.span.start for one in tagged if one.type is EntityType.ORGANISATION}
    bodies = [name.span for name in rule_names if is_body(name) or (name.span.start in heads and is_headed(name))]
    glued = [name.span for name in rule_names if text[name.span.end : name.span.end + 1].isalpha()]
    whole = joined(parts, {name.span for name in rule_names})
    whole = named_laws.shortened(text, backed(text, whole))
    likely = (one for one in whole if names_something(text, one.span, one.type) and not is_of_law(one, laws))
    ending = {name.span.end: name for name in rule_names}
    likely = (one for one in likely if not (one.span.end in ending and is_noun_of(ending[one.span.end], one.span)))
    spelt_out = [name.span for name in rule_names if is_spelt_out(name)]
    seen = Apart(
        one for one in likely if not (is_part(one, bodies) or meets(one, glued) or is_within(one.span, spelt_out))
    )
    met = {name.span: seen.meeting(name.span) for name in rule_names}
    beside = {one.span for name in rule_names for one in met[name.span]}
    known = {name.span: name for name in rule_names}
    found = {span: kept(name, met[span]) for span, name in known.items() if stays(name, met[span])}
    full = [name for name in rule_names if name.type is EntityType.PERSON and len(name.words) > 1]
    surnames = {name.words[-1] for name in full}
    own = {word for name in full for word in name.words}
    for one in seen.found:
        known_here = known.get(one.span)
        if one.probability >= SURE or one.span not in beside or yields(known_here, one):
            found[one.span] = named_as(text, one, known_here, surnames, own)
    for name in with_nested(text, list(found.values())):
        found.setdefault(name.span, name)
    for short in shortened(found.values()):
        found[short.span] = replace(short, type=None)
    again = looked_at_again(text, in_order(found.values()), rule_names, seen.found)
    every = inner_names.with_inner(text, listed_fields.told(text, firms.told(text, again)))
    held = {name.span: name for name in offices.holders(text, every)}
    return in_order([*(name for name in every if name.span not in held), *held.values()])


def looked_at_again(text: str, names: list[Name], rule_names: Sequence[Name], seen: Sequence[Seen]) -> list[Name]:
    """The names with the types that the whole article tells: of the unsure, of headlines, of teams and states."""
    names = list(second_opinion.weighed(text, names, rule_names, seen))
    names = teams.told(text, title_case.told_apart(text, names))
    return list(second_opinion.agreed(list(second_opinion.governed(text, names, seen))))


def backed(text: str, seen: Sequence[Seen]) -> list[Seen]:
    """The tagged names without the words that the tagger is not sure of and sees as none in most of their places."""
    words = Counter(CAPITALISED.findall(text))
    tagged = Counter(one.span.of(text) for one in seen)
    return [
        one for one in seen if one.probability >= SURE or BACKED * words[one.span.of(text)] <= tagged[one.span.of(text)]
    ]


def in_order(names: Iterable[Name]) -> list[Name]:
    """Names in text order, those that begin together from the longest on."""
    return sorted(names, key=lambda name: (name.span.start, -name.span.end))


def stays(name: Name, met: Iterable[Seen]) -> bool:
    """Whether a name of the rules stays beside the tagged names that it shares characters with."""
    whole = is_body(name) or is_site(name) or is_road(name) or is_spelt_out(name)
    return all(
        one.probability < SURE or one.span == name.span or is_nested(name, one) or (whole and name.span.holds(one.span))
        for one in met
    )


def yields(known: Name | None, one: Seen) -> bool:
    """Whether a name of the rules, untyped or typed by its capitals, takes the type that the tagger thinks likely."""
    if known is None or known.type is None:
        return known is not None
    return one.probability >= EVEN and not is_strong(known)


def kept(name: Name, met: Sequence[Seen]) -> Name:
    """A name of the rules beside the tagged ones: where the tagger sees none, with a type only on strong evidence."""
    strong = is_strong(name) and not (SHORT.fullmatch(name.text) and is_known(name))
    return name if met or name.type is None or strong else replace(name, type=None)


def is_strong(name: Name) -> bool:
    """Whether more than capital letters tells what a name names: a title, a list of names or places, a telling word."""
    if is_told(name) or is_dotted(name.text):
        return True
    if BODY.search(name.text):
        return name.type is EntityType.ORGANISATION
    if name.type is EntityType.PLACE:
        return places.is_place(name.text) or is_road(name)
    if name.type is EntityType.PERSON:
        return len(name.words) > 1 and name.words[0] in GIVEN_NAMES
    return len(name.words) > 1 and any(word.lower() in ORGANISATION_WORDS for word in name.words)


def is_nested(name: Name, one: Seen) -> bool:
    """Whether a name is a place within an organisation's longer name; what ends a place's name is no other place."""
    within = one.span.holds(name.span) and one.type is EntityType.ORGANISATION
    return within and name.type is EntityType.PLACE


def shortened(names: Iterable[Name]) -> list[Name]:
    """The single words taken for people with which the name of an organisation begins: "Vesna" of "Vesna Movement"."""
    every = list(names)
    begins = {n.words[0] for n in every if n.type is EntityType.ORGANISATION and len(n.words) > 1}
    people = (n for n in every if n.type is EntityType.PERSON and len(n.words) == 1 and not n.titled)
    return [name for name in people if name.text in begins - GIVEN_NAMES]


def meets(one: Seen, spans: Sequence[Span]) -> bool:
    """Whether a tagged name runs over the end of a name that is glued to the next word: "Example Timeswhose"."""
    at = bisect_right(spans, one.span.end, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].overlaps(one.span) and spans[at].end < one.span.end


def is_part(one: Seen, bodies: Sequence[Span]) -> bool:
    """Whether a tagged name is only a part of an organisation's name, and no place in it: "Office"."""
    return is_within(one.span, bodies) and one.type is not EntityType.PLACE


def is_within(span: Span, outer: Sequence[Span]) -> bool:
    """Whether a span is a part of one of others, which are in text order and share no character."""
    at = bisect_right(outer, span.start, key=lambda each: each.start) - 1
    return at >= 0 and outer[at].holds(span) and outer[at] != span


def is_of_law(one: Seen, laws: Sequence[Span]) -> bool:
    """Whether a tagged name of an organisation is a part of a law's name: "Clean Air" of "Clean Air Act"."""
    at = bisect_right(laws, one.span.start, key=lambda law: law.start) - 1
    return one.type is EntityType.ORGANISATION and at >= 0 and laws[at].holds(one.span)


def named_as(text: str, one: Seen, known: Name | None, surnames: Collection[str], own: Collection[str]) -> Name:
    """A tagged name as a name; what the rules know of the same words is kept.

    `surnames` and `own` are the last and all words of the full names of people in the article.
    """
    kind = one.type
    if kind is not EntityType.ORGANISATION and is_abbreviation(text, one.span):
        kind = EntityType.ORGANISATION
    if (kind is EntityType.PERSON and is_reached(text, one.span, own)) or is_dateline(text, one.span):
        kind = EntityType.PLACE
    if known:
        person = kind is EntityType.PERSON and known.text in own
        state = kind is EntityType.PERSON and places.is_state(known.text) and known.text not in GIVEN_NAMES
        site = kind is EntityType.PERSON and is_site_of_list(known)
        listed = ((state or site or is_known(known)) and not person) or is_spelt_out(known)
        keeps = listed or (one.probability < CERTAIN and is_sure(known, kind, surnames))
        return known if keeps else replace(known, type=kind, doubtful=False)
    words = one.span.of(text).split()
    return Name(one.span, " ".join(words), tuple(words), kind)


def is_dateline(text: str, span: Span) -> bool:
    """Whether a place's name in capitals begins a line, as in "ADDIS ABABA, Ethiopia (AP)"."""
    words = span.of(text)
    begins = span.start == 0 or text[span.start - 1] == "\n"
    return begins and words.isupper() and is_town(words) and DATED.match(text, span.end) is not None


def is_reached(text: str, span: Span, own: Collection[str]) -> bool:
    """Whether a word of the list of places stands behind "in" or where one goes, and is nobody's in the article."""
    word = span.of(text)
    nobody = word not in own and word not in GIVEN_NAMES and places.is_place(word)
    return nobody and REACHED.search(text[max(0, span.start - 16) : span.start]) is not None


def is_sure(known: Name, kind: EntityType, surnames: Collection[str]) -> bool:
    """Whether the rules know better than a tagger what a name is: a place's of the list, "Lee Fund" no person's.

    A place of the list that is the last word of somebody's name in the article may be this person's.
    """
    if known.type is EntityType.PLACE:
        return places.is_place(known.text) and not (kind is EntityType.PERSON and known.text in surnames)
    if known.type is EntityType.PERSON:
        given = len(known.words) > 1 and known.words[0] in GIVEN_NAMES
        return (kind is EntityType.ORGANISATION and given) or is_hyphened(known.text)
    return known.type is EntityType.ORGANISATION and is_strong(known)
