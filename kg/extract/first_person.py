"""Who writes or speaks a text that says "I" of its own: named in a byline, a signature, a heading, or at its beginning.

"Remarks by Ann Lee", "By Ann Lee", "My name is Ann Lee", "Ann Lee is a poet in Harrow." below a column, and the names
that stand alone below letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from kg.extract.chains import Chain
from kg.extract.lexicon import ROLES, TITLES
from kg.model import EntityType, Span

HEAD: Final = 700
"""Characters in which a text says whose it is."""

SPEECH: Final = "remarks|speech|address|statement|testimony|argument|lecture|sermon|homily|eulogy"
OWN: Final = r"(?:(?<=[.!?:\n] )|(?<=\n)|\A)(?i:my name is|my name['’]s)"
BY: Final = rf"(?i:\b(?:{SPEECH}|letter|column|essay|op-ed|opinion)s? (?:by|of|from))|(?m:^(?:by|BY|By))"
TITLED: Final = re.compile(rf"(?P<own>{OWN})|(?:{BY})")
"""What stands before the name of who speaks or writes; an office may stand between."""

BEHIND: Final = re.compile(
    rf"['’]s? (?:[\w-]+ ){{0,3}}(?i:{SPEECH})\b|,? (?:delivered|gave|made) (?:[\w-]+ ){{0,3}}(?i:{SPEECH})"
)
"""What stands behind it: "Ann Lee's inaugural address", "Ann Lee delivered remarks"."""

BIOGRAPHY: Final = re.compile(r",? (?:is|was|teaches|writes|works|serves|lives|heads|leads|covers)\b")
"""How the last line of a column goes on behind its author's name."""

SIGNED: Final = re.compile(r"[ \t\-–—―.*_]*")
"""What stands beside a name that is a line of its own."""

LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
SHORT: Final = 90
"""Characters of a heading; a sentence is longer."""


class Authors:
    """Whose the words of a text are that nobody is quoted with."""

    def __init__(self, text: str, chains: Iterable[Chain]) -> None:
        self.text = text
        people = (c for c in chains if c.type is EntityType.PERSON and not c.unnamed)
        self.named = sorted(((span, chain) for chain in people for span in chain.mentions), key=lambda m: m[0])
        self.lines = [Span(*found.span()) for found in LINE.finditer(text)]
        self.signatures = list(self.signed())
        self.whole = self.heading() or self.biography()

    def author(self, at: int) -> Chain | None:
        """Who says "I" at an offset, in words that are nobody's quotation; None if the text does not say."""
        number = bisect_right(self.signatures, at, key=lambda each: each[0])
        return self.signatures[number][1] if number < len(self.signatures) else self.whole

    def signed(self) -> Iterator[tuple[int, Chain]]:
        """The names that stand alone in a line below somebody's words, of a text that ends with such a line."""
        alone = [(line, chain) for line in self.lines[1:] if (chain := self.whose(line))]
        if alone and alone[-1][0] == self.lines[-1]:
            yield from ((line.start, chain) for line, chain in alone)

    def whose(self, line: Span) -> Chain | None:
        """The person whose full name is all of a line."""
        for span, chain in self.within(line):
            before, behind = self.text[line.start : span.start], self.text[span.end : line.end]
            full = len(span.of(self.text).split()) > 1
            return chain if full and SIGNED.fullmatch(before) and SIGNED.fullmatch(behind) else None
        return None

    def heading(self) -> Chain | None:
        """Who is named as speaker or writer at the beginning."""
        for found in TITLED.finditer(self.text, 0, HEAD):
            following = next(self.within(Span(found.end(), found.end() + SHORT)), None)
            if following and self.only_office(found.end(), following[0].start):
                return following[1]
        behind = (m for m in self.within(Span(0, HEAD)) if BEHIND.match(self.text, m[0].end))
        return next((chain for span, chain in behind if self.is_heading(span)), None)

    def is_heading(self, span: Span) -> bool:
        """Whether the line of a name is a heading, or nothing but headings stand before it."""
        at = bisect_right(self.lines, span.start, key=lambda line: line.start) - 1
        line = self.lines[at]
        return line.end - line.start < SHORT or all(each.end - each.start < SHORT for each in self.lines[:at])

    def only_office(self, start: int, end: int) -> bool:
        """Whether nothing but an office stands between two offsets: "Prime Minister"."""
        words = self.text[start:end].split()
        return all(word.lower().strip(".,") in TITLES | ROLES or word.istitle() for word in words)

    def biography(self) -> Chain | None:
        """Of whom the last line of a column tells who that is."""
        last = self.lines[-1] if len(self.lines) > 1 else None
        for span, chain in self.within(last) if last else ():
            first = last is not None and chain.mentions[:1] == [span] and span.start == last.start
            full = len(span.of(self.text).split()) > 1
            return chain if first and full and BIOGRAPHY.match(self.text, span.end) else None
        return None

    def within(self, stretch: Span) -> Iterator[tuple[Span, Chain]]:
        """The people named in a stretch of text, in order."""
        at = bisect_right(self.named, stretch.start - 1, key=lambda each: each[0].start)
        while at < len(self.named) and self.named[at][0].end <= stretch.end:
            yield self.named[at]
            at += 1
