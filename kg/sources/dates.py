"""How a date of publication may be written: ISO 8601, nothing looser."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final, NamedTuple

ISO: Final = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:?\d\d\S*?))?(?: ?(?P<zone>Z|[+-]\d\d(?::?\d\d)?))?"
)
NAMED: Final = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


class Moment(NamedTuple):
    """When something was published: the day there, and the instant where time and zone are known."""

    day: date
    instant: datetime | None


def parse_moment(written: str) -> Moment:
    """What an ISO date, or a date and time, says; a time without a zone says its day only. Raises ValueError."""
    found = ISO.fullmatch(written.strip())
    if not found:
        raise ValueError(f"“{written:.80}” is not an ISO date such as 2022-09-21 or 2022-09-21T08:30:00+02:00")
    try:
        if not (found["time"] and found["zone"]):
            return Moment(
                datetime.fromisoformat(found["date"] + (f"T{found['time']}" if found["time"] else "")).date(), None
            )
        instant = datetime.fromisoformat(f"{found['date']}T{found['time']}{found['zone']}")
        instant.astimezone(UTC)  # the graph holds instants in UTC: year 1 and year 9999 have some that cannot be
    except (ValueError, OverflowError):
        raise ValueError(f"“{written:.80}” is no day or time of the calendar") from None
    return Moment(instant.date(), instant)


def date_in_name(name: str) -> date | None:
    """The ISO date that a file name starts with ("2022-09-21-bridge.txt"), if it does."""
    found = NAMED.match(name)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
