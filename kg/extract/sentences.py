"""Sentences of tokens; none crosses a line's end or ends inside a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.quotes import Quote
from kg.extract.tokens import Token, Tokens, tokenise
from kg.model import Span

LONGEST: Final = 250
"""Tokens; a longer stretch without an end is cut, so that the work on it stays bounded."""

ENDS: Final = frozenset((".", "!", "?", "…", "..", "...", "....", "。"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, and the number of its paragraph."""

    tokens: Tokens
    paragraph: int


def split(text: str, where: list[Span], quotes: list[Quote]) -> list[Sentence]:
    """The sentences of the paragraphs `where` with their outermost quotations, in order."""
    sentences: list[Sentence] = []
    first = 0
    for number, paragraph in enumerate(where):
        last = first
        while last < len(quotes) and quotes[last].outer.end <= paragraph.end:
            last += 1
        tokens = tokenise(text, paragraph, quotes[first:last])
        sentences += [Sentence(tuple(part), number) for part in cut(tokens)]
        first = last
    return sentences


def cut(tokens: list[Token]) -> list[list[Token]]:
    """The tokens of one paragraph, sentence by sentence."""
    parts: list[list[Token]] = []
    part: list[Token] = []
    for number, token in enumerate(tokens):
        part.append(token)
        if len(part) >= LONGEST or ends(tokens, number):
            parts.append(part)
            part = []
    if part:
        parts.append(part)
    return parts


def ends(tokens: list[Token], at: int) -> bool:
    """Whether a sentence ends with the token `at`."""
    token = tokens[at]
    if at + 1 == len(tokens):
        return True
    following = tokens[at + 1]
    if within_initials(tokens, at):
        return False
    if not (following.quote or following.text[0].isupper() or following.text[0].isdigit() or following.text in "([-–—"):
        return False
    if token.quote:
        if at + 2 < len(tokens) and tokens[at + 2].quote:
            return False
        return quote_ends(tokens, at)
    return token.text in ENDS


def within_initials(tokens: list[Token], at: int) -> bool:
    """Whether a full stop stands between initials that another word is glued to: "(D-N.C.)"."""
    if at + 2 >= len(tokens) or tokens[at].text != ".":
        return False
    letter, stop = tokens[at + 1 : at + 3]
    return len(letter.text) == 1 and tokens[at].end == letter.start and letter.end == stop.start and stop.text == "."


def quote_ends(tokens: list[Token], at: int) -> bool:
    """Whether a sentence ends with a quotation: it closes one, and no cue follows ("Why?" Ann asked)."""
    last = tokens[at].text.rstrip("'’)]")[-1:]
    if last not in (*".!?…",):
        return False
    if last in "?!":
        for token in tokens[at + 1 : at + 8]:
            if token.quote or token.lower in (",", "."):
                break
            if is_reporting_form(token.lower):
                return False
    return True
