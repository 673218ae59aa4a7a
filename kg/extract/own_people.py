"""People whom an article only describes and who are none of those it names: "the mayor of Harrow", "the referee".

A description means somebody named, wherever somebody may be meant. It is a source of its own where such a person was
told of before ("a man … the man"), where nobody was named yet, and where its noun is a post that is told of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import Head, personal
from kg.extract.genders import WORDS
from kg.extract.introductions import DEPUTIES, OFFICES, OTHERWISE, VARYING, Introductions
from kg.extract.lately import FAR
from kg.extract.lexicon import ROLES, word_set
from kg.extract.source_names import SourceNames
from kg.model import EntityType, Span

TOLD: Final = r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir) (?:[\w’'-]+ ){{0,4}}{}\b(?P<name>,? [A-ZÀ-Þ])?"
"""How somebody without a name is first told of, by a noun; a name behind it says who that is."""

THERE: Final = r"\b(?:the|an?|another|his|her|their|its) (?:[\w’'-]+ ){{0,3}}?{}\b"
"""How somebody is told of by a noun."""

POSTS: Final = word_set(
    "minister premier governor mayor president secretary commissioner prosecutor judge magistrate coroner referee"
    " umpire registrar clerk treasurer comptroller auditor ombudsman ambassador bishop archbishop sheriff principal"
    " headteacher superintendent inspector commander owner manager director chairman chairwoman chair head chief"
    " leader representative delegate spokesman spokeswoman spokesperson keeper doctor physician nurse teacher envoy"
    " rector dean prefect imam abbot administrator caretaker accountant dispatcher lawyer attorney archivist librarian"
)
"""What hardly anybody is but one, with words behind that say of what: "the mayor of Harrow"."""

ALSO: Final = {"prosecutor": ("attorney",)}
"""Other nouns for those who have a post."""

ALONE: Final = word_set("judge premier prosecutor referee umpire coroner registrar clerk interrogator commissioner")
"""Those of whom an article has one without saying of what, and tells it of whom it names."""

WORKING: Final = word_set(
    "teacher headteacher inspector commander magistrate nurse doctor guard manager landlord driver conductor"
    " cook caretaker porter gravedigger priest imam owner policeman policewoman constable elder chief schoolmaster"
)
"""Those of whom an article may have named one without saying so."""

TITLED: Final = re.compile(
    r"the (?:prime|high|chief|public|state|head|foreign|deputy|transitional|interim|caretaker"
    r"|village|town|parish|district|duty|presidential|special|papal|royal) \w+",
    re.IGNORECASE,
)
"""Words before that make another post of it."""

MISSED: Final = re.compile(r", (?:[A-ZÀ-Þ]|\w+ \w+\Z)")
"""What names somebody behind a description, though it was not seen to be a name."""

ON_DUTY: Final = re.compile(r"the [\w-]+ on (?:duty|call|shift)", re.IGNORECASE)
"""What tells of somebody by the moment: "the officer on duty"."""

OF: Final = re.compile(r"the (?:[\w’'-]+ ){0,3}?(?P<noun>[\w-]+) (?:of|for|in charge of)\b", re.IGNORECASE)

SOME_BODY: Final = re.compile(
    r"the (?:[\w’'-]+ ){1,5}(?:of|at) (?:an?|one|another) (?!day|year|week|month)", re.IGNORECASE
)
"""How somebody new is told of: by a body that is new itself, "the head of a bank"."""

HERE: Final = 2
"""Paragraphs in which somebody named without an office may be the one who has it."""


class OwnPeople:
    """Tells which descriptions of a person mean nobody whom the article names."""

    def __init__(self, text: str, names: SourceNames, introduced: Introductions) -> None:
        self.text, self.names, self.introduced = text, names, introduced

    def is_own(self, head: Head, source: Span) -> bool:
        """Whether a definite description of one person is a source of its own."""
        return (
            is_new(head, source.of(self.text))
            or self.was_told(head, source)
            or self.is_first(head, source)
            or self.has_post(head, source)
        )

    def was_told(self, head: Head, source: Span) -> bool:
        """Whether somebody without a name was told of before by the same noun, and nobody with one: "a man"."""
        if head.noun in OFFICES | VARYING or self.introduced.told.get(head.noun):
            return False
        told = re.compile(TOLD.format(re.escape(head.noun)))
        return any(not found["name"] for found in told.finditer(self.text, max(0, source.start - FAR), source.start))

    def was_there(self, noun: str, source: Span, known: Mapping[Span, Chain]) -> bool:
        """Whether somebody was told of before by a noun that is said of nobody named: "praised the striker"."""
        there = re.compile(THERE.format(re.escape(noun)), re.IGNORECASE)
        found = there.finditer(self.text, max(0, source.start - FAR), source.start)
        return any(Span(*each.span()) not in known for each in found)

    def is_first(self, head: Head, source: Span) -> bool:
        """Whether no person is named before a description, and none is one by its noun, so that none is meant."""
        if head.noun in OFFICES | VARYING or self.introduced.told.get(head.noun):
            return False
        return not any(c.type in (EntityType.PERSON, None) for _, c in self.names.before(source))

    def has_post(self, head: Head, source: Span) -> bool:
        """Whether a description tells a post that nobody has who is named."""
        phrase = source.of(self.text)
        if MISSED.search(phrase):
            return False
        if phrase.lower().startswith("the former ") and self.introduced.has_predecessor(source.start):
            return True
        nouns = (head.noun, *OTHERWISE.get(head.noun, ()), *ALSO.get(head.noun, ()))
        if any(not told.words & DEPUTIES for noun in nouns for told in self.introduced.told.get(noun, ())):
            return False
        if ON_DUTY.fullmatch(phrase):
            return True
        of = OF.match(phrase)
        if of and of["noun"].lower() == head.noun in POSTS:
            return True
        titled = TITLED.fullmatch(phrase) is not None
        if phrase.lower() != f"the {head.noun}" and not titled:
            return False
        doubtful = head.noun in WORKING or (titled and head.noun in OFFICES | {"envoy"})
        return head.noun in ALONE or (doubtful and not self.in_doubt(head, source))

    def in_doubt(self, head: Head, source: Span) -> bool:
        """Whether somebody named shortly before may well have the post: a person of whom no office is told."""
        gender = WORDS.get(head.noun)
        for span, chain in self.names.before(source):
            if self.text[span.end : source.start].count("\n\n") > HERE or source.start - span.end > FAR:
                return False
            person = chain.type is EntityType.PERSON and gender in (None, chain.gender)
            if person and not self.introduced.said.get(chain, set()) & ROLES:
                return True
        return False


def is_new(head: Head, phrase: str) -> bool:
    """Whether a description tells of one person by a body or thing that was not spoken of before."""
    return head.definite and not head.plural and personal(head.noun) and SOME_BODY.match(phrase) is not None
