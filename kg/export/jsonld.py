"""A dataset as one JSON-LD document, written as it is read: a line for each node, with the ontology's context in it.

A value is shortened only as far as its term's own coercion in the context undoes it, so nothing depends on what a term
was meant for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from pyoxigraph import NamedNode, Triple

from kg.export.folder import Folder
from kg.export.formats import Graphs
from kg.export.ordered import terms
from kg.resources import folder as resource
from kg.vocab import RDF, XSD, Term

CONTEXT: Final = "context.jsonld"
Node = dict[str, Any]


def jsonld(graphs: Graphs, folder: Folder) -> None:
    """One JSON-LD document with its named graphs."""
    context = json.loads((resource("ontology") / CONTEXT).read_text(encoding="utf-8"))["@context"]
    short = Shortener(context)
    with folder.file("dataset.jsonld") as output:
        output.write(b'{"@context": %s,\n"@graph": [' % _line(context))
        for number, (graph, _, quads) in enumerate(graphs):
            output.write(b'%s\n{"@id": %s, "@graph": [' % (b"," if number else b"", _line(graph.value)))
            for place, node in enumerate(short.nodes(quad.triple for quad in quads)):
                output.write(b"%s\n%s" % (b"," if place else b"", _line(node)))
            output.write(b"\n]}")
        output.write(b"\n]}\n")


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


class Shortener:
    """Writes nodes with the terms of a context."""

    def __init__(self, context: dict[str, Any]) -> None:
        """`context` is the inside of an "@context": prefixes and terms, nothing remote."""
        self.prefixes = {term: iri for term, iri in context.items() if isinstance(iri, str) and term[0] != "@"}
        self.terms: dict[str, tuple[str, str | None]] = {}
        """IRI → its term, and the IRI or keyword that the term's values are coerced to."""
        self.id, self.type = (self._alias(context, keyword) for keyword in ("@id", "@type"))
        for term, definition in context.items():
            self._learn(term, definition)

    @staticmethod
    def _alias(context: dict[str, Any], keyword: str) -> str:
        return next((term for term, meaning in context.items() if meaning == keyword), keyword)

    def _learn(self, term: str, definition: object) -> None:
        given = {"@id": definition} if isinstance(definition, str) else definition
        if term.startswith("@") or not isinstance(given, dict) or given.keys() - {"@id", "@type", "@container"}:
            return
        if given.get("@container", "@set") == "@set" and isinstance(given.get("@id"), str):
            coercion = given.get("@type")
            self.terms.setdefault(self._whole(given["@id"]), (term, self._whole(coercion) if coercion else None))

    def _whole(self, iri: str) -> str:
        """A compact IRI in full."""
        prefix, colon, rest = iri.partition(":")
        return self.prefixes[prefix] + rest if colon and prefix in self.prefixes else iri

    def nodes(self, triples: Iterable[Triple]) -> Iterator[Node]:
        """A node object for each subject; the triples come in order."""
        for subject, about in groupby(triples, key=lambda triple: terms(triple)[0].value):
            yield {self.id: subject, **dict(self._properties(about))}

    def _properties(self, triples: Iterable[Triple]) -> Iterator[tuple[str, Any]]:
        for predicate, found in groupby(triples, key=lambda triple: triple.predicate):
            key, coercion = (self.type, "@vocab") if predicate == RDF.type else self._term(predicate.value)
            values = [self._value(terms(triple)[2], coercion) for triple in found]
            yield key, values[0] if len(values) == 1 else values

    def _term(self, iri: str) -> tuple[str, str | None]:
        return self.terms.get(iri, (iri, None))

    def _value(self, value: Term, coercion: str | None) -> str | Node:
        if isinstance(value, NamedNode):
            if coercion == "@vocab":
                return self._term(value.value)[0]
            return value.value if coercion == "@id" else {self.id: value.value}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if value.datatype.value == (coercion or XSD.string.value):
            return value.value
        typed = {} if value.datatype == XSD.string else {"@type": value.datatype.value}
        return {"@value": value.value, **typed}
