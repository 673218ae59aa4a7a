"""When it was said: weekdays, "yesterday" and calendar dates beside a cue, counted from the day of publication."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Final

from kg.extract.lexicon import MONTHS, WEEKDAYS, word_set
from kg.extract.tokens import Tokens, span_of
from kg.model import SaidDate

TODAY: Final = frozenset(("today", "tonight"))
YEAR: Final = re.compile(r"(?:19|20)\d\d")
DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
SHORT: Final = {month[:3] + ".": number for number, month in enumerate(MONTHS, 1)} | {"sept.": 9}
UNCLEAR: Final = word_set("last next since until by every before after from previous coming of")
"""Before a weekday or month these make another day of it, or no day of saying."""


def said_date(tokens: Tokens, published: date | None) -> SaidDate | None:
    """The day or month that the words beside a cue give; None without a known day of publication."""
    # From the calendar's first year no count back stays within it.
    if published is None or published.year == date.min.year:
        return None
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].lower in UNCLEAR:
            continue
        found = calendar_date(tokens, at, published) or relative_date(tokens, at, published)
        if found and found[0] <= published:
            return SaidDate(found[0], min(found[1], published), span_of(tokens, found[2], found[3]))
        if found and token.lower not in MONTHS:
            return None
    return None


def relative_date(tokens: Tokens, at: int, published: date) -> tuple[date, date, int, int] | None:
    """A weekday (the last one up to the day of publication), "today", "this morning" or "yesterday"."""
    word = tokens[at].lower
    if word in WEEKDAYS:
        day = published - timedelta(days=(published.weekday() - WEEKDAYS.index(word)) % 7)
    elif word in TODAY or (
        word == "this" and at + 1 < len(tokens) and tokens[at + 1].lower in ("morning", "afternoon", "evening")
    ):
        day = published
    elif word == "yesterday":
        day = published - timedelta(days=1)
    else:
        return None
    return day, day, at, at + (2 if word == "this" else 1)


def month_of(word: str) -> int | None:
    """The number of the month that a lower-case word names."""
    return MONTHS.index(word) + 1 if word in MONTHS else SHORT.get(word)


def calendar_date(tokens: Tokens, at: int, published: date) -> tuple[date, date, int, int] | None:
    """ "21 September 2022", "September 21", "in September": the days, and the tokens that say so."""
    month = month_of(tokens[at].lower)
    if month is None or not tokens[at].text[0].isupper():
        return None
    first, last, day = at, at + 1, None
    if at and (before := DAY.fullmatch(tokens[at - 1].lower)):
        first, day = at - 1, int(before[1])
    elif last < len(tokens) and (behind := DAY.fullmatch(tokens[last].lower)):
        last, day = last + 1, int(behind[1])
    comma = last < len(tokens) and tokens[last].lower == ","
    year = None
    if last + comma < len(tokens) and YEAR.fullmatch(tokens[last + comma].text):
        year, last = int(tokens[last + comma].text), last + comma + 1
    if day is None and year is None and not (at and tokens[at - 1].lower in ("in", "early", "late")):
        return None
    span = days(year, month, day, published)
    return (*span, first, last) if span else None


def days(year: int | None, month: int, day: int | None, published: date) -> tuple[date, date] | None:
    """The first and last day meant; without a year, the last such day up to the day of publication."""
    if year is None:
        year = published.year - ((month, day or 1) > (published.month, published.day))
    length = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= length:
        return None
    return date(year, month, day or 1), date(year, month, day or length)
