"""Somebody without a name whom "he" or "she" goes on with, since nobody else near is a man, or a woman.

"The policeman stopped a woman. She said …" means the woman; so does "She said" behind "A neighbour left in May.", where
only men were told of before, though a paragraph begins between.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import one_person
from kg.extract.genders import HE, WORDS
from kg.extract.layout import Layout
from kg.extract.sentence_subject import subject_of
from kg.extract.source_names import SourceNames
from kg.extract.voices import Voices
from kg.model import EntityType, Span

SOMEBODY: Final = re.compile(r"\b(?:an?|the|another|one) (?:[a-zß-ÿ’'-]+ ){0,2}?(?P<noun>[a-zß-ÿ-]{3,})\b")
NEW: Final = re.compile(r"(?:An?|Another|One) ")
BACK: Final = 300
"""Characters of a sentence that are read."""
HIM: Final = {
    "he": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE),
}
"""What means a man, or a woman, told of before."""
NEAR: Final = 3
"""Sentences before in which nobody else may be named."""


class Newcomers:
    """Finds them in the sentence before a pronoun."""

    def __init__(self, layout: Layout, names: SourceNames, voices: Voices) -> None:
        self.layout, self.names, self.voices = layout, names, voices

    def who(self, where: Span, word: str) -> Span | None:
        """The description of the only person before a pronoun, in the sentence before, whom it may mean."""
        number = self.layout.sentence(self.voices.begins(where))
        if not number or self.others(number, word):
            return None
        sentence = Span(self.layout.sentences[number - 1], self.layout.sentences[number])
        phrase = subject_of(self.layout.text, sentence, BACK)
        if phrase is None or self.voices.quoted(sentence.start):
            return None
        if self.layout.paragraph(sentence.start) != self.layout.paragraph(where.start):
            return self.newly(phrase, word)
        return self.beside(phrase, sentence, word)

    def others(self, number: int, word: str) -> bool:
        """Whether the sentences before name somebody, or say "he", whom the pronoun may mean too."""
        begins = self.layout.sentences
        stretch = Span(begins[max(0, number - NEAR)], begins[number])
        named = (c for _, c in self.names.inside(stretch) if c.type is EntityType.PERSON)
        said = HIM[word].search(self.layout.text, stretch.start, begins[number - 1]) is not None
        return said or any(c.gender in (None, HE[word]) for c in named)

    def named(self, where: Span, word: str) -> Chain | None:
        """The only person of a gender named in the sentence before, in one paragraph, if that goes on with nobody else.

        "The office referred us to the minister, Ann Lee. In a brief talk she said …" means Lee.
        """
        begin = self.voices.begins(where)
        number = self.layout.sentence(begin)
        if not number or self.layout.paragraph(self.layout.sentences[number - 1]) != self.layout.paragraph(begin):
            return None
        stretch = Span(self.layout.sentences[number - 1], begin)
        people = [(n, c) for n, c in self.names.inside(stretch) if c.type is EntityType.PERSON]
        fitting = {id(c): (n, c) for n, c in people if c.gender in (None, HE[word])}
        if len(fitting) != 1 or HIM[word].search(self.layout.text, stretch.start, stretch.end):
            return None
        name, chain = next(iter(fitting.values()))
        apart = chain.unnamed or chain.gender is None or self.voices.quoted(name.start)
        return None if apart or chain is self.voices.speaks_as_i(where.start) else chain

    def newly(self, phrase: Span, word: str) -> Span | None:
        """A subject that tells of somebody new who may be of the pronoun's gender."""
        head = one_person(phrase.of(self.layout.text))
        new = NEW.match(self.layout.text, phrase.start) is not None
        return phrase if new and head and WORDS.get(head.noun, HE[word]) == HE[word] else None

    def beside(self, subject: Span, sentence: Span, word: str) -> Span | None:
        """The only other person told of in a sentence whose subject is surely of the other gender."""
        if self.gender(subject) in (None, HE[word]):
            return None
        end = min(sentence.end, subject.end + BACK)
        found = [f for f in SOMEBODY.finditer(self.layout.text, subject.end, end) if one_person(f[0])]
        if len(found) != 1 or WORDS.get(found[0]["noun"], HE[word]) != HE[word]:
            return None
        said = HIM[word].search(self.layout.text, sentence.start, found[0].start())
        return None if said else Span(*found[0].span())

    def gender(self, phrase: Span) -> str | None:
        """The gender of whom a phrase names or describes, as far as it tells it."""
        named = [c for _, c in self.names.inside(phrase) if c.type is EntityType.PERSON]
        if named:
            return named[-1].gender
        head = one_person(phrase.of(self.layout.text))
        return WORDS.get(head.noun) if head else None
