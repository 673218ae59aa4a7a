"""Names that close the description of a person who speaks: "the head of the mission in Harrow, Mirelle Castin, said".

A name of two words or more that no list of places holds is that person's, even where it was taken for a place's.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract import places
from kg.extract.chains import Chain
from kg.extract.descriptions import one_person
from kg.extract.report import Report
from kg.model import EntityType, Span


def settle(text: str, chains: Iterable[Chain], reports: Iterable[Report]) -> None:
    """Makes people of the places in doubt that close the description of a person who speaks."""
    doubtful = {span: chain for chain in chains if may_be(chain) for span in chain.mentions}
    for report in reports:
        name = closing(text, report.source) if report.source else None
        if name in doubtful:
            doubtful[name].type = EntityType.PERSON


def may_be(chain: Chain) -> bool:
    """Whether a place's name may be a person's after all."""
    return chain.type is EntityType.PLACE and " " in chain.name and not places.is_place(chain.name)


def closing(text: str, source: Span) -> Span | None:
    """What stands behind the last comma of a source that describes one person before it."""
    described, comma, name = source.of(text).rpartition(", ")
    if not comma or not name[:1].isupper() or one_person(described) is None:
        return None
    return Span(source.end - len(name), source.end)
