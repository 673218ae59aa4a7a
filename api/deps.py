"""What a route is given: a store to read, the form to answer in, and the means to answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Annotated, Any, Final, TypeVar, cast
from urllib.parse import quote

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from starlette.responses import JSONResponse, Response

from api import conditions, graphs
from api.negotiate import CSV, JSON, JSON_LD, TURTLE, choose
from api.settings import Settings
from api.snapshots import Held, Newest
from api.views import View
from kg import read
from kg.answers import ActorAnswer, ArticleAnswer, Page, PlaceAnswer, StatementAnswer
from kg.store import ReadStore

T = TypeVar("T", ActorAnswer, ArticleAnswer, PlaceAnswer, StatementAnswer)

LIST_FORMS: Final = (JSON, CSV, TURTLE, JSON_LD)
ITEM_FORMS: Final = (JSON, TURTLE, JSON_LD)
GRAPH_FORMS: Final = (TURTLE, JSON_LD, JSON)
IN_PATH: Final = "/!$&'()*+,;=:@"
"""What stands in the path of an IRI as it is, besides letters, digits and -._~ (RFC 3986)."""


@dataclass(frozen=True)
class Reading:
    """One request: the state of the store that it reads, and the form that its client wants.

    Routes are plain functions, so each runs in one thread from its first question to its last: what the engine
    answers may not be touched in another.
    """

    request: Request
    settings: Settings
    held: Held
    form: str

    @property
    def store(self) -> ReadStore:
        """The store, as it stays while this request lasts."""
        return self.held.reader

    def iri(self, kind: str, id: str) -> str:
        """The IRI of the thing of this kind that has this id here; whatever kind and id, it is an IRI."""
        return f"{self.store.base}{quote(f'{kind}/{id}', safe=IN_PATH)}"

    def text(self, sha256: str) -> str | None:
        """The archived text, if it is here: a dataset may have been brought without its texts."""
        return self.held.texts.get(sha256) if sha256 in self.held.texts else None

    def size(self, limit: int | None) -> int:
        """How many answers a page holds; refuses to give more than the maximum."""
        if limit is not None and limit > self.settings.max_page_size:
            message = f"at most {self.settings.max_page_size} can be asked for; follow next for more"
            raise RequestValidationError([{"type": "too_large", "loc": ("query", "limit"), "msg": message}])
        return limit or self.settings.page_size

    def page(self, page: Page[T], view: View[T]) -> Response:
        """A page of a list, with a link to the next one."""
        following = str(self.request.url.include_query_params(after=page.next)) if page.next else None
        headers = {"Link": f'<{following}>; rel="next"'} if following else {}
        if self.form == JSON:
            return self._json({"items": [view.body(item) for item in page.items], "next": following}, headers)
        if self.form == CSV:
            return self.response(view.table(page.items), headers)
        return self.graph(chain.from_iterable(read.describe(self.store, item.iri) for item in page.items), headers)

    def item(self, iri: str, body: Mapping[str, Any], more: graphs.Quads = ()) -> Response:
        """One thing: as JSON the body, else its description with what `more` there is to say."""
        return self._json(body) if self.form == JSON else self.graph([*read.describe(self.store, iri), *more])

    def graph(self, quads: graphs.Quads, headers: Mapping[str, str] | None = None) -> Response:
        """Triples, in the form asked for."""
        return self.response(graphs.write(quads, self.form), headers)

    def _json(self, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Response:
        return JSONResponse(body, headers=self._headers(headers or {}))

    def response(self, content: bytes, headers: Mapping[str, str] | None = None) -> Response:
        """Some bytes that are in the form asked for."""
        return Response(content, headers=self._headers(headers or {}), media_type=self.form)

    def _headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        tag = conditions.etag(self.store.version, self.form)
        return {"ETag": tag, "Vary": "Accept", "Cache-Control": "no-cache", **headers}


def reading(*forms: str) -> Callable[[Request], AsyncIterator[Reading]]:
    """A dependency that reads from the newest snapshot and answers in one of these forms.

    Raises NotAcceptable, NotModified, or StoreError where there is nothing to read.
    """

    async def read_newest(request: Request) -> AsyncIterator[Reading]:
        form = choose(request.headers.get("accept"), forms)
        newest = cast(Newest, request.app.state.newest)
        async with newest.lend() as held:
            conditions.check(request, conditions.etag(held.reader.version, form))
            yield Reading(request, cast(Settings, request.app.state.settings), held, form)

    return read_newest


ListReading = Annotated[Reading, Depends(reading(*LIST_FORMS))]
ItemReading = Annotated[Reading, Depends(reading(*ITEM_FORMS))]
GraphReading = Annotated[Reading, Depends(reading(*GRAPH_FORMS))]
