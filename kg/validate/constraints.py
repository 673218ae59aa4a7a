"""Each constraint as one small function, which runs in about a microsecond.

`TESTS` look at one value, `CHECKS` at all values of a focus node, `LOGIC` at what other shapes make of a value. Given a
shape and the constraint's parameter, each answers with the function, or raises InputError for a parameter that it would
not honour. What they decide is what pySHACL decides; a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from pyoxigraph import BlankNode, Literal

from kg.errors import InputError
from kg.validate import literals
from kg.validate.graph import Graph, Node, Values
from kg.validate.shapes import SH, Parameter, Shape

Test = Callable[[Graph, Node], bool]
"""Whether a value meets a constraint."""

Check = Callable[[Graph, Node, Values], Iterable[Node | None]]
"""The values of a focus node that break a constraint on all of them together; None: no value in particular."""


def _iri(shape: Shape, parameter: Parameter) -> str:
    if isinstance(parameter, str):
        return parameter
    raise InputError(f"{shape.iri}: expected an IRI, not {parameter}")


def _literal(shape: Shape, parameter: Parameter) -> Literal:
    if isinstance(parameter, Literal):
        return parameter
    raise InputError(f"{shape.iri}: expected a literal, not {parameter!r}")


def _count(shape: Shape, parameter: Parameter) -> int:
    literal = _literal(shape, parameter)
    if literal.value.isdecimal():
        return int(literal.value)
    raise InputError(f"{shape.iri}: expected a whole number, not {literal}")


def _min_count(shape: Shape, parameter: Parameter) -> Check:
    least = _count(shape, parameter)
    return lambda graph, focus, values: (None,) if len(values) < least else ()


def _max_count(shape: Shape, parameter: Parameter) -> Check:
    most = _count(shape, parameter)
    return lambda graph, focus, values: (None,) if len(values) > most else ()


def _has_value(shape: Shape, parameter: Parameter) -> Check:
    wanted = _iri(shape, parameter)
    return lambda graph, focus, values: () if wanted in values else (None,)


def _equals(shape: Shape, parameter: Parameter) -> Check:
    other = _iri(shape, parameter)
    return lambda graph, focus, values: values.keys() ^ graph.values(focus, other).keys()


def _disjoint(shape: Shape, parameter: Parameter) -> Check:
    other = _iri(shape, parameter)
    return lambda graph, focus, values: values.keys() & graph.values(focus, other).keys()


def _less_than_or_equals(shape: Shape, parameter: Parameter) -> Check:
    other = _iri(shape, parameter)

    def check(graph: Graph, focus: Node, values: Values) -> Iterator[Node]:
        for value in values:
            if not all(_at_most(value, limit) for limit in graph.values(focus, other)):
                yield value

    return check


def _at_most(value: Node, limit: Node) -> bool:
    if isinstance(value, Literal) and isinstance(limit, Literal):
        return literals.at_most(value, limit)
    return False


def _class(shape: Shape, parameter: Parameter) -> Test:
    cls = _iri(shape, parameter)
    return lambda graph, value: graph.is_a(value, cls)


def _datatype(shape: Shape, parameter: Parameter) -> Test:
    datatype = _iri(shape, parameter)
    if datatype not in literals.DATATYPES:
        raise InputError(f"{shape.iri}: sh:datatype must be one of {', '.join(sorted(literals.DATATYPES))}")
    return lambda graph, value: isinstance(value, Literal) and literals.has_datatype(value, datatype)


def _node_kind(shape: Shape, parameter: Parameter) -> Test:
    if parameter != f"{SH}IRI":
        raise InputError(f"{shape.iri}: sh:nodeKind must be sh:IRI; for literals use sh:datatype")
    return lambda graph, value: isinstance(value, str)


def _in(shape: Shape, parameter: Parameter) -> Test:
    allowed = frozenset(_iri(shape, member) for member in (parameter if isinstance(parameter, tuple) else ()))
    return lambda graph, value: value in allowed


def _pattern(shape: Shape, parameter: Parameter) -> Test:
    found = re.compile(_literal(shape, parameter).value).search
    return lambda graph, value: not isinstance(value, BlankNode) and found(_lexical(value)) is not None


def _min_length(shape: Shape, parameter: Parameter) -> Test:
    least = _count(shape, parameter)
    return lambda graph, value: not isinstance(value, BlankNode) and len(_lexical(value)) >= least


def _lexical(value: str | Literal) -> str:
    return value if isinstance(value, str) else value.value


def _min_inclusive(shape: Shape, parameter: Parameter) -> Test:
    return partial(_within, _literal(shape, parameter), 1)


def _max_inclusive(shape: Shape, parameter: Parameter) -> Test:
    return partial(_within, _literal(shape, parameter), -1)


def _within(limit: Literal, sign: int, graph: Graph, value: Node) -> bool:
    order = literals.compare(value, limit) if isinstance(value, Literal) else None
    return order is not None and order * sign >= 0


def _not(conforms: list[Test]) -> Test:
    (inner,) = conforms
    return lambda graph, value: not inner(graph, value)


def _or(conforms: list[Test]) -> Test:
    return lambda graph, value: any(inner(graph, value) for inner in conforms)


def _xone(conforms: list[Test]) -> Test:
    return lambda graph, value: sum(inner(graph, value) for inner in conforms) == 1


CHECKS: Final[dict[str, Callable[[Shape, Parameter], Check]]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "hasValue": _has_value,
    "equals": _equals,
    "disjoint": _disjoint,
    "lessThanOrEquals": _less_than_or_equals,
}
TESTS: Final[dict[str, Callable[[Shape, Parameter], Test]]] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "in": _in,
    "pattern": _pattern,
    "minLength": _min_length,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
}
LOGIC: Final[dict[str, Callable[[list[Test]], Test]]] = {"not": _not, "or": _or, "xone": _xone}
