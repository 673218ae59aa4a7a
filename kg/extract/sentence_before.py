"""What the sentence before tells of "he" and "she" as a source: who spoke in it, or somebody else without a name acted.

"Their mother, Rosa, said she wept. She said …" means Rosa; "Her neighbour agreed. “Not for us,” she said" means nobody
who has a name.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract import speaking_for
from kg.extract.antecedents import asks
from kg.extract.chains import Chain
from kg.extract.descriptions import head_of, one_person
from kg.extract.genders import HE, WORDS
from kg.extract.layout import Layout
from kg.extract.lexicon import AUXILIARIES, BE, MODALS
from kg.extract.one_of import whole
from kg.extract.peoples import is_people
from kg.extract.sentence_subject import subject
from kg.extract.source_names import SourceNames
from kg.extract.tokens import Token, span_of, words
from kg.extract.voices import Voices
from kg.model import EntityType, Span

BACK: Final = 300
"""Characters of the sentence before that are read."""

ARTICLES: Final = frozenset(("a", "an", "the", "one", "another"))
ONES: Final = frozenset(("one", "another"))
NAMED: Final = re.compile(
    r"(?: (?:(?:who|that) [^,;:\n]{3,60}|(?:for|of|at|in|from|with) [^,.;:\n]{2,60}(?=,)))?"
    r",? (?:the )?(?:[A-ZÀ-Þ][\w’'-]*\.? )*"
)
"""What stands between a description and the name of who is described: "a vicar, the Rev. Ann Lee"."""

MET: Final = re.compile(
    r" (?:to|by|from|with|against|on|met|named|blamed|called)"
    r" (?P<who>(?:the|an?|its|their) (?:[\w’'-]+ ){0,3}[\w-]+)\.\s*\Z"
)
"""How a sentence ends that tells of somebody last: "The paper put it down to the party's treasurer."."""

KIN: Final = re.compile(
    r"[Tt]he (?:mother|father|wife|husband|son|daughter|brother|sister|uncle|aunt|widow|widower)"
    r" of (?:(?:the|an?|one|his|her|their) )?(?:[a-z-]+ ){0,3}[a-z-]+(?=,)"
)
"""Somebody's kin, whose the words behind tell: "The sister of the second mate, in Harrow, wept"."""

HIM: Final = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)

SENTENCES: Final = 3
"""Sentences before a pronoun that are looked at."""

BODIES: Final = (EntityType.ORGANISATION, EntityType.DOCUMENT)

POSSESSIVES: Final = frozenset(("his", "her", "their", "its", "my", "our", "your", "whose"))
OWNERS: Final = frozenset(("his", "her", "their", "'s", "’s"))
IDLE: Final = BE | AUXILIARIES | MODALS | frozenset((",",))
"""What stands behind a subject that only is or has something: "His lawyer was not in court"."""


