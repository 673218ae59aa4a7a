"""Source phrases behind an inverted cue or "according to": the noun phrase with its appositions."""

from __future__ import annotations

from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    GROUPS,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    TITLES,
    is_adverb,
    word_set,
)
from kg.extract.numbers import number
from kg.extract.phrases import BREAKS, LATER, RELATIVES, STOPS, TIMES, WIDEST, Range, is_finite, is_name, is_time
from kg.extract.tokens import Token, Tokens

ARTICLES: Final = word_set("the a an these those his her their its")
BOUND: Final = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | word_set("all both half than not such what only even")
"""Behind these a noun phrase only begins."""

BY: Final = DOCUMENTS | {"seen", "written", "shown"}
"""Before "by" these keep it in the phrase: "research by the newspaper"."""


def after(tokens: Tokens, start: int) -> Range | None:
    """The noun phrase that begins at the token `start`, behind an inverted cue or "according to"."""
    end = head_end(tokens, start)
    if end == start:
        return None
    while (
        end + 1 < len(tokens) and tokens[end].lower == "," and end - start < WIDEST and is_apposition(tokens, end + 1)
    ):
        end = head_end(tokens, end + 1)
    return (start, end)


def until_comma(tokens: Tokens, start: int) -> Range | None:
    """The stretch up to a comma, with its appositions, if it holds no verb: behind a sentence's "According to"."""
    end = next(
        (i for i in range(start, min(len(tokens), start + 25)) if tokens[i].lower == "," or is_finite(tokens[i])), None
    )
    if end is None or end == start or tokens[end].lower != ",":
        return name_at(tokens, start) or before_phrase(tokens, start)
    while is_apposition(tokens, end + 1):
        following = head_end(tokens, end + 1)
        if following >= len(tokens) or tokens[following].lower != ",":
            break
        end = following
    return (start, end)


def name_at(tokens: Tokens, start: int) -> Range | None:
    """The name that begins at a token, where no comma ends the phrase: "According to Lee the bridge is closed"."""
    first = start + 1 if start < len(tokens) and tokens[start].lower == "the" else start
    end = first
    while end < len(tokens) and is_name(tokens[end]):
        end += 1
    return (
        (start, end)
        if end > first and end < len(tokens) and tokens[end].lower in (*DETERMINERS, "over", "more", "at")
        else None
    )


def before_phrase(tokens: Tokens, start: int) -> Range | None:
    """The noun phrase that another runs into, where no comma ends it: "According to the records three men left"."""
    for at in range(start + 1, min(len(tokens) - 1, start + 8)):
        previous, token = tokens[at - 1], tokens[at]
        if is_finite(token) or not token.text[0].isalnum():
            return None
        counted = number(token)[0] is not None and not is_name(previous)
        if (token.lower in ARTICLES or counted) and previous.lower not in BOUND and not previous.text.isdigit():
            return (start, at)
    return None


def head_end(tokens: Tokens, start: int) -> int:
    """Where the noun phrase that begins at `start` ends, appositions apart."""
    at = start
    while at < len(tokens) and at - start < WIDEST:
        token = tokens[at]
        if token.lower in BREAKS or token.lower == "," or (at > start and stops_phrase(tokens, at)):
            break
        if token.lower == "(":
            closing = next((i for i in range(at + 1, min(len(tokens), at + 12)) if tokens[i].lower == ")"), None)
            if closing is None:
                break
            at = closing
        at += 1
    return at


def stops_phrase(tokens: Tokens, at: int) -> bool:
    """Whether a noun phrase must end before the token `at`."""
    token, word = tokens[at], tokens[at].lower
    if word in LATER or word in RELATIVES or word in STOPS - {"and", "or", "than"} or word in TIMES or word in PRONOUNS:
        return True
    if word == "by" and (tokens[at - 1].lower.endswith("ed") or tokens[at - 1].lower in BY):
        return False
    if word == "to" and tokens[at - 1].lower in ROLES and at + 1 < len(tokens):
        return tokens[at + 1].lower not in ("the", "president", "prime") and not is_name(tokens[at + 1])
    if word in ("in", "on", "at", "to", "from", "with", "through", "by"):
        return adverbial(tokens, at)
    if word == "and":
        return at + 2 < len(tokens) and (tokens[at + 1].lower in PRONOUNS or is_reporting_form(tokens[at + 1].lower))
    return is_finite(token) or (word.endswith("ing") and not is_name(token) and word not in GROUPS)


def adverbial(tokens: Tokens, at: int) -> bool:
    """Whether a preposition begins an adverbial ("in a statement", "on Tuesday") and no part of the noun phrase."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        following is None
        or following.lower in ("a", "an", "his", "her", "their", "its", "our")
        or following.lower in TIMES
    ):
        return True
    if following.lower in ("reference", "response", "connection", "order", "addition"):
        return True
    return tokens[at].lower in ("on", "to", "with", "through", "by") or following.text[0].isdigit()


def is_apposition(tokens: Tokens, start: int) -> bool:
    """Whether the segment after a comma tells more of the one who speaks: a name, "a lawyer", "director of", an age."""
    if start >= len(tokens):
        return False
    first = tokens[start]
    end = head_end(tokens, start)
    if end == start or first.quote or any(is_finite(tokens[i]) for i in range(start, min(end + 1, len(tokens)))):
        return False
    if first.text.isdigit():
        return len(first.text) <= 3
    described = first.lower in ("a", "an", "the") or is_name(first) or first.lower in ROLES or first.lower in TITLES
    closed = end >= len(tokens) or tokens[end].lower in (",", *BREAKS, *RELATIVES, *LATER) or is_time(tokens[end])
    return (described or holds_role(tokens, start, end)) and closed and not is_time(first)


def holds_role(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a role stands near the beginning: "assistant professor", "chief financial officer"."""
    plain = first_is_noun(tokens[start])
    return plain and any(tokens[i].lower in ROLES for i in range(start, min(end, start + 4)))


def first_is_noun(token: Token) -> bool:
    """Whether a segment may begin a description with this word."""
    return token.text[0].isalpha() and not (
        token.lower in PREPOSITIONS or token.lower in CONJUNCTIONS or token.lower in PRONOUNS or is_adverb(token.lower)
    )
