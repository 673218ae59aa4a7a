"""Literals in the one form that the store keeps."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from pyoxigraph import Literal

from kg.vocab import XSD


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(value)


def day(value: dt.date) -> Literal:
    """An xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date)


def moment(value: dt.datetime) -> Literal:
    """An xsd:dateTime in UTC, as the store keeps it; `value` has a zone."""
    stamp = value.astimezone(dt.UTC).replace(tzinfo=None).isoformat()
    return Literal((stamp.rstrip("0") if "." in stamp else stamp) + "Z", datatype=XSD.dateTime)


def decimal(value: Decimal | float) -> Literal:
    """An xsd:decimal without trailing zeros, as the store keeps it."""
    return Literal(f"{Decimal(str(value)).normalize():f}", datatype=XSD.decimal)


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=XSD.integer)
