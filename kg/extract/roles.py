"""What an article prints beside a person's name: "defence minister", "Lee's chief of staff", "head of the board"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from kg.extract.role_words import ARTICLES, LINKS, OWNS, bounds, is_role, is_verb, is_verb_that_reports, leads, parts
from kg.extract.tokens import Token, span_of, words
from kg.model import Span

BEFORE: Final = 120
"""Characters before a name in which its role may stand."""

BEHIND: Final = 200
"""Characters behind a name in which its role may stand."""

MENTIONS: Final = 12
"""Mentions of one person that are looked at: roles stand where somebody is introduced."""

AGE: Final = re.compile(r"\d{1,3}")
CLOSES: Final = (",", ".", ";", ":", ")")
LATELY: Final = frozenset(("then", "now", "currently", "formerly", "previously", "also"))
"""Before a role these tell since when it is held, or that another one is."""
ENDS: Final = frozenset((",", ".", ";", ":", "!", "?", "(", ")", "–", "—", "-", "…"))


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
    if comma and not opens(tokens, start, text[name.end : name.end + 1] in CLOSES):
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
    return is_verb_that_reports(first) or not first.text[0].isalnum()


def phrase_start(tokens: list[Token], end: int) -> int:
    """Where the noun phrase begins that ends before the token `end`: with its owner, if it has one."""
    start = end
    while start and not bounds(tokens[start - 1]) and not parts(tokens, start - 1):
        start -= 1
        if tokens[start].lower in OWNS and start:
            start -= 1
            while start and joined(tokens[start - 1], tokens[start]):
                start -= 1
            before_owner = start - 1 if start and tokens[start - 1].lower in ARTICLES else start
            if not before_owner or tokens[before_owner - 1].lower not in ("of", "for", "at"):
                return start
    return start


def joined(before: Token, owner: Token) -> bool:
    """Whether a word belongs to the owner behind it: "[Ann] Lee's lawyer", "the [fire] brigade's commander"."""
    if owner.text[0].isupper():
        return before.text[0].isupper()
    outside = bounds(before) or before.lower in ARTICLES | LINKS or before.lower in OWNS or leads(before)
    return not outside and before.text[0].islower()


def behind(text: str, name: Span) -> Span | None:
    """The role between commas behind a name: "Ann Lee, [head of the board], said", "Ann Lee, 38, [a docker]"."""
    line = text.find("\n", name.end)
    tokens = words(text, name.end, min(len(text) if line < 0 else line, name.end + BEHIND))
    at = 1
    if not tokens or not (tokens[0].text == "," or inserted(text, tokens)):
        return None
    if len(tokens) > 2 and AGE.fullmatch(tokens[1].text) and tokens[2].text == ",":
        at = 3
    while at < len(tokens) and tokens[at].lower in ARTICLES | LATELY:
        at += 1
    end = at
    while end < len(tokens) and not ends(tokens[end]):
        end += 1
    while end > at and tokens[end - 1].lower in LINKS:
        end -= 1
    if end == at or not is_role(tokens[at:end], last=False):
        return None
    return span_of(tuple(tokens), at, end)


def inserted(text: str, tokens: list[Token]) -> bool:
    """Whether what stands behind a name is put between dashes or brackets: "Ann Lee (a docker)"."""
    apart = tokens[0].text in ("(", "–", "—") and text[tokens[0].start - 1 : tokens[0].start] == " "
    return apart and len(tokens) > 1 and tokens[1].lower in ARTICLES


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
