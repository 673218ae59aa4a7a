"""Who a source without a name in an article's opening is: the article names him in what follows.

"A former judge says the law is wrong. … Ann Lee, who sat in Harrow until 2012, said …"
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Set
from typing import Final

from kg.extract import bodies
from kg.extract.chains import Chain
from kg.extract.descriptions import COLLECTIVE, PRESS, PRESS_NAME, Head, personal
from kg.extract.genders import WORDS
from kg.extract.introductions import Introductions
from kg.extract.lexicon import DETERMINERS, ROLES, word_set
from kg.extract.own_actors import FIRMS
from kg.extract.source_names import SourceNames
from kg.extract.speaking_names import speaks
from kg.extract.voices import Voices
from kg.model import EntityType, Span

OPENING: Final = 3
"""Lines with words in which an article tells its news before it names people."""

FAR: Final = 2500
NEAR: Final = 900
"""Characters within which the name must come; where nothing is said of it beside the name the shorter ones."""

CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)
"""A line that gives the time of an entry: "2:40 p.m."."""

LATER: Final = 6
"""Sources looked at."""

ALIKE: Final = (
    word_set("judge justice magistrate"),
    word_set("lawyer attorney counsel solicitor barrister prosecutor"),
    word_set("lawmaker legislator senator congressman congresswoman representative mp politician"),
    word_set("adviser advisor aide strategist consultant"),
    word_set("chief head leader director chairman chairwoman chair president"),
    word_set("scientist researcher professor expert academic"),
    word_set("spokesman spokeswoman spokesperson"),
)
"""Nouns that may be said of the same person."""

REPORTS: Final = word_set("report")
"""What a newspaper's report is told as before the newspaper is named."""

ANY: Final = word_set("official man woman person politician member leader executive expert native resident")
"""Nouns that may be said of somebody whatever else is."""


class NamedLater:
    """Looks ahead for the name of a source without one."""

    def __init__(self, text: str, names: SourceNames, introduced: Introductions, voices: Voices) -> None:
        self.found: dict[Chain, str] = {}
        self.text, self.names, self.introduced, self.voices = text, names, introduced, voices

    def who(self, head: Head, source: Span) -> Chain | None:
        """The person who is described in a source and named later; None if that is not clear."""
        if head.plural or head.definite or not self.opening(source.start):
            return None
        if head.noun in FIRMS or not personal(head.noun):
            return self.body(head, source)
        if titled := self.titled(head, source):
            return titled
        found = self.next_named(head, source)
        if found is None or not self.may_be(head, source, *found):
            return None
        self.found.setdefault(found[1], head.noun)
        return found[1]

    def titled(self, head: Head, source: Span) -> Chain | None:
        """The only person of whom a bare office is told soon behind a headline: "Premier: stay at home"."""
        if source.of(self.text).lower() != head.noun or head.noun in ANY:
            return None
        told = [t for t in self.introduced.told.get(head.noun, ()) if t.at > source.end]
        people = {t.chain for t in told if t.chain.type is EntityType.PERSON}
        return people.pop() if len(people) == 1 and told[0].at - source.end < NEAR else None

    def body(self, head: Head, source: Span) -> Chain | None:
        """The organisation described in a source, if the next one in a source is named or called by the same noun.

        So is the next one of which the noun is told; and who speaks first behind a headline that gives a bare noun.
        """
        named = (chain for phrase in self.coming(source) for _, chain in self.names.inside(phrase))
        new = (c for c in named if starts_behind(c, source) or c in self.found)
        chain = next((c for c in new if c.type is EntityType.ORGANISATION), None)
        if chain is None or not self.is_called(chain, head.noun):
            chain = self.told(head, source) or self.first(head, source)
        if chain is not None:
            self.found.setdefault(chain, head.noun)
        return chain

    def told(self, head: Head, source: Span) -> Chain | None:
        """The only new organisation of which the noun is told soon: "A bank is closing. … The bank Fernhill …"."""
        told = [t for t in self.introduced.told.get(head.noun, ()) if source.end < t.at < source.end + NEAR]
        found = {t.chain for t in told if starts_behind(t.chain, source)}
        return found.pop() if len(found) == 1 else None

    def first(self, head: Head, source: Span) -> Chain | None:
        """Who speaks first behind a headline that only says "rights group": an organisation that may be one."""
        bare = source.end <= self.names.headline and source.of(self.text).split()[0].lower() not in DETERMINERS
        phrase = next(iter(self.coming(source)), None)
        named = self.names.speaking(phrase) if phrase and bare and head.noun in COLLECTIVE else None
        chain = named[1] if named and starts_behind(named[1], source) else None
        return chain if chain and chain.type is EntityType.ORGANISATION and bodies.may_be(head.noun, chain) else None

    def is_called(self, chain: Chain, noun: str) -> bool:
        """Whether an organisation's name, or what is said beside it, holds a noun, or is a newspaper's."""
        if noun in PRESS | REPORTS and PRESS_NAME.search(chain.name):
            return True
        return noun in chain.name.lower().split() or noun in self.introduced.said.get(chain, ())

    def coming(self, source: Span) -> list[Span]:
        """The next sources behind one, not far away."""
        phrases = self.voices.phrases
        at = bisect_right(phrases, source)
        return [phrase for phrase in phrases[at : at + LATER] if phrase.start - source.end <= FAR]

    def may_be(self, head: Head, source: Span, name: Span, chain: Chain) -> bool:
        """Whether a description may be that of a person named later: by gender, and by what is said beside the name."""
        gender = WORDS.get(head.noun)
        if gender and chain.gender and gender != chain.gender:
            return False
        if said := self.said(chain):
            return head.noun in ANY or bool(said & alike(head.noun))
        told = (t for t in self.introduced.told.get(head.noun, ()) if source.end < t.at < name.end + NEAR)
        if any(each.chain is not chain for each in told):
            return False  # "Manager blames keeper": others are told to be managers
        if chain in self.found:
            return self.found[chain] == head.noun
        bare = source.of(self.text).lower() == head.noun
        opens = not self.text[max(0, source.start - FAR) : source.start].rpartition("\n")[2].strip(' "“')
        return name.start - source.end < NEAR and (bare or opens)

    def said(self, chain: Chain) -> Set[str]:
        """The nouns that the article applies to a person."""
        return self.introduced.said.get(chain, set()) & ROLES

    def opening(self, at: int) -> bool:
        """Whether an offset lies in the first lines of an article, or of an entry in one that goes by the clock."""
        before = [line for line in self.text[max(0, at - FAR) : at].split("\n")[:-1] if line.strip()]
        return (at < FAR and len(before) < OPENING) or bool(before and CLOCK.fullmatch(before[-1].strip()))

    def next_named(self, head: Head, source: Span) -> tuple[Span, Chain] | None:
        """The next source that names a person in full for the first time, or by the same office, with that person."""
        for phrase in self.coming(source):
            for name, chain in self.names.inside(phrase):
                new = starts_behind(chain, source) or chain in self.found
                known = new or bool(self.said(chain) & alike(head.noun))
                person = chain.type is EntityType.PERSON and len(chain.name.split()) > 1
                if person and known and speaks(self.text, phrase, name):
                    return name, chain
        return None


def alike(noun: str) -> frozenset[str]:
    """The nouns that may be said of whom a noun is said of, itself among them."""
    return frozenset({noun}).union(*(nouns for nouns in ALIKE if noun in nouns))


def starts_behind(chain: Chain, source: Span) -> bool:
    """Whether an entity is first named behind a source; a place that only ever speaks has no names left."""
    return bool(chain.mentions) and chain.mentions[0].start > source.end
