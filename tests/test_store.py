"""What every store does: one body of tests over the store on disk, the one in memory, and a snapshot of the first."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import QueryError, StoreError
from kg.rdf import value
from kg.store import ReadStore, WriteStore, embedded
from kg.store.folder import Folder
from kg.store.memory import MemoryStore

BASE = "http://localhost:8000/id/"
ONE, TWO = NamedNode(f"{BASE}graph/evidence/1"), NamedNode(f"{BASE}graph/evidence/2")
ANN, SAID = NamedNode(f"{BASE}actor/ann"), NamedNode("https://w3id.org/quoth/ontology#said")
WORDS = 'a "quoted"\nline \\u0022 with \t everything \x00 \U0001f600 « »'


def quad(words: str, graph: NamedNode = ONE) -> Quad:
    return Quad(ANN, SAID, Literal(words), graph)


def words(store: ReadStore) -> list[str]:
    return sorted(value(q).value for q in store.quads(subject=ANN))


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[WriteStore]:
    writer = MemoryStore(BASE) if request.param == "memory" else Folder.create(tmp_path / "db", BASE).writer()
    with writer:
        yield writer


@pytest.fixture(params=["disk", "memory", "snapshot"])
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ReadStore]:
    folder = Folder.create(tmp_path / "db", BASE)
    with MemoryStore(BASE) if request.param == "memory" else folder.writer() as writer:
        writer.commit(add=[quad("one"), quad("two"), quad("three", TWO)])
        writer.snapshot()
        if request.param != "snapshot":
            yield writer
            return
    with folder.reader() as reader:
        yield reader


def test_select_sees_the_union_of_all_graphs(filled: ReadStore) -> None:
    rows = filled.select("SELECT ?o ?missing { ?s ?p ?o } ORDER BY ?o")
    assert rows == [{"o": Literal("one")}, {"o": Literal("three")}, {"o": Literal("two")}]


def test_from_limits_a_query_to_the_graphs_it_names(filled: ReadStore) -> None:
    assert filled.select(f"SELECT ?o FROM {TWO} {{ ?s ?p ?o }}") == [{"o": Literal("three")}]
    assert len(filled.select('SELECT ?o { ?s ?p ?o FILTER(?o != "from <a:b>") } # FROM <a:b>')) == 3


def test_ask(filled: ReadStore) -> None:
    assert filled.ask('ASK { ?s ?p "one" }')
    assert not filled.ask('ASK { ?s ?p "four" }')


def test_quads_match_every_position(filled: ReadStore) -> None:
    assert len(list(filled.quads())) == 3
    assert len(list(filled.quads(ANN, SAID, graph=ONE))) == 2
    assert list(filled.quads(object=Literal("three"))) == [quad("three", TWO)]
    assert list(filled.quads(subject=SAID)) == []


def test_graphs_are_named(filled: ReadStore) -> None:
    assert sorted(filled.graphs(), key=str) == [ONE, TWO]
    assert filled.base == BASE


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_rows_are_written_in_every_format(filled: ReadStore, format: str) -> None:
    output = io.BytesIO()
    filled.write_results("SELECT ?o { ?s ?p ?o }", output, format)
    assert all(word in output.getvalue().decode() for word in ("one", "two", "three"))


def test_json_and_csv_read_back(filled: ReadStore) -> None:
    output = io.BytesIO()
    filled.write_results("SELECT ?o { ?s ?p ?o } ORDER BY ?o", output, "json")
    assert [b["o"]["value"] for b in json.loads(output.getvalue())["results"]["bindings"]] == ["one", "three", "two"]
    output = io.BytesIO()
    filled.write_results("SELECT ?o { ?s ?p ?o } ORDER BY ?o", output, "csv")
    assert list(csv.reader(io.StringIO(output.getvalue().decode()))) == [["o"], ["one"], ["three"], ["two"]]


@pytest.mark.parametrize(("format", "read"), [("turtle", RdfFormat.TURTLE), ("ntriples", RdfFormat.N_TRIPLES)])
def test_graphs_are_written_in_every_format(filled: ReadStore, format: str, read: RdfFormat) -> None:
    output = io.BytesIO()
    filled.write_results("CONSTRUCT WHERE { ?s ?p ?o }", output, format)
    assert {t.triple for t in parse(output.getvalue(), format=read)} == {q.triple for q in filled.quads()}
    assert format != "turtle" or b"quoth:said" in output.getvalue()


def test_yes_and_no_are_written(filled: ReadStore) -> None:
    output = io.BytesIO()
    filled.write_results("ASK {}", output, "json")
    assert json.loads(output.getvalue())["boolean"] is True


@pytest.mark.parametrize(
    ("query", "format"), [("SELECT * {}", "turtle"), ("DESCRIBE <a:b>", "json"), ("ASK {}", "parquet")]
)
def test_a_format_that_does_not_fit_is_refused_before_anything_is_written(
    filled: ReadStore, query: str, format: str
) -> None:
    output = io.BytesIO()
    with pytest.raises(QueryError, match=f"not as {format}"):
        filled.write_results(query, output, format)
    assert output.getvalue() == b""


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x {\n ?x ?y ?z", r"line 2, column 10, at its end"),
        ("SELECT * {\n ?s ?p foo:bar }", r"line 2, column 15, at \"}\": Prefix not found"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", r"line 1, column 10"),
        ("", r"line 1, column 1"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", r"a variable that is unbound"),
        ('SELECT ("\ud800" AS ?x) {}', r"cannot be answered: .*surrogates"),
        ("SELECT (<http://example.org/f>(1) AS ?x) {}", r"cannot be answered: .*is not supported"),
        ("ASK {}", r"not a SELECT"),
    ],
)
def test_a_query_that_is_wrong_is_refused_in_one_line(filled: ReadStore, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as refused:
        filled.select(query)
    assert "\n" not in str(refused.value)


def test_ask_wants_an_ask(filled: ReadStore) -> None:
    with pytest.raises(QueryError, match="not an ASK"):
        filled.ask("SELECT * {}")


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_what_the_output_raises_comes_through(filled: ReadStore, query: str) -> None:
    class Gone(io.BytesIO):
        def write(self, data: object) -> int:
            raise BrokenPipeError("the reader went away")

    with pytest.raises(BrokenPipeError, match="went away"):
        filled.write_results(query, Gone(), "turtle" if query.startswith("C") else "csv")


def test_a_closed_store_says_so(filled: ReadStore) -> None:
    filled.close()
    filled.close()
    with pytest.raises(StoreError, match="closed"):
        filled.ask("ASK {}")


def test_a_commit_drops_then_removes_then_adds(store: WriteStore) -> None:
    store.commit(add=[quad("old"), quad("kept"), quad("gone", TWO), quad("stays", TWO)])
    store.commit(drop=[ONE], remove=[quad("gone", TWO)], add=[quad("kept"), quad("new")])
    assert words(store) == ["kept", "new", "stays"]


def test_what_is_both_removed_and_added_stays(store: WriteStore) -> None:
    store.commit(add=[quad("one")])
    store.commit(remove=[quad("one")], add=[quad("one")])
    assert words(store) == ["one"]


def test_dropping_and_removing_what_is_not_there_is_no_error(store: WriteStore) -> None:
    store.commit(add=[quad("one")])
    store.commit(drop=[TWO], remove=[quad("two"), quad("one", TWO)])
    assert words(store) == ["one"]


def test_a_graph_that_lost_its_last_quad_is_no_graph(store: WriteStore) -> None:
    store.commit(add=[quad("one"), quad("two", TWO)])
    store.commit(remove=[quad("two", TWO)])
    assert list(store.graphs()) == [ONE]
    store.commit(drop=[ONE])
    assert list(store.graphs()) == []


def test_any_words_come_back_as_they_were(store: WriteStore) -> None:
    store.commit(add=[quad(WORDS)])
    assert words(store) == [WORDS]
    store.commit(remove=[quad(WORDS)], add=[quad(WORDS + "!")])
    assert words(store) == [WORDS + "!"]


def test_literals_that_the_store_rewrites_are_still_removed_and_replaced(store: WriteStore) -> None:
    number = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    written, kept = (Quad(ANN, SAID, Literal(text, datatype=number), ONE) for text in ("01", "1"))
    store.commit(add=[written])
    store.commit(remove=[written], add=[kept])
    assert list(store.quads()) == [kept]
    store.commit(remove=[kept], add=[written])
    assert list(store.quads()) == [kept]
    store.commit(drop=[ONE], add=[written])
    assert list(store.quads()) == [kept]


def test_a_graph_with_blank_nodes_is_replaced(store: WriteStore) -> None:
    listed = [Quad(ANN, SAID, BlankNode("x"), ONE), Quad(BlankNode("x"), SAID, Literal("one"), ONE)]
    store.commit(add=[*listed, quad("two"), quad("three", TWO)])
    store.commit(drop=[ONE], add=[*listed[:1], quad("two")])
    assert len(list(store.quads(graph=ONE))) == 2
    assert len(list(store.quads(graph=TWO))) == 1


def test_a_commit_that_cannot_be_done_wholly_is_not_done_at_all(store: WriteStore) -> None:
    blank = Quad(ANN, SAID, BlankNode("x"), ONE)
    store.commit(add=[blank, quad("one"), quad("two", TWO)])
    with pytest.raises(StoreError, match="cannot write to the store"):
        # The graph could go, a blank node cannot be removed singly.
        store.commit(drop=[TWO], remove=list(store.quads(graph=ONE)), add=[quad("three")])
    assert len(list(store.quads())) == 3


def test_an_error_of_who_gives_the_quads_comes_through_and_nothing_is_stored(
    store: WriteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(many: int) -> Iterator[Quad]:
        yield from (quad(str(number)) for number in range(many))
        raise KeyError("broken")

    monkeypatch.setattr(embedded, "BULK", 10)
    for many in (5, 20):
        with pytest.raises(KeyError, match="broken"):
            store.commit(add=broken(many))
    assert list(store.quads()) == []


def test_many_quads_are_added_as_a_whole(store: WriteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "BULK", 10)
    store.commit(add=(quad(f"{number:02}") for number in range(25)))
    store.commit(drop=[ONE], add=(quad(f"{number:02}") for number in range(5, 35)))
    assert words(store) == [f"{number:02}" for number in range(5, 35)]


def test_the_version_changes_with_what_is_answered_and_only_then(store: WriteStore) -> None:
    first = store.snapshot()
    assert store.version == store.snapshot() == first
    store.commit()
    store.commit(drop=[TWO], remove=[quad("none")])
    assert store.snapshot() == first
    store.commit(add=[quad("one")])
    assert store.version != first
    second = store.snapshot()
    assert second not in (first, None)
    store.commit(drop=[ONE], add=[quad("one")])
    assert store.version == store.snapshot() == second


def test_a_log_that_grew_is_flushed_and_nothing_is_lost(store: WriteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "FLUSH_EVERY", 2)
    for number in range(7):
        store.commit(add=[quad(str(number))])
    store.snapshot()
    assert len(words(store)) == 7


def test_a_forked_process_is_refused(filled: ReadStore, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: parent + 1)
    with pytest.raises(StoreError, match="spawn"):
        filled.ask("ASK {}")
