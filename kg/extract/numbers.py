"""Numbers in digits and words, with their scales: "1,311", "5m", "twenty-five", "two hundred and fifty"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from kg.extract.tokens import Token, Tokens

NUMBER: Final = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(m|mn|bn|tn|k|km|kg)?")
"""A number in digits, a scale or unit right behind it or not: "1,311", "7.5", "5m"."""

WORDS: Final = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES: Final = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
LONGEST: Final = 20
"""Characters; more are no number but a code."""

MOST: Final = 10**18
"""Larger numbers are more than a store of xsd:decimal holds."""

NUMERIC: Final = re.compile(r"\d|" + "|".join([*WORDS, *(word for word in SCALES if len(word) > 2)]), re.IGNORECASE)
"""Without a match there is no number in a text; most reported words have none, and need not be read twice."""


def amount(tokens: Tokens, at: int) -> tuple[Decimal, int, str | None] | None:
    """The value of the number at a token, scales included, the token behind it, and a unit written with it ("5km")."""
    value, unit = number(tokens[at])
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if value is None:
        begins = tokens[at].lower in ("a", "an", "one") and following in SCALES and len(following) > 2
        if not begins:
            return None
        value = Decimal(1)
    last = at + 1
    if last + 1 < len(tokens) and tokens[last].lower == "per" and tokens[last + 1].lower == "cent":
        return value, last + 2, "percent"
    while last < len(tokens) and tokens[last].lower in SCALES:
        value, last = value * SCALES[tokens[last].lower], last + 1
        if last + 1 < len(tokens) and tokens[last].lower == "and" and (more := number(tokens[last + 1])[0]):
            if tokens[last - 1].lower != "hundred" or more >= 100:
                break
            value, last = value + more, last + 2
    if value >= MOST:
        return None
    return value.normalize() if value % 1 else value.quantize(Decimal(1)), last, unit


def number(token: Token) -> tuple[Decimal | None, str | None]:
    """The value of a token that is a number in digits or words, and the unit written with it."""
    if (
        token.text[0].isdigit()
        and token.text.isascii()
        and len(token.text) <= LONGEST
        and (found := NUMBER.fullmatch(token.lower))
    ):
        value, suffix = Decimal(found[1].replace(",", "")), found[2]
        return (value * SCALES[suffix], None) if suffix in SCALES else (value, suffix)
    tens, hyphen, ones = token.lower.partition("-")
    if hyphen and tens in WORDS and ones in ONES:
        return Decimal(WORDS[tens] + ONES[ones]), None
    return (Decimal(WORDS[token.lower]) if token.lower in WORDS else None), None


def is_share(tokens: Tokens, at: int, past: int) -> bool:
    """Whether a number tells a share with another one: "one in five", "four out of ten"."""
    behind = [token.lower for token in tokens[past : past + 2]]
    after = past + (2 if behind == ["out", "of"] else 1 if behind[:1] == ["in"] else len(tokens))
    before = [token.lower for token in tokens[max(0, at - 3) : at]]
    back = 3 if before[1:] == ["out", "of"] else 2 if before[-1:] == ["in"] else at + 1
    return small(tokens, at) and (small(tokens, after) or small(tokens, at - back))


def small(tokens: Tokens, at: int) -> bool:
    """Whether a number up to a hundred stands at a token."""
    value = number(tokens[at])[0] if 0 <= at < len(tokens) else None
    return 0 <= at < len(tokens) and (tokens[at].lower == "one" or (value is not None and value <= 100))


ONES: Final = {"one": 1, **{word: value for word, value in WORDS.items() if value < 10}}
