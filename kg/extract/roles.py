"""What an article prints beside a person's name: "defence minister", "Lee's chief of staff", "head of the board"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from kg.extract import lexicon
from kg.extract.cues import forms
from kg.extract.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    MODALS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    WEEKDAYS,
    is_adverb,
    word_set,
)
from kg.extract.tokens import Token, span_of, words
from kg.model import Span

BEFORE: Final = 120
"""Characters before a name in which its role may stand."""

BEHIND: Final = 200
"""Characters behind a name in which its role may stand."""

MENTIONS: Final = 12
"""Mentions of one person that are looked at: roles stand where somebody is introduced."""

ARTICLES: Final = word_set("the a an this that one another")
LINKS: Final = word_set("of for at in to on with and the a an &")
"""What may stand within a role: "head of the board for the harbour"."""

OWNS: Final = ("'s", "’s")
NOT_OFFICES: Final = word_set(
    "man woman boy girl child teenager mr mrs ms miss mx voice friend fellow native member rival opponent ally mother"
    " father wife husband son daughter brother sister uncle aunt cousin nephew niece grandmother grandfather widow sir"
    " dame lord lady dr prof"
)
"""Nouns for people that say kin, age or rank, and titles that are part of a name: by themselves no role."""

STANDING: Final = word_set(
    "acting leading sitting ruling founding managing outgoing incoming visiting commanding supporting"
)
"""Participles that belong to a role; any other tells what somebody did: "beating rival Ann Lee"."""

KIN: Final = word_set(
    "mother father wife husband son daughter brother sister uncle aunt cousin nephew niece widow friend"
)
AGE: Final = re.compile(r"\d{1,3}")
ENDS: Final = frozenset((",", ".", ";", ":", "!", "?", "(", ")", "–", "—", "-", "…"))


@cache
def offices() -> frozenset[str]:
    """The nouns that a role is about, singular, in lower case."""
    return (lexicon.ROLES | lexicon.TITLES) - NOT_OFFICES


def is_office(word: str) -> bool:
    """Whether a lower-case noun says what somebody does."""
    return word in offices() or word.endswith("ologist")


class Roles:
    """The roles printed in one article, looked up where a speaker needs one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.beside: dict[Span, Span | None] = {}

    def role(self, mentions: Sequence[Span], source: Span | None, at: int) -> Span | None:
        """The role of who has these mentions: in the source phrase, else the longest before `at`, else the first.

        `mentions` come in text order; `at` is where the statement's words begin.
        """
        if source:
            first = bisect_left(mentions, source.start, key=lambda mention: mention.start)
            for mention in takewhile(source.overlaps, mentions[first : first + MENTIONS]):
                if source.holds(mention) and (found := self.printed(mention)):
                    return found
        found_all = [found for mention in mentions[:MENTIONS] if (found := self.printed(mention))]
        earlier = [found for found in found_all if found.end <= at]
        return max(earlier, key=lambda role: role.end - role.start) if earlier else next(iter(found_all), None)

    def printed(self, mention: Span) -> Span | None:
        """The role beside one mention: before the name, or behind it between commas."""
        if mention not in self.beside:
            named = self.text[mention.start].isupper()
            self.beside[mention] = (before(self.text, mention) or behind(self.text, mention)) if named else None
        return self.beside[mention]


def before(text: str, name: Span) -> Span | None:
    """The role that ends where a name begins: "[British education secretary] Ann Lee", "[the mediator], Ann Lee"."""
    line = max(text.rfind("\n", 0, name.start) + 1, name.start - BEFORE)
    tokens = words(text, line, name.start)
    if not tokens:
        return None
    comma = tokens[-1].text == ","
    end = len(tokens) - comma
    start = role_start(tokens, phrase_start(tokens, end), end, last=not comma)
    if start is None:
        return None
    if comma and not opens(tokens, start, text[name.end : name.end + 1] == ","):
        return None
    return span_of(tuple(tokens), start, end)


def role_start(tokens: list[Token], start: int, end: int, last: bool) -> int | None:
    """Where the role begins within a noun phrase that ends with it: "the office of the [then minister]"."""
    while start < end:
        while start < end and leads(tokens[start]):
            start += 1
        if start < end and tokens[end - 1].lower not in LINKS and is_role(tokens[start:end], last):
            return start
        start = next((at for at in range(start, end) if tokens[at].lower in LINKS), end)
    return None


def leads(token: Token) -> bool:
    """Whether a token before a role does not belong to it: "beating rival Ann Lee" tells what somebody did."""
    word = token.lower
    return word in ARTICLES or word in LINKS or (word.endswith("ing") and word not in STANDING)