class SentenceBefore:
    """Looks at the sentence before the words that a pronoun speaks, if it stands in the same paragraph."""

    def __init__(self, layout: Layout, names: SourceNames, voices: Voices) -> None:
        self.layout, self.names, self.voices = layout, names, voices

    def before(self, source: Span) -> Span | None:
        """The sentence before a report, whose source is given; None at the start of a paragraph."""
        at = self.voices.begins(source)
        number = self.layout.sentence(at)
        begin = self.layout.sentences[number - 1] if number else at
        return Span(begin, at) if begin < at and self.layout.paragraph(begin) == self.layout.paragraph(at) else None

    def speaker(self, source: Span, gender: str, last: tuple[int, Chain] | None) -> Chain | None:
        """The person who may be of a gender and spoke last, if that was in the sentence before."""
        spoke = self.spoke(source, last)
        if spoke is None or spoke.type is not EntityType.PERSON or spoke is self.voices.speaks_as_i(source.start):
            return None
        if last and asks(self.layout.text, last[0]):
            return None
        fits = spoke.gender is None and not (spoke.unnamed and self.in_doubt(spoke, source, gender))
        return spoke if spoke.gender == gender or fits else None

    def in_doubt(self, spoke: Chain, source: Span, gender: str) -> bool:
        """Whether the owner of a source without a name may be meant, "his doctor", or somebody named beside it."""
        owned, cue = is_kin(spoke), self.voices.cue(source)
        if not owned and not self.rival(source, gender):
            return False
        whose = owned or self.is_owners(spoke, source)
        return not (whose and speaking_for.goes_on(spoke, cue, gender))

    def is_owners(self, spoke: Chain, source: Span) -> bool:
        """Whether the only people named in the sentence before are owners of who spoke in it: "Lee's lawyer"."""
        sentence, said = self.before(source), spoke.last_before(source.start)
        if sentence is None or said is None:
            return False
        named = [(name, c) for name, c in self.names.inside(sentence) if c.type is EntityType.PERSON and c is not spoke]
        return all(said.holds(name) for name, _ in named)

    def goes_on_with(self, source: Span, unknown: Span | None, gender: str) -> bool:
        """Whether the sentence before is of one person, who may be of a gender, and it is not clear who that is."""
        sentence = self.before(source)
        if unknown is None or sentence is None or not sentence.holds(unknown):
            return False
        words = unknown.of(self.layout.text)
        head = head_of(words)
        return HE.get(words.lower(), WORDS.get(head.noun, gender) if head else gender) == gender

    def told_last(self, source: Span, gender: str) -> Span | None:
        """The description of one person that ends the sentence before, if that names no person nor says "he"."""
        sentence = self.before(source)
        if sentence is None or self.rival(source, gender):
            return None
        found = MET.search(self.layout.text, max(sentence.start, sentence.end - BACK), sentence.end)
        if found is None or HIM.search(self.layout.text, sentence.start, found.start("who")):
            return None
        phrase = Span(*found.span("who"))
        return phrase if self.is_person(phrase, gender) and not self.voices.quoted(phrase.start) else None

    def rival(self, source: Span, gender: str) -> bool:
        """Whether the sentence before names a person who may be of a gender."""
        sentence = self.before(source)
        named = self.names.inside(sentence) if sentence else ()
        people = (c for _, c in named if c.type is EntityType.PERSON and not c.unnamed and not is_people(c.name))
        return any(chain.gender in (None, gender) for chain in people)

    def newcomer(self, source: Span, gender: str) -> Span | None:
        """The description of one person, who may be of a gender, that is the subject of the sentence before.

        Sentences between that go on with "he" or "she" are passed over.
        """
        sentence = self.before(source)
        for _ in range(SENTENCES):
            found = self.described(sentence, gender) if sentence else None
            if found is None or sentence is None or HE.get(found.of(self.layout.text).lower()) != gender:
                return found
            sentence = self.before(Span(sentence.start, sentence.start + 1))
        return None

    def described(self, sentence: Span, gender: str) -> Span | None:
        """The subject of a sentence, if it describes one person or is the pronoun of a gender."""
        tokens = tuple(words(self.layout.text, sentence.start, min(sentence.end, sentence.start + BACK)))
        found = subject(tokens)
        if found is None or found[1] >= len(tokens):
            return None
        phrase, first, verb = span_of(tokens, *found), tokens[found[0]].lower, tokens[found[1]].lower
        if HE.get(phrase.of(self.layout.text).lower()) == gender:
            return phrase
        if verb in BE or first not in ARTICLES or self.is_apposition(sentence, phrase):
            return None
        if first in ONES:
            return whole(self.layout.text, phrase)
        if kin := KIN.match(self.layout.text, phrase.start, sentence.end):
            phrase = Span(*kin.span())
        return phrase if self.is_person(phrase, gender) else None

    def is_apposition(self, sentence: Span, phrase: Span) -> bool:
        """Whether a name stands before a description, or right behind it: "a scholar, Ann Lee"."""
        names = [name for name, _ in self.names.inside(sentence)]
        before = any(name.start < phrase.start for name in names)
        after = (name.start for name in names if name.start >= phrase.end)
        return before or any(NAMED.fullmatch(self.layout.text, phrase.end, start) for start in after)

    def owner(self, its: Span, last: tuple[int, Chain] | None) -> Chain | None:
        """The organisation or document that spoke last, if that was in the sentence before."""
        spoke = self.spoke(its, last)
        return spoke if spoke and spoke.type in BODIES else None

    def spoke(self, where: Span, last: tuple[int, Chain] | None) -> Chain | None:
        """Who spoke last, if that was in the sentence before."""
        sentence = self.before(where)
        if last is None or sentence is None or not sentence.start <= last[0] < sentence.end:
            return None
        return last[1]

    def another(self, source: Span, gender: str) -> bool:
        """Whether the sentence before tells what somebody's kin, neighbour or lawyer did, who has no name."""
        sentence = self.before(source)
        if sentence is None:
            return False
        tokens = tuple(words(self.layout.text, sentence.start, min(sentence.end, sentence.start + BACK)))
        found = subject(tokens)
        if found is None or found[1] >= len(tokens) or tokens[found[1]].lower in IDLE:
            return False
        phrase = span_of(tokens, *found)
        return is_owned(tokens[slice(*found)]) and self.is_person(phrase, gender)

    def is_person(self, phrase: Span, gender: str) -> bool:
        """Whether a phrase describes one person, whom it does not name and who may be of a gender."""
        head = one_person(phrase.of(self.layout.text))
        if head is None or WORDS.get(head.noun, gender) != gender:
            return False
        return not any(self.layout.text[name.end] not in "'’" for name, _ in self.names.inside(phrase))


def is_kin(chain: Chain) -> bool:
    """Whether a source without a name is told of as somebody's: "his doctor"."""
    return chain.name.split()[0].lower() in POSSESSIVES


def is_owned(tokens: tuple[Token, ...]) -> bool:
    """Whether a noun phrase says whose somebody is: "her neighbour", "Lee's lawyer"."""
    return any(token.lower in OWNERS for token in tokens[:-1])
