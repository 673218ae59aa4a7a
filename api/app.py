"""The service put together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

import kg
from api import describe, errors
from api.conditions import NotModified, not_modified
from api.routes import actors, articles, health, ids, ontology, places, sparql, statements
from api.settings import Settings
from api.snapshots import Newest
from api.sparql.pool import Pool

ABOUT = """Who said what, in which words, when, and where it is printed.

Answers come as JSON; ask for Turtle or JSON-LD (and lists for CSV) by `Accept`. Lists come in pages of {page_size}
unless `limit` asks for another number, at most {max_page_size}; `next` in the answer, also as `Link: rel=next`, is the
address of the following page. Errors are application/problem+json. The IRIs of the graph answer below `/id/`.
"""


def create_app(settings: Settings) -> FastAPI:
    """The service over the store that the settings name; the store may come, and change, while it runs."""
    app = FastAPI(
        title="Quoth",
        version=kg.__version__,
        description=ABOUT.format(page_size=settings.page_size, max_page_size=settings.max_page_size),
        # The pages that come with FastAPI load their scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
        generate_unique_id_function=_operation_id,
    )
    app.state.settings = settings
    app.state.newest = Newest(settings.db)
    for part in (statements, actors, articles, places, ontology, sparql, ids, health):
        app.include_router(part.router)
    errors.install(app)
    app.add_exception_handler(NotModified, not_modified)
    app.add_middleware(HeadAsGet)
    if settings.cors:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors),
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=["Accept", "Content-Type", "If-None-Match"],
            expose_headers=["ETag", "Link"],
        )
    app.openapi = _with_schemas(app.openapi)  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with Pool(cast(Settings, app.state.settings)) as pool:
        app.state.pool = pool
        yield
    app.state.newest.close()


def _operation_id(route: APIRoute) -> str:
    method = next(iter(sorted(route.methods or ())), "").lower()
    return f"{method}_{route.name}"


def _with_schemas(make: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    """OpenAPI with the schemas that the descriptions of the addresses point to."""

    def openapi() -> dict[str, Any]:
        document = make()
        document.setdefault("components", {}).setdefault("schemas", {}).update(describe.schemas())
        return document

    return openapi


class HeadAsGet:
    """Answers HEAD as GET; the server leaves out the body, as it must for any application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}
        await self.app(scope, receive, send)
