"""The gate: what is refused, with which message, and that the compiled checks and pySHACL never disagree."""

import re
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg import model
from kg.errors import InputError
from kg.resources import folder
from kg.store.memory import MemoryStore
from kg.validate import Report, Result, Severity, Validator, reference, shapes
from kg.vocab import ONTOLOGY_GRAPH, PREFIXES, QUOTH, RDF, RDFS, SCHEMA, SKOS, SPAN, XSD, Iris, code

ROOT = Path(__file__).parents[1]
REFUSED = sorted((ROOT / "tests/refused").glob("*.*.ttl"))
EXAMPLES = [ROOT / "tests/refused/accepted.ttl", *sorted((ROOT / "ontology/examples").glob("*.ttl"))]
SHAPES = shapes.read(folder("shapes"))
IRIS = Iris()
COMPILED = Validator()


def quads(path: Path) -> list[Quad]:
    return [Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in parse(path=path)]


def iri(prefixed: str) -> str:
    prefix, _, name = prefixed.partition(":")
    return PREFIXES[prefix] + name


def constraints_in_force() -> set[tuple[str, str]]:
    """Each constraint that can give a result: those of shapes with a target, and of their properties."""
    checked = [shape for shape in SHAPES.values() if shape.has_target]
    for shape in checked:
        checked += [SHAPES[name] for name in shape.properties]
    return {(shape.iri, name) for shape in checked for name, _ in shape.constraints}


def header(path: Path) -> tuple[list[tuple[str, str]], str, str]:
    """What a refused file says of itself: its constraint and those it cannot help to break, severity, message."""
    lines = [line[2:] for line in path.read_text().splitlines() if line.startswith("# ")]
    named = [(iri(shape), name.removeprefix("sh:")) for shape, name in map(str.split, lines[:-1])]
    severity, _, message = lines[-1].partition(": ")
    return named, severity, message


def found(report: Report, severity: str) -> set[tuple[str, str]]:
    """What was found of this severity; warnings only count where nothing is violated."""
    results = report.violations if severity == Severity.VIOLATION else report.results
    return {(result.shape, result.constraint) for result in results}


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_each_constraint_refuses_its_file_and_says_what_to_do(path: Path) -> None:
    expected, severity, message = header(path)
    report = COMPILED.check(quads(path))

    assert path.name.startswith(f"{expected[0][0].rpartition('#')[2]}.{expected[0][1]}.")
    assert found(report, severity) == set(expected)
    assert message in {result.message for result in report.results if (result.shape, result.constraint) == expected[0]}
    assert report.conforms == (severity != Severity.VIOLATION)


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_pyshacl_refuses_the_same_files_for_the_same_reasons(path: Path) -> None:
    assert COMPILED.check(quads(path)) == reference(quads(path))


def test_no_constraint_is_without_its_refused_file() -> None:
    assert {header(path)[0][0] for path in REFUSED} == constraints_in_force()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_good_graphs_are_accepted_by_both(path: Path) -> None:
    report = COMPILED.check(quads(path))

    assert report.conforms, report.text()
    assert report == reference(quads(path))


def test_the_accepted_graph_uses_every_property_that_the_shapes_know() -> None:
    used = {quad.predicate.value for quad in quads(EXAMPLES[0])}

    assert {shape.path for shape in SHAPES.values() if shape.path} <= used


VALUES: list[NamedNode | Literal] = [
    NamedNode("http://example.org/x"),
    NamedNode(f"{IRIS.base}place/osterby-00000002"),
    QUOTH.Mixed,
    QUOTH.Unresolved,
    Literal(""),
    Literal("x", language="en"),
    *(Literal(value, datatype=XSD.integer) for value in ("5", "-1", "+05", "x")),
    *(Literal(value, datatype=XSD.decimal) for value in ("0.5", "-200", "200", ".5", "x", "1e3")),
    *(Literal(value, datatype=XSD.date) for value in ("2030-01-01", "2033-01-01", "2031-02-30", "2031-04-02Z", "x")),
    *(Literal(value, datatype=XSD.dateTime) for value in ("2031-01-01T00:00:00Z", "2031-01-01T00:00:00", "2031-01-01")),
    Literal("0.5", datatype=XSD.double),
    Literal("x", datatype=QUOTH.unknown),
]
TYPES = [QUOTH[name] for name in ("Person", "Group", "Document", "Place", "Statement", "Quotation", "UnnamedSource")]


class Damaged(list[Quad]):
    """Quads that don't print at length when a test fails."""

    def __repr__(self) -> str:
        return f"{len(self)} quads"


