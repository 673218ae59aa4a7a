"""Who said what: the statements, and each with the words around it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import bodies
from api.deps import ItemReading, ListReading, Reading
from api.describe import item, listing
from api.params import StatementQuery
from api.views import STATEMENTS
from kg import read
from kg.answers import StatementAnswer

router = APIRouter(prefix="/statements", tags=["statements"])


@router.get("", **listing(bodies.StatementBody, "The statements that match, newest first, undated ones last."))
def statements(asked: Annotated[StatementQuery, Query()], reading: ListReading) -> Response:
    """Who said what: newest first. All filters must hold together."""
    filters = asked.filters(asked.speaker)
    found = read.statements(reading.store, filters, after=asked.after, limit=reading.size(asked.limit))
    return reading.page(found, STATEMENTS)


@router.get("/{id}", **item(bodies.StatementPage, "The statement, with the paragraph around it where it may be shown."))
def statement(id: str, reading: ItemReading) -> Response:
    """One statement, with the paragraph around its words and a link to them in the article."""
    answer = read.statement(reading.store, reading.iri("statement", id))
    text = reading.text(answer.article.sha256)
    shown = text if reading.settings.context else None
    more = read.selectors(answer, shown) if shown is not None else []
    return reading.item(answer.iri, _page(reading, answer, text), more)


def _page(reading: Reading, answer: StatementAnswer, text: str | None) -> bodies.StatementPage:
    """The statement with its surroundings, as far as the text is here and may be shown."""
    around = read.context(answer, text) if text is not None and reading.settings.context else None
    context = bodies.ContextBody(text=around.text, start=around.start) if around else None
    link = read.text_fragment_url(answer, text) if text is not None else None
    return bodies.StatementPage(**bodies.statement(answer), context=context, link=link)
