"""What the guard refuses, and what it must let through."""

from __future__ import annotations

import contextlib

import pytest

from kg.errors import QueryError
from kg.sparql import MAX_NESTING, check, with_prefixes

PROLOGUE = "PREFIX : <http://e/> PREFIX ex: <http://e/> PREFIX service: <http://e/> "


def checked(query: str) -> str:
    return check(query, max_length=50_000).form


# Each of these makes the engine fetch something over HTTP, or would if it were let through.
CALLS = [
    "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://x/> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<http://x/> { ?s ?p ?o } }",
    "SELECT * { SERVICE?x { ?s ?p ?o } }",
    "SELECT * { BIND(1 AS ?x)SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { SERVICEex: { ?s ?p ?o } }",
    "SELECT * { SERVICE:x { ?s ?p ?o } }",
    "SELECT * { service:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICEex:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'x'^^<http://x#string>SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o #comment\rSERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o #comment\nSERVICE#\n<http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?o<1)SERVICE#>\n <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?o<1)SERVICE?x#>\n { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?o<'>')SERVICE <http://x/> { ?s ?p ?o } BIND(\"'\" AS ?z) } #\"",
    "SELECT * { FILTER(?a<(1>0) && ?o<'>')SERVICE ?x { ?s ?p ?o } BIND(\"'\" AS ?z) } #\"",
    "SELECT * { FILTER(?o<<ex:b> && ?o<'>')SERVICE ?x { ?s ?p ?o } BIND(\"'\" AS ?z) } #\"",
]


@pytest.mark.parametrize("query", CALLS)
def test_a_call_of_another_server_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        checked(PROLOGUE + query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a ex:Service }",
        "SELECT $SERVICE { $SERVICE ?p ?o }",
        "SELECT * { ?s service:of service:x . service:x ex:service ?o }",
        "SELECT * { GRAPH service:g { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'SERVICE <http://x/> { }' }",
        "SELECT * { ?s ?p '''it's SERVICE <http://x/> {''' , \"\"\"SERVICE <http://x/> {\"\"\" }",
        "SELECT * { ?s ?p 'quoted \\' SERVICE <http://x/> {' }",
        "SELECT * { ?s ?p ?o # SERVICE <http://x/> { ?s ?p ?o }\n }",
        "SELECT * { ?s <http://x/service/SERVICE> <http://x/service#x> }",
        "SELECT * { VALUES (?x ?y) { (<http://x#a> <http://x/service#b>) } ?s ?service 'it''s' }",
        "SELECT * { ?s ?p ?o FILTER(?o<3&&?o>1) FILTER(?service < ?o) }",
        "SELECT * { ?s ?p 'x'@service }",
        "SELECT * { ?s ?p '' , \"\" , '''''' , \"a'b\" }",
    ],
)
def test_the_word_service_alone_is_no_call(query: str) -> None:
    assert checked(PROLOGUE + query) == "SELECT"


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("ask{}", "ASK"),
        ("SELECTDISTINCT*{}", "SELECT"),
        ("# LOAD\nPREFIX load: <http://x/> BASE <http://y/> VERSION '1.2' DESCRIBE load:x", "DESCRIBE"),
        ("construct where {?s ?p ?o}", "CONSTRUCT"),
    ],
)
def test_the_form_is_read_past_the_prologue(query: str, form: str) -> None:
    assert checked(query) == form


@pytest.mark.parametrize(
    "query",
    [
        "LOAD <http://x/>",
        "INSERT DATA { <a> <b> <c> }",
        "PREFIX select: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "drop all",
        "WITH <http://x/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "CLEAR ALL",
    ],
)
def test_updates_are_refused(query: str) -> None:
    with pytest.raises(QueryError, match="is an update"):
        checked(query)


@pytest.mark.parametrize("query", ["", "   ", "# SELECT", "hello", "{}", "'SELECT'", "?SELECT", "\x00"])
def test_what_is_no_query_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        checked(query)


@pytest.mark.parametrize("bracket", ["(", "{", "[", "<<", "({["])
def test_nesting_is_bounded(bracket: str) -> None:
    depth = MAX_NESTING // len(bracket.replace("<<", "("))
    assert checked("SELECT * " + bracket * depth) == "SELECT"
    with pytest.raises(QueryError, match="nested more than 200 deep"):
        checked("SELECT * " + bracket * (depth + 1))


def test_brackets_that_nest_nothing_are_not_counted() -> None:
    assert checked("SELECT * {" + "[]" * 1000 + "'" + "(" * 1000 + "' #" + "{" * 1000 + "\n}") == "SELECT"


def test_length_is_bounded() -> None:
    with pytest.raises(QueryError, match="has 31 characters; at most 30"):
        check("SELECT * {?s ?p ?o} # " + "x" * 9, max_length=30)


def test_an_open_quotation_mark_is_refused() -> None:
    with pytest.raises(QueryError, match="never closed"):
        checked("SELECT * { ?s ?p 'x }")


def test_what_answers_differently_each_time_is_known() -> None:
    assert check("SELECT (now() AS ?n) {}", max_length=99).volatile
    assert not check("SELECT ?now { ?s ?p 'NOW()' }", max_length=99).volatile


@pytest.mark.parametrize(
    "piece",
    ["a-", "a.", "<", ":", "''' \\", "'''\\", '"""\\"', "service#", "(?a<'> service#", "?a<#", "@a-", "1e", "\\", "'"],
)
def test_hostile_text_is_read_without_backtracking(piece: str) -> None:
    # Were a pattern quadratic or worse in such text, this would take from minutes to for ever.
    text = "SELECT (?a<'> " + piece * (49_000 // len(piece))
    with contextlib.suppress(QueryError):
        assert check(text, max_length=50_000).form == "SELECT"


def test_prefixes_are_declared_where_they_are_used_and_not_declared() -> None:
    assert with_prefixes("ASK { ?s a quoth:Person }").startswith("PREFIX quoth: <https://w3id.org/quoth/ontology#> ASK")
    assert with_prefixes("PREFIX quoth: <http://x/> ASK { ?s a quoth:Person }").startswith("PREFIX quoth: <http://x/>")
    assert with_prefixes('ASK { ?s ?p "quoth:Person" } # skos:') == 'ASK { ?s ?p "quoth:Person" } # skos:'
    assert with_prefixes("ASK { ?s my:own ?o }") == "ASK { ?s my:own ?o }"
