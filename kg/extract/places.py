"""Places by name: a small extract of GeoNames (data/places.tsv), and names of regions that it does not hold."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final, NamedTuple

from kg.extract.lexicon import lines

REGIONS: Final = frozenset(name for line in lines("regions.tsv") for name in line.split("\t"))
"""Continents, seas and regions that are places without a GeoNames id here."""


@cache
def usual_regions() -> dict[str, str]:
    """Of every name of a region the first in its line."""
    return {name: line.split("\t")[0] for line in lines("regions.tsv") for name in line.split("\t")}


class Place(NamedTuple):
    """A place of GeoNames: degrees north and east, None for a country or state."""

    geonames: int
    name: str
    country: str
    latitude: float | None
    longitude: float | None


@cache
def gazetteer() -> dict[str, Place]:
    """The places by every name. Of equal names the first of the file: countries and states, then the larger city."""
    table: dict[str, Place] = {}
    for line in lines("places.tsv"):
        id, names, _, country, latitude, longitude, _ = line.split("\t")
        known = names.split("|")
        place = Place(int(id), known[0], country, *((float(latitude), float(longitude)) if latitude else (None, None)))
        for name in known:
            table.setdefault(name, place)
    return table


@cache
def by_id() -> dict[int, Place]:
    """The places by their GeoNames id."""
    return {place.geonames: place for place in gazetteer().values()}


def find(name: str) -> Place | None:
    """The place of this name, if the extract holds it."""
    return gazetteer().get(name)


def usual(name: str) -> str:
    """The usual name of the region that a name means: "Transnistria" for "Pridnestrovie"; else the name."""
    return usual_regions().get(name, name)


def is_place(name: str) -> bool:
    """Whether this is the name of a place or region."""
    return name in REGIONS or name in gazetteer()


@cache
def capitals() -> dict[str, str]:
    """The names of places as capital letters write them, with how the list spells them."""
    every = (*REGIONS, *gazetteer())
    return {plain(name).upper(): name for name in every} | {name.upper(): name for name in every}


def plain(name: str) -> str:
    """A name without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def in_capitals(name: str) -> str | None:
    """The place of a name in capitals, as the list spells it: "PORT-AU-PRINCE"."""
    return capitals().get(name)


def is_state(name: str) -> bool:
    """Whether this is the name of a country, or of a state of the USA."""
    found = find(name)
    return found is not None and found.latitude is None


def coordinates(geonames_id: int) -> tuple[float, float, str] | None:
    """Latitude, longitude (degrees) and ISO 3166 country code of a place; None if the extract has no coordinates."""
    place = by_id().get(geonames_id)
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude, place.country
