"""What filters mean to kg/queries/statements.rq: names become actors, a period becomes days, and how best to look."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg import query
from kg.answers import Filters
from kg.errors import QueryError
from kg.query import Value
from kg.read.facts import count, node
from kg.read.names import ANYTHING, PLACES, SOURCES, called, is_iri, resolve
from kg.store import ReadStore
from kg.vocab import QUOTH, code

UNRESOLVED = "unresolved"

FEW = 2000
"""Up to so many statements it is quicker to look their dates up than to scan all dates."""

ROWS_PER_DAY = 4
"""A day's statements are scanned in about the time of so many look-ups."""

MOST_DAYS = 400
"""Longer periods are compared with each date; shorter ones name their days, which the store finds at once."""

Values = Mapping[str, Value | Collection[Value] | None]


@dataclass(frozen=True, slots=True)
class Selection:
    """The statements that filters ask for; `size` is how many there are at most, None if that is not known."""

    values: Values
    since: dt.date | None
    until: dt.date | None
    size: int | None

    @property
    def few(self) -> bool:
        """Whether looking something up for each of them is quicker than scanning it for all."""
        return self.size is not None and self.size <= FEW

    def dated(self, since: dt.date | None, until: dt.date | None) -> Values:
        """What to bind for those said on the days from `since` to `until`, both included."""
        days = (until - since).days + 1 if since and until else None
        if self.few and (days is None or (self.size or 0) <= days * ROWS_PER_DAY):
            return {**self.values, "dated": True, "since": since, "until": until}
        scanned = {**self.values, "dated": True, "scan_dates": True}
        if since and days and days <= MOST_DAYS:
            return {**scanned, "day": [since + dt.timedelta(days=day) for day in range(days)]}
        return {**scanned, **self._scans(), "since": since, "until": until}

    def _scans(self) -> Values:
        """What else to scan where all dates are: codes, and texts if nothing narrows them down."""
        read = self.size is None and not self.values.keys().isdisjoint(("words", "topic"))
        return {"scan_kinds": "kind" in self.values, "scan_acts": "act" in self.values, "scan_texts": read}

    def undated(self, articles: Collection[NamedNode] | None = None) -> Values:
        """What to bind for those without a date, in these articles alone if given."""
        return {**self.values, "undated": True, **({"article": articles} if articles else {})}


def select(store: ReadStore, filters: Filters) -> Selection:
    """What the filters ask for; nobody where a name is unknown, so that nothing matches.

    Raises QueryError for a filter that cannot be meant: no IRI, no words, a period that ends before it begins.
    """
    if filters.since and filters.until and filters.since > filters.until:
        raise QueryError(f"the period ends ({filters.until}) before it begins ({filters.since})")
    things = _things(store, filters)
    values: dict[str, Value | Collection[Value] | None] = {**things, **_words(store, filters)}
    if filters.by == UNRESOLVED:
        values["unresolved"] = True
    values |= {name: code(each) for name, each in (("kind", filters.kind), ("act", filters.act)) if each}
    sizes = [_size(store, name, found) for name, found in things.items()]
    return Selection(values, filters.since, filters.until, min(sizes, default=None))


def plain(words: str) -> str:
    """Words as they are looked for in texts: in lower case, with one space for whatever stands between them."""
    found = re.sub(r"[\W_]+", " ", words.lower()).strip()
    if not found:
        raise QueryError(f"there is no word in {words!r}")
    return found


def _things(store: ReadStore, filters: Filters) -> dict[str, list[NamedNode]]:
    things = {}
    if filters.by and filters.by != UNRESOLVED:
        things["by"] = resolve(store, filters.by, SOURCES)
    if filters.about and is_iri(filters.about):
        things["about"] = [node(filters.about)]
    if filters.place:
        things["place"] = resolve(store, filters.place, PLACES)
    if filters.article:
        things["article"] = _article(store, node(filters.article))
    return things


def _article(store: ReadStore, given: NamedNode) -> list[NamedNode]:
    """The article with this IRI, or printed at this URL."""
    printed = [quad.subject for quad in store.quads(None, QUOTH.url, given)]
    return [article for article in printed if isinstance(article, NamedNode)] or [given]


def _words(store: ReadStore, filters: Filters) -> dict[str, Value | Collection[Value] | None]:
    found: dict[str, Value | Collection[Value] | None] = {}
    if filters.words:
        found["words"] = plain(filters.words)
    if filters.about and not is_iri(filters.about):
        found["topic"] = plain(filters.about)
        found["about_topic"] = called(store, filters.about, ANYTHING)
    return found


def _size(store: ReadStore, relation: str, things: list[NamedNode]) -> int:
    rows = store.select(query.load("how-many").bind(**{relation: things}))
    return count(rows[0]["statements"])
