"""The SPARQL 1.1 Protocol, asked over HTTP of a running service."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pyoxigraph as ox
import pytest
from api_data import Service, beds, many, put, running

WORDS = "PREFIX quoth: <https://w3id.org/quoth/ontology#> SELECT ?t { ?s quoth:text ?t } ORDER BY ?t"
TRIPLES = "PREFIX quoth: <https://w3id.org/quoth/ontology#> CONSTRUCT { ?s quoth:text ?t } WHERE { ?s quoth:text ?t }"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("sparql")
    put(folder / "db", beds(), many(40))
    with running(folder / "db", folder / "log", sparql_max_length=2000) as found:
        yield found


@pytest.fixture
def client(service: Service) -> httpx.Client:
    return service.client


def ask(client: httpx.Client, query: str, accept: str = "*/*", **headers: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept, **headers})


def test_get_and_both_kinds_of_post_answer_alike(client: httpx.Client) -> None:
    answers = [
        ask(client, WORDS),
        client.post("/sparql", data={"query": WORDS}),
        client.post("/sparql", content=WORDS, headers={"Content-Type": "application/sparql-query; charset=utf-8"}),
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    found = answers[0].json()["results"]["bindings"]
    assert len(found) == 42
    assert {"type": "literal", "value": "=cmd|' /C calc'!A0"} in [row["t"] for row in found]


@pytest.mark.parametrize(
    ("accept", "media_type", "begins"),
    [
        ("*/*", "application/sparql-results+json", b'{"head"'),
        ("application/json", "application/json", b'{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv; charset=utf-8", b"t\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b"?t\n"),
        ("text/csv;q=0.1, application/xml", "application/xml", b"<?xml"),
    ],
)
def test_rows_come_in_the_standard_formats(client: httpx.Client, accept: str, media_type: str, begins: bytes) -> None:
    answer = ask(client, WORDS, accept)
    assert answer.headers["content-type"] == media_type
    assert answer.content.startswith(begins)
    assert b"We need 1,200 beds in Norrby." in answer.content


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples"])
@pytest.mark.parametrize("form", ["CONSTRUCT", "DESCRIBE"])
def test_graphs_come_in_the_standard_formats(client: httpx.Client, form: str, accept: str) -> None:
    query = TRIPLES if form == "CONSTRUCT" else f"DESCRIBE ?s {WORDS.partition('SELECT ?t')[2].partition(' ORDER')[0]}"
    answer = ask(client, "PREFIX quoth: <https://w3id.org/quoth/ontology#> " * (form == "DESCRIBE") + query, accept)
    assert answer.headers["content-type"].startswith(accept)
    format = ox.RdfFormat.from_media_type(accept)
    found = {quad.object for quad in ox.parse(answer.content, format)}
    assert ox.Literal("We need 1,200 beds in Norrby.") in found


def test_ask_is_answered(client: httpx.Client) -> None:
    assert ask(client, "ASK { ?s ?p ?o }").json()["boolean"] is True
    assert ask(client, "ASK { ?s ?s ?s }").json()["boolean"] is False


def test_a_format_that_does_not_fit_the_form_is_refused(client: httpx.Client) -> None:
    for query, accept in ((WORDS, "text/turtle"), (TRIPLES, "text/csv")):
        answer = ask(client, query, accept)
        assert (answer.status_code, answer.json()["type"].rpartition("#")[2]) == (406, "not-acceptable")


def test_the_default_graph_is_all_graphs_unless_the_query_says_otherwise(client: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) {} {{ ?s ?p ?o }}"
    whole, actors, nothing = (
        int(ask(client, count.format(source), "text/csv").text.split()[1])
        for source in ("", "FROM <http://localhost:8000/id/graph/actors>", "FROM <http://nowhere/>")
    )
    assert whole > actors > nothing == 0


def test_the_documented_example_is_answered(client: httpx.Client) -> None:
    (example, *_) = client.get("/openapi.json").json()["paths"]["/sparql"]["get"]["parameters"]
    rows = ask(client, example["example"], "text/csv")
    assert rows.status_code == 200
    assert len(rows.text.splitlines()) > 1


def refusals() -> list[tuple[dict[str, Any], int, str]]:
    return [
        ({}, 400, "Exactly one query"),
        ({"params": {"query": ["ASK{}", "ASK{}"]}}, 400, "2 were given"),
        ({"params": {"query": ""}}, 400, "not a SPARQL query"),
        ({"params": {"query": "SELECT * {"}}, 400, "malformed at line 1, column 11"),
        ({"params": {"query": "SELECT * { ?s nope:x ?o }"}}, 400, "malformed"),
        ({"params": {"query": "ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}}, 400, "SERVICE is refused"),
        ({"params": {"query": "DROP ALL"}}, 400, "DROP is an update"),
        ({"params": {"query": "ASK " + "{" * 300 + "}" * 300}}, 400, "nested more than 200 deep"),
        ({"params": {"query": "ASK {} #" + "x" * 2000}}, 400, "at most 2000"),
        ({"params": {"query": "ASK{}", "default-graph-uri": "http://x/"}}, 400, "default-graph-uri isn't read"),
        ({"params": {"query": "ASK{}", "named-graph-uri": "http://x/"}}, 400, "named-graph-uri isn't read"),
        ({"params": {"query": "ASK{}", "format": "json"}}, 400, 'no parameter "format"'),
        ({"data": {"update": "DROP ALL"}}, 400, "Updates are refused"),
        ({"data": {"query": "ASK{}"}, "params": {"query": "ASK{}"}}, 400, "2 were given"),
        ({"content": "ASK{}", "headers": {"Content-Type": "text/plain"}}, 415, "not text/plain"),
        ({"content": "DROP ALL", "headers": {"Content-Type": "application/sparql-update"}}, 415, "sparql-update"),
        ({"content": b"ASK{}"}, 415, "without type"),
        ({"content": b"ASK{\xff}", "headers": {"Content-Type": "application/sparql-query"}}, 400, "not UTF-8"),
        ({"content": b"query=ASK%7B%FF%7D", "headers": {"Content-Type": FORM}}, 400, "not UTF-8"),
        ({"content": b"x" * 30_000, "headers": {"Content-Type": "application/sparql-query"}}, 413, "longer than 24000"),
    ]


@pytest.mark.parametrize(("given", "status", "words"), refusals())
def test_what_cannot_be_asked_is_a_problem_that_says_why(
    client: httpx.Client, given: dict[str, Any], status: int, words: str
) -> None:
    method = "POST" if given.keys() & {"data", "content"} else "GET"
    answer = client.request(method, "/sparql", **given)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]


def test_the_answers_tag_names_snapshot_and_form(client: httpx.Client) -> None:
    first, other = ask(client, WORDS), ask(client, WORDS, "text/csv")
    snapshot = client.get("/healthz").json()["snapshot"]
    assert snapshot in first.headers["etag"]
    assert first.headers["etag"] != other.headers["etag"]
    again = ask(client, WORDS, **{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    posted = client.post("/sparql", data={"query": WORDS}, headers={"If-None-Match": first.headers["etag"]})
    assert posted.status_code == 200


def test_what_changes_from_run_to_run_has_no_tag(client: httpx.Client) -> None:
    assert "etag" not in ask(client, "SELECT (RAND() AS ?r) {}").headers


def test_a_large_result_arrives_whole(client: httpx.Client) -> None:
    query = "SELECT ?a ?b { ?a ?p ?x . ?b ?q ?y } LIMIT 20000"
    answer = ask(client, query)
    assert len(answer.content) > 2_000_000
    assert len(json.loads(answer.content)["results"]["bindings"]) == 20000
