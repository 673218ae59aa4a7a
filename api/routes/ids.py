"""The IRIs of the graph: each leads to the page of its thing, or describes it here."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from starlette.responses import RedirectResponse, Response

from api import graphs
from api.bodies import local_id
from api.deps import GraphReading, Reading, reading
from api.describe import graph
from api.negotiate import JSON, JSON_LD, PLAIN, TURTLE
from kg import read

router = APIRouter(prefix="/id", tags=["IRIs"])

PAGES: Final = {"statement": "statements", "actor": "actors", "article": "articles", "place": "places"}

TextReading = Annotated[Reading, Depends(reading(PLAIN, JSON, TURTLE, JSON_LD))]


@router.get("/text/{sha256}", **graph("The archived text, where the service shows texts.", PLAIN, elsewhere=True))
def text(sha256: str, reading: TextReading) -> Response:
    """An archived text: itself where texts are shown, otherwise the page of its article."""
    article = graphs.article_of(reading.store, reading.iri("text", sha256))
    if reading.settings.texts and reading.form == PLAIN:
        return reading.response(reading.held.texts.get(sha256).encode())
    return _see(reading, f"articles/{local_id(article)}")


@router.get("/graph/{name:path}", **graph("The triples of the graph.", elsewhere=True))
def named_graph(name: str, reading: GraphReading) -> Response:
    """What was read from an article (evidence), who its mentions are (derived), what people decided (decisions)."""
    if name == "actors":
        return _see(reading, "actors")
    return reading.graph(graphs.graph(reading.store, reading.iri("graph", name)))


@router.get("/{kind}/{id}", **graph("The description of the thing.", elsewhere=True))
def thing(kind: str, id: str, reading: GraphReading) -> Response:
    """Whatever else an IRI names: a statement, actor, article or place has its page, the rest is described here."""
    if kind in PAGES:
        return _see(reading, f"{PAGES[kind]}/{id}")
    return reading.graph(read.describe(reading.store, reading.iri(kind, id)))


def _see(reading: Reading, path: str) -> Response:
    """Send the client on, staying below the path that the service is mounted at."""
    root = reading.request.scope.get("root_path", "")
    return RedirectResponse(f"{root}/{path}", 303, {"Vary": "Accept"})
