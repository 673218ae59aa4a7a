"""Whom "he" and "she" mean as sources, where the sentences before tell it: who spoke, acted or was described there."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.adding import Adding
from kg.extract.answering import Answering
from kg.extract.chains import Chain
from kg.extract.described import Descriptions
from kg.extract.genders import HE
from kg.extract.newcomers import Newcomers
from kg.extract.pronouns import Pronouns
from kg.extract.resolution import PLURAL, SENTENCE_BEFORE, Resolution
from kg.extract.sentence_before import SentenceBefore
from kg.extract.topics import Topics
from kg.model import EntityType, Span


class HeSpeaks:
    """Settles these pronouns of one article."""

    def __init__(
        self,
        pronouns: Pronouns,
        before: SentenceBefore,
        topics: Topics,
        descriptions: Descriptions,
        described: Callable[[Span, str], Resolution | None],
    ) -> None:
        """`described` tells whom a description means."""
        self.pronouns, self.before, self.topics = pronouns, before, topics
        self.descriptions, self.described = descriptions, described
        self.adding = Adding(pronouns.layout, before.names, pronouns.voices)
        self.answering = Answering(pronouns, before.names)
        self.newcomers = Newcomers(pronouns.layout, before.names, pronouns.voices)

    def look_back(self, word: str, where: Span) -> None:
        """Settles "he" and "she" by the sentence before, where that tells who it is, or that it is nobody named."""
        self.pronouns.until(where.start)
        lately = self.descriptions.lately
        if self.answers(word, where):
            return
        if self.before.goes_on_with(where, lately.unknown, HE[word]):
            self.pronouns.leave(where)
            return
        last = (self.before.speaker(where, HE[word], spoke) for spoke in (lately.last, lately.within))
        if spoke := next((one for one in last if one and not self.told_of_another(one, where, word)), None):
            self.pronouns.claim(where, spoke, SENTENCE_BEFORE)
        elif adds := self.adding.who(where, HE[word], lately.last):
            self.pronouns.claim(where, adds, SENTENCE_BEFORE)
        elif (newcomer := self.newcomer(where, HE[word])) and not self.told_of_another(newcomer, where, word):
            self.pronouns.claim(where, newcomer, SENTENCE_BEFORE)
        elif passing := self.newcomers.who(where, word):
            self.meets(where, passing)
        elif met := self.before.told_last(where, HE[word]):
            self.meets(where, met)
        elif self.before.another(where, HE[word]):
            self.pronouns.leave(where)
        elif about := self.topics.before(where, HE[word]) or self.newcomers.named(where, word):
            self.pronouns.claim(where, about, SENTENCE_BEFORE)

    def answers(self, word: str, where: Span) -> bool:
        """Settles a pronoun that replies, or denies, by whom somebody else told something in the sentence before."""
        spoke, sentence = self.before.spoke(where, self.descriptions.lately.last), self.before.before(where)
        told = self.answering.who(where, word, sentence, spoke) if spoke and sentence else None
        if told:
            self.pronouns.claim(where, told, SENTENCE_BEFORE)
        return told is not None

    def meets(self, where: Span, phrase: Span) -> None:
        """Settles a pronoun by the one person who is described at the end of the sentence before, and nobody named."""
        found = self.described(phrase, phrase.of(self.pronouns.text))
        if found and found.chain.type is EntityType.PERSON:
            self.pronouns.claim(where, found.chain, SENTENCE_BEFORE)
        else:
            self.pronouns.leave(where)

    def told_of_another(self, spoke: Chain, where: Span, word: str) -> bool:
        """Whether a sentence tells by the same pronoun of another, behind one without a name who spoke or acted in it.

        "One dismissed her as a crank. She smiled" means nobody who dismisses.
        """
        mention = spoke.last_before(where.start) if spoke.unnamed and spoke.gender is None else None
        if mention is None:
            return False
        layout = self.pronouns.layout
        number = layout.sentence(mention.start)
        behind = Span(mention.end, [*layout.sentences[number + 1 : number + 2], where.start][0])
        return any(c is not spoke for c in self.pronouns.meant_within(behind, word))

    def only_one(self, word: str, where: Span, likely: Chain | None) -> Resolution | None:
        """The only person of whom the sentence before "he" or "she" tells, unless that is likelier another."""
        about = None if where in self.pronouns.left else self.topics.about(where, HE[word])
        if about is None or likely not in (None, about) or about is self.pronouns.voices.speaks_as_i(where.start):
            return None
        return Resolution(self.descriptions.mentioned(about, where), "pronoun", PLURAL)

    def newcomer(self, where: Span, gender: str) -> Chain | None:
        """The person described by the subject of the sentence before a pronoun."""
        phrase = self.before.newcomer(where, gender)
        found = self.described(phrase, phrase.of(self.pronouns.text)) if phrase else None
        person = found is not None and found.chain.type is EntityType.PERSON and found.chain.gender in (None, gender)
        return found.chain if found and person else None
