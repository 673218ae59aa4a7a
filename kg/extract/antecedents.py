"""The entities that a pronoun may mean: those named shortly before, in the order of their last mention."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from typing import Final

from kg.extract.chains import Chain
from kg.extract.layout import Layout
from kg.extract.pronoun_features import THIRD, Candidate, Pronoun
from kg.extract.voices import Voices
from kg.model import Span

MOST, NAMES_BACK, FAR = 7, 30, 2500
"""Candidates of a pronoun, names and characters looked back for them."""

ACTED: Final = re.compile(r" (?:(?:has|had|have|also|once|later) )*(?!(?:and|or|but|to|of|for|with)\b)[a-z-]+ ")
"""What stands between somebody and whom he does something to, who is somebody else: "One dismissed her"."""

ASKED: Final = re.compile(
    r"\b(?:[Aa]sked|[Qq]uestioned|[Pp]ressed|[Qq]uizzed|[Pp]rompted|[Cc]hallenged) by (?:the )?\Z"
)
"""What stands before somebody who asks, whom "he" and "she" of the sentence do not mean: they are asked."""

BEFORE: Final = 24
"""Characters in which that stands."""


class Antecedents:
    """Finds the candidates of one article's pronouns; takes each mention and answer as it is found."""

    def __init__(self, layout: Layout, voices: Voices, chains: Sequence[Chain]) -> None:
        self.layout, self.voices = layout, voices
        self.named = sorted(((span, chain) for chain in chains for span in chain.mentions), key=lambda m: m[0])
        self.pronouns: set[Span] = set()
        self.last: dict[str, tuple[Span, Chain]] = {}

    def add(self, span: Span, chain: Chain) -> None:
        """Takes a mention that was found otherwise, such as a description."""
        insort(self.named, (span, chain), key=lambda m: m[0])

    def remove(self, span: Span, chain: Chain) -> None:
        """Drops a mention that turned out to be another's."""
        self.named.remove((span, chain))

    def answered(self, pronoun: Pronoun, chain: Chain) -> None:
        """Takes whom a pronoun means."""
        self.pronouns.add(pronoun.span)
        self.last[pronoun.kind] = (pronoun.span, chain)

    def of(self, pronoun: Pronoun, fits: Callable[[Pronoun, Chain], bool]) -> list[Candidate]:
        """The entities that a pronoun may mean, the last mentioned first."""
        at = pronoun.span.start
        roles = self.voices.roles(pronoun)
        chains: dict[Chain, None] = dict.fromkeys(roles)
        if pronoun.kind in THIRD:
            chains.update(dict.fromkeys(chain for _, chain in (*self.before(at), *self.last.values())))
        speaks = self.voices.speaks_as_i(at) if pronoun.kind in ("he", "she") else None
        others = self.others(pronoun)
        fitting = [c for c in chains if c is not speaks and c not in others and fits(pronoun, c)]
        # Nobody speaks of himself by name: who is named in the words of "…, he said" counts as named before them.
        begin = self.voices.own_words(pronoun.span) if pronoun.kind in ("he", "she") else None
        before = at if begin is None else begin
        placed = sorted(
            ((chain.last_before(before), chain) for chain in fitting if begin is None or chain.count_before(begin)),
            key=lambda m: m[0] or Span(0, 1), reverse=True,
        )  # fmt: skip
        return [self.candidate(pronoun, chain, span, rank, roles) for rank, (span, chain) in enumerate(placed[:MOST])]

    def others(self, pronoun: Pronoun) -> set[Chain]:
        """Those in the sentence who do something to whom the pronoun means: "one hit her", "asked by one, she"."""
        at = pronoun.span.start
        begin = self.layout.sentences[self.layout.sentence(at)]
        near = [(span, chain) for span, chain in self.before(at) if span.start >= begin]
        text = self.layout.text
        acted = {chain for span, chain in near if self.is_object(pronoun) and ACTED.fullmatch(text, span.end, at)}
        return acted | {chain for span, chain in near if asks(text, span.start)}

    def is_object(self, pronoun: Pronoun) -> bool:
        """Whether something is done to whom a pronoun means; "her" is no owner where no noun can follow."""
        word = pronoun.span.of(self.layout.text).lower()
        ends = self.layout.after(pronoun.span.end) in ("preposition", "end", "comma", "mark", "link")
        return word in ("him", "them") or (word == "her" and ends)

    def candidate(
        self, pronoun: Pronoun, chain: Chain, mention: Span | None, rank: int, roles: dict[Chain, str]
    ) -> Candidate:
        """One of the candidates."""
        at = pronoun.span.start
        last = self.last.get(pronoun.kind)
        again = (
            0
            if last is None or last[1] is not chain
            else 1 + min(3, self.layout.sentence(at) - self.layout.sentence(last[0].start))
        )
        between = (
            0
            if mention is None
            else bisect_left(self.named, at, key=start) - bisect_left(self.named, mention.end, key=start)
        )
        return Candidate(
            chain, mention, mention is not None and mention not in self.pronouns, rank, between,
            roles.get(chain, ""), chain is self.voices.last_speaker(at), again,
            self.voices.within(mention.start) if mention else "",
            mention is not None and self.voices.in_source(mention),
            mention is not None and self.first(mention),
        )  # fmt: skip

    def first(self, mention: Span) -> bool:
        """Whether no other name stands before a mention in its sentence."""
        begin = self.layout.sentences[self.layout.sentence(mention.start)]
        at = bisect_left(self.named, begin, key=start)
        return at == len(self.named) or self.named[at][0].start >= mention.start

    def before(self, at: int) -> list[tuple[Span, Chain]]:
        """The names shortly before an offset, the nearest first."""
        end = bisect_left(self.named, at, key=start)
        found = reversed(self.named[max(0, end - NAMES_BACK) : end])
        return [(span, chain) for span, chain in found if at - span.end < FAR]


def asks(text: str, at: int) -> bool:
    """Whether the sentence tells of somebody named or described at an offset that somebody else is asked by him."""
    return ASKED.search(text[max(0, at - BEFORE) : at]) is not None


def start(mention: tuple[Span, Chain]) -> int:
    """Where a mention begins."""
    return mention[0].start
