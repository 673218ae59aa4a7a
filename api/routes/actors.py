"""Who speaks and is spoken of: persons, organisations, groups and documents."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import bodies
from api.deps import ItemReading, ListReading
from api.describe import item, listing
from api.params import ActorQuery, StatementFilters
from api.views import ACTORS, STATEMENTS
from kg import read

router = APIRouter(prefix="/actors", tags=["actors"])


@router.get("", **listing(bodies.ActorBody, "The actors that match."))
def actors(asked: Annotated[ActorQuery, Query()], reading: ListReading) -> Response:
    """Who speaks and is spoken of."""
    limit = reading.size(asked.limit)
    found = read.actors(reading.store, name=asked.name, type=asked.type, after=asked.after, limit=limit)
    return reading.page(found, ACTORS)


@router.get("/{id}", **item(bodies.ActorBody, "The actor."))
def actor(id: str, reading: ItemReading) -> Response:
    """One actor."""
    answer = read.actor(reading.store, reading.iri("actor", id))
    return reading.item(answer.iri, bodies.actor(answer))


@router.get("/{id}/statements", **listing(bodies.StatementBody, "What the actor is reported to have said.", one=True))
def actor_statements(id: str, asked: Annotated[StatementFilters, Query()], reading: ListReading) -> Response:
    """What one actor is reported to have said, newest first."""
    answer = read.actor(reading.store, reading.iri("actor", id))
    filters = asked.filters(answer.iri)
    found = read.statements(reading.store, filters, after=asked.after, limit=reading.size(asked.limit))
    return reading.page(found, STATEMENTS)