@st.composite
def damaged(draw: st.DrawFn) -> Damaged:
    """A good graph after a few blows: triples dropped, added or given other values, nodes given other types."""
    graph = quads(draw(st.sampled_from(EXAMPLES)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(graph) - 1))
        hit = graph[at]
        blow = draw(st.sampled_from(["drop", "add", "replace", "type", "move", "swap"]))
        value = draw(st.sampled_from([*VALUES, *(quad.object for quad in graph if quad.predicate == hit.predicate)]))
        subject = draw(st.sampled_from(graph)).subject
        if blow in ("drop", "replace", "swap"):
            del graph[at]
        if blow in ("add", "replace"):
            graph.append(Quad(hit.subject, hit.predicate, value, hit.graph_name))
        elif blow == "type":
            graph.append(Quad(hit.subject, RDF.type, draw(st.sampled_from([*TYPES, SCHEMA.Quotation])), hit.graph_name))
        elif blow in ("move", "swap"):
            graph.append(Quad(subject, hit.predicate, hit.object, hit.graph_name))
    return Damaged(graph)


@settings(max_examples=150, deadline=None, derandomize=True, phases=[Phase.generate])
@given(graph=damaged())
def test_compiled_checks_and_pyshacl_find_the_same_in_damaged_graphs(graph: Damaged) -> None:
    assert COMPILED.check(graph) == reference(graph)


def test_a_triple_in_two_graphs_counts_once() -> None:
    twice = [
        Quad(q.subject, q.predicate, q.object, graph)
        for q in quads(EXAMPLES[0])
        for graph in (IRIS.actors_graph, IRIS.decisions_graph)
    ]

    assert COMPILED.check(twice) == COMPILED.check(quads(EXAMPLES[0])) == reference(twice)


def test_subclasses_count_where_the_data_name_them() -> None:
    graph = quads(EXAMPLES[0])
    ship = QUOTH.Ship
    graph += [
        Quad(ship, RDFS.subClassOf, QUOTH.Vessel, DefaultGraph()),
        Quad(QUOTH.Vessel, RDFS.subClassOf, QUOTH.Place, DefaultGraph()),
        Quad(NamedNode("http://example.org/odd"), RDF.type, ship, DefaultGraph()),
    ]
    report = COMPILED.check(graph)

    assert "https://w3id.org/quoth/shapes#Place-iri" in {result.shape for result in report.violations}
    assert report == reference(graph)


DAY, MOMENT = XSD.date, XSD.dateTime


@pytest.mark.parametrize(
    ("start", "end", "allowed"),
    [
        (Literal("2031-03-01", datatype=DAY), Literal("2031-03-01", datatype=DAY), True),
        (Literal("2031-02-28", datatype=DAY), Literal("2031-03-01", datatype=DAY), True),
        (Literal("2031-03-02", datatype=DAY), Literal("2031-03-01", datatype=DAY), False),
        (Literal("2031-03-01", datatype=DAY), Literal("2031-04-01T00:00:00Z", datatype=MOMENT), False),
        (Literal("2031-03-01T00:00:00", datatype=MOMENT), Literal("2031-04-01T00:00:00Z", datatype=MOMENT), False),
        (Literal("2031-02-30", datatype=DAY), Literal("2031-03-01", datatype=DAY), False),
        (Literal("2031-03-01Z", datatype=DAY), Literal("2031-03-02", datatype=DAY), True),
        (Literal("March"), Literal("2031-03-01", datatype=DAY), False),
    ],
)
def test_a_period_ends_no_earlier_than_it_starts(start: Literal, end: Literal, allowed: bool) -> None:
    ends = {QUOTH.saidNotBefore: start, QUOTH.saidNotAfter: end}
    graph = [Quad(q.subject, q.predicate, ends.get(q.predicate, q.object), q.graph_name) for q in quads(EXAMPLES[0])]
    broken = (iri("qsh:Statement-saidNotBefore"), "lessThanOrEquals")

    assert (broken not in found(COMPILED.check(graph), Severity.VIOLATION)) == allowed
    assert COMPILED.check(graph) == reference(graph)


def test_a_blank_node_is_not_taken_for_an_iri() -> None:
    article = NamedNode(f"{IRIS.base}article/00000000000000a1")
    graph = [*quads(EXAMPLES[0]), Quad(article, QUOTH.url, BlankNode("b"), DefaultGraph())]
    graph = [q for q in graph if q.predicate != QUOTH.url or isinstance(q.object, BlankNode)]

    assert found(COMPILED.check(graph), "violation") == {(iri("qsh:Article-url"), "nodeKind")}
    assert found(reference(graph), "violation") == {(iri("qsh:Article-url"), "nodeKind")}


