"""The SPARQL 1.1 Protocol: where a request carries its query, and in which forms results are given."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import parse_qsl

from fastapi import Request

from api.errors import TooLong, UnsupportedMediaType, responses
from api.settings import Settings
from kg.errors import QueryError
from kg.sparql import Form

ROWS: Final = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS: Final = {"text/turtle": "turtle", "application/n-triples": "ntriples", "text/plain": "ntriples"}
FORMATS: Final[dict[Form, dict[str, str]]] = {
    "SELECT": ROWS,
    "ASK": ROWS,
    "CONSTRUCT": GRAPHS,
    "DESCRIBE": GRAPHS,
}
"""For each form of query its media types, the preferred one first, and what the store calls the format."""

URL_ENCODED: Final = "application/x-www-form-urlencoded"
SPARQL_QUERY: Final = "application/sparql-query"
ESCAPED: Final = 12
"""A character of a query takes at most as many bytes in a form: %F0%9F%98%80."""


async def read_query(request: Request, settings: Settings) -> str:
    """The query's text; raises QueryError where there is not exactly one or more is asked than a query."""
    fields = _fields(request.scope["query_string"], "The address")
    if request.method == "POST":
        fields += await _posted(request, settings.sparql_max_length * ESCAPED)
    for name, _ in fields:
        if name != "query":
            raise QueryError(_REFUSED.get(name, f'There is no parameter "{name}"; give the query as "query".'))
    if len(fields) != 1:
        raise QueryError(f"Exactly one query is answered at a time; {len(fields)} were given.")
    return fields[0][1]


_DATASET = "{} isn't read here; name graphs in the query, by FROM or GRAPH."
_REFUSED: Final = {
    "default-graph-uri": _DATASET.format("default-graph-uri"),
    "named-graph-uri": _DATASET.format("named-graph-uri"),
    "update": "Updates are refused; this address only answers queries.",
}


async def _posted(request: Request, most: int) -> list[tuple[str, str]]:
    """The fields of a form, or the body itself as the query."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in (URL_ENCODED, SPARQL_QUERY):
        raise UnsupportedMediaType(
            f"A query is posted as {SPARQL_QUERY} or {URL_ENCODED}, not {media_type or 'without type'}."
        )
    body = await _body(request, most)
    return _fields(body, "The form") if media_type == URL_ENCODED else [("query", _text(body, "The query"))]


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise TooLong(f"The body is longer than {most} bytes.")
    return bytes(body)


def _fields(encoded: bytes, what: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(_text(encoded, what), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise QueryError(f"{what} is not UTF-8.") from None


def _text(data: bytes, what: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{what} is not UTF-8 (byte {error.start}).") from None


_EXAMPLE: Final = """PREFIX quoth: <https://w3id.org/quoth/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?name ?text WHERE {
  ?statement a quoth:Quotation ; quoth:text ?text ; quoth:saidBy/rdfs:label ?name .
} LIMIT 10"""
_RESULT: Final = {"description": "The result.", "content": {each: {} for each in (*ROWS, *GRAPHS)}}
_PROBLEMS: Final = (400, 406, 500, 503, 504)


def _answers(*more: int) -> dict[str, Any]:
    """The result, or one of the problems; OpenAPI wants statuses as text."""
    return {"200": _RESULT} | {str(status): told for status, told in responses(*_PROBLEMS, *more).items()}


_FIELD: Final = {"type": "object", "required": ["query"], "properties": {"query": {"type": "string"}}}
_BODIES: Final = {
    SPARQL_QUERY: {"schema": {"type": "string"}, "example": _EXAMPLE},
    URL_ENCODED: {"schema": _FIELD, "example": {"query": _EXAMPLE}},
}
DESCRIPTION: Final[dict[str, dict[str, Any]]] = {
    "get": {
        "parameters": [
            {"name": "query", "in": "query", "required": True, "schema": {"type": "string"}, "example": _EXAMPLE}
        ],
        "responses": _answers() | {"304": {"description": "Not Modified"}},
    },
    "post": {"requestBody": {"content": _BODIES, "required": True}, "responses": _answers(413, 415)},
}
"""What OpenAPI says of the address, for each method."""
