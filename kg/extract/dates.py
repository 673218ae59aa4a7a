"""When it was said: a grammar of days, weeks, months and years beside a cue, counted from the day of publication.

Nothing is guessed: words outside the grammar, days after the publication and days counted from another event ("two days
later") give no date.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from kg.extract.calendar_dates import Found, calendar_date, month_bounds, year_bounds
from kg.extract.lexicon import DETERMINERS, MONTHS, PREPOSITIONS, WEEKDAYS, word_set
from kg.extract.tokens import Tokens, span_of
from kg.model import DatePrecision, SaidDate

ANY_DAY: Final = date(2000, 6, 15)
"""A day of publication for where only the words of a date are asked for."""

PARTS: Final = word_set("morning afternoon evening night lunchtime")
HOURS: Final = PARTS | {"hours", "end", "start", "beginning", "middle", "course"}
UNCLEAR: Final = word_set("next since until till by every each before after from previous following coming of per")
"""Before a day these make another day of it, or no day of saying."""

PERIODS: Final = word_set("week month year weekend")
OWNS: Final = ("'s", "’s")
NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"an": 1, "one": 1}
MOST: Final = 100
"""Days, weeks, months or years ago that are counted; more is no date of saying."""

DAY: Final = timedelta(days=1)
SUNDAY: Final = 6


def said_date(tokens: Tokens, published: date | None) -> SaidDate | None:
    """When the words beside a cue say that it was said; without a day of publication, whole calendar dates only."""
    # From the calendar's first year no count back stays within it.
    if published is not None and published.year < date.min.year + MOST + 1:
        return None
    for at in range(len(tokens)):
        found = date_at(tokens, at, published)
        if found and (unclear(tokens, found) or names_event(tokens, found)):
            continue
        if found is None or (published is not None and found.first > published):
            if found is not None and tokens[at].lower not in MONTHS:
                return None
            continue
        last = found.last if published is None else min(found.last, published)
        precision = DatePrecision.DAY if found.first == found.last else found.precision
        start, end = with_part(tokens, found.start, found.end)
        return SaidDate(found.first, last, span_of(tokens, start, end), precision)
    return None


def unclear(tokens: Tokens, found: Found) -> bool:
    """Whether the word before a date makes another day of it."""
    return found.start > 0 and tokens[found.start - 1].lower in UNCLEAR and not part_of(tokens, found.start)


def part_of(tokens: Tokens, start: int) -> bool:
    """Whether "of" before a date only tells which part of it: "in the early hours of Monday"."""
    return start > 1 and tokens[start - 1].lower == "of" and tokens[start - 2].lower in HOURS


def names_event(tokens: Tokens, found: Found) -> bool:
    """Whether a date names an event that is only spoken of: "referring to the May 5 vote"."""
    if not found.start or found.end >= len(tokens) or tokens[found.start - 1].lower not in DETERMINERS:
        return False
    following = tokens[found.end].lower
    during = found.start > 1 and tokens[found.start - 2].lower in ("in", "at", "during", "on")
    return following.isalpha() and following not in PREPOSITIONS and following not in PARTS and not during


def date_at(tokens: Tokens, at: int, published: date | None) -> Found | None:
    """The date whose first word, or month, is the token `at`."""
    if found := calendar_date(tokens, at, published):
        return found
    if published is None:
        return None
    return weekday(tokens, at, published) or relative(tokens, at, published) or ago(tokens, at, published)


def phrase_end(tokens: Tokens, at: int) -> int | None:
    """The token behind a date that begins at a token without a preposition: "last night", "two days ago"."""
    first = at + (tokens[at].lower in ("earlier", "late", "early", "later") and at + 1 < len(tokens))
    for anchor in range(first, min(len(tokens), first + 2)):
        found = date_at(tokens, anchor, ANY_DAY)
        if found and found.start == first:
            return with_part(tokens, found.start, found.end)[1]
    return None


def weekday(tokens: Tokens, at: int, published: date) -> Found | None:
    """The last such day up to the publication; of "last Tuesday" also the one before, where both can be meant."""
    word = tokens[at].lower
    if word not in WEEKDAYS or not tokens[at].text[0].isupper():
        return None
    comma = at + 1 < len(tokens) and tokens[at + 1].lower in (",", "(")
    for begin in range(at + 1 + comma, min(len(tokens), at + 4)):
        if full := calendar_date(tokens, begin, published):
            return full._replace(start=at) if full.start <= at + 1 + comma else None
    back = (published.weekday() - WEEKDAYS.index(word)) % 7
    before = tokens[at - 1].lower if at else ""
    if before != "last":
        day = published - back * DAY
        return Found(day, day, DatePrecision.DAY, at, at + 1)
    day = published - (back or 7) * DAY
    first = day - 7 * DAY if 0 < back <= published.weekday() else day
    return Found(first, day, DatePrecision.INTERVAL, at - 1, at + 1)


def relative(tokens: Tokens, at: int, published: date) -> Found | None:
    """ "today", "yesterday", "last night", "earlier this week", "last month", "at the weekend"."""
    word, following = tokens[at].lower, tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word in ("today", "tonight") or (word == "this" and following in PARTS):
        return None if is_title(tokens, at) else day_found(published, at, at + 1 + (word == "this"))
    if word == "yesterday" and at > 1 and [t.lower for t in tokens[at - 2 : at]] == ["day", "before"]:
        return day_found(published - 2 * DAY, at - 2 - (at > 2 and tokens[at - 3].lower == "the"), at + 1)
    if word == "yesterday" or (word == "last" and following == "night"):
        return day_found(published - DAY, at, at + 1 + (word == "last"))
    if word == "overnight":
        return Found(published - DAY, published, DatePrecision.INTERVAL, at, at + 1)
    if word in ("this", "last", "the") and following in PERIODS:
        return period(word, following, at, published)
    return None


def day_found(day: date, start: int, end: int) -> Found:
    """A date that is one day."""
    return Found(day, day, DatePrecision.DAY, start, end)


def is_title(tokens: Tokens, at: int) -> bool:
    """Whether "Today" is a name: "told the BBC's Today programme"."""
    return at > 0 and tokens[at].text == "Today" and tokens[at - 1].text[0].isalnum() | (tokens[at - 1].lower in OWNS)


def period(word: str, unit: str, at: int, published: date) -> Found | None:
    """The week, month, year or weekend of "this week", "last month", "the weekend"; weeks begin on Mondays.

    On a Sunday "last week" may also be the one that ends with it.
    """
    if unit == "weekend":
        return weekend(word, at, published)
    if word == "the":
        return None
    if unit == "week":
        monday = published - (published.weekday() + 7 * (word == "last")) * DAY
        if word == "last" and published.weekday() == SUNDAY:
            return Found(monday, published, DatePrecision.INTERVAL, at, at + 2)
        return Found(monday, monday + 6 * DAY, DatePrecision.WEEK, at, at + 2)
    if unit == "month":
        first, last = month_bounds(published.replace(day=1) - DAY if word == "last" else published)
        return Found(first, last, DatePrecision.MONTH, at, at + 2)
    return Found(*year_bounds(published.year - (word == "last")), DatePrecision.YEAR, at, at + 2)


def weekend(word: str, at: int, published: date) -> Found | None:
    """The last Saturday and Sunday; on these days "last weekend" is the one before, and "this" one has begun."""
    during = published.weekday() >= 5
    if word == "this" and not during:
        return None
    back = (published.weekday() - 5) % 7 + (7 if during and word == "last" else 0)
    saturday = published - back * DAY
    return Found(saturday, saturday + DAY, DatePrecision.INTERVAL, at, at + 2)


def ago(tokens: Tokens, at: int, published: date) -> Found | None:
    """ "two days ago", "a month ago": the day, or the whole week, month or year that lies so far back."""
    if at + 2 >= len(tokens) or tokens[at + 2].lower != "ago":
        return None
    word, unit = tokens[at].lower, tokens[at + 1].lower.rstrip("s")
    count = int(word) if word.isascii() and word.isdigit() and len(word) < 4 else NUMBERS.get(word)
    if unit == "fortnight" and count:
        unit, count = "week", 2 * count
    if count is None or not 0 < count <= MOST:
        return None
    if unit == "day":
        day = published - count * DAY
        return Found(day, day, DatePrecision.DAY, at, at + 3)
    if unit == "week":
        monday = published - (7 * count + published.weekday()) * DAY
        return Found(monday, monday + 6 * DAY, DatePrecision.WEEK, at, at + 3)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - count
        return Found(*month_bounds(date(months // 12, months % 12 + 1, 1)), DatePrecision.MONTH, at, at + 3)
    return Found(*year_bounds(published.year - count), DatePrecision.YEAR, at, at + 3) if unit == "year" else None


def with_part(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The words of a date with what narrows it: "on Tuesday [evening]", "[earlier] this week", "[late] on Friday"."""
    if end < len(tokens) and tokens[end].lower in PARTS:
        end += 1
    if start and tokens[start - 1].lower in ("on", "in", "at", "over", "during") and tokens[start].lower != "on":
        start -= 1
    if start and tokens[start - 1].lower in ("earlier", "late", "early", "later"):
        start -= 1
    return start, end
