"""Figures: numbers with what they count, as "at least 1,311 people" or "9,200 euros"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from kg.extract.lexicon import (
    BE,
    CONJUNCTIONS,
    GROUPS,
    MODALS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    VERBS,
    WEEKDAYS,
    word_set,
)
from kg.extract.numbers import amount, is_share, number
from kg.extract.tokens import Token, Tokens, span_of
from kg.model import Figure

UNIT_NAMES: Final = {"%": "percent", "per": "percent"}
"""Units by what they are written as."""

CURRENCIES: Final = {"$": "dollars", "€": "euros", "£": "pounds", "₽": "roubles", "¥": "yen"}
UNITS: Final = word_set(
    "% percent dollars euros pounds roubles rubles hryvnias yen yuan rupees francs kilometres kilometers km"
    " miles metres meters hectares acres tonnes tons kilograms kg litres liters barrels degrees kilowatts megawatts"
    " gigawatts kilometre kilometer mile metre meter hectare tonne barrel dollar euro pound rouble ruble crowns kronor"
    " shillings rand pesos reais liras dirhams shekels cents gallons feet foot inches points"
)
QUALIFIERS: Final = (
    *("at least", "more than", "fewer than", "less than", "as many as", "no more than", "no fewer than", "up to"),
    *("a total of", "over", "nearly", "almost", "about", "around", "some", "approximately", "roughly", "only"),
    *("just", "exactly", "another"),
)
STOPS: Final = PREPOSITIONS | CONJUNCTIONS | PRONOUNS | QUESTION_WORDS | VERBS | BE | MODALS | word_set(
    "that than more less per each a an the who whose times o'clock am pm a.m. p.m."
)  # fmt: skip
TIMES: Final = word_set(
    "years year months month weeks week days day hours hour minutes minute seconds second decades decade centuries"
    " century nights night"
)
RATES: Final = word_set(
    "year month week day hour minute second night person head capita kilometre mile litre barrel tonne household share"
)
"""Behind "a" or "per" these make a rate of a unit: "4 million euros a day"."""

SHORT_RATES: Final = {"h": "hour", "hr": "hour", "s": "second", "kg": "kilogram", "day": "day", "year": "year"}
"""Behind a stroke these do: "90 km/h"."""

MEMBERS: Final = word_set("officers members workers forces chiefs personnel patrols leaders groups")
"""Behind a noun for many these are counted, not it: "15 police officers"."""

NUMBERED: Final = word_set(
    "article section chapter page paragraph clause number no. no room flight route highway ward phase class type group"
    " line channel level stage appendix volume version part act gate platform building grade district zone bus exit"
)
"""A number behind one of these is a name: "Article 5"."""

RANGE: Final = ("to", "or", "and", "-", "–")
COUNTING: Final = word_set("number figure toll total count tally number")
"""What a bare number can count that follows "at": "put the number at 800"."""


def find(tokens: Tokens) -> Iterator[Figure]:
    """The figures among the tokens of reported words."""
    past = 0
    for at in range(len(tokens)):
        if at >= past and (found := read(tokens, at) or lower_bound(tokens, at)):
            figure, past = found
            yield figure


def lower_bound(tokens: Tokens, at: int) -> tuple[Figure, int] | None:
    """The first figure of a range, which counts what the second one does: "20 to 30 people", "two or three days"."""
    found = amount(tokens, at)
    if found is None or found[1] + 1 >= len(tokens) or tokens[found[1]].lower not in RANGE:
        return None
    upper = read(tokens, found[1] + 1)
    if upper is None or upper[0].qualifier or upper[0].value <= found[0] or is_date(tokens, at, found[0]):
        return None
    first, qualifier = qualified(tokens, at)
    return replace(upper[0], span=span_of(tokens, first, found[1]), value=found[0], qualifier=qualifier), found[1]


def read(tokens: Tokens, at: int) -> tuple[Figure, int] | None:
    """The figure whose number is the token `at`, and the token behind it; None for dates, names and bare numbers."""
    found = amount(tokens, at)
    if found is None or is_date(tokens, at, found[0]) or is_name(tokens, at) or is_share(tokens, at, found[1]):
        return None
    value, last, unit = found
    first, scaled = at, last > at + 1
    if at and tokens[at - 1].lower == "half" and tokens[at].lower == "a":
        first, value = at - 1, value / 2
    elif at and tokens[at - 1].text in CURRENCIES and tokens[at].start - tokens[at - 1].end <= 1:
        first, unit = at - 1, CURRENCIES[tokens[at - 1].text]
    elif unit is None and last < len(tokens) and tokens[last].lower in UNITS | TIMES:
        unit, last = UNIT_NAMES.get(tokens[last].lower, tokens[last].lower), last + 1
        if last < len(tokens) and tokens[last].lower in ("ago", "later", "earlier", "old"):
            return None
    if unit and (rate := rate_at(tokens, last)):
        unit, last = f"{unit} per {rate}", last + 2
    end, counted = counted_at(tokens, last, unit)
    if unit is None and counted is None and not scaled and not bare(tokens, first):
        return None
    first, qualifier = qualified(tokens, first)
    return Figure(span_of(tokens, first, end), value, unit, counted, qualifier), end


def rate_at(tokens: Tokens, at: int) -> str | None:
    """What a unit is counted per: "a day", "per person"."""
    if at + 1 < len(tokens) and tokens[at].lower in ("a", "an", "per", "each") and tokens[at + 1].lower in RATES:
        return tokens[at + 1].lower
    if at + 1 < len(tokens) and tokens[at].text == "/":
        return SHORT_RATES.get(tokens[at + 1].lower)
    return None


def counted_at(tokens: Tokens, last: int, unit: str | None) -> tuple[int, str | None]:
    """Where a figure ends with what it counts, and that: behind a unit, or a number of some, only with "of"."""
    of = last < len(tokens) and tokens[last].lower == "of"
    begin = last + of
    if of and unit is None:
        begin = behind_number(tokens, begin)
    elif unit and not of:
        return last, None
    if (
        of
        and begin < len(tokens)
        and tokens[begin].lower in ("the", "all", "its", "his", "her", "their", "these", "those")
    ):
        begin += 1
        if unit is None:
            begin = behind_number(tokens, begin)
    end = counted_end(tokens, begin)
    return (end, spelt(tokens[begin:end])) if end > begin else (last, None)


def spelt(tokens: Tokens) -> str:
    """The words of tokens, with single spaces where the text has any."""
    words = (" " * (at > 0 and token.start > tokens[at - 1].end) + token.text for at, token in enumerate(tokens))
    return "".join(words)


def behind_number(tokens: Tokens, at: int) -> int:
    """The token behind a number: of "40 of the 300 dockers" the dockers are counted."""
    return at + 1 if at < len(tokens) and number(tokens[at])[0] is not None else at


def bare(tokens: Tokens, at: int) -> bool:
    """Whether a number counts what was named before: "put the number at 800"."""
    start, _ = qualified(tokens, at)
    before = [token.lower for token in tokens[max(0, start - 7) : start]]
    return before[-1:] in (["at"], ["to"]) and any(word in COUNTING for word in before)


def is_name(tokens: Tokens, at: int) -> bool:
    """Whether a number belongs to a name: "Article 5"."""
    return at > 0 and tokens[at - 1].lower in NUMBERED and tokens[at].text[0].isdigit()


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
        or before == "/"
        or after == "/"
        or (year and (preposed or not (after.endswith("s") or after in GROUPS)))
    )


def counted_end(tokens: Tokens, start: int) -> int:
    """Where the noun phrase that is counted ends: up to four words."""
    end = start
    while end < len(tokens) and end - start < 4:
        token = tokens[end]
        if token.lower in ("'s", "’s") and end + 1 < len(tokens):
            start, end = start + 2, end + 1
            continue
        if token.quote or not token.text[0].isalpha() or token.lower in STOPS:
            break
        if end > start and (
            token.lower.endswith(("ed", "ly", "ing")) or token.lower in ("nationwide", "today", "ago", "old", "later")
        ):
            break
        end += 1
        if plural(token) and not (end < len(tokens) and tokens[end].lower in MEMBERS):
            break
    return end


def plural(token: Token) -> bool:
    """Whether a word is a plural noun, which ends what is counted: "40 boats [sank]"."""
    word = token.lower
    return word in GROUPS or (token.text[0].islower() and word.endswith("s") and not word.endswith(("ss", "us", "is")))


def qualified(tokens: Tokens, first: int) -> tuple[int, str | None]:
    """Where the figure begins with its qualifier ("at least"), and the qualifier."""
    for phrase in QUALIFIERS:
        words = phrase.split()
        start = first - len(words)
        if start >= 0 and [token.lower for token in tokens[start:first]] == words:
            return start, phrase
    return first, None
