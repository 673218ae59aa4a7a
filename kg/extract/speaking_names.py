"""Which of the names in a source phrase speaks: its head, not an owner, not what a preposition hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from kg.extract import bodies
from kg.extract.chains import Chain
from kg.extract.descriptions import COLLECTIVE, STAFF, head_of, personal, singular
from kg.extract.lexicon import (
    DEMONYMS,
    DOCUMENTS,
    GROUPS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    PREPOSITIONS,
    ROLES,
    TITLES,
    word_set,
)
from kg.model import EntityType, Span

APART: Final = word_set("the a an former late prime acting vice deputy then longtime veteran senior current retired")
"""What may stand before a title."""

OWNERS: Final = ("'", "’")
BODIES: Final = (
    COLLECTIVE | ORGANISATION_WORDS | GROUPS | STAFF | ROLES | word_set("campaign administration supporters camp")
)
"""Nouns that make of a name before them what belongs to it: "the Lee campaign"."""

OWN: Final = word_set(
    "count tally estimate estimates calculation calculations figures data statistics research reporting findings"
)
"""Work that is told of as whose it is: "the count of X", "research by X"; an analysis of X is about X, and a study by X
speaks for itself."""

CLAUSE: Final = re.compile(r"\b(?:who|whose|whom|which|that)\b")
"""What begins a clause about a source: who is named there does not speak ("a member who supports Lee")."""

IDENTIFIED: Final = re.compile(r"\b(?:identified(?: only)? as|known(?: only)? as|named) \Z")
"""What stands before the name of who is described: "a woman identified as Ann Lee"."""

PORTFOLIO: Final = re.compile(
    r"(?:\A|[\w,] )(?:Secretary|Minister|Commissioner|Under-?[Ss]ecretary|Director|Chief|Head|Chair|Dean|Inspector"
    r"|Superintendent|Commander)"
    r" (?:of|for)(?: the)? [A-ZÀ-Þ][\w’'-]+(?: (?:(?:and|of|the) )*[A-ZÀ-Þ][\w’'-]+){0,3} \Z"
)
"""An office in capitals right before the name of who holds it: "Secretary of Justice Ann Lee"."""

MAKERS: Final = ("by", "from")
"""What stands between a document and who made it: the document speaks."""

MANAGING: Final = ("officer", "director", "editor", "partner")
"""What ends titles with such a word in them: "chief operating officer Ann Lee"."""

HEADS: Final = ROLES | word_set("speaker spokesperson")
LED: Final = (
    ORGANISATION_WORDS
    | COLLECTIVE
    | PLACE_WORDS
    | word_set(
        "grouping region city military troops world country nation state republic province county municipality commune"
        " canton oblast krai raion village town townlet settlement mosque parish monastery library theatre"
        " choir orchestra farm plant mine clinic kindergarten branch faction bloc brigade regiment battalion division"
        " corps platoon squadron fleet garrison surgery hospital ward prison colony camp festival championship academy"
        " tradeswomen workers teachers writers journalists veterans bakers farmers fishermen traders"
    )
)
"""Who stands at the head of what, so that a name may follow: "head of the region Ann Lee"."""
NUMBERED: Final = re.compile(r"(?:No\.|№|no\.) ?\d+|\d+")
"""What tells one of several such: "the director of school No. 7 Ann Lee"."""

TITLE: Final = re.compile(r"(?: [A-ZÀ-Þ][\w.'’-]*)+ ")
"""Capitalised words alone between two names."""

Named = tuple[Span, Chain]
"""A name where it stands, and whose it is."""


def speaking(text: str, source: Span, names: list[Named]) -> Named | None:
    """The name in the phrase that speaks: a person, else an organisation; no possessor, no "for X"."""
    heads = [(span, chain) for span, chain in names if speaks(text, source, span)]
    if heads and made(text, source, heads[0][0]):
        return None
    for span, chain in heads:
        if chain.type is EntityType.PERSON and not owns(text, source, span) and not in_title(text, span, heads):
            return span, chain
    for wanted in (EntityType.ORGANISATION, None, EntityType.GROUP):
        for span, chain in heads:
            if chain.type is wanted and ends_phrase(text, source, span):
                return span, chain
    return behind(text, source, names)


def owns(text: str, source: Span, name: Span) -> bool:
    """Whether a person's name only tells whose body or people speak: "the Lee campaign", "Lee supporters"."""
    words = text[name.end : source.end].split()
    return bool(words) and text[name.end : name.end + 1] == " " and words[0].strip(",") in BODIES


def made(text: str, source: Span, name: Span) -> bool:
    """Whether a phrase is about a document, and a name in it tells who made it: "a study by Ann Lee"."""
    before = text[source.start : name.start].lower().split()
    head = head_of(source.of(text))
    return head is not None and head.noun in DOCUMENTS - OWN and any(word in MAKERS for word in before)