def test_triple_terms_are_refused_in_plain_words() -> None:
    inner = Triple(QUOTH.a, QUOTH.b, QUOTH.c)
    graph = [Quad(QUOTH.a, QUOTH.about, inner, DefaultGraph())]

    for check in (COMPILED.check, reference):
        with pytest.raises(InputError, match="a triple within a triple"):
            check(graph)


def test_reference_gives_the_w3c_report_as_turtle() -> None:
    path = ROOT / "tests/refused/Article-textHash.minCount.ttl"
    report = reference(quads(path))

    assert report.turtle is not None
    results = {
        t.object
        for t in parse(report.turtle, format=RdfFormat.TURTLE)
        if t.predicate.value == f"{PREFIXES['sh']}sourceShape"
    }
    assert results == {
        NamedNode(f"{PREFIXES['qsh']}Article-textHash"),
        NamedNode(f"{PREFIXES['qsh']}Article-date-wanted"),
    }


def stored(extra: Quad | None = None) -> MemoryStore:
    """The accepted graph in a store, each triple in its graph."""
    article = NamedNode(f"{IRIS.base}article/00000000000000a1")
    derived = {"saidBy", "speakerStatus", "about", "addressedTo", "relayedBy", "saidAt", "denotes"}
    add = [extra] if extra else []
    for quad in quads(EXAMPLES[0]):
        graph = IRIS.evidence_graph(article)
        if str(quad.subject).startswith((f"<{IRIS.base}actor/", f"<{IRIS.base}place/")):
            graph = IRIS.actors_graph
        elif quad.predicate.value.rpartition("#")[2] in derived:
            graph = IRIS.derived_graph(article)
        add.append(Quad(quad.subject, quad.predicate, quad.object, graph))
    store = MemoryStore(IRIS.base)
    store.commit(add=add)
    return store


def test_a_store_is_checked_article_by_article_with_the_actors_they_point_to() -> None:
    reports = dict(COMPILED.check_store(stored()))

    assert list(reports) == [f"{IRIS.base}graph/evidence/00000000000000a1", f"{IRIS.base}graph/actors"]
    assert all(report.conforms for report in reports.values())


def test_a_faulty_actor_is_reported_once_and_with_the_actors() -> None:
    ada = NamedNode(f"{IRIS.base}actor/ada-lund-00000001")
    reports = dict(COMPILED.check_store(stored(Quad(ada, RDFS.label, Literal("Ada"), IRIS.actors_graph))))

    at_fault = [name for name, report in reports.items() for result in report.violations]
    assert at_fault == [f"{IRIS.base}graph/actors"]


def test_report_reads_as_lines_with_violations_first() -> None:
    def result(severity: Severity, focus: str, value: str | None) -> Result:
        return Result(
            severity, focus, QUOTH.text.value, value, f"{PREFIXES['qsh']}Statement-text", "datatype", "Mend it."
        )

    report = Report((result(Severity.WARNING, "http://a", None), result(Severity.VIOLATION, "http://b", '"x"@en')))

    assert report.text().splitlines() == [
        'violation: http://b quoth:text: Mend it. (found "x"@en) [qsh:Statement-text]',
        "warning: http://a quoth:text: Mend it. [qsh:Statement-text]",
    ]
    assert not report.conforms
    assert Report(report.warnings).conforms


# The shapes themselves


def test_every_shape_that_gives_results_says_what_to_do() -> None:
    named = {shape for shape, _ in constraints_in_force()}

    assert [name for name in sorted(named) if not SHAPES[name].message.endswith(".")] == []


def test_shapes_have_no_blank_nodes() -> None:
    terms = [
        term
        for path in shapes.files(folder("shapes"))
        for triple in parse(path=path)
        for term in (triple.subject, triple.object)
    ]

    assert [term for term in terms if isinstance(term, BlankNode)] == []


def allowed(shape: str) -> set[str]:
    (members,) = [members for name, members in SHAPES[PREFIXES["qsh"] + shape].constraints if name == "in"]
    assert isinstance(members, tuple)
    return {str(member) for member in members}


def concepts(scheme: str) -> set[str]:
    files = sorted(folder("ontology").glob("*.ttl"))
    triples = [triple for path in files for triple in parse(path=path)]
    return {t.subject.value for t in triples if t.predicate == SKOS.inScheme and t.object == QUOTH[scheme]}


