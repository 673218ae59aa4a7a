"""The names of an article, asked for those in or beside a source phrase."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from kg.extract import speaking_names
from kg.extract.chains import Chain
from kg.extract.speaking_names import OWNERS, Named, only_where
from kg.model import EntityType, Span

OPENS: Final = re.compile(r"(?:\A|\n|[.!?][\"”’']* )(?:(?:Even|But|And|Yet|The|So) ){0,2}\Z")
"""What stands before a name that opens a sentence."""

NEAR: Final = 60
"""Characters behind a phrase that are read for a name."""

RUN_ON: Final = 3
"""Words that a name must have to be a headline's with its verb: "Lee Slams Harbour"."""


WHOSE_NAME: Final = re.compile(r",? whose (?:(?:real|full|true|actual) )?name (?:is|was) ")
"""What tells behind a description who that is: "the man, whose real name is Ann Lee"."""


class SourceNames:
    """The names of an article, in order; and by their words."""

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
        """The name in the phrase that speaks."""
        return speaking_names.speaking(self.text, source, self.inside(source))

    def state(self, source: Span) -> Named | None:
        """The place whose name is the whole phrase, an apposition apart: its government speaks."""
        places = (m for m in self.inside(source) if m[1].type is EntityType.PLACE and not only_where(self.text, m[0]))
        alone = (m for m in places if m[0].end == source.end or self.text.startswith(", ", m[0].end))
        return next((m for m in alone if self.text[source.start : m[0].start].lower().strip() in ("", "the")), None)

    def beside(self, source: Span) -> Named | None:
        """The name that a source phrase is said of: it opens its sentence right before, with a comma between."""
        for span, chain in self.before(Span(source.start, source.start + 1)):
            opens = OPENS.search(self.text[max(0, span.start - 20) : span.start])
            between, behind = self.text[span.end : source.start], self.text[source.end : source.end + 1]
            return (span, chain) if opens and between == ", " and behind == "," else None
        return None

    def told_behind(self, source: Span) -> Chain | None:
        """Who is described in a phrase in or behind which the name is told."""
        found = WHOSE_NAME.search(self.text, source.start, source.end + NEAR)
        if found is None or found.start() > source.end:
            return None
        named = self.inside(Span(found.end(), found.end() + NEAR))
        return next((chain for span, chain in named if span.start == found.end()), None)

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
