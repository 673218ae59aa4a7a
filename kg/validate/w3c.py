"""The reference: pySHACL on an rdflib graph in memory, which costs some hundred times what the compiled checks do.

pySHACL is given an rdflib graph and never a pyoxigraph store, on which it reports plain strings as faults.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from pyshacl.rdfutil.compare import compare_literal
from rdflib.namespace import XSD

from kg.errors import InputError
from kg.validate import shapes
from kg.validate.literals import STRING
from kg.validate.report import Report, Result, sorted_results
from kg.vocab import PREFIXES

SH: Final = rdflib.Namespace(PREFIXES["sh"])
PYTHON_TYPES: Final = {XSD.integer: int, XSD.decimal: Decimal, XSD.date: date, XSD.dateTime: datetime}


class _Literal(rdflib.Literal):
    """Orders by value, as SPARQL does: what is ill-formed, or of another kind, is not at most anything.

    rdflib's own order, made for sorting, puts any two literals in some order or raises TypeError amid a validation.
    """

    def __le__(self, other: object) -> bool:
        try:
            return isinstance(other, rdflib.Literal) and bool(self.value <= other.value)
        except TypeError:  # a day and a moment, a moment with and one without a time zone, a form without a value
            return False


def validate(quads: Iterable[Quad], folder: Path) -> Report:
    """The report of pySHACL, with its Turtle, on the union of the quads."""
    graph = to_rdflib(quads)
    with _quiet():
        _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(folder), allow_warnings=True)
    if not isinstance(report, rdflib.Graph):
        raise InputError(f"the reference engine could not judge this graph: {report}")
    results = [_result(report, node) for node in report.objects(predicate=SH.result)]
    return Report(sorted_results(results), turtle=_turtle(report))


def _turtle(report: rdflib.Graph) -> str:
    for prefix, namespace in PREFIXES.items():
        report.bind(prefix, namespace)
    with _quiet():
        return report.serialize(format="turtle")


@lru_cache(maxsize=4)
def _shapes(folder: Path) -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in shapes.files(folder):
        graph.parse(path, format="turtle")
    return graph


def _result(report: rdflib.Graph, node: rdflib.term.Node) -> Result:
    def one(predicate: rdflib.URIRef) -> rdflib.term.Node | None:
        return report.value(node, predicate)

    severity, path, value = one(SH.resultSeverity), one(SH.resultPath), one(SH.value)
    component = str(one(SH.sourceConstraintComponent)).removeprefix(SH).removesuffix("ConstraintComponent")
    return Result(
        severity=shapes.SEVERITIES[str(severity)],
        focus=str(one(SH.focusNode)),
        path=None if path is None else str(path),
        value=None if value is None else _written(value),
        shape=str(one(SH.sourceShape)),
        constraint=component[0].lower() + component[1:],
        message=" ".join(str(message) for message in report.objects(node, SH.resultMessage)),
    )


def _written(term: rdflib.term.Node) -> str:
    """The term as N-Triples, and so pyoxigraph, writes it."""
    if isinstance(term, rdflib.Literal):
        datatype = NamedNode(str(term.datatype)) if term.datatype else None
        return str(Literal(str(term), language=term.language, datatype=None if term.language else datatype))
    return str(NamedNode(str(term))) if isinstance(term, rdflib.URIRef) else f"_:{term}"


def to_rdflib(quads: Iterable[Quad]) -> rdflib.Graph:
    """The triples of the quads, their forms untouched."""
    graph = rdflib.Graph()
    with _quiet():
        for quad in quads:
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: NamedNode | Literal | BlankNode | Triple) -> rdflib.term.Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Triple):
        raise InputError(f"a triple within a triple cannot be validated; write it with nodes of RDF 1.1: {term}")
    return _literal(term)


def _literal(literal: Literal) -> rdflib.Literal:
    if literal.language:
        return _Literal(literal.value, lang=literal.language)
    datatype = None if literal.datatype.value == STRING else rdflib.URIRef(literal.datatype.value)
    return _Literal(literal.value, datatype=datatype, normalize=False)


@contextmanager
def _quiet() -> Iterator[None]:
    """rdflib logs a traceback and warns of every ill-formed literal; what is wrong with it stands in the report."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            yield
    finally:
        logger.disabled = before


def is_well_formed(literal: Literal) -> bool:
    """Whether sh:datatype accepts the form of a literal of one of `literals.DATATYPES`."""
    with _quiet():
        judged = _literal(literal)
    return not judged.ill_typed and isinstance(judged.value, PYTHON_TYPES.get(judged.datatype or XSD.string, str))


def compare(left: Literal, right: Literal) -> int | None:
    """As sh:minInclusive and sh:maxInclusive compare; None if they cannot."""
    with _quiet():
        a, b = _literal(left), _literal(right)
    if isinstance(a.value, str) != isinstance(b.value, str):
        return None
    try:
        return cast(int, compare_literal(a, b))  # type: ignore[no-untyped-call]
    except (TypeError, NotImplementedError):
        return None


def at_most(left: Literal, right: Literal) -> bool:
    """As sh:lessThanOrEquals compares; False if it cannot."""
    with _quiet():
        a, b = _literal(left), _literal(right)
    if isinstance(a.value, str) != isinstance(b.value, str):
        return False
    return bool(a.value <= b.value) if isinstance(a.value, str) else bool(a <= b)
