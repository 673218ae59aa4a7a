"""The figure that a thing is put at: "the crowd [at 600]", "the toll [nearer to 90]", "the number [lower]"."""

from __future__ import annotations

from typing import Final

from kg.extract import phrases
from kg.extract.lexicon import DETERMINERS, word_set
from kg.extract.numbers import SCALES, number
from kg.extract.tokens import Token, Tokens

ROUGHLY: Final = word_set("about around some nearly almost over under just roughly approximately between closer at up")
"""With what may follow them ("at least", "closer to") these stand before a number."""
FILLERS: Final = word_set("more less fewer least most to than as many much high low only well $ € £ ¥ us a c")
HOURS: Final = word_set("p.m a.m p.m. a.m. pm am o'clock : noon")
CURRENCY: Final = 3
"""Letters at most that a currency is written with before its number: "N412"."""
LONGEST_WORD: Final = 12
"""Characters of a quotation in which its figure stands: "about 7,000"."""
COUNTS: Final = word_set("figure number total toll count cost sum share estimate loss damage")
LONGEST: Final = 6
"""Tokens of what is higher or lower."""
WIDEST: Final = 14
"""Tokens of what is counted."""


def figure_behind(tokens: Tokens, start: int) -> int | None:
    """Where the figure stands that a noun phrase is put at, "at" before it; None if there is none."""
    for n in range(start, min(len(tokens) - 1, start + WIDEST)):
        if is_at(tokens, n):
            return n + 1
        if n > start and compared(tokens, n):
            return n
        verb = phrases.is_finite(tokens[n]) and tokens[n - 1].lower not in DETERMINERS
        if tokens[n].quote or verb or tokens[n].lower in (*phrases.BREAKS, ",", "by"):
            return None
    return None


def is_at(tokens: Tokens, at: int) -> bool:
    """Whether "at" and a figure stand at a token."""
    quote = tokens[at + 1].text if at + 1 < len(tokens) and tokens[at + 1].quote else ""
    return tokens[at].lower == "at" and (
        is_figure(tokens, at + 1) or any(mark.isdigit() for mark in quote[:LONGEST_WORD])
    )


def compared(tokens: Tokens, at: int) -> bool:
    """Whether a figure is told by another: "the figure somewhat lower", "the toll nearer to 90"."""
    word = tokens[at].lower
    if word in ("nearer", "closer"):
        return tokens[at + 1].lower == "to" and at + 2 < len(tokens) and is_figure(tokens, at + 2)
    ends = at + 1 == len(tokens) or tokens[at + 1].text in ".,;" or tokens[at + 1].lower in ("than", "still")
    return word in ("higher", "lower") and ends and any(t.lower in COUNTS for t in tokens[max(0, at - LONGEST) : at])


def is_figure(tokens: Tokens, start: int) -> bool:
    """Whether a number begins at a token, its qualifiers and currency before it: "closer to 2,000", "about $14"."""
    at = start
    while at < min(len(tokens), start + 5) and tokens[at].lower in ROUGHLY | FILLERS:
        at += 1
    return at < len(tokens) and is_number(tokens[at]) and not is_hour_or_address(tokens, at + 1)


def is_hour_or_address(tokens: Tokens, at: int) -> bool:
    """Whether what stands behind a number makes it an hour or that of a house: "at 5 p.m.", "at 10 High Street"."""
    if at >= len(tokens):
        return False
    return tokens[at].lower in HOURS or (phrases.is_name(tokens[at]) and not phrases.is_time(tokens[at]))


def is_number(token: Token) -> bool:
    """Whether a token is a number in digits or words, or one with its currency: "N412"."""
    digits = token.text.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if token.lower in SCALES:
        return True
    return number(token)[0] is not None or (
        digits[:1].isdigit() and len(token.text) - len(digits) <= CURRENCY and digits.replace(",", "")[:1].isdigit()
    )