def opens(tokens: list[Token], start: int, closed: bool) -> bool:
    """Whether a role that a comma parts from its name begins like one: with an owner, or as a subject or behind a cue.

    `closed` says that a comma follows the name too, as it does behind an apposition anywhere else.
    """
    if closed or any(token.lower in OWNS for token in tokens[start:]):
        return True
    before_article = start - 1 if start and tokens[start - 1].lower in ARTICLES else start
    if before_article == start and start:
        return False
    if not before_article:
        return True
    first = tokens[before_article - 1]
    return is_verb_that_reports(first) or first.lower in PREPOSITIONS or not first.text[0].isalnum()


def is_verb_that_reports(token: Token) -> bool:
    """Whether a token is a past or present form of a verb that reports."""
    return token.lower in reporting() and not token.text[0].isupper()


def phrase_start(tokens: list[Token], end: int) -> int:
    """Where the noun phrase begins that ends before the token `end`: with its owner, if it has one."""
    start = end
    while start and not bounds(tokens[start - 1]) and not parts(tokens, start - 1):
        start -= 1
        if tokens[start].lower in OWNS and start:
            start -= 1
            while start and tokens[start].text[0].isupper() and tokens[start - 1].text[0].isupper():
                start -= 1
            before_owner = start - 1 if start and tokens[start - 1].lower in ARTICLES else start
            if not before_owner or tokens[before_owner - 1].lower not in ("of", "for", "at"):
                return start
    return start


def parts(tokens: list[Token], at: int) -> bool:
    """Whether a joining word stands outside a role: "Ann Lee [and] mayor Bo Ek", "according [to] mayor Bo Ek"."""
    word = tokens[at].lower
    if word not in ("and", "&", "to", "on", "with", "in") or not at:
        return False
    before = tokens[at - 1]
    joined = word in ("and", "&", "in") and not before.text[0].isupper()
    return not joined and not is_office(before.lower.strip("."))


def bounds(token: Token) -> bool:
    """Whether a token stands outside any role."""
    word = token.lower
    if word in LINKS or word in OWNS:
        return False
    if not token.text[0].isalpha() or word in PREPOSITIONS or word in CONJUNCTIONS or word in PRONOUNS:
        return True
    timed = word in WEEKDAYS or (word in MONTHS and token.text[0].isupper())
    return timed or is_verb(token) or (is_adverb(word) and word not in ("first", "early", "then"))


def is_verb(token: Token) -> bool:
    """Whether a token is surely a verb."""
    word = token.lower
    if word in VERBS or word in MODALS or word in AUXILIARIES - {"'s"}:
        return True
    return is_verb_that_reports(token) and word not in offices()


@cache
def reporting() -> frozenset[str]:
    """The past and present forms of the verbs that report."""
    return frozenset(
        word for word, found in forms().items() if any(form.tense in ("past", "present") for form in found)
    )


def is_role(tokens: Sequence[Token], last: bool) -> bool:
    """Whether a noun phrase is about an office or work; `last`: its noun ends it, as right before a name.

    "chief of staff" and "head of the board" are about what stands before "of".
    """
    head = next((at for at, t in enumerate(tokens) if t.lower in LINKS or t.lower in PREPOSITIONS), len(tokens))
    noun = tokens[head - 1].lower.strip(".") if head else ""
    if is_office(noun) or (noun in KIN and any(token.lower in OWNS for token in tokens)):
        return True
    final = tokens[-1].lower.strip(".")
    return last and is_office(final) and head == len(tokens)


def behind(text: str, name: Span) -> Span | None:
    """The role between commas behind a name: "Ann Lee, [head of the board], said", "Ann Lee, 38, [a docker]"."""
    line = text.find("\n", name.end)
    tokens = words(text, name.end, min(len(text) if line < 0 else line, name.end + BEHIND))
    at = 1
    if not tokens or tokens[0].text != ",":
        return None
    if len(tokens) > 2 and AGE.fullmatch(tokens[1].text) and tokens[2].text == ",":
        at = 3
    while at < len(tokens) and tokens[at].lower in ARTICLES:
        at += 1
    end = at
    while end < len(tokens) and not ends(tokens[end]):
        end += 1
    while end > at and tokens[end - 1].lower in LINKS:
        end -= 1
    if end == at or not is_role(tokens[at:end], last=False):
        return None
    return span_of(tuple(tokens), at, end)


def ends(token: Token) -> bool:
    """Whether a token ends what stands between commas."""
    word = token.lower
    relative = word in ("who", "whose", "which", "where", "when", "while", "as", "but", "because", "after", "before")
    return (
        token.text in ENDS
        or not (token.text[0].isalnum() or word in LINKS or word in OWNS)
        or relative
        or (is_verb(token))
    )
