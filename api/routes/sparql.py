"""Queries in SPARQL 1.1, by GET and POST."""

from __future__ import annotations

from typing import cast

from fastapi import APIRouter, Request
from starlette.responses import Response

from api import conditions
from api.negotiate import choose
from api.settings import Settings
from api.snapshots import Newest
from api.sparql.answer import QueryAnswer
from api.sparql.protocol import DESCRIPTION, FORMATS, read_query
from kg.sparql import check

router = APIRouter(tags=["SPARQL"])


@router.get("/sparql", openapi_extra=DESCRIPTION["get"])
@router.post("/sparql", openapi_extra=DESCRIPTION["post"])
async def sparql(request: Request) -> Response:
    """Answer a SPARQL 1.1 query over all graphs, on the newest snapshot."""
    settings = cast(Settings, request.app.state.settings)
    query = check(await read_query(request, settings), max_length=settings.sparql_max_length)
    formats = FORMATS[query.form]
    media_type = choose(request.headers.get("accept"), tuple(formats))
    async with cast(Newest, request.app.state.newest).lend() as held:
        conditions.check(request, conditions.etag(held.reader.version, formats[media_type]))
    return QueryAnswer(request.app.state.pool, query, formats[media_type], media_type, settings.sparql_timeout)