@pytest.mark.parametrize(
    ("shape", "values", "scheme"),
    [
        ("Statement-kind", model.StatementKind, "StatementKinds"),
        ("Statement-act", model.SpeechAct, "SpeechActs"),
        ("Statement-medium", model.Medium, "Media"),
        ("Statement-polarity", model.Polarity, "Polarities"),
        ("Statement-stance", model.Stance, "Stances"),
        ("Statement-datePrecision", model.DatePrecision, "DatePrecisions"),
        ("Chain-sourceKind", model.SourceKind, "SourceKinds"),
        ("Statement-speakerStatus", ["unresolved"], "SpeakerStatuses"),
    ],
)
def test_code_lists_of_shapes_ontology_and_model_are_the_same(shape: str, values: list[str], scheme: str) -> None:
    assert allowed(shape) == {code(value).value for value in values} == concepts(scheme)


def test_chain_types_are_those_of_the_model() -> None:
    types = {code(value).value for value in model.EntityType}

    assert allowed("Chain-chainType") == types | {QUOTH.UnnamedSource.value}


def test_shapes_speak_of_terms_that_the_ontology_defines() -> None:
    files = sorted(folder("ontology").glob("*.ttl"))
    defined = {t.subject.value for path in files for t in parse(path=path)}
    words = re.findall(r"quoth:\w+", "".join(path.read_text() for path in shapes.files(folder("shapes"))))

    assert {iri(word) for word in words} - defined == set()
    assert ONTOLOGY_GRAPH.value in defined


SPANS = [*(f"/text/{'a' * n}#char={where}" for n in (63, 64) for where in ("0,1", "1,", "-1,2", "0,1;x")), "/texts/"]


@pytest.mark.parametrize("tail", SPANS)
def test_the_pattern_of_a_span_is_that_of_the_vocabulary(tail: str) -> None:
    (pattern,) = [value for name, value in SHAPES[iri("qsh:Statement-cueSpan")].constraints if name == "pattern"]
    assert isinstance(pattern, Literal)
    span = f"http://localhost:8000/id{tail}"

    assert bool(re.search(pattern.value, span)) == bool(SPAN.fullmatch(span))


# What the compiled checks don't honour, they refuse at start

SHAPE = "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property ex:P . ex:P a sh:PropertyShape ; sh:path ex:p ; "


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        (SHAPE + "sh:uniqueLang true .", "ex/P: sh:uniqueLang is not among"),
        (SHAPE + "sh:pattern 'x' ; sh:flags 'i' .", "ex/P: sh:flags is not among"),
        (SHAPE + "sh:nodeKind sh:Literal .", "ex/P: sh:nodeKind must be sh:IRI"),
        (SHAPE + "sh:datatype ex:odd .", "ex/P: sh:datatype must be one of"),
        (SHAPE + "sh:hasValue 'x' .", "ex/P: expected an IRI"),
        (SHAPE + "sh:minCount ex:x .", "ex/P: expected a literal"),
        (SHAPE + "sh:minCount 1.5 .", "ex/P: expected a whole number"),
        (SHAPE + "sh:severity ex:Bad .", "ex/P: sh:severity must be one of"),
        (SHAPE + "sh:in ex:list .", "not a well-formed list"),
        (SHAPE + "sh:not ex:S .", "ex/S: leads back to itself"),
        (SHAPE + "sh:not ex:missing .", "no file in the folder of shapes says what it is"),
        ("ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ] .", "give it an IRI and the type"),
        (
            "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:maxCount 1 .",
            "sh:maxCount belongs to a property shape",
        ),
        ("ex:P a sh:PropertyShape ; sh:path ex:q . ex:q sh:inversePath ex:p .", "give it an IRI and the type"),
        ("ex:P a sh:PropertyShape ; sh:path ex:q . ex:q rdf:first ex:p .", "composed paths"),
        ("ex:S a sh:NodeShape ; sh:targetNode ex:n .", "sh:targetNode is not among"),
        ("ex:S a sh:NodeShape", "shapes.ttl: not readable as Turtle"),
    ],
)
def test_more_shacl_than_is_honoured_is_refused_at_start(turtle: str, message: str, tmp_path: Path) -> None:
    prefixes = f"@prefix sh: <{PREFIXES['sh']}> . @prefix rdf: <{PREFIXES['rdf']}> . @prefix ex: <http://ex/> .\n"
    (tmp_path / "shapes.ttl").write_text(prefixes + turtle)

    with pytest.raises(InputError, match=re.escape(message)):
        Validator(tmp_path)


def test_a_folder_without_shapes_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no shapes here"):
        Validator(tmp_path)
