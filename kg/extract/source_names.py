"""Which of the names in a source phrase speaks: its head, not an owner, not what a preposition hangs on."""

from __future__ import annotations

import re
from bisect import bisect_left
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

OPENS: Final = re.compile(r"(?:\A|\n|[.!?][\"”’']* )(?:(?:Even|But|And|Yet|The|So) ){0,2}\Z")
"""What stands before a name that opens a sentence."""

RUN_ON: Final = 3
"""Words that a name must have to be a headline's with its verb: "Lee Slams Harbour"."""

MAKERS: Final = ("by", "from")
"""What stands between a document and who made it: the document speaks."""

HEADS: Final = ROLES | word_set("speaker spokesperson")
LED: Final = word_set("grouping region city military troops")
"""Who stands at the head of what, beside organisations, so that a name may follow: "head of the region Ann Lee"."""

TITLE: Final = re.compile(r"(?: [A-ZÀ-Þ][\w.'’-]*)+ ")
"""Capitalised words alone between two names."""

Named = tuple[Span, Chain]


class SourceNames:
    """The names of an article, asked for those in a source phrase."""

    def __init__(self, text: str, chains: Iterable[Chain]) -> None:
        self.text = text
        self.named: list[Named] = sorted(((s, chain) for chain in chains for s in chain.mentions), key=lambda m: m[0])

        self.headline = text.find("\n", len(text) - len(text.lstrip())) if "\n" in text.strip() else 0
        self.by_words: dict[str, dict[Chain, None]] = {}
        for chain in dict.fromkeys(chain for _, chain in self.named):
            if chain.type is not EntityType.PLACE:
                for words in (chain.name, chain.last_word, *chain.aliases):
                    self.by_words.setdefault(words, {})[chain] = None

    def inside(self, span: Span) -> list[Named]:
        """The names in a stretch of text."""
        at = bisect_left(self.named, span.start, key=lambda m: m[0].start)
        found = []
        while at < len(self.named) and self.named[at][0].start < span.end:
            if self.named[at][0].end <= span.end:
                found.append(self.named[at])
            at += 1
        return found

    def speaking(self, source: Span) -> Named | None:
        """The name in the phrase that speaks: a person, else an organisation; no possessor, no "for X"."""
        names = self.inside(source)
        heads = [(span, chain) for span, chain in names if self.speaks(source, span)]
        if heads and self.made(source, heads[0][0]):
            return None
        for span, chain in heads:
            if chain.type is EntityType.PERSON and not self.owns(source, span) and not self.in_title(span, heads):
                return span, chain
        for wanted in (EntityType.ORGANISATION, None, EntityType.GROUP):
            for span, chain in heads:
                if chain.type is wanted and self.ends_phrase(source, span):
                    return span, chain
        return self.behind(source, names)

    def state(self, source: Span) -> Named | None:
        """The place whose name is the whole phrase, an apposition apart: its government speaks."""
        places = (m for m in self.inside(source) if m[1].type is EntityType.PLACE and not self.only_where(m[0]))
        alone = (m for m in places if m[0].end == source.end or self.text.startswith(", ", m[0].end))
        return next((m for m in alone if self.text[source.start : m[0].start].lower().strip() in ("", "the")), None)

    def owns(self, source: Span, name: Span) -> bool:
        """Whether a person's name only tells whose body or people speak: "the Lee campaign", "Lee supporters"."""
        words = self.text[name.end : source.end].split()
        return bool(words) and self.text[name.end : name.end + 1] == " " and words[0].strip(",") in BODIES

    def made(self, source: Span, name: Span) -> bool:
        """Whether a phrase is about a document, and a name in it tells who made it: "a study by Ann Lee"."""
        before = self.text[source.start : name.start].lower().split()
        head = head_of(source.of(self.text))
        return head is not None and head.noun in DOCUMENTS - OWN and any(word in MAKERS for word in before)

    def in_title(self, name: Span, heads: Iterable[Named]) -> bool:
        """Whether a name is part of the title of the next: "Lee Adviser Bo Finch"."""
        between = (self.text[name.end : span.start] for span, c in heads if c.type is EntityType.PERSON)
        return any(TITLE.fullmatch(words) for words in between)

    def speaks(self, source: Span, name: Span) -> bool:
        """Whether a name in a source phrase is its head: not owner, not after a preposition, in no relative clause."""
        if self.text[name.end : name.end + 1] in OWNERS and name.end + 2 < source.end:
            return False
        if CLAUSE.search(self.text, source.start, name.start) or self.only_where(name) or self.acted_on(source, name):
            return False
        if IDENTIFIED.search(self.text[source.start : name.start]):
            return True
        before = self.text[source.start : name.start].rpartition(",")[2].lower().split()
        while before and (before[-1].strip(".") in TITLES | ROLES | APART or before[-1].title() in DEMONYMS):
            titled = before.pop()
            if titled not in APART and before and self.text[name.start].isupper() and not (set(before) & PREPOSITIONS):
                return True
        return not before or self.titled(source, name) or not any(word in PREPOSITIONS for word in before)

    def acted_on(self, source: Span, name: Span) -> bool:
        """Whether a name is what those who speak are busy with: "doctors treating Ann Lee"."""
        words = self.text[source.start : name.start].rpartition(",")[2].split()
        return any(
            word.endswith("ing") and (before in GROUPS or personal(singular(before) if before[-1] == "s" else before))
            for before, word in pairwise(words)
        )

    def only_where(self, name: Span) -> bool:
        """Whether a name tells where the one who speaks has its seat: "the Leeds-based company"."""
        return bool(bodies.BASED.match(self.text, name.end)) or name.of(self.text).endswith("-based")

    def titled(self, source: Span, name: Span) -> bool:
        """Whether a name right behind another ends the phrase: "the director of the Example Council Ann Lee"."""
        words = self.text[source.start : name.start].split()
        before = [word for word in words if word.lower().strip(".") not in TITLES | ROLES | APART]
        rest = self.text[name.end : source.end].lstrip()
        if not before or (rest and rest[0] != ","):
            return False
        return before[-1][0].isupper() or (
            words[-1] is before[-1] and " " in name.of(self.text) and heads_body([word.lower() for word in words])
        )

    def ends_phrase(self, source: Span, name: Span) -> bool:
        """Whether nothing but a comma, brackets or a preposition follows the name in its phrase."""
        rest = self.text[name.end : source.end].lstrip()
        joined = rest[:1].isalnum() or rest[:1] in ("/", "-")
        return not joined or rest.split()[0].lower() in PREPOSITIONS | {"and"}

    def behind(self, source: Span, names: list[Named]) -> Named | None:
        """The organisation or person whose report or analysts speak: "analysts of X", "X's report"."""
        head = head_of(source.of(self.text))
        if head is None or (head.noun not in STAFF and head.noun not in DOCUMENTS):
            return None
        for span, chain in names:
            before = self.text[source.start : span.start].lower().split()
            owner = self.text[span.end : span.end + 2] in ("'s", "’s")
            of = belongs_to(before, head.noun)
            if chain.type in (EntityType.ORGANISATION, EntityType.PERSON, None) and (owner or of):
                chain.type = chain.type or EntityType.ORGANISATION
                return span, chain
        return None

    def beside(self, source: Span) -> Named | None:
        """The name that a source phrase is said of: it opens its sentence right before, with a comma between."""
        for span, chain in self.before(Span(source.start, source.start + 1)):
            opens = OPENS.search(self.text[max(0, span.start - 20) : span.start])
            between, behind = self.text[span.end : source.start], self.text[source.end : source.end + 1]
            return (span, chain) if opens and between == ", " and behind == "," else None
        return None

    def called(self, words: str) -> Chain | None:
        """The only one whom the article calls so elsewhere: in a headline that was read as one longer name."""
        known = self.by_words.get(words.removesuffix("'s").removesuffix("’s"), {})
        people = [chain for chain in known if chain.type is EntityType.PERSON]
        return people[0] if len(people) == 1 else next(iter(known)) if len(known) == 1 else None

    def meant(self, chain: Chain) -> Chain:
        """Whom a chain is; what a headline runs into its verb is the person whose name it begins with."""
        words = chain.name.split()
        if (chain.mentions and chain.mentions[-1].end > self.headline) or len(words) < RUN_ON:
            return chain
        begun = (self.called(" ".join(words[:number])) for number in range(len(words) - 1, 0, -1))
        return next((c for c in begun if c and c.type is EntityType.PERSON), chain)

    def before(self, where: Span) -> Iterable[Named]:
        """The names before an offset, the nearest first."""
        end = bisect_left(self.named, where, key=lambda m: m[0])
        return (self.named[at] for at in range(end - 1, -1, -1))

    def owned(self, span: Span) -> bool:
        """Whether a name is an owner's: "Lee's"."""
        return self.text[span.end : span.end + 1] in OWNERS


def heads_body(words: list[str]) -> bool:
    """Whether words say of what body somebody is the head, in lower case: "the head of the Utopian administration"."""
    of = words.index("of") if "of" in words else 0
    return bool(of) and words[of - 1] in HEADS and words[-1] in ORGANISATION_WORDS | COLLECTIVE | LED


def belongs_to(before: list[str], noun: str) -> bool:
    """Whether the words before a name say whose staff or figures speak: "analysts of X", "data from X", "a count of X".

    A study by somebody speaks for itself, and one of somebody may be about them.
    """
    links = ("of", "from", "at") if noun in STAFF else ("of", "from", "by") if noun in OWN else ()
    return any(word in links for word in before)
