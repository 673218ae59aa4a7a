"""Two who are named as one source: "Ann Lee and Bo Finch said", "Utopia and Arcadia agreed"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.chains import Chain
from kg.extract.lexicon import ROLES, TITLES
from kg.extract.source_names import Named, SourceNames
from kg.model import EntityType, Span

AND: Final = re.compile(
    r"(?P<of>(?: of [A-ZÀ-Þ][\w’'-]+){0,2}(?:, (?:an?|the|\d) [^,.;]{2,60})?,?) and (?P<title>(?:[\w.’'-]+ ){0,3})"
)
"""What stands between two names: what the first one is or is of, and the title of the second."""

BEHIND: Final = re.compile(r"(?: of [A-ZÀ-Þ][\w’'-]+){0,2}(?:['’]s?)?(?:, (?:an?|the|\d) [^,.;]{2,60})?(?:,? both)?")

PEOPLE: Final = (EntityType.PERSON,)
BODIES: Final = (EntityType.ORGANISATION, EntityType.PLACE)


class Joint:
    """Finds the sources that name two, and keeps one chain for each pair."""

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

    def pair(self, one: Chain, other: Chain) -> Chain:
        """The group of two, the same whenever they speak together."""
        group = Chain(f"{one.name} and {other.name}", EntityType.GROUP)
        return self.pairs.setdefault(frozenset((id(one), id(other))), group)

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
