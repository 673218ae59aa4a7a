"""Where it was said, and what places are spoken of."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import bodies
from api.deps import ItemReading, ListReading
from api.describe import item, listing
from api.params import PlaceQuery
from api.views import PLACES
from kg import read

router = APIRouter(prefix="/places", tags=["places"])


@router.get("", **listing(bodies.PlaceBody, "The places that match."))
def places(asked: Annotated[PlaceQuery, Query()], reading: ListReading) -> Response:
    """The places that statements speak of or were made at."""
    found = read.places(reading.store, name=asked.name, after=asked.after, limit=reading.size(asked.limit))
    return reading.page(found, PLACES)


@router.get("/{id}", **item(bodies.PlaceBody, "The place."))
def place(id: str, reading: ItemReading) -> Response:
    """One place."""
    answer = read.place(reading.store, reading.iri("place", id))
    return reading.item(answer.iri, bodies.place(answer))
