"""Which statements match a filter, page by page: newest first, undated last, then by article and place in its text.

The store finds the newest by their dates alone. Of the last day among them, and of the day on which the page before
ended, all statements are fetched; then what was found is put in order by its place in the articles. Details come last,
for what is shown.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg import query
from kg.answers import Filters, Page, StatementAnswer
from kg.errors import NotFound
from kg.read.details import answers
from kg.read.facts import node
from kg.read.paging import check_limit, decode, encode, foreign
from kg.read.selection import Selection, Values, select
from kg.store import ReadStore
from kg.vocab import QUOTH, RDF, read_span

DAY = dt.timedelta(days=1)

Dates = dict[str, str]
"""A statement's IRI → its date, "" where it is unknown."""


class Position(NamedTuple):
    """Where a statement stands in the order of all; `date` is "" where it is unknown."""

    date: str
    article: str
    start: int
    iri: str

    @property
    def day(self) -> dt.date | None:
        """The day of the statement, if known."""
        return dt.date.fromisoformat(self.date) if self.date else None

    @property
    def rank(self) -> tuple[int, str, int, str]:
        """Sorts newest first, undated last."""
        return -self.day.toordinal() if self.day else 0, self.article, self.start, self.iri


def statement(store: ReadStore, iri: str) -> StatementAnswer:
    """The statement with this IRI; raises NotFound if there is none."""
    if not any(store.quads(node(iri), RDF.type, QUOTH.Statement)):
        raise NotFound(f"no statement has the IRI {iri}")
    return answers(store, [node(iri)])[0]


def statements(
    store: ReadStore, filters: Filters, *, after: str | None = None, limit: int = 50
) -> Page[StatementAnswer]:
    """The statements that match, newest first; `after` is the `next` of the page before.

    Raises QueryError for a bad cursor, a limit below 1, or a filter that cannot be meant.
    """
    check_limit(limit)
    last = _position(after, filters) if after else None
    selection = select(store, filters)
    found = _dated(store, selection, last, limit + 1)
    if len(found) <= limit and not (selection.since or selection.until):
        found += _undated(store, selection, last, limit + 1 - len(found))
    shown = found[:limit]
    items = answers(store, [NamedNode(position.iri) for position in shown])
    return Page(items, encode(shown[-1]) if len(found) > limit else None)


def _position(cursor: str, filters: Filters) -> Position:
    """The position in a cursor; raises QueryError unless it lies in the period that is asked for."""
    date, article, start, iri = decode(cursor, str, str, int, str)
    position = Position(str(date), str(article), int(start), str(iri))
    try:
        day = position.day
    except ValueError:
        raise foreign(cursor) from None
    if (filters.since and not (day and day >= filters.since)) or (filters.until and not (day and day <= filters.until)):
        raise foreign(cursor)
    return position


def _dated(store: ReadStore, selection: Selection, last: Position | None, wanted: int) -> list[Position]:
    """The next dated statements: whole days of them, with at least `wanted` if there are so many."""
    if last and not last.day:
        return []
    begun = last.day if last else None
    dates: Dates = {}
    # Nothing can be older than the calendar's first day, of which no day before can be named.
    if not begun or begun > (selection.since or dt.date.min):
        dates = _dates(store, selection.dated(selection.since, begun - DAY if begun else selection.until), wanted)
    cut = dt.date.fromisoformat(min(dates.values())) if len(dates) == wanted else None
    for day in {begun, cut} - {None}:
        dates |= _dates(store, selection.dated(day, day))
    return _positions(store, dates, last)


def _undated(store: ReadStore, selection: Selection, last: Position | None, wanted: int) -> list[Position]:
    """The next statements without a date: whole articles of them, with at least `wanted` if there are so many."""
    last = last if last and not last.day else None
    if selection.few or "article" in selection.values:
        return _positions(store, _dates(store, selection.undated()), last)
    articles = sorted(row["article"].value for row in store.select(query.load("undated-articles").bind()))
    articles = [article for article in articles if last is None or article >= last.article]
    found: list[Position] = []
    while articles and len(found) < wanted:
        some, articles = articles[: len(found) + wanted], articles[len(found) + wanted :]
        found += _positions(store, _dates(store, selection.undated([node(article) for article in some])), last)
    return found


def _dates(store: ReadStore, values: Values, limit: int | None = None) -> Dates:
    """The newest statements that match, with their dates."""
    rows = store.select(query.load("statements").bind(**values, limit=limit))
    return {row["statement"].value: row["date"].value if "date" in row else "" for row in rows}


def _positions(store: ReadStore, dates: Dates, last: Position | None) -> list[Position]:
    """The statements in order, as far as they come after `last`."""
    found: dict[str, Position] = {}
    for row in store.select(query.load("statement-places").bind(statement=[node(iri) for iri in dates])):
        iri = row["statement"].value
        position = Position(dates[iri], row["article"].value, read_span(row["span"].value)[1].start, iri)
        found[iri] = min(position, found.get(iri, position))
    return sorted((p for p in found.values() if last is None or p.rank > last.rank), key=lambda p: p.rank)
