"""A whole store against the shapes, one article at a time."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg.store import ReadStore
from kg.validate.compiled import Engine
from kg.validate.graph import Graph
from kg.validate.report import Report, sorted_results


def article_quads(store: ReadStore, evidence: NamedNode) -> list[Quad]:
    """What is validated with an article: its two graphs, and the data of the actors and places that it points to."""
    derived = NamedNode(evidence.value.replace(f"{store.base}graph/evidence/", f"{store.base}graph/derived/", 1))
    links = list(store.quads(graph=derived))
    actors = NamedNode(f"{store.base}graph/actors")
    pointed_to = {quad.object for quad in links if isinstance(quad.object, NamedNode)}
    data = (quad for iri in pointed_to for quad in store.quads(subject=iri, graph=actors))
    return [*store.quads(graph=evidence), *links, *data]


def check_store(store: ReadStore, engine: Engine) -> Iterator[tuple[str, Report]]:
    """For each article, by the name of its evidence graph, and at the end for the actors graph, its report."""
    prefix = f"{store.base}graph/evidence/"
    for name in sorted(name.value for name in store.graphs() if name.value.startswith(prefix)):
        yield name, _without_actors(engine.check(Graph(article_quads(store, NamedNode(name)))), store.base)
    actors = NamedNode(f"{store.base}graph/actors")
    yield actors.value, _check_each(engine, store, actors)


def _without_actors(report: Report, base: str) -> Report:
    """An actor stands in many articles, and is reported once, with the actors graph."""
    theirs = (f"{base}actor/", f"{base}place/")
    return Report(tuple(result for result in report.results if not result.focus.startswith(theirs)))


def _check_each(engine: Engine, store: ReadStore, graph: NamedNode) -> Report:
    """Actors are checked one by one, so that memory hardly grows with the store."""
    subjects = {quad.subject for quad in store.quads(graph=graph) if isinstance(quad.subject, NamedNode)}
    reports = (engine.check(Graph(store.quads(subject=subject, graph=graph))) for subject in subjects)
    return Report(sorted_results([result for report in reports for result in report.results]))
