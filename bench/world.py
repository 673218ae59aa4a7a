"""An invented world of people, organisations and places; some are in the news far more often than others."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from bench.templates import words
from kg.extract import places
from kg.model import EntityType

WOMEN: Final = words(
    "Anna Maria Elena Laura Julia Sofia Clara Nina Vera Irina Alice Emma Sarah Helen Ruth Diana Olga Teresa"
)
MEN: Final = words(
    "Peter Thomas Daniel David Martin Paul Victor Simon Andrew Robert Oscar Felix Leo Adam Boris Ivan Hugo"
)
SURNAMES: Final = (
    words("Bar Kel Vor Tam Mar Lin Orn Hal Dra Sel Wen Fal Gor Nev Ris Pel Jor Sken Ulm Ast"),
    words("a e i o en an ar el"),
    words("vik dale mont berg ssen rov nati quist ley dine kova dor"),
)
ROLES: Final = words("""
    mayor minister spokeswoman spokesman director chairman governor professor engineer
    historian lawyer secretary analyst economist
""")
KINDS: Final = (
    *("Institute for {} and {} Studies", "Association of {} and {} Workers", "Ministry of {} and {}"),
    *("Agency for {} and {} Safety", "Centre for {} and {} Research", "Foundation for {} and {} Reform"),
    *("Union of {} and {} Engineers", "Council on {} and {} Policy"),
)
TOPICS: Final = words("""
    Airport Bridge Canal Dairy Energy Fishery Grain Harbour Island Justice Kiln Labour Mining Northern
    Orchard Pension Quarry River School Transport Urban Valley Water Youth
""")
PLACES: Final = words("""
    Lisbon Riga Oslo Geneva Vienna Dublin Prague Athens Helsinki Tallinn Porto Leeds Glasgow Lyon Turin Bergen
    Portugal Latvia Norway Austria Ireland Greece Finland Estonia Toronto Nairobi Lima Osaka Adelaide Accra
""")
OUTLETS: Final = (
    "Tidewater Gazette",
    "Upland Herald",
    "Evening Quay",
    "Ferry Post",
    "Morning Lantern",
    "Delta Courier",
)


@dataclass(frozen=True, slots=True)
class Being:
    """Somebody or some place of the world: what it is first called in an article, and what after that."""

    type: EntityType
    name: str
    short: str
    role: str = ""
    pronoun: str = ""
    abbreviation: str | None = None
    geonames: int | None = None
    unnamed: bool = False


class World:
    """Whom and what articles may speak of; the same for the same seed and sizes."""

    def __init__(self, seed: int = 7, people: int = 4000, organisations: int = 400) -> None:
        chance = random.Random(f"world {seed}")
        self.seed = seed
        self.people = _people(chance, people)
        self.organisations = _organisations(chance, organisations)
        self.places = tuple(_place(name) for name in PLACES)
        self._weights = {id(group): _zipf(len(group)) for group in (self.people, self.organisations, self.places)}

    def some(self, group: tuple[Being, ...], number: int, chance: random.Random) -> list[Being]:
        """`number` of a group with different short names; the first of the group are picked most often (Zipf's law)."""
        found: dict[str, Being] = {}
        while len(found) < number:
            (being,) = chance.choices(group, cum_weights=self._weights[id(group)])
            found.setdefault(being.short, being)
        return list(found.values())


def _zipf(size: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, size + 1)))


def _people(chance: random.Random, number: int) -> tuple[Being, ...]:
    found: dict[str, Being] = {}
    while len(found) < number:
        given = chance.choice(WOMEN + MEN)
        surname = "".join(map(chance.choice, SURNAMES))
        name, pronoun = f"{given} {surname}", "she" if given in WOMEN else "he"
        found[name] = Being(EntityType.PERSON, name, surname, chance.choice(ROLES), pronoun)
    return tuple(found.values())


def _organisations(chance: random.Random, number: int) -> tuple[Being, ...]:
    found: dict[str, Being] = {}
    while len(found) < number:
        name = chance.choice(KINDS).format(*chance.sample(TOPICS, 2))
        short = "".join(letter for letter in name if letter.isupper())
        found.setdefault(short, Being(EntityType.ORGANISATION, name, short, abbreviation=short))
    return tuple(found.values())


def _place(name: str) -> Being:
    known = places.find(name)
    return Being(EntityType.PLACE, name, name, geonames=known.geonames if known else None)
