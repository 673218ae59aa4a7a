"""Conditional requests: what a client already has, it isn't sent again."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

import kg


class NotModified(Exception):
    """The client has the answer that it would get."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def etag(version: str, form: str) -> str:
    """Names an answer's state: the snapshot, the release that wrote the answer, and its form.

    Every answer of one address in one form changes only with these.
    """
    return f'"{version}-{kg.__version__}-{form}"'


def check(request: Request, tag: str) -> None:
    """Raise NotModified if the client says that it has the state with this tag."""
    known = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if request.method in ("GET", "HEAD") and known & {tag, "*"}:
        raise NotModified(tag)


async def not_modified(request: Request, error: Exception) -> Response:
    """The response for NotModified."""
    assert isinstance(error, NotModified)
    return Response(status_code=304, headers={"ETag": error.tag, "Vary": "Accept", "Cache-Control": "no-cache"})
