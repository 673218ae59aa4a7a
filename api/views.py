"""In which forms each kind of answer can be had: JSON, a row of CSV, triples."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from api import bodies
from kg.answers import ActorAnswer, ArticleAnswer, PlaceAnswer, StatementAnswer

T = TypeVar("T")

LISTED: Final = "; "
"""What joins several values in one cell."""


@dataclass(frozen=True)
class View(Generic[T]):
    """How answers of one kind leave: `body` makes the JSON, `columns` the cells of a row from that JSON."""

    body: Callable[[T], Mapping[str, Any]]
    columns: Mapping[str, Callable[[Mapping[str, Any]], object]]

    def table(self, answers: Iterable[T]) -> bytes:
        """The answers as CSV (RFC 4180, UTF-8) with a line of column names."""
        output = io.StringIO()
        writer = csv.writer(output)
        writer.writerow(self.columns)
        for answer in answers:
            body = self.body(answer)
            writer.writerow([_cell(column(body)) for column in self.columns.values()])
        return output.getvalue().encode()


def _cell(value: object) -> object:
    """A value as a cell; words stay exactly as they are printed, even where a spreadsheet would see a formula."""
    if isinstance(value, list):
        return LISTED.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else value


def _get(*path: str) -> Callable[[Mapping[str, Any]], object]:
    """Reads a value some levels down; nothing where a level is null."""

    def read(body: Any) -> object:
        for name in path:
            body = body and body[name]
        return body

    return read


def _names(name: str) -> Callable[[Mapping[str, Any]], object]:
    return lambda body: [each["name"] for each in body[name]]


def _spans(body: Mapping[str, Any]) -> object:
    return [f"{span['start']}-{span['end']}" for span in body["content"]]


def _own(*names: str) -> dict[str, Callable[[Mapping[str, Any]], object]]:
    return {name: _get(name) for name in names}


STATEMENTS: Final = View[StatementAnswer](
    bodies.statement,
    {
        "speaker": _get("speaker", "name"),
        "text": _get("text"),
        "kind": _get("kind"),
        "act": _get("act"),
        "date": _get("date"),
        "about": _names("about"),
        "place": _get("place", "name"),
        "article_title": _get("article", "title"),
        "article_url": _get("article", "url"),
        "publisher": _get("article", "publisher"),
        "published": _get("article", "published"),
        "characters": _spans,
        "sha256": _get("article", "sha256"),
        "confidence": _get("confidence"),
        "iri": _get("iri"),
        "speaker_iri": _get("speaker", "iri"),
        "article_iri": _get("article", "iri"),
        "polarity": _get("polarity"),
        "stance": _get("stance"),
        "role": _get("role"),
    },
)
ACTORS: Final = View[ActorAnswer](
    bodies.actor, _own("name", "type", "unnamed", "also_known_as", "statements", "mentioned_in", "iri")
)
PLACES: Final = View[PlaceAnswer](
    bodies.place, _own("name", "also_known_as", "geonames", "latitude", "longitude", "mentioned_in", "iri")
)
ARTICLES: Final = View[ArticleAnswer](
    bodies.article,
    _own(
        *("title", "url", "given_id", "published", "published_at", "publisher", "authors", "language"),
        *("translated_from", "sha256", "length", "statements", "iri"),
    ),
)
