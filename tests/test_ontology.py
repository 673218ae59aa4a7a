"""The ontology says what the code and the documents use, no less and no more."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from enum import StrEnum
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.compare import to_isomorphic

from kg import derive
from kg.model import (
    PIECES,
    DatePrecision,
    EntityType,
    Medium,
    Polarity,
    SourceKind,
    SpeechAct,
    Stance,
    StatementKind,
)
from kg.resources import CHECKOUT, folder
from kg.vocab import PREFIXES, QUOTH, Iris, code, code_value, read_span

FILES = sorted(folder("ontology").glob("*.ttl"))
EXAMPLES = sorted((folder("ontology") / "examples").glob("*.ttl"))
SCHEMA = PREFIXES["schema"]


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for file in FILES:
        graph.parse(file)
    return graph


def names(graph: Graph, *types: URIRef) -> set[str]:
    return {str(term).removeprefix(QUOTH.iri) for type in types for term in graph.subjects(RDF.type, type)}


def terms(graph: Graph) -> set[str]:
    return names(graph, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme)


# --- the code


@pytest.mark.parametrize(
    ("values", "scheme"),
    [
        (StatementKind, "StatementKinds"),
        (SpeechAct, "SpeechActs"),
        (Medium, "Media"),
        (Polarity, "Polarities"),
        (Stance, "Stances"),
        (DatePrecision, "DatePrecisions"),
        (SourceKind, "SourceKinds"),
        (("unresolved",), "SpeakerStatuses"),
    ],
)
def test_each_code_list_holds_the_values_of_the_model(
    values: type[StrEnum] | tuple[str, ...], scheme: str, ontology: Graph
) -> None:
    concepts = {str(concept) for concept in ontology.subjects(SKOS.inScheme, URIRef(QUOTH[scheme].value))}
    assert concepts == {code(value).value for value in values}
    assert {code_value(NamedNode(concept)) for concept in concepts} == set(values)


def test_each_type_of_entity_is_a_class(ontology: Graph) -> None:
    assert {code(type).value for type in EntityType} <= {QUOTH[name].value for name in names(ontology, OWL.Class)}


def used_in_code() -> set[str]:
    found: set[str] = set()
    for file in [*CHECKOUT.glob("kg/**/*.py"), *CHECKOUT.glob("api/**/*.py")]:
        found.update(re.findall(r"\bQUOTH\.([A-Za-z]+)", file.read_text(encoding="utf-8")))
    return found - {"iri"}


def used_in(*patterns: str) -> dict[str, str]:
    """Each name after "quoth:", and one file that uses it."""
    found = {}
    for file in (file for pattern in patterns for file in CHECKOUT.glob(pattern)):
        for name in re.findall(r"\bquoth:([A-Za-z]+)", file.read_text(encoding="utf-8")):
            found[name] = file.name
    return found


def test_the_code_uses_only_terms_that_are_defined(ontology: Graph) -> None:
    assert used_in_code() - terms(ontology) == set()


def test_texts_use_only_terms_that_are_defined(ontology: Graph) -> None:
    used = used_in(
        "kg/**/*.py", "kg/queries/*.rq", "api/**/*.py", "shapes/*.ttl", "docs/*.md", "*.md", "ontology/**/*.ttl"
    )
    assert {name: file for name, file in used.items() if name not in terms(ontology)} == {}


def test_every_class_and_property_that_is_defined_is_used(ontology: Graph) -> None:
    assert names(ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty) - used_in_code() == set()


# --- the files


def test_the_ontology_has_the_version_of_the_package(ontology: Graph) -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (version,) = ontology.objects(URIRef("https://w3id.org/quoth/ontology"), OWL.versionInfo)
    assert str(version) == project["version"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_terms_are_sorted(file: Path) -> None:
    for section in re.split(r"^# (?:Classes|Properties)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE):
        subjects = re.findall(r"^quoth:(\w+) ", section, re.MULTILINE)
        schemes, concepts = (subjects[:1], subjects[1:]) if "a skos:ConceptScheme" in section else ([], subjects)
        assert [*schemes, *concepts] == [*schemes, *sorted(concepts)]


@pytest.mark.parametrize("file", [*FILES, *EXAMPLES], ids=lambda file: file.stem)
def test_prefixes_are_those_of_the_code(file: Path) -> None:
    declared = dict(re.findall(r"^@prefix (\w+): <(.+)> \.$", file.read_text(encoding="utf-8"), re.MULTILINE))
    elements = {"dc": "http://purl.org/dc/elements/1.1/"}  # only aligned with, never used
    assert declared.items() <= {**PREFIXES, **elements}.items()


def test_alignments_go_from_our_terms_to_those_of_others(ontology: Graph) -> None:
    aligned = Graph().parse(folder("ontology") / "alignments.ttl")
    relations = {
        RDFS.subClassOf: names(ontology, OWL.Class),
        RDFS.subPropertyOf: names(ontology, OWL.ObjectProperty, OWL.DatatypeProperty),
        RDFS.seeAlso: terms(ontology),
    }
    for term, relation, other in aligned:
        assert str(term).removeprefix(QUOTH.iri) in relations[URIRef(str(relation))]
        assert not str(other).startswith(QUOTH.iri)


def test_who_said_it_is_not_whom_the_text_is_attributed_to(ontology: Graph) -> None:
    said_by = URIRef(QUOTH.saidBy.value)
    attributed = URIRef(PREFIXES["prov"] + "wasAttributedTo")
    assert attributed not in set(ontology.transitive_objects(said_by, RDFS.subPropertyOf))
    assert (None, RDFS.subPropertyOf, attributed) not in ontology


# --- JSON-LD


def context() -> dict[str, str | dict[str, str]]:
    found = json.loads((folder("ontology") / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert isinstance(found, dict)
    return found


def test_the_context_covers_every_term_and_no_other(ontology: Graph) -> None:
    mapped = {
        name: value if isinstance(value, str) else value["@id"] for name, value in context().items() if name[0] != "@"
    }
    ours = {name: iri for name, iri in mapped.items() if iri.startswith("quoth:")}
    assert ours == {name: f"quoth:{name}" for name in terms(ontology)}


def test_the_context_types_values_as_the_ontology_does(ontology: Graph) -> None:
    for name in names(ontology, OWL.ObjectProperty, OWL.DatatypeProperty):
        value = context()[name]
        type = value["@type"] if isinstance(value, dict) else None
        (*ranges,) = ontology.objects(URIRef(QUOTH[name].value), URIRef(SCHEMA + "rangeIncludes"))
        if name in names(ontology, OWL.ObjectProperty):
            assert type == ("@vocab" if set(ranges) & {SKOS.Concept, OWL.Class} else "@id"), name
        else:
            datatype = f"xsd:{str(ranges[0]).removeprefix(PREFIXES['xsd'])}"
            assert type == (None if datatype == "xsd:string" else datatype), name


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own JSON-LD parser uses it
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_goes_through_json_ld_unchanged(example: Path) -> None:
    graph = Graph().parse(example)
    written = json.loads(graph.serialize(format="json-ld", context=context()))
    assert '"@' not in json.dumps(written["@graph"]), "the context should leave plain keys and plain values"
    again = Graph().parse(data=json.dumps({**written, "@context": context()}), format="json-ld")
    assert to_isomorphic(again) == to_isomorphic(graph)


def test_compact_json_ld_reads_well() -> None:
    graph = Graph().parse(folder("ontology") / "examples" / "indirect-unresolved.ttl")
    nodes = json.loads(graph.serialize(format="json-ld", context=context()))["@graph"]
    statement = next(node for node in nodes if node.get("act") == "Warns")
    assert statement["type"] == "Statement"
    assert statement["kind"] == "Indirect"
    assert statement["speakerStatus"] == "Unresolved"
    assert statement["saidNotBefore"] == "2031-01-13"
    assert statement["reportedIn"].startswith("https://example.org/id/article/")


# --- the examples


def words_at(iri: str, text: str) -> str:
    sha256, span = read_span(iri)
    assert sha256 == hashlib.sha256(text.encode()).hexdigest()
    return span.of(text)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_the_spans_of_an_example_hold_its_words(example: Path) -> None:
    text = example.with_suffix(".txt").read_text(encoding="utf-8")
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    for subject, predicate, value in Graph().parse(example):
        values[str(subject), str(predicate).removeprefix(QUOTH.iri)].append(str(value))
    beside = {"cueSpan": "cue", "sourceSpan": "source", "figureSpan": "figureText"}
    for (node, name), spans in list(values.items()):
        if name in beside:
            assert [words_at(span, text) for span in spans] == values[node, beside[name]]
        if name == "contentSpan":
            pieces = sorted(spans, key=lambda iri: read_span(iri)[1])
            assert [PIECES.join(words_at(piece, text) for piece in pieces)] == values[node, "text"]
            assert all(quoted in values[node, "text"][0] for quoted in values[node, "quotedText"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_what_an_example_derives_is_what_the_code_derives(example: Path) -> None:
    quads = list(parse(example.read_bytes(), format=RdfFormat.TURTLE))
    links = {"saidBy", "speakerStatus", "about", "addressedTo", "relayedBy", "saidAt", "denotes"}
    written = {
        (quad.subject, quad.predicate, quad.object)
        for quad in quads
        if quad.predicate.value.removeprefix(QUOTH.iri) in links or re.search("/(actor|place)/", str(quad.subject))
    }
    made = derive.rebuild(lambda: [quads], Iris("https://example.org/id/"))
    assert {(quad.subject, quad.predicate, quad.object) for quad in made} == written


def test_the_examples_show_every_property_of_a_statement(ontology: Graph) -> None:
    shown = {str(p).removeprefix(QUOTH.iri) for example in EXAMPLES for p in Graph().parse(example).predicates()}
    statement = URIRef(QUOTH.Statement.value)
    used_on = ontology.subjects(URIRef(SCHEMA + "domainIncludes"), statement)
    assert {str(term).removeprefix(QUOTH.iri) for term in used_on} - shown == set()


# --- the page and the document


def page() -> str:
    return (folder("ontology") / "quoth.html").read_text(encoding="utf-8")


def test_the_page_is_fresh() -> None:
    made = subprocess.run([sys.executable, "-m", "kg.reference"], cwd=CHECKOUT, capture_output=True, check=True)
    assert made.stdout.decode("utf-8") == page(), "make it anew: python -m kg.reference > ontology/quoth.html"


def test_the_page_has_an_anchor_for_every_term(ontology: Graph) -> None:
    anchors = html.document_fromstring(page()).xpath("//@id")
    assert terms(ontology) <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_the_page_needs_nothing_beside_it() -> None:
    tree = html.document_fromstring(page())
    assert tree.xpath("//@src | //link | //script[not(@type='application/ld+json')]") == []
    links = tree.xpath("//a/@href")
    assert {link for link in links if not link.startswith(("#", "http"))} == set()
    assert {link[1:] for link in links if link.startswith("#")} <= set(tree.xpath("//@id"))


def model() -> str:
    return (CHECKOUT / "docs" / "model.md").read_text(encoding="utf-8")


def test_the_document_gives_every_term_with_its_meaning(ontology: Graph) -> None:
    rows = dict(re.findall(r"^\| `quoth:(\w+)` \| (.+?) \|", model(), re.MULTILINE))
    schemes = names(ontology, SKOS.ConceptScheme)
    meanings = {t: str(ontology.value(URIRef(QUOTH[t].value), SKOS.definition)) for t in terms(ontology) - schemes}
    assert rows == meanings
    assert all(f"`quoth:{scheme}`" in model() for scheme in schemes)


@pytest.mark.parametrize("query", re.findall(r"```sparql\n(.+?)```", model(), re.DOTALL))
def test_each_query_of_the_document_finds_something_in_the_examples(query: str) -> None:
    graph = Graph()
    for example in EXAMPLES:
        graph.parse(example)
    assert len(list(graph.query(query))) > 0
