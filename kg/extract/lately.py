"""Who was named, or spoke, lately: whom a description such as "the group" may mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import Final

from kg.extract import bodies
from kg.extract.chains import Chain
from kg.extract.descriptions import COLLECTIVE, PRESS_NAME, Head
from kg.extract.genders import WORDS
from kg.extract.lexicon import DEMONYMS, word_set
from kg.extract.own_actors import NEWS
from kg.extract.source_names import OPENS, SourceNames
from kg.model import EntityType, Span

FAR: Final = 3000
"""Characters; nothing is resolved over a longer stretch."""

ANYBODY: Final = ("man", "woman")

SENT: Final = ("mission", "delegation")
OBSERVERS: Final = re.compile(
    r"\b(?:[Oo]bservers|[Mm]onitors|[Ii]nspectors|[Ee]xperts) (?:from|of|sent by) (?:the )?\Z"
)
"""What stands before the name of who sent a mission."""

SEAT: Final = re.compile(r"(?:[A-ZÀ-Þ][\w.]*,? )*[A-ZÀ-Þ][\w.]*-(?:based|headquartered)\b")
STATES: Final = word_set("US UK UN EU U.S. U.K. U.N. UAE")
"""What in a description tells where a body is, or whose agency, and names no other."""

AND: Final = re.compile(r" (?:and|or) (?:the )?")
"""What stands between two who are named together."""

BODIES: Final = (EntityType.ORGANISATION, EntityType.GROUP)


class Lately:
    """Looks back from a description; keeps who spoke last."""

    def __init__(self, text: str, names: SourceNames) -> None:
        self.text, self.names = text, names
        self.last: tuple[int, Chain] | None = None
        self.within: tuple[int, Chain] | None = None
        """Who was last said to have spoken, if what was said last is such a report within a report."""
        self.last_body: Chain | None = None
        self.unknown: Span | None = None
        """The last source of whom it is not clear who that one person is."""
        self.witness: Chain | None = None
        """Who last told something to a court."""

    def spoke(self, at: int, chain: Chain | None, reporter: Chain | None = None) -> None:
        """Takes who spoke last, None if that is not clear; where a person reported it, that one did."""
        self.within = (at, chain) if chain and reporter else None
        last = reporter or chain
        self.last = (at, last) if last else None
        if chain and chain.type is EntityType.ORGANISATION:
            self.last_body = chain

    def mentions(self, where: Span, lines: int) -> list[tuple[Span, Chain]]:
        """The names before `where`, at most so many lines away, the nearest first."""
        found = []
        for span, chain in self.names.before(where):
            if not self.near(span.start, where.start, lines):
                break
            found.append((span, chain))
        return found

    def named(self, where: Span, lines: int = 30) -> list[Chain]:
        """The entities named before `where`, at most so many lines away, the nearest first."""
        return [chain for _, chain in self.mentions(where, lines)]

    def body(self, noun: str, source: Span, said: Mapping[Chain, Set[str]]) -> Chain | None:
        """The organisation or people that "the group" or "the club" means: who spoke last, else the last named.

        `said` holds the nouns that the article applies to each: what is told to be a union is no company.
        """
        last = self.last[1] if self.last and self.near(self.last[0], source.start, 2) else None
        spoke = (last,) if self.in_doubt(source) else (self.last_body, last)
        near = [(span, c) for span, c in self.mentions(source, 1) if not bodies.is_channel(self.text, span, c)]
        every = (c for c in (*spoke, *(c for _, c in near)) if c and c.type in BODIES)
        found = [c for c in every if bodies.may_be(noun, c, said.get(c, ())) and not self.other_name(source, c)]
        if not any(c in spoke for c in found) and self.coupled(found, near):
            return None
        firms = (c for c in found if noun not in bodies.COMMERCIAL or not c.words & NEWS)
        return next(firms, found[0] if found else None)

    def coupled(self, found: Sequence[Chain], near: Sequence[tuple[Span, Chain]]) -> bool:
        """Whether the nearest of those who may be meant is named together with the next: "Quarn and Dendra"."""
        first, second = [*found, None, None][:2] if found else (None, None)
        placed = {chain: span for span, chain in reversed(near)}
        if first not in placed or second not in placed:
            return False
        one, other = sorted((placed[first], placed[second]))
        return AND.fullmatch(self.text, one.end, other.start) is not None

    def since(self, body: Chain, source: Span, told: Mapping[Chain, Set[str]]) -> bool:
        """Whether a sentence behind an organisation's last mention is about another one, of which nothing is told."""
        for span, chain in self.names.before(source):
            if chain is body or source.start - span.start > FAR:
                return False
            other = chain.type is EntityType.ORGANISATION and not chain.unnamed and not told.get(chain)
            if other and OPENS.search(self.text, max(0, span.start - 20), span.start):
                return True
        return False

    def sent(self, noun: str, source: Span) -> Chain | None:
        """The organisation whose observers were spoken of just before, where "the mission" means them."""
        if noun not in SENT:
            return None
        near = ((span, c) for span, c in self.mentions(source, 1) if c.type is EntityType.ORGANISATION)
        return next((c for span, c in near if OBSERVERS.search(self.text, max(0, span.start - 40), span.start)), None)

    def other_name(self, source: Span, chain: Chain) -> bool:
        """Whether a description holds a name, no place's and no people's, that is not in an organisation's own."""
        places = {word for _, c in self.names.inside(source) if c.type is EntityType.PLACE for word in c.name.split()}
        phrase = SEAT.sub("", source.of(self.text))
        words = {word.strip(",") for word in phrase.split()[1:] if word[0].isupper() and word.lower() not in COLLECTIVE}
        own = {*chain.name.split(), chain.abbreviation, *chain.aliases}
        return bool(words - places - DEMONYMS - STATES) and not words & own

    def person(self, head: Head, source: Span) -> Chain | None:
        """The source without a name that spoke last, just before, where "the man" or "the woman" means it."""
        if self.last is None or not (
            head.definite and head.noun in ANYBODY and self.near(self.last[0], source.start, 1)
        ):
            return None
        chain = self.last[1]
        fits = chain.gender in (None, WORDS.get(head.noun, chain.gender))
        return chain if chain.unnamed and chain.type is EntityType.PERSON and fits else None

    def press(self, source: Span) -> Chain | None:
        """The newspaper or agency last named."""
        return next((chain for chain in self.named(source) if PRESS_NAME.search(chain.name)), None)

    def near(self, start: int, end: int, lines: int) -> bool:
        """Whether at most so many lines with words end between two offsets."""
        return end - start < FAR and sum(1 for line in self.text[start:end].split("\n")[1:] if line.strip()) <= lines

    def in_doubt(self, source: Span) -> bool:
        """Whether who spoke last, just before, may be the organisation that is meant, though taken for a person."""
        if self.last is None or not self.near(self.last[0], source.start, 0):
            return False
        chain = self.last[1]
        return chain.type is EntityType.PERSON and not chain.unnamed and chain.gender is None
