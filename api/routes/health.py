"""Whether the service can answer, and what there is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import JSONResponse

import kg
from api.deps import Reading, reading
from api.errors import responses
from api.negotiate import JSON

router = APIRouter(tags=["service"])

JsonReading = Annotated[Reading, Depends(reading(JSON))]


@router.get("/healthz", responses=responses(503))
def health(reading: JsonReading) -> JSONResponse:
    """Whether there is a store to answer from, and its newest snapshot."""
    return JSONResponse(
        {"status": "ok", "snapshot": reading.store.version, "base": reading.store.base, "version": kg.__version__},
        headers={"Cache-Control": "no-store"},
    )


@router.get("/", responses=responses())
def index() -> dict[str, str]:
    """What can be asked for."""
    names = ("statements", "actors", "articles", "places", "ontology", "sparql", "healthz")
    return {"name": "Quoth", "version": kg.__version__, "openapi": "/openapi.json"} | {
        each: f"/{each}" for each in names
    }
