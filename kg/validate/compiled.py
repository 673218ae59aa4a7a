"""The shapes as Python functions, made once (see `kg.validate.constraints`) and run on each graph.

It is derived from the same files as the reference, honours exactly what `kg.validate.shapes` lets through, and a test
holds the two engines to the same results on thousands of graphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg.errors import InputError
from kg.validate.constraints import CHECKS, LOGIC, TESTS, Check, Test
from kg.validate.graph import NONE, Graph, Node, Values, written
from kg.validate.report import Report, Result, sorted_results
from kg.validate.shapes import Parameter, Shape

MIND_ABSENCE: Final = frozenset({"minCount", "hasValue", "equals"})
NOTHING: Final[Mapping[str, Values]] = {}


@dataclass(frozen=True, slots=True)
class CompiledShape:
    """A shape ready to run: `tests` look at each value alone, `checks` at all values of a focus node."""

    shape: Shape
    tests: tuple[tuple[str, Test], ...]
    checks: tuple[tuple[str, Check], ...]
    properties: tuple[CompiledShape, ...]
    minds_absence: bool
    """Whether a node without any value of the path can break it; most property shapes of most nodes can be skipped."""

    def faults(self, graph: Graph, focus: Node) -> Iterator[tuple[Shape, str, Node | None]]:
        """What `focus` does not meet: the shape, the constraint and the value at fault."""
        path = self.shape.path
        values = {focus: None} if path is None else graph.values(focus, path)
        for constraint, check in self.checks:
            for fault in check(graph, focus, values):
                yield self.shape, constraint, fault
        for value in values:
            for constraint, test in self.tests:
                if not test(graph, value):
                    yield self.shape, constraint, value
            present = graph.about.get(value, NOTHING)
            for inner in self.properties:
                if inner.minds_absence or inner.shape.path in present:
                    yield from inner.faults(graph, value)

    def conforms(self, graph: Graph, node: Node) -> bool:
        """Whether `node` meets the shape."""
        return next(self.faults(graph, node), None) is None


class Engine:
    """All shapes that have a target, compiled; raises InputError if one cannot be."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        compiler = _Compiler(shapes)
        self.compiled = [compiler.shape(shape.iri) for shape in shapes.values() if shape.has_target]

    def check(self, graph: Graph) -> Report:
        """What the graph does not meet."""
        found = [
            _result(focus, *fault)
            for compiled in self.compiled
            for focus in _targets(graph, compiled.shape)
            for fault in compiled.faults(graph, focus)
        ]
        return Report(sorted_results(found))


def _targets(graph: Graph, shape: Shape) -> Iterable[Node]:
    by_class = [graph.instances.get(cls, NONE) for cls in shape.target_classes]
    by_predicate = [graph.subjects_of.get(predicate, NONE) for predicate in shape.target_subjects_of]
    return {focus: None for group in (*by_class, *by_predicate) for focus in group}


def _result(focus: Node, shape: Shape, constraint: str, value: Node | None) -> Result:
    return Result(
        severity=shape.severity,
        focus=focus if isinstance(focus, str) else str(focus),
        path=shape.path,
        value=None if value is None else written(value),
        shape=shape.iri,
        constraint=constraint,
        message=shape.message,
    )


class _Compiler:
    """Turns shapes into functions, each shape once."""

    def __init__(self, shapes: Mapping[str, Shape]) -> None:
        self.shapes = shapes
        self.done: dict[str, CompiledShape] = {}
        self.open: list[str] = []

    def shape(self, iri: Node) -> CompiledShape:
        """The compiled shape; raises InputError if there is none, or if it leads back to itself."""
        if not isinstance(iri, str) or iri not in self.shapes:
            raise InputError(f"{written(iri)}: named as a shape, but no file in the folder of shapes says what it is")
        if iri in self.open:
            raise InputError(f"{iri}: leads back to itself; recursive shapes are not among what is honoured")
        if iri not in self.done:
            self.open.append(iri)
            self.done[iri] = self._compile(self.shapes[iri])
            self.open.pop()
        return self.done[iri]

    def _compile(self, shape: Shape) -> CompiledShape:
        tests, checks = [], []
        for name, parameter in shape.constraints:
            if name in CHECKS:
                if shape.path is None:
                    raise InputError(f"{shape.iri}: sh:{name} belongs to a property shape; give it an sh:path")
                checks.append((name, CHECKS[name](shape, parameter)))
            else:
                tests.append((name, self._test(shape, name, parameter)))
        return CompiledShape(
            shape=shape,
            tests=tuple(tests),
            checks=tuple(checks),
            properties=tuple(self.shape(name) for name in shape.properties),
            minds_absence=shape.path is None or any(name in MIND_ABSENCE for name, _ in checks),
        )

    def _test(self, shape: Shape, name: str, parameter: Parameter) -> Test:
        if name in TESTS:
            return TESTS[name](shape, parameter)
        members = parameter if isinstance(parameter, tuple) else (parameter,)
        return LOGIC[name]([self.shape(member).conforms for member in members])
