"""Quads as the checks read them: the union of their graphs, by subject and predicate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import InputError
from kg.vocab import RDF, RDFS

Node = str | Literal | BlankNode
"""A term as the checks read it: an IRI is a plain string, which costs less to compare than a NamedNode."""

Values = Mapping[Node, None]
"""Distinct terms, in the order they came."""

TYPE: Final = RDF.type.value
SUBCLASS: Final = RDFS.subClassOf.value
NONE: Final[Values] = {}


def node(term: NamedNode | Literal | BlankNode | Triple) -> Node:
    """The term as the checks read it; raises InputError for a triple term, which RDF 1.1 does not have."""
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Triple):
        raise InputError(f"a triple within a triple cannot be validated; write it with nodes of RDF 1.1: {term}")
    return term


def written(term: Node) -> str:
    """The term as N-Triples writes it."""
    return f"<{term}>" if isinstance(term, str) else str(term)


class Graph:
    """Triples by subject and predicate; a triple that stands in two graphs counts once."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.about: dict[Node, dict[str, dict[Node, None]]] = {}
        self.subjects_of: dict[str, dict[Node, None]] = {}
        for quad in quads:
            self._add(node(quad.subject), quad.predicate.value, quad.object)
        self.instances: dict[Node, dict[Node, None]] = {}
        self._index_types()

    def _add(self, subject: Node, predicate: str, term: NamedNode | Literal | BlankNode | Triple) -> None:
        value = term.value if isinstance(term, NamedNode) else node(term)
        properties = self.about.get(subject)
        if properties is None:
            properties = self.about[subject] = {}
        values = properties.get(predicate)
        if values is None:
            properties[predicate] = {value: None}
            self.subjects_of.setdefault(predicate, {})[subject] = None
        else:
            values[value] = None

    def _index_types(self) -> None:
        for subject in self.subjects_of.get(TYPE, NONE):
            for cls in self.about[subject][TYPE]:
                for above in self._with_superclasses(cls):
                    self.instances.setdefault(above, {})[subject] = None

    def _with_superclasses(self, cls: Node) -> Iterable[Node]:
        """SHACL counts instances of subclasses, if the data say what is one; an article's own graphs never do."""
        if SUBCLASS not in self.subjects_of:
            return (cls,)
        found = {cls: None}
        todo = [cls]
        while todo:
            above = [c for c in self.values(todo.pop(), SUBCLASS) if c not in found]
            found |= dict.fromkeys(above)
            todo += above
        return found

    def values(self, subject: Node, predicate: str) -> Values:
        """The objects of the triples with this subject and predicate."""
        properties = self.about.get(subject)
        return properties.get(predicate, NONE) if properties else NONE

    def is_a(self, subject: Node, cls: Node) -> bool:
        """Whether the subject is an instance of the class."""
        return subject in self.instances.get(cls, NONE)
