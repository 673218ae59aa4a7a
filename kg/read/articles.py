"""The articles that were read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pyoxigraph import NamedNode

from kg import query
from kg.answers import ArticleAnswer, Page
from kg.errors import NotFound
from kg.read.facts import Facts, count, facts, node
from kg.read.paging import check_limit, decode, encode, foreign
from kg.store import ReadStore
from kg.vocab import QUOTH, RDF


def articles(
    store: ReadStore,
    *,
    publisher: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    after: str | None = None,
    limit: int = 50,
) -> Page[ArticleAnswer]:
    """The articles, newest first, undated last, then by IRI; `publisher` is its exact name, the days are inclusive.

    Raises QueryError for a bad cursor or limit.
    """
    check_limit(limit)
    last = _rank(*_position(after)) if after else None
    rows = store.select(query.load("articles").bind(publisher=publisher, since=since, until=until))
    keys = ((row["date"].value if "date" in row else "", row["article"].value) for row in rows)
    found = sorted((key for key in keys if last is None or _rank(*key) > last), key=lambda key: _rank(*key))
    items = _answers(store, [node(iri) for _, iri in found[:limit]])
    return Page(items, encode(found[limit - 1]) if len(found) > limit else None)


def article(store: ReadStore, iri: str) -> ArticleAnswer:
    """The article with this IRI; raises NotFound if there is none."""
    if not any(store.quads(node(iri), RDF.type, QUOTH.Article)):
        raise NotFound(f"no article has the IRI {iri}")
    return _answers(store, [node(iri)])[0]


def _rank(date: str, iri: str) -> tuple[int, str]:
    """Sorts newest first, undated last."""
    return -dt.date.fromisoformat(date).toordinal() if date else 0, iri


def _position(cursor: str) -> tuple[str, str]:
    date, iri = decode(cursor, str, str)
    try:
        _rank(str(date), str(iri))
    except ValueError:
        raise foreign(cursor) from None
    return str(date), str(iri)


def _answers(store: ReadStore, wanted: Sequence[NamedNode]) -> tuple[ArticleAnswer, ...]:
    found = facts(store, wanted)
    rows = store.select(query.load("article-counts").bind(article=wanted))
    counts = {row["article"].value: count(row["statements"]) for row in rows if "article" in row}
    return tuple(_answer(iri.value, found[iri.value], counts.get(iri.value, 0)) for iri in wanted)


def _answer(iri: str, of: Facts, statements: int) -> ArticleAnswer:
    published_at = of.text(QUOTH.publishedAt)
    return ArticleAnswer(
        iri=iri,
        title=of.text(QUOTH.title),
        url=of.text(QUOTH.url),
        id=of.text(QUOTH.givenId),
        published=of.day(QUOTH.publishedOn),
        published_at=dt.datetime.fromisoformat(published_at) if published_at else None,
        publisher=of.text(QUOTH.publisher),
        authors=tuple(of.texts(QUOTH.author)),
        language=of.text(QUOTH.language),
        translated_from=of.text(QUOTH.translatedFrom),
        sha256=of.text(QUOTH.textHash) or "",
        length=int(of.text(QUOTH.textLength) or 0),
        statements=statements,
    )
