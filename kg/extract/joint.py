"""Two who speak together, named so or called by what both are: "Ann Lee and Bo Finch said", "the companies said"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import bodies
from kg.extract.chains import Chain
from kg.extract.layout import Layout
from kg.extract.lexicon import ROLES, TITLES
from kg.extract.source_names import SourceNames
from kg.extract.speaking_names import Named
from kg.model import EntityType, Span

AND: Final = re.compile(
    r"(?P<of>(?: of [A-ZÀ-Þ][\w’'-]+){0,2}(?:, (?:an?|the|\d) [^,.;]{2,60})?,?) and (?P<title>(?:[\w.’'-]+ ){0,3})"
)
"""What stands between two names: what the first one is or is of, and the title of the second."""

BEHIND: Final = re.compile(r"(?: of [A-ZÀ-Þ][\w’'-]+){0,2}(?:['’]s?)?(?:, (?:an?|the|\d) [^,.;]{2,60})?(?:,? both)?")

BOTH: Final = re.compile(
    r"(?:both|the two|the)(?: (?:big|main|leading|rival|opposition))? (?:companies|firms|parties|clubs|banks|airlines"
    r"|unions|groups|charities|organi[sz]ations|universities)",
    re.IGNORECASE,
)
"""How two bodies are called together."""

BACK: Final = 3
"""Sentences that are looked at, that of the words among them."""

PEOPLE: Final = (EntityType.PERSON,)
BODIES: Final = (EntityType.ORGANISATION, EntityType.PLACE)


class Joint:
    """Finds the sources that name or mean two, and keeps one chain for each pair."""

    def __init__(self, text: str, names: SourceNames) -> None:
        self.text, self.names = text, names
        self.pairs: dict[frozenset[int], Chain] = {}

    def named(self, source: Span) -> Chain | None:
        """The group of two whom a source phrase names; None where it names one, or more beside them."""
        inside = self.names.inside(source)
        pair = next(((a, b) for a in inside for b in inside if self.joins(source, a, b)), None)
        if pair is None:
            return None
        (_, one), (_, other) = pair
        return self.pair(one, other)

    def called(self, source: Span, layout: Layout) -> Chain | None:
        """The group of the two organisations whom a phrase calls by what both are: those of the nearest such sentence.

        None where that names one, or three.
        """
        if not BOTH.fullmatch(source.of(self.text)):
            return None
        own = layout.sentence(source.start)
        for number in range(own, max(-1, own - BACK), -1):
            begin = layout.sentences[number]
            end = source.start if number == own else layout.sentences[number + 1]
            if named := self.organisations(Span(begin, max(begin + 1, end))):
                return self.pair(*named) if len(named) == 2 else None
        return None

    def organisations(self, stretch: Span) -> list[Chain]:
        """The organisations that a stretch of text names, but for those that only pass words on."""
        found = (
            chain
            for name, chain in self.names.inside(stretch)
            if chain.type is EntityType.ORGANISATION and not bodies.is_channel(self.text, name, chain)
        )
        return list(dict.fromkeys(found))

    def pair(self, *together: Chain) -> Chain:
        """The group of two or more, the same whenever they speak together."""
        *first, last = (chain.name for chain in together)
        group = Chain(f"{', '.join(first)} and {last}", EntityType.GROUP)
        return self.pairs.setdefault(frozenset(map(id, together)), group)

    def joins(self, source: Span, one: Named, other: Named) -> bool:
        """Whether two names of the same sort, joined by "and", are a whole source phrase, but for their titles."""
        (first, a), (second, b) = one, other
        alike = any(a.type in sort and b.type in sort for sort in (PEOPLE, BODIES))
        if a is b or not alike or second.start < first.end:
            return False
        between = AND.fullmatch(self.text, first.end, second.start)
        if between is None or BEHIND.fullmatch(self.text, second.end, source.end) is None:
            return False
        return is_title(self.text[source.start : first.start]) and is_title(between["title"])


def is_title(words: str) -> bool:
    """Whether words before a name are its title or article, or none."""
    return all(word.lower().strip(".,") in TITLES | ROLES | {"the", "both"} for word in words.split())