def in_title(text: str, name: Span, heads: Iterable[Named]) -> bool:
    """Whether a name is part of the title of the next: "Lee Adviser Bo Finch"."""
    between = (text[name.end : span.start] for span, c in heads if c.type is EntityType.PERSON)
    return any(TITLE.fullmatch(words) for words in between)


def speaks(text: str, source: Span, name: Span) -> bool:
    """Whether a name in a source phrase is its head: not owner, not after a preposition, in no relative clause."""
    if text[name.end : name.end + 1] in OWNERS and name.end + 2 < source.end:
        return False
    if in_clause(text, source, name) or only_where(text, name) or acted_on(text, source, name):
        return False
    if IDENTIFIED.search(text[source.start : name.start]):
        return True
    before = text[source.start : name.start].rpartition(",")[2].lower().split()
    if PORTFOLIO.search(text, source.start, name.start):
        return True
    while before and (before[-1].strip(".") in TITLES | ROLES | APART or before[-1].title() in DEMONYMS):
        titled = before.pop()
        if titled not in APART and before and text[name.start].isupper() and not (set(before) & PREPOSITIONS):
            return True
    return not before or ends_as_name(text, source, name) or not any(word in PREPOSITIONS for word in before)


def in_clause(text: str, source: Span, name: Span) -> bool:
    """Whether a name stands in a clause about the source, not behind it: "the man who has the key, Ann Lee"."""
    if not CLAUSE.search(text, source.start, name.start):
        return False
    clause, comma, title = text[source.start : name.start].rpartition(",")
    titled = all(word[0].isupper() or word.lower() in TITLES | ROLES | APART for word in title.split())
    ends = not text[name.end : source.end].strip(" ,") and not re.search(r",| (?:and|or)\b", clause)
    return not (comma and titled and ends)


def acted_on(text: str, source: Span, name: Span) -> bool:
    """Whether a name is what those who speak are busy with: "doctors treating Ann Lee"."""
    words = text[source.start : name.start].rpartition(",")[2].split()
    if words and words[-1].lower() in MANAGING:
        return False
    return any(
        word.endswith("ing") and (before in GROUPS or personal(singular(before) if before[-1] == "s" else before))
        for before, word in pairwise(words)
    )


def only_where(text: str, name: Span) -> bool:
    """Whether a name tells where the one who speaks has its seat: "the Leeds-based company"."""
    return bool(bodies.BASED.match(text, name.end)) or name.of(text).endswith("-based")


def ends_as_name(text: str, source: Span, name: Span) -> bool:
    """Whether a name right behind another ends the phrase: "the director of the Example Council Ann Lee"."""
    words = text[source.start : name.start].split()
    before = [word for word in words if word.lower().strip(".") not in TITLES | ROLES | APART]
    rest = text[name.end : source.end].lstrip()
    if not before or (rest and rest[0] != ","):
        return False
    return before[-1][0].isupper() or (
        words[-1] is before[-1] and " " in name.of(text) and heads_body([word.lower() for word in words])
    )


def ends_phrase(text: str, source: Span, name: Span) -> bool:
    """Whether nothing but a comma, brackets or a preposition follows the name in its phrase."""
    rest = text[name.end : source.end].lstrip()
    joined = rest[:1].isalnum() or rest[:1] in ("/", "-")
    return not joined or rest.split()[0].lower() in PREPOSITIONS | {"and"}


def behind(text: str, source: Span, names: list[Named]) -> Named | None:
    """The organisation or person whose report or analysts speak: "analysts of X", "X's report"."""
    head = head_of(source.of(text))
    if head is None or (head.noun not in STAFF and head.noun not in DOCUMENTS):
        return None
    for span, chain in names:
        before = text[source.start : span.start].lower().split()
        owner = text[span.end : span.end + 2] in ("'s", "’s")
        of = belongs_to(before, head.noun)
        if chain.type in (EntityType.ORGANISATION, EntityType.PERSON, None) and (owner or of):
            chain.type = chain.type or EntityType.ORGANISATION
            return span, chain
    return None


def heads_body(words: list[str]) -> bool:
    """Whether words say of what body somebody is the head, in lower case: "the head of the Utopian administration"."""
    of = words.index("of") if "of" in words else 0
    of_what = words[of + 1 :]
    while (of_what and NUMBERED.fullmatch(of_what[-1])) or of_what[-1:] in (["no."], ["№"]):
        of_what.pop()
    return bool(of and of_what) and words[of - 1] in HEADS and of_what[-1] in LED


def belongs_to(before: list[str], noun: str) -> bool:
    """Whether the words before a name say whose staff or figures speak: "analysts of X", "data from X", "a count of X".

    A study by somebody speaks for itself, and one of somebody may be about them.
    """
    links = ("of", "from", "at") if noun in STAFF else ("of", "from", "by") if noun in OWN else ()
    return any(word in links for word in before)
