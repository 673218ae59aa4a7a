"""Figures: numbers with what they count, as "at least 1,311 people" or "9,200 euros"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.extract.lexicon import (
    BE,
    CONJUNCTIONS,
    MODALS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    VERBS,
    WEEKDAYS,
    word_set,
)
from kg.extract.tokens import Token, Tokens, span_of
from kg.model import Figure

NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
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
    "m": 10**6,
    "bn": 10**9,
}
NUMERIC: Final = re.compile(rf"\d|{'|'.join(WORDS)}", re.IGNORECASE)
"""Without a match there is no number in a text; most reported words have none, and need not be read twice."""

CURRENCIES: Final = {"$": "dollars", "€": "euros", "£": "pounds", "₽": "roubles", "¥": "yen"}
UNITS: Final = word_set(
    "% percent dollars euros pounds roubles rubles hryvnias yen yuan rupees francs kilometres kilometers km"
    " miles metres meters hectares acres tonnes tons kilograms kg litres liters barrels degrees"
)
QUALIFIERS: Final = (
    *("at least", "more than", "fewer than", "less than", "as many as", "no more than", "no fewer than", "up to"),
    *("a total of", "over", "nearly", "almost", "about", "around", "some", "approximately", "roughly", "only"),
    *("just", "exactly", "another"),
)
STOPS: Final = PREPOSITIONS | CONJUNCTIONS | PRONOUNS | QUESTION_WORDS | VERBS | BE | MODALS | word_set(
    "that than more less per each a an the who whose times o'clock am pm a.m. p.m."
)  # fmt: skip
TIMES: Final = word_set("years year months month weeks week days day hours hour minutes minute seconds")


def find(tokens: Tokens) -> Iterator[Figure]:
    """The figures among the tokens of reported words."""
    past = 0
    for at in range(len(tokens)):
        if at >= past and (found := read(tokens, at)):
            figure, past = found
            yield figure


def read(tokens: Tokens, at: int) -> tuple[Figure, int] | None:
    """The figure whose number is the token `at`, and the token behind it; None for dates and bare numbers."""
    value = number(tokens[at])
    if value is None or is_date(tokens, at, value):
        return None
    first, last, unit = at, at + 1, None
    if at and tokens[at - 1].text in CURRENCIES and tokens[at - 1].end == tokens[at].start:
        first, unit = at - 1, CURRENCIES[tokens[at - 1].text]
    while last < len(tokens) and tokens[last].lower in SCALES:
        value, last = value * SCALES[tokens[last].lower], last + 1
    if unit is None and last < len(tokens) and tokens[last].lower in UNITS:
        unit, last = tokens[last].lower, last + 1
        if unit == "per" or unit == "%":
            unit = "percent"
    if unit is None and last < len(tokens) and tokens[last].lower in TIMES:
        unit, last = tokens[last].lower, last + 1
    begin = last + 1 if unit and last < len(tokens) and tokens[last].lower == "of" else last
    end = counted_end(tokens, begin)
    counted = " ".join(token.text for token in tokens[begin:end]) or None
    if unit is None and counted is None and not {t.lower for t in tokens[at:last]} & set(SCALES):
        return None
    first, qualifier = qualified(tokens, first)
    last = end if counted else last
    return Figure(span_of(tokens, first, last), value, unit, counted, qualifier), last


def number(token: Token) -> Decimal | None:
    """The value of a token that is a number in digits or words."""
    if NUMBER.fullmatch(token.text) and token.text.isascii():
        return Decimal(token.text.replace(",", ""))
    return Decimal(WORDS[token.lower]) if token.lower in WORDS else None


def is_date(tokens: Tokens, at: int, value: Decimal) -> bool:
    """Whether a number is part of a date, a clock time, a range or a score."""
    before = tokens[at - 1].lower if at else ""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    year = len(tokens[at].text) == 4 and tokens[at].text.isdigit() and 1000 <= value < 2100
    preposed = before in ("in", "since", "of", "by", "until", "from", "(", ",", *MONTHS, *WEEKDAYS)
    return (
        before in MONTHS
        or after in MONTHS
        or before == ":"
        or after == ":"
        or (year and (preposed or not after.isalpha()))
    )


def counted_end(tokens: Tokens, start: int) -> int:
    """Where the noun phrase that is counted ends: up to four words."""
    end = start
    while end < len(tokens) and end - start < 4:
        token = tokens[end]
        if token.quote or not token.text[0].isalpha() or token.lower in STOPS:
            break
        if end > start and (
            token.lower.endswith(("ed", "ly", "ing")) or token.lower in ("nationwide", "today", "ago", "old", "later")
        ):
            break
        end += 1
    return end


def qualified(tokens: Tokens, first: int) -> tuple[int, str | None]:
    """Where the figure begins with its qualifier ("at least"), and the qualifier."""
    for phrase in QUALIFIERS:
        words = phrase.split()
        start = first - len(words)
        if start >= 0 and [token.lower for token in tokens[start:first]] == words:
            return start, phrase
    return first, None
