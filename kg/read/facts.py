"""What the graph states of some things, fetched in one query and read as values of Python."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from kg import query
from kg.answers import Ref
from kg.errors import QueryError
from kg.model import Span
from kg.store import ReadStore
from kg.vocab import Term, code_value, read_span

C = TypeVar("C", bound=StrEnum)


class Facts:
    """The triples of one thing: property → values."""

    def __init__(self) -> None:
        self.values: dict[NamedNode, list[Term]] = defaultdict(list)

    def all(self, property: NamedNode) -> list[Term]:
        """Every value of the property."""
        return self.values.get(property, [])

    def iris(self, property: NamedNode) -> list[NamedNode]:
        """Its values that are IRIs."""
        return [value for value in self.all(property) if isinstance(value, NamedNode)]

    def texts(self, property: NamedNode) -> list[str]:
        """Its values as text, sorted."""
        return sorted(value.value for value in self.all(property))

    def iri(self, property: NamedNode) -> NamedNode | None:
        """Its one value, an IRI."""
        return next(iter(self.iris(property)), None)

    def text(self, property: NamedNode) -> str | None:
        """Its one value as text."""
        return next(iter(self.texts(property)), None)

    def day(self, property: NamedNode) -> dt.date | None:
        """Its one value, a date."""
        found = self.text(property)
        return dt.date.fromisoformat(found) if found else None

    def decimal(self, property: NamedNode) -> Decimal | None:
        """Its one value, a number."""
        found = self.text(property)
        return Decimal(found) if found else None

    def integer(self, property: NamedNode) -> int | None:
        """Its one value, a whole number."""
        found = self.text(property)
        return int(found) if found else None

    def coded(self, property: NamedNode, codes: type[C]) -> C | None:
        """Its one value, a concept of a code list, as the model's value."""
        found = self.iri(property)
        return codes(code_value(found)) if found else None

    def spans(self, property: NamedNode) -> tuple[Span, ...]:
        """The characters its values name, in text order."""
        return tuple(sorted(read_span(value)[1] for value in self.texts(property)))

    def span(self, property: NamedNode) -> Span | None:
        """The characters its one value names."""
        return next(iter(self.spans(property)), None)


def facts(store: ReadStore, things: Iterable[NamedNode]) -> dict[str, Facts]:
    """IRI → what is stated of it, for each thing of which anything is."""
    found: dict[str, Facts] = defaultdict(Facts)
    for row in store.select(query.load("triples").bind(thing=sorted(set(things), key=str))):
        property = row["property"]
        assert isinstance(property, NamedNode)
        found[row["thing"].value].values[property].append(row["value"])
    return dict(found)


def refs(store: ReadStore, things: Iterable[NamedNode]) -> dict[str, Ref]:
    """IRI → the thing with its name; one without a name is called by its IRI."""
    wanted = sorted(set(things), key=str)
    found = {thing.value: Ref(thing.value, thing.value) for thing in wanted}
    for row in store.select(query.load("names").bind(thing=wanted)):
        found[row["thing"].value] = Ref(row["thing"].value, row["name"].value)
    return found


def count(term: Term) -> int:
    """The number that a COUNT gave."""
    assert isinstance(term, Literal)
    return int(term.value)


def node(iri: str) -> NamedNode:
    """The IRI as a term; raises QueryError if it is none."""
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"not an IRI: {iri!r}") from error
