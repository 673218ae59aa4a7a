"""Whether a literal is well formed, and which of two comes first.

The forms that Quoth itself mints are judged here, in a microsecond. Any other form is left to rdflib and pySHACL, so
that the compiled checks and the reference agree on the odd corners of XSD too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal

from kg.vocab import XSD

Value = date | Decimal

STRING: Final = XSD.string.value


def _day(lexical: str) -> date:
    return date.fromisoformat(lexical)


def _moment(lexical: str) -> datetime:
    return datetime.fromisoformat(lexical)


PLAIN: Final[dict[str, tuple[re.Pattern[str], Callable[[str], Value]]]] = {
    XSD.date.value: (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), _day),
    XSD.dateTime.value: (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"), _moment),
    XSD.integer.value: (re.compile(r"-?[0-9]{1,18}"), Decimal),
    XSD.decimal.value: (re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?"), Decimal),
}
"""For each datatype that shapes may ask for, the forms that Quoth mints, and how to read them."""

DATATYPES: Final = frozenset({STRING, *PLAIN})


@lru_cache(maxsize=4096)
def plain_value(lexical: str, datatype: str) -> Value | None:
    """What a literal in one of the plain forms stands for, else None."""
    form, read = PLAIN.get(datatype, (None, None))
    if form is None or read is None or not form.fullmatch(lexical):
        return None
    try:
        return read(lexical)
    except ValueError:  # the 30th of February; rdflib judges it like any other odd form
        return None


def has_datatype(literal: Literal, datatype: str) -> bool:
    """Whether the literal has the datatype, one of `DATATYPES`, and a form that it allows."""
    if literal.datatype.value != datatype:
        return False
    return datatype == STRING or plain_value(literal.value, datatype) is not None or _is_well_formed(literal)


def compare(left: Literal, right: Literal) -> int | None:
    """Below, at or above zero as `left` is below, at or above `right`; None if they cannot be compared."""
    match plain_value(left.value, left.datatype.value), plain_value(right.value, right.datatype.value):
        case (Decimal() as a, Decimal() as b):
            return int(a.compare(b))
    from kg.validate import w3c

    return w3c.compare(left, right)


def at_most(left: Literal, right: Literal) -> bool:
    """Whether `left` is no later, or no greater, than `right`; False if they cannot be compared."""
    datatype = left.datatype.value
    if datatype == XSD.date.value == right.datatype.value:
        a, b = plain_value(left.value, datatype), plain_value(right.value, datatype)
        if isinstance(a, date) and isinstance(b, date):
            return a <= b
    from kg.validate import w3c

    return w3c.at_most(left, right)


@lru_cache(maxsize=4096)
def _is_well_formed(literal: Literal) -> bool:
    from kg.validate import w3c

    return w3c.is_well_formed(literal)
