"""Turtle, JSON-LD and the order of quads: what is written reads back the same, odd strings included."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from export_data import dataset, mayor, shelf
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.export import export
from kg.export.formats import USED, write_turtle
from kg.export.jsonld import Shortener
from kg.export.ordered import in_order, order
from kg.vocab import DEFAULT_BASE, PREFIXES, QUOTH, RDF, XSD

GRAPH = NamedNode(f"{DEFAULT_BASE}graph/actors")
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
TAILS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters='<>"{}|^`\\#%[]@\xa0'))
IRIS = st.builds(lambda start, tail: start + tail, st.sampled_from([*USED.values(), DEFAULT_BASE]), TAILS)


def nodes() -> st.SearchStrategy[NamedNode]:
    def valid(iri: str) -> bool:
        try:
            return bool(NamedNode(iri))
        except ValueError:
            return False

    return IRIS.filter(valid).map(NamedNode)


LITERALS = st.one_of(
    st.builds(Literal, WORDS),
    st.builds(lambda value: Literal(value, language="de"), WORDS),
    st.builds(lambda value: Literal(str(value), datatype=XSD.integer), st.integers()),
    st.sampled_from(["0.8", "1", "-0.05"]).map(lambda value: Literal(value, datatype=XSD.decimal)),
    st.dates().map(lambda value: Literal(value.isoformat(), datatype=XSD.date)),
)
TRIPLES = st.lists(st.builds(Triple, nodes(), nodes(), st.one_of(nodes(), LITERALS)), max_size=8, unique=True)


def quads(triples: list[Triple]) -> list[Quad]:
    return [Quad(t.subject, t.predicate, t.object, GRAPH) for t in triples]


@given(TRIPLES)
@settings(max_examples=200, deadline=None)
def test_turtle_reads_back(triples: list[Triple]) -> None:
    out = io.BytesIO()
    write_turtle((quad.triple for quad in sorted(quads(triples), key=order)), out)
    assert {quad.triple for quad in ox.parse(out.getvalue(), format=ox.RdfFormat.TURTLE)} == set(triples)


@given(st.lists(WORDS, max_size=5))
@settings(max_examples=200, deadline=None)
def test_rdflib_reads_every_string(words: list[str]) -> None:
    out = io.BytesIO()
    write_turtle([Triple(QUOTH.x, QUOTH.text, Literal(word)) for word in sorted(set(words))], out)
    read = rdflib.Graph().parse(data=out.getvalue(), format="turtle")
    assert {str(value) for value in read.objects()} == set(words)


CONTEXT: dict[str, Any] = {
    "quoth": PREFIXES["quoth"],
    "id": "@id",
    "type": "@type",
    "label": PREFIXES["rdfs"] + "label",
    "saidBy": {"@id": "quoth:saidBy", "@type": "@id"},
    "kind": {"@id": "quoth:kind", "@type": "@vocab"},
    "Direct": "quoth:Direct",
    "date": {"@id": "quoth:date", "@type": PREFIXES["xsd"] + "date"},
    "list": {"@id": "quoth:list", "@container": "@list"},
}
PREDICATES = [QUOTH[name] for name in ("label", "saidBy", "kind", "date", "list", "other", "Direct")]


@given(
    st.lists(
        st.builds(Triple, nodes(), st.sampled_from(PREDICATES), st.one_of(nodes(), LITERALS)), max_size=8, unique=True
    )
)
@settings(max_examples=200, deadline=None)
def test_jsonld_reads_back(triples: list[Triple]) -> None:
    ordered = [quad.triple for quad in sorted(quads(triples), key=order)]
    document = {"@context": CONTEXT, "@graph": list(Shortener(CONTEXT).nodes(ordered))}
    assert set(ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD)) == {Quad(*triple) for triple in triples}


def test_jsonld_uses_the_terms() -> None:
    said, kind, speaker = NamedNode(f"{DEFAULT_BASE}s"), QUOTH.Direct, NamedNode(f"{DEFAULT_BASE}a")
    triples = [
        Triple(said, RDF.type, QUOTH.Quotation),
        Triple(said, QUOTH.kind, kind),
        Triple(said, QUOTH.saidBy, speaker),
    ]
    (node,) = Shortener(CONTEXT).nodes(triples)
    assert node == {"id": said.value, "type": QUOTH.Quotation.value, "kind": "Direct", "saidBy": speaker.value}


def test_jsonld_is_read_with_the_ontology_s_terms(tmp_path: Path) -> None:
    export(shelf(dataset(mayor())), tmp_path / "out", "jsonld")
    document = json.loads((tmp_path / "out" / "dataset.jsonld").read_text())
    nodes = [node for graph in document["@graph"] for node in graph["@graph"]]
    (said,) = [node for node in nodes if "Statement" in node.get("type", []) and node["confidence"] == "0.9"]
    assert said["text"] == "We need 1,200 beds in Norrby."
    assert (said["kind"], said["date"]) == ("Direct", "2024-03-01")


@pytest.mark.parametrize("run", [1, 3, 1000])
def test_order_whatever_fits_in_memory(run: int, tmp_path: Path) -> None:
    actors = [quad for quad in dataset() if quad.graph_name == GRAPH]
    assert list(in_order(actors, tmp_path, run)) == sorted(actors, key=order)
    assert not any(tmp_path.iterdir())


def test_types_come_first(tmp_path: Path) -> None:
    early, subject = NamedNode("a:early"), NamedNode(f"{DEFAULT_BASE}actor/a")
    both = [Quad(subject, early, QUOTH.Person, GRAPH), Quad(subject, RDF.type, QUOTH.Person, GRAPH)]
    assert [quad.predicate for quad in in_order(both, tmp_path)] == [RDF.type, early]
