"""Errors as clients see them: application/problem+json (RFC 9457), always of one shape; one table gives the statuses.

type      what kind of problem it is, an IRI ending in "#not-found" and the like; docs/api.md lists them
title     the kind in words
status    the HTTP status
detail    what is wrong here, and what to do
instance  the path that was asked for
errors    for parameters alone: which one, and what is wrong with it
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, Final, NotRequired

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from typing_extensions import TypedDict

from api.negotiate import NotAcceptable
from kg import errors

log = logging.getLogger("quoth.api")

PROBLEMS: Final = "https://w3id.org/quoth/problems#"


class Busy(errors.QuothError):
    """Every worker was busy for as long as a query may wait."""


class WorkerLost(errors.QueryError):
    """The process that ran a query died of it."""


class TooLong(errors.QueryError):
    """The body or the query is longer than the stated maximum."""


class UnsupportedMediaType(errors.QueryError):
    """The body is of a type that is not read here."""


STATUSES: Final[Mapping[type[Exception], tuple[HTTPStatus, str]]] = {
    errors.QuothError: (HTTPStatus.INTERNAL_SERVER_ERROR, "error"),
    errors.InputError: (HTTPStatus.BAD_REQUEST, "bad-input"),
    errors.TooLarge: (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large"),
    errors.QueryError: (HTTPStatus.BAD_REQUEST, "bad-query"),
    errors.QueryTimeout: (HTTPStatus.GATEWAY_TIMEOUT, "query-timeout"),
    errors.NotFound: (HTTPStatus.NOT_FOUND, "not-found"),
    errors.ValidationFailed: (HTTPStatus.UNPROCESSABLE_ENTITY, "not-conforming"),
    errors.StoreError: (HTTPStatus.SERVICE_UNAVAILABLE, "store-unavailable"),
    errors.ArchiveError: (HTTPStatus.INTERNAL_SERVER_ERROR, "archive-damaged"),
    Busy: (HTTPStatus.SERVICE_UNAVAILABLE, "busy"),
    WorkerLost: (HTTPStatus.INTERNAL_SERVER_ERROR, "query-failed"),
    TooLong: (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large"),
    UnsupportedMediaType: (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type"),
    NotAcceptable: (HTTPStatus.NOT_ACCEPTABLE, "not-acceptable"),
}
"""The status and the kind of problem for each class of error; the closest class in its line of descent counts."""


class ParameterError(TypedDict):
    """What is wrong with one parameter."""

    parameter: str
    detail: str


class Problem(TypedDict):
    """An error, as every address answers it."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: NotRequired[list[ParameterError]]


def problem(
    request: Request,
    status: int,
    kind: str,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    errors: list[ParameterError] | None = None,
) -> JSONResponse:
    """The response that tells of a problem."""
    body = Problem(
        type=PROBLEMS + kind,
        title=kind.replace("-", " ").capitalize(),
        status=status,
        detail=detail,
        instance=request.url.path,
    )
    if errors is not None:
        body["errors"] = errors
    return JSONResponse(body, status, dict(headers or {}), "application/problem+json")


def _lookup(error: Exception) -> tuple[HTTPStatus, str]:
    return next(STATUSES[cls] for cls in type(error).__mro__ if cls in STATUSES)


async def _ours(request: Request, error: Exception) -> JSONResponse:
    """An error that was raised on purpose."""
    status, kind = _lookup(error)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.warning("%s %s: %s: %s", request.method, request.url.path, type(error).__name__, error)
    retry = {"Retry-After": "2"} if status == HTTPStatus.SERVICE_UNAVAILABLE else None
    return problem(request, status, kind, str(error), headers=retry)


async def _http(request: Request, error: Exception) -> JSONResponse:
    """An error of the framework: no such address, no such method."""
    assert isinstance(error, HTTPException)
    kind = HTTPStatus(error.status_code).phrase.lower().replace(" ", "-")
    details = {404: f"There is nothing at {request.url.path}.", 405: f"{request.method} is not answered here."}
    detail = details.get(error.status_code, str(error.detail))
    return problem(request, error.status_code, kind, detail, headers=_with_head(error.headers or {}))


def _with_head(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers, with HEAD beside GET in Allow: whatever answers GET answers HEAD."""
    return {
        name: "GET, HEAD" if (name.lower(), value) == ("allow", "GET") else value for name, value in headers.items()
    }


async def _parameters(request: Request, error: Exception) -> JSONResponse:
    """Parameters that cannot be read, each named."""
    assert isinstance(error, RequestValidationError)
    found = [_parameter(each) for each in error.errors()]
    detail = "; ".join(f"{each['parameter']}: {each['detail']}" for each in found)
    return problem(request, 422, "bad-parameters", detail, errors=found)


def _parameter(error: Mapping[str, Any]) -> ParameterError:
    where: Iterable[object] = error["loc"][1:] or error["loc"]
    unknown = error["type"] == "extra_forbidden"
    detail = "there is no such parameter" if unknown else str(error["msg"]).removeprefix("Value error, ")
    return ParameterError(parameter=".".join(map(str, where)), detail=detail)


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    """A fault of ours; the server logs the traceback, the client sees none."""
    return problem(request, 500, "internal-error", "Something went wrong here; the server's log says what.")


def install(app: FastAPI) -> None:
    """Let every error leave as a problem."""
    for error in (errors.QuothError, NotAcceptable):
        app.add_exception_handler(error, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _parameters)
    app.add_exception_handler(Exception, _unexpected)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """These statuses as problems, for the description of an address in OpenAPI."""
    return {status: _described(HTTPStatus(status)) for status in statuses}


def _described(status: HTTPStatus) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": status.phrase, "content": {"application/problem+json": {"schema": schema}}}
