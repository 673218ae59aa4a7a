"""Reads shapes/*.ttl into values, and refuses what the compiled checks would not honour.

The shapes use a small part of SHACL Core, so that they can be checked in a millisecond: `CONSTRAINTS` and `ABOUT`
below are all of it. Whoever needs more adds it here and in `kg.validate.compiled`, or gets a clear error at start.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, Quad, parse

from kg.errors import InputError
from kg.validate.graph import NONE, Graph, Node, written
from kg.validate.report import Severity
from kg.vocab import PREFIXES, RDF

SH: Final = PREFIXES["sh"]
LISTS: Final = frozenset({"in", "or", "xone"})
CONSTRAINTS: Final = LISTS | {
    *("minCount", "maxCount", "datatype", "nodeKind", "class", "hasValue", "pattern", "minLength"),
    *("minInclusive", "maxInclusive", "lessThanOrEquals", "equals", "disjoint", "not"),
}
ABOUT: Final = frozenset({"targetClass", "targetSubjectsOf", "property", "path", "severity", "message"})
SEVERITIES: Final = {f"{SH}{name.capitalize()}": name for name in Severity}

Parameter = Node | tuple[Node, ...]
"""What a constraint is given; the members, where it is given a list."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape, or a property shape if it has a path, as its file states it."""

    iri: str
    path: str | None
    target_classes: tuple[str, ...]
    target_subjects_of: tuple[str, ...]
    properties: tuple[str, ...]
    constraints: tuple[tuple[str, Parameter], ...]
    severity: Severity
    message: str

    @property
    def has_target(self) -> bool:
        """Whether it is checked on its own, and not only as a part of others."""
        return bool(self.target_classes or self.target_subjects_of)


def files(folder: Path) -> list[Path]:
    """The shapes files in a folder; raises InputError if there are none."""
    found = sorted(folder.glob("*.ttl"))
    if not found:
        raise InputError(f"{folder}: no shapes here; give a folder with *.ttl files")
    return found


def read(folder: Path) -> dict[str, Shape]:
    """The shapes of all files in a folder, by IRI; raises InputError for what cannot be read or honoured."""
    graph = Graph(quad for path in files(folder) for quad in _quads(path))
    named = [
        s for kind in ("NodeShape", "PropertyShape") for s in graph.instances.get(SH + kind, NONE) if isinstance(s, str)
    ]
    _refuse_strays(graph, set(named))
    return {iri: _shape(graph, iri) for iri in named}


def _quads(path: Path) -> list[Quad]:
    try:
        return list(parse(path=path))
    except (SyntaxError, OSError) as error:
        raise InputError(f"{path}: not readable as Turtle: {error}") from error


def _refuse_strays(graph: Graph, shapes: set[str]) -> None:
    """Whatever speaks of SHACL must be a shape with an IRI: nothing may be overlooked."""
    for subject, properties in graph.about.items():
        if subject not in shapes and any(predicate.startswith(SH) for predicate in properties):
            raise InputError(f"{written(subject)}: give it an IRI and the type sh:NodeShape or sh:PropertyShape")


def _shape(graph: Graph, iri: str) -> Shape:
    names = [p.removeprefix(SH) for p in graph.about[iri] if p.startswith(SH)]
    unknown = sorted(set(names) - CONSTRAINTS - ABOUT)
    if unknown:
        raise InputError(f"{iri}: sh:{unknown[0]} is not among what the compiled checks honour; see docs/validation.md")
    paths = _iris(graph, iri, "path")
    if len(paths) > 1 or any(_is_composed(graph, path) for path in paths):
        raise InputError(f"{iri}: sh:path must be one property; composed paths are not among what is honoured")
    return Shape(
        iri=iri,
        path=paths[0] if paths else None,
        target_classes=_iris(graph, iri, "targetClass"),
        target_subjects_of=_iris(graph, iri, "targetSubjectsOf"),
        properties=_iris(graph, iri, "property"),
        constraints=tuple(c for name in names if name in CONSTRAINTS for c in _constraints(graph, iri, name)),
        severity=_severity(graph, iri),
        message=" ".join(v.value for v in graph.values(iri, f"{SH}message") if isinstance(v, Literal)),
    )


def _iris(graph: Graph, iri: str, name: str) -> tuple[str, ...]:
    values = graph.values(iri, SH + name)
    if not all(isinstance(value, str) for value in values):
        raise InputError(f"{iri}: every sh:{name} must be an IRI, not a blank node or a literal")
    return tuple(value for value in values if isinstance(value, str))


def _is_composed(graph: Graph, path: str) -> bool:
    return any(predicate.startswith((SH, PREFIXES["rdf"])) for predicate in graph.about.get(path, {}))


def _severity(graph: Graph, iri: str) -> Severity:
    severities = _iris(graph, iri, "severity") or (f"{SH}Violation",)
    if severities[0] not in SEVERITIES or len(severities) > 1:
        raise InputError(f"{iri}: sh:severity must be one of sh:Violation, sh:Warning and sh:Info")
    return SEVERITIES[severities[0]]


def _constraints(graph: Graph, iri: str, name: str) -> list[tuple[str, Parameter]]:
    values = graph.values(iri, SH + name)
    return [(name, _members(graph, value) if name in LISTS else value) for value in values]


def _members(graph: Graph, head: Node) -> tuple[Node, ...]:
    members: list[Node] = []
    while head != f"{RDF.iri}nil":
        first, rest = graph.values(head, f"{RDF.iri}first"), graph.values(head, f"{RDF.iri}rest")
        if len(first) != 1 or len(rest) != 1 or len(members) > len(graph.about):
            raise InputError(f"{written(head)}: not a well-formed list; give it one rdf:first and one rdf:rest")
        members.append(next(iter(first)))
        head = next(iter(rest))
    return tuple(members)
