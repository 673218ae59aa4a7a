import datetime as dt

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store

from kg import query
from kg.errors import QueryError
from kg.vocab import XSD

EX = "http://example.org/"
A, B, C = (NamedNode(EX + name) for name in "abc")
DAY, NAME = NamedNode(EX + "day"), NamedNode(EX + "name")

TEXT = """# Which things of these names are there since a day?
#+ ?thing  IRI list optional
#+ ?since  xsd:date optional
#+ ?name   xsd:string optional
#+ ?named  flag optional
#+ ?limit  xsd:integer
PREFIX ex: <http://example.org/>
SELECT ?it ?day WHERE {
  VALUES ?it { UNDEF }  #= ?thing
  ?it ex:day ?day .
  VALUES ?since { "2024-01-02"^^<http://www.w3.org/2001/XMLSchema#date> }  #= ?since
  FILTER(?day >= ?since)  #? ?since
  VALUES ?name { "" }   #= ?name
  ?it ex:name ?name .   #? ?name
  FILTER EXISTS { ?it ex:name ?any }  #? ?named
}
ORDER BY ?it
LIMIT 10  #= ?limit
"""


@pytest.fixture
def things() -> query.Query:
    return query.parse("things", TEXT)


def ask(sparql: str) -> list[str]:
    store = Store()
    for thing, day, name in ((A, "2024-01-01", "one"), (B, "2024-01-02", 'a "b" }\n# c'), (C, "2024-01-03", None)):
        store.add(Quad(thing, DAY, Literal(day, datatype=XSD.date), DefaultGraph()))
        if name:
            store.add(Quad(thing, NAME, Literal(name), DefaultGraph()))
    found = store.query(sparql)
    assert isinstance(found, QuerySolutions)
    return [row["it"].value.removeprefix(EX) for row in found]


def test_a_header_is_read(things: query.Query) -> None:
    assert things.question == "Which things of these names are there since a day?"
    assert things.parameters[0] == query.Parameter("thing", "IRI", many=True, optional=True)
    assert things.parameters[4] == query.Parameter("limit", "xsd:integer", many=False, optional=False)


def test_lines_of_parameters_not_given_are_left_out(things: query.Query) -> None:
    bound = things.bind(limit=5)
    assert ask(bound) == ["a", "b", "c"]
    assert "FILTER" not in bound
    assert "LIMIT 5" in bound


def test_values_are_bound_inside_the_group(things: query.Query) -> None:
    assert ask(things.bind(limit=9, since=dt.date(2024, 1, 2))) == ["b", "c"]
    assert ask(things.bind(limit=9, thing=[A, C])) == ["a", "c"]
    assert ask(things.bind(limit=9, thing=B)) == ["b"]
    assert ask(things.bind(limit=1)) == ["a"]


def test_nothing_matches_an_empty_list(things: query.Query) -> None:
    assert ask(things.bind(limit=9, thing=[])) == []


def test_a_flag_keeps_its_lines(things: query.Query) -> None:
    assert ask(things.bind(limit=9, named=True)) == ["a", "b"]
    assert ask(things.bind(limit=9, named=False)) == ["a", "b", "c"]


@pytest.mark.parametrize("text", ['a "b" }\n# c', "one"])
def test_text_is_bound_as_it_is(things: query.Query, text: str) -> None:
    assert len(ask(things.bind(limit=9, name=text))) == 1


@pytest.mark.parametrize("text", ['" } ?s ?p ?o #', "\\", "x' } UNION { ?it ?p ?o", "one\u2028", "\x00"])
def test_text_is_never_read_as_sparql(things: query.Query, text: str) -> None:
    assert ask(things.bind(limit=9, name=text)) == []


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "needs \\?limit"),
        ({"limit": 1, "thign": A}, "no parameter \\?thign"),
        ({"limit": "1"}, "\\?limit takes xsd:integer"),
        ({"limit": True}, "\\?limit takes xsd:integer"),
        ({"limit": [1, 2]}, "one value"),
        ({"limit": 1, "thing": "a"}, "\\?thing takes IRI"),
        ({"limit": 1, "name": A}, "\\?name takes xsd:string"),
        ({"limit": 1, "since": dt.datetime(2024, 1, 1, tzinfo=dt.UTC)}, "not a date with a time"),
    ],
)
def test_wrong_values_are_refused(things: query.Query, values: dict[str, query.Value], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        things.bind(**values)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * {}", "must begin with a line"),
        ("# Which?\n#+ ?x date\nSELECT * {}", "in no known way"),
        ("# Which?\n#+ ?x IRI\nSELECT * {}", "must declare \\?x"),
        ("# Which?\nSELECT * {\nVALUES ?x { UNDEF } #= ?x\n}", "must declare \\?x"),
        ("# Which?\n#+ ?x IRI\nSELECT * {\n?s ?p ?x #? ?x\n}", "bind it at a line"),
        ("# Which?\n#+ ?x IRI\nSELECT * {\n?s ?p ?x #= ?x\n}", "can bind only VALUES"),
    ],
)
def test_a_header_must_fit_its_markers(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        query.parse("bad", text)


def test_an_unknown_question_is_named_with_those_there_are() -> None:
    with pytest.raises(QueryError, match=r"no question 'statments'.*statements"):
        query.load("statments")


@pytest.mark.parametrize("name", query.names())
def test_each_file_is_valid_as_it_stands_and_bound(name: str) -> None:
    loaded = query.load(name)
    examples: dict[str, query.Value] = {
        "IRI": A,
        "flag": True,
        "xsd:date": dt.date(2024, 1, 1),
        "xsd:string": "x",
        "xsd:integer": 3,
    }
    every = {parameter.name: examples[parameter.type] for parameter in loaded.parameters}
    needed = {p.name: every[p.name] for p in loaded.parameters if not p.optional}
    assert loaded.question.endswith("?")
    for text in (loaded.text, loaded.bind(**every), loaded.bind(**needed)):
        assert isinstance(Store().query(text), QuerySolutions)
