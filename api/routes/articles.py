"""What was read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import bodies
from api.deps import ItemReading, ListReading
from api.describe import item, listing
from api.params import ArticleQuery
from api.views import ARTICLES
from kg import read

router = APIRouter(prefix="/articles", tags=["articles"])


@router.get("", **listing(bodies.ArticleBody, "The articles that match, newest first, undated ones last."))
def articles(asked: Annotated[ArticleQuery, Query()], reading: ListReading) -> Response:
    """The articles that were read, newest first, with how many statements each reports."""
    found = read.articles(
        reading.store,
        publisher=asked.publisher,
        since=asked.since,
        until=asked.until,
        after=asked.after,
        limit=reading.size(asked.limit),
    )
    return reading.page(found, ARTICLES)


@router.get("/{id}", **item(bodies.ArticleBody, "The article."))
def article(id: str, reading: ItemReading) -> Response:
    """One article: what is known of it, not its text."""
    answer = read.article(reading.store, reading.iri("article", id))
    return reading.item(answer.iri, bodies.article(answer))
