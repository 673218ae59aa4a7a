"""Calendar dates: "21 September 2022", "September 21", "in September", "in a 2019 interview", "2022-09-21"."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final, NamedTuple

from kg.extract.lexicon import MONTHS
from kg.extract.tokens import Tokens
from kg.model import DatePrecision

YEAR: Final = re.compile(r"(?:19|20)\d\d")
NUMBER: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
SHORT: Final = {month[:3] + ".": number for number, month in enumerate(MONTHS, 1)} | {"sept.": 9}
MONTH_BEFORE: Final = ("in", "early", "late", "mid", "this", "last", "during")
ISO: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


class Found(NamedTuple):
    """The first and last day that a date can mean, and the tokens [start, end) that say so."""

    first: date
    last: date
    precision: DatePrecision
    start: int
    end: int


def month_of(word: str) -> int | None:
    """The number of the month that a lower-case word names."""
    return MONTHS.index(word) + 1 if word in MONTHS else SHORT.get(word) or SHORT.get(word + ".")


def month_bounds(day: date) -> tuple[date, date]:
    """The first and the last day of a day's month."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def year_bounds(year: int) -> tuple[date, date]:
    """The first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def calendar_date(tokens: Tokens, at: int, published: date | None) -> Found | None:
    """The date whose month, or only number, is the token `at`; one without a year needs the day of publication."""
    word = tokens[at]
    if word.text[0].isdigit():
        return iso(tokens, at) or year_alone(tokens, at)
    month = month_of(word.lower.removeprefix("mid-"))
    if month is None or not (word.text[0].isupper() or word.lower.startswith("mid-")):
        return None
    start, end, day = day_beside(tokens, at)
    comma = end < len(tokens) and tokens[end].lower == ","
    year = None
    if end + comma < len(tokens) and YEAR.fullmatch(tokens[end + comma].text):
        year, end = int(tokens[end + comma].text), end + comma + 1
    before = tokens[at - 1].lower if at else ""
    if day is None and shortened(word.lower):
        return None
    if day is None and year is None and not (before in MONTH_BEFORE or parted(tokens, at) or "mid-" in word.lower):
        return None
    if before == "last" and year is None:
        return None  # this year's or last year's
    return bounded(year, month, day, published, start, end)


def shortened(word: str) -> bool:
    """Whether a month is written short and without a full stop, so that it may be a name: "Jan", "Mar"."""
    return word not in MONTHS and f"{word}." in SHORT


def parted(tokens: Tokens, at: int) -> bool:
    """Whether a part of a month is told before it: "at the end of May"."""
    before = [token.lower for token in tokens[max(0, at - 4) : at]]
    return (
        len(before) == 4
        and before[0] in ("at", "in", "around")
        and before[1] == "the"
        and (before[2] in ("end", "start", "beginning", "middle", "course") and before[3] == "of")
    )


def day_beside(tokens: Tokens, at: int) -> tuple[int, int, int | None]:
    """Where a date with the month `at` begins and ends, year apart, and its day: "5 October", "the 5th of October"."""
    for back in (1, 2):
        joined = back == 1 or tokens[at - 1].lower == "of"
        if at >= back and joined and (found := NUMBER.fullmatch(tokens[at - back].lower)):
            return at - back, at + 1, int(found[1])
    if at + 1 < len(tokens) and (found := NUMBER.fullmatch(tokens[at + 1].lower)):
        return at, at + 2, int(found[1])
    return at, at + 1, None


def bounded(
    year: int | None, month: int, day: int | None, published: date | None, start: int, end: int
) -> Found | None:
    """The date with its bounds; without a year, the last such day up to the publication."""
    if year is None:
        if published is None:
            return None
        year = published.year - ((month, day or 1) > (published.month, published.day))
    first, last = month_bounds(date(year, month, 1))
    if day is None:
        return Found(first, last, DatePrecision.MONTH, start, end)
    if not 1 <= day <= last.day:
        return None
    exact = first.replace(day=day)
    return Found(exact, exact, DatePrecision.DAY, start, end)


def iso(tokens: Tokens, at: int) -> Found | None:
    """ "2022-09-21"."""
    if not ISO.fullmatch(tokens[at].text):
        return None
    try:
        day = date.fromisoformat(tokens[at].text)
    except ValueError:
        return None
    return Found(day, day, DatePrecision.DAY, at, at + 1)


def year_alone(tokens: Tokens, at: int) -> Found | None:
    """ "in 2019", "in a 2019 interview": but no year that only ends another date or counts something."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    alone = before[-1:] == ["in"] or before in (["in", "a"], ["in", "an"], ["in", "the"], ["in", "his"], ["in", "her"])
    alone = alone or (len(before) == 2 and before[0] == "in" and before[1] in ("early", "late", "mid"))
    if not alone or not YEAR.fullmatch(tokens[at].text):
        return None
    return Found(*year_bounds(int(tokens[at].text)), DatePrecision.YEAR, at, at + 1)
