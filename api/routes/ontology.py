"""The terms of the graph: as triples, as a page to read, and as the files they are kept in."""

from __future__ import annotations

from functools import cache
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from api import conditions, graphs
from api.describe import graph
from api.negotiate import HTML, JSON, JSON_LD, TURTLE, choose
from kg.errors import NotFound
from kg.resources import folder

router = APIRouter(prefix="/ontology", tags=["ontology"])

FORMS: Final = (TURTLE, JSON_LD, JSON, HTML)
TYPES: Final = {".ttl": TURTLE, ".jsonld": JSON_LD, ".html": HTML, ".css": "text/css"}


@router.get("", **graph("The ontology with its code lists and alignments.", HTML))
def ontology(request: Request) -> Response:
    """The ontology, or the page that explains it."""
    form = choose(request.headers.get("accept"), FORMS)
    tag = conditions.etag("ontology", form)
    conditions.check(request, tag)
    return Response(_written(form), media_type=form, headers={"ETag": tag, "Vary": "Accept"})


@router.get("/{name}", **graph("The file.", HTML))
def file(name: str) -> Response:
    """One of the ontology's files, such as context.jsonld."""
    found = {path.name: path for path in folder("ontology").iterdir() if path.suffix in TYPES}
    if name not in found:
        raise NotFound(f"The ontology has no file {name}; there are {', '.join(sorted(found))}.")
    return Response(found[name].read_bytes(), media_type=TYPES[found[name].suffix])


@cache
def _written(form: str) -> bytes:
    return (folder("ontology") / "quoth.html").read_bytes() if form == HTML else graphs.write(graphs.ontology(), form)
