"""Two people named together: whom "the couple" and "they" mean, and who "his wife" is of "Bo and Ann Lee"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from kg.extract.chains import Chain
from kg.extract.joint import Joint
from kg.extract.layout import Layout
from kg.extract.pronouns import Pronouns
from kg.extract.source_names import SourceNames
from kg.model import EntityType, Span

AND: Final = re.compile(r" (?:and|&) (?:(?:his|her) (?:wife|husband|partner),? )?")
"""What stands between the names of a couple."""

SPOUSE: Final = re.compile(r"(?P<his>his|her) (?:late |then |ex-)?(?P<who>wife|husband)", re.IGNORECASE)
GENDER: Final = {"wife": "female", "husband": "male"}

COUPLE: Final = ("the couple", "the pair", "the two", "both", "the duo", "they")
"""How two who were named together are called."""

BACK: Final = 3
"""Sentences in which they must have been named, that of the words among them."""


class Couples:
    """Finds the couples that an article names."""

    def __init__(self, layout: Layout, names: SourceNames, joint: Joint, pronouns: Pronouns) -> None:
        self.layout, self.names, self.joint, self.pronouns = layout, names, joint, pronouns
        people = [(span, c) for span, c in names.named if c.type is EntityType.PERSON and not c.unnamed]
        near = pairwise(people)
        self.pairs = [(a[0], a[1], b[1]) for a, b in near if AND.fullmatch(layout.text, a[0].end, b[0].start)]

    def who(self, source: Span) -> Chain | None:
        """The couple whom a phrase calls together, or the one of it who is the wife or husband of the other."""
        return self.both(source) or self.spouse(source)

    def both(self, source: Span) -> Chain | None:
        """The group of two of one surname whom a phrase calls together; None where other people were named since."""
        if source.of(self.layout.text).lower() not in COUPLE:
            return None
        own = self.layout.sentence(source.start)
        begin = self.layout.sentences[max(0, own - BACK + 1)]
        near = [pair for pair in self.pairs if begin <= pair[0].start < source.start and is_couple(pair[1], pair[2])]
        if not near:
            return None
        where, one, other = near[-1]
        since = (chain for _, chain in self.names.inside(Span(where.start, source.start)))
        others = any(c.type is not EntityType.PLACE and c not in (one, other) for c in since)
        return None if others else self.joint.pair(one, other)

    def spouse(self, source: Span) -> Chain | None:
        """Who "his wife" is: the other one of a couple that was named with him before."""
        found = SPOUSE.fullmatch(source.of(self.layout.text))
        owner = self.pronouns.of(Span(source.start, source.start + 3)) if found else None
        if found is None or owner is None:
            return None
        before = (pair[1:] for pair in self.pairs if pair[0].start < source.start and is_couple(*pair[1:]))
        others = {b if owner[0] is a else a for a, b in before if owner[0] in (a, b)}
        other = others.pop() if len(others) == 1 else None
        return other if other and other.gender in (None, GENDER[found["who"].lower()]) else None


def is_couple(one: Chain, other: Chain) -> bool:
    """Whether two people bear one surname."""
    return " " in one.name and one is not other and one.last_word == other.last_word
