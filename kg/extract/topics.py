"""Who the sentences just before words are about: the person who is their subject, whom "he" or "she" then goes on with.

"Harbour master Ann Lee was not amused. Who would pay? “Not me,” she said" means Lee, whoever else was named before.
So do words that nobody is said to speak: "Lee was not amused. “Who would pay?”"
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import one_person
from kg.extract.genders import HE
from kg.extract.layout import Layout
from kg.extract.peoples import is_people
from kg.extract.pronouns import Pronouns
from kg.extract.sentence_subject import subject_of
from kg.extract.source_names import SourceNames
from kg.model import EntityType, Span

SENTENCES: Final = 3
"""Sentences before the words that are looked at."""

LONG: Final = 400
"""Characters of a sentence that are read."""

BETWEEN: Final = re.compile(r"(?: (?:of|at|in|for|from) [^,.;:\n]{2,50})?, (?:(?:the )?[a-zß-ÿ]{3,12}\.? )?")
"""What stands between a description and the name of who it is: "the keeper of the lock, Ann Lee"."""

PRESENTED: Final = re.compile(
    r"(?:The|Another|One|His|Her|Its|Their|Among|Next|First|Last|Then|Beside|Behind)\b[^,.;:“”\"\n]{0,60}?"
    r" (?:was|is|were|came|sat|stood|went) (?:(?:the|an?|his|her|its|their) )?(?:[a-zß-ÿ][\w’'-]* ){0,5}"
)
"""How a sentence begins that ends in the name of who the next one is about."""
ENDS: Final = re.compile(r"(?:, \d{1,3})?(?:[.]|, (?:who|an?|the|of|from)\b)")

TURN: Final = re.compile(
    r"(?:Then |Next |And then |Finally,? )?[Ii]t was (?:then )?(?:the turn of )?(?:(?:Mr|Mrs|Ms|Dr)\.? )?"
)
"""How it is told who speaks next: "Then it was Lee's turn"."""

MARKS: Final = " \n\"'“‘«`"

NEAR: Final = 8
"""Characters before words in which a colon that leads up to them stands."""


class Topics:
    """Finds of whom the sentences before a report tell."""

    def __init__(self, layout: Layout, names: SourceNames, pronouns: Pronouns, owners: Mapping[Span, Chain]) -> None:
        """`owners` say whose mention a phrase is, as far as that is known."""
        self.layout, self.names, self.pronouns, self.owners = layout, names, pronouns, owners

    def before(self, source: Span, gender: str | None) -> Chain | None:
        """The person of a gender who is the subject of the sentence before a report, or before those that name nobody.

        Where the words begin a paragraph, the last sentence of the one before is looked at.
        """
        at = self.pronouns.voices.begins(source)
        own = self.layout.sentence(at)
        if self.others(Span(self.layout.sentences[own], at + 1), gender):
            return None
        for number in range(own - 1, max(-1, own - 1 - SENTENCES), -1):
            sentence = self.sentence(number)
            if self.apart(number, own) > (number == own - 1):
                return None
            found = self.person(self.subject(sentence), gender) or self.presented(sentence, gender)
            if found and found is not self.pronouns.voices.speaks_as_i(source.start):
                return found
            if self.others(sentence, gender):
                return None
        return None

    def presented(self, sentence: Span, gender: str | None) -> Chain | None:
        """The only person named in a sentence that says by its end who somebody is: "The first witness was Ann Lee"."""
        every = self.names.inside(sentence)
        named = [(n, c) for n, c in every if c.type is EntityType.PERSON and not is_people(c.name)]
        if len(named) != 1 or not fits(named[0][1], gender):
            return None
        text, name = self.layout.text, named[0][0]
        if TURN.fullmatch(text, sentence.start, name.start) and "turn" in text[sentence.start : sentence.end]:
            return named[0][1]
        ends = ENDS.match(text, name.end, sentence.end) is not None
        return named[0][1] if ends and PRESENTED.match(text, sentence.start, name.start) else None

    def about(self, source: Span, gender: str | None) -> Chain | None:
        """Of whom the text goes on before a report: the subject, else the only person in the sentence before it."""
        if found := self.before(source, gender):
            return found
        number = self.layout.sentence(self.pronouns.voices.begins(source))
        if not number or self.apart(number - 1, number):
            return None
        named = {chain for _, chain in self.names.inside(self.sentence(number - 1)) if fits(chain, gender)}
        return named.pop() if len(named) == 1 else None

    def just_before(self, at: int) -> Span | None:
        """The subject of the sentence right before words that begin at an offset, in their paragraph, if a person's."""
        sentence = self.told_before(at)
        phrase = self.subject(sentence) if sentence else None
        if phrase is None or phrase.of(self.layout.text).lower() in HE:
            return phrase
        return phrase if self.person(phrase, None) or self.is_person(phrase) else None

    def introduced(self, at: int) -> bool:
        """Whether words of the article that report nothing else lead up to an offset with a colon."""
        return self.layout.text[max(0, at - NEAR) : at].rstrip(MARKS).endswith(":") and self.told_before(at) is not None

    def told_before(self, at: int) -> Span | None:
        """The sentence right before words that begin at an offset, or what stands before them in theirs.

        None where it reports what somebody says.
        """
        number = self.layout.sentence(at)
        begin = self.layout.sentences[number]
        if self.layout.text[begin:at].strip(MARKS):
            found: Span | None = Span(begin, at)
        else:
            colon = self.layout.text[max(0, begin - NEAR) : begin].rstrip().endswith(":")
            found = self.sentence(number - 1) if number and (colon or not self.apart(number - 1, number)) else None
        return found if found and not self.reports(found) else None

    def reports(self, stretch: Span) -> bool:
        """Whether somebody's words begin in a stretch of text."""
        pieces = self.pronouns.voices.pieces
        at = bisect_left(pieces, stretch.start, key=lambda piece: piece[0].start)
        return at < len(pieces) and pieces[at][0].start < stretch.end

    def sentence(self, number: int) -> Span:
        """Where a sentence stands that is not the last."""
        return Span(self.layout.sentences[number], self.layout.sentences[number + 1])

    def apart(self, number: int, other: int) -> int:
        """How many paragraphs later another sentence stands."""
        begins = self.layout.sentences
        return self.layout.paragraph(begins[other]) - self.layout.paragraph(begins[number])

    def others(self, stretch: Span, gender: str | None) -> bool:
        """Whether a person who may be of a gender is named in a stretch of text."""
        return any(fits(chain, gender) for _, chain in self.names.inside(stretch))

    def subject(self, sentence: Span) -> Span | None:
        """The subject of a sentence that goes on behind it; of "his wife, Ann Lee, wept" the name."""
        phrase = subject_of(self.layout.text, sentence, LONG)
        if phrase is None:
            return None
        behind = ((name, chain) for name, chain in self.names.inside(sentence) if self.named_behind(phrase, name))
        apart, chain = next(behind, (None, None))
        person = self.is_person(phrase) or (chain is not None and chain.type is EntityType.PERSON)
        return apart if apart and person else phrase

    def named_behind(self, phrase: Span, name: Span) -> bool:
        """Whether a name stands between commas right behind a phrase."""
        text = self.layout.text
        return BETWEEN.fullmatch(text, phrase.end, name.start) is not None and text[name.end : name.end + 1] == ","

    def person(self, phrase: Span | None, gender: str | None) -> Chain | None:
        """The person whom a phrase names or means, as "he" or "she"."""
        if phrase is None:
            return None
        if phrase.of(self.layout.text).lower() in HE:
            known = self.pronouns.answers.get(phrase)
            return known[0] if known and fits(known[0], gender) else None
        named = self.names.speaking(phrase)
        meant = named[1] if named else self.owners.get(phrase)
        return meant if meant and fits(meant, gender) else None

    def is_person(self, phrase: Span) -> bool:
        """Whether a phrase describes one person."""
        return one_person(phrase.of(self.layout.text)) is not None


def fits(chain: Chain, gender: str | None) -> bool:
    """Whether an entity is a person with a name, who may be of a gender."""
    person = chain.type is EntityType.PERSON and not chain.unnamed
    return person and (gender is None or chain.gender in (None, gender))
