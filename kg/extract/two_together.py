"""Two people named in one sentence, whom "both", "the two men" and "they" then call together.

"Lee met Finch on Monday. The two said …", "Lee and Finch run the mill. They said …".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import personal, singular
from kg.extract.joint import Joint, is_title
from kg.extract.layout import Layout
from kg.extract.lexicon import GROUPS
from kg.extract.source_names import SourceNames
from kg.extract.speaking_names import Named
from kg.extract.voices import Voices
from kg.model import EntityType, Span

TWO: Final = re.compile(
    r"(?:the two|the pair|the duo|both|both of them|(?P<alike>(?:both|the two) (?P<noun>[a-zß-ÿ-]+)))"
)
"""How two who were named are called together: "both", "the two women", "both ministers"."""

GENDERS: Final = {"men": "male", "women": "female", "brothers": "male", "sisters": "female"}

AND: Final = re.compile(
    r"(?:, (?:\d{1,3}|(?:an?|the|his|her) [^,.;:\n]{2,60}),?|,)? (?:and|&)"
    r" (?P<title>(?:(?:his|her) (?:[a-z-]+ ){1,3}|(?:his|her) (?:[a-z-]+ ){0,2}[a-z-]+, )?(?:[\w.’'-]+ ){0,3})"
)
"""What stands between two who are the subject together: "Ann Lee, a nurse, and her husband, Bo Finch, run …"."""

LIST: Final = re.compile(r",?(?P<and> and)? (?P<title>(?:[\w.’'-]+ ){0,3})")
"""What stands between those who are the subject together, if they are more than two."""
LEAST, MOST = 3, 5

KIN: Final = re.compile(r"(?:his|her) (?:[a-z-]+,? ){1,3}")
OPENING: Final = re.compile(r"(?:(?:On|In|At|Last|Earlier|Since|For) [^,.;:\n]{2,40}, )?")
NOUN: Final = re.compile(r"[a-zß-ÿ]{4,}")

BACK: Final = 2
"""Sentences before the words, with that of the words, in which they must have been named."""


class TwoTogether:
    """Finds the two people whom a phrase calls together."""

    def __init__(self, layout: Layout, names: SourceNames, joint: Joint, voices: Voices) -> None:
        self.layout, self.names, self.joint, self.voices = layout, names, joint, voices

    def who(self, source: Span) -> Chain | None:
        """The group of the only two people whom the last sentence names that names anybody."""
        called = TWO.fullmatch(source.of(self.layout.text).lower())
        if called is None or (called["noun"] and not is_people(called["noun"])):
            return None
        two = self.last_named(source)
        gender = GENDERS.get(called["noun"] or "")
        if two is None or any(gender and chain.gender not in (None, gender) for _, chain in two):
            return None
        return self.joint.pair(two[0][1], two[1][1])

    def last_named(self, source: Span) -> tuple[Named, Named] | None:
        """The two people of the last sentence that names somebody; None where that is one, or three, or a body too."""
        own = self.layout.sentence(source.start)
        for number in range(own, max(-1, own - 1 - BACK), -1):
            named = self.actors(self.sentence(number, source.start))
            if named:
                return self.two(named)
        return None

    def sentence(self, number: int, until: int) -> Span:
        """Where a sentence stands, as far as an offset."""
        begin = self.layout.sentences[number]
        return Span(begin, max(begin + 1, min([*self.layout.sentences[number + 1 : number + 2], until])))

    def actors(self, stretch: Span) -> list[Named]:
        """The people and bodies named in a stretch of text, outside of quotations."""
        named = self.names.inside(stretch)
        return [(n, c) for n, c in named if c.type is not EntityType.PLACE and not self.voices.quoted(n.start)]

    def two(self, named: list[Named]) -> tuple[Named, Named] | None:
        """The two who are named there, each once or more, if they are people and nobody is named beside them."""
        first = {id(chain): (name, chain) for name, chain in reversed(named)}
        if len(first) != 2 or any(c.type is not EntityType.PERSON or c.unnamed for _, c in first.values()):
            return None
        one, other = sorted(first.values(), key=lambda each: each[0])
        return None if self.is_owner(one[0]) or self.is_owner(other[0]) else (one, other)

    def is_owner(self, name: Span) -> bool:
        """Whether a name only says whose something is: "Lee's"."""
        return self.layout.text.startswith(("'", "’"), name.end)

    def subject(self, they: Span) -> Chain | None:
        """The group of the two who are the subject of the sentence before "they", in its paragraph.

        None where other people follow in it.
        """
        number = self.layout.sentence(self.voices.begins(they)) - 1
        if number < 0 or self.layout.paragraph(self.layout.sentences[number]) != self.layout.paragraph(they.start):
            return None
        sentence = self.sentence(number, they.start)
        if several := self.several(sentence):
            return self.joint.pair(*several)
        two = self.last_named(they)
        if two is None or not sentence.holds(two[1][0]) or not self.are_subject(sentence, two[0][0], two[1][0]):
            return None
        return self.joint.pair(two[0][1], two[1][1])

    def several(self, sentence: Span) -> list[Chain]:
        """The three or more people who are the subject of a sentence that names nobody else: "Lee, Finch and Quarn"."""
        text, named = self.layout.text, self.actors(sentence)
        people = [chain for _, chain in named if chain.type is EntityType.PERSON and not chain.unnamed]
        if not MOST >= len(named) >= LEAST or len(set(map(id, people))) != len(named):
            return []
        opens = is_title(text[sentence.start : named[0][0].start])
        between = [LIST.fullmatch(text, a.end, b.start) for (a, _), (b, _) in pairwise(named)]
        listed = all(found and is_title(found["title"]) for found in between) and between[-1] and between[-1]["and"]
        others = any(is_people(word) for word in NOUN.findall(text, named[-1][0].end, sentence.end))
        return people if opens and listed and not others else []

    def are_subject(self, sentence: Span, one: Span, other: Span) -> bool:
        """Whether two names joined by "and" open a sentence that tells of no other people."""
        text = self.layout.text
        opening = OPENING.match(text, sentence.start, one.start)
        between = AND.fullmatch(text, one.end, other.start)
        if opening is None or between is None or not is_title(text[opening.end() : one.start]):
            return False
        title = KIN.sub("", between["title"]) if KIN.match(between["title"]) else between["title"]
        behind = NOUN.findall(text, other.end, sentence.end)
        return is_title(title) and not any(is_people(word) for word in behind)


def is_people(noun: str) -> bool:
    """Whether a noun is one for several people."""
    plural = noun.endswith(("s", "men"))
    return noun in GROUPS or noun == "people" or (plural and personal(singular(noun)))
