"""Loads the questions of kg/queries and completes them; the only code that completes SPARQL.

A question is a file that is valid SPARQL on its own. Its first line asks it in words, its header declares what can be
bound, and a marker at the end of a line says what becomes of that line:

    # What did these actors say since a day?
    #+ ?by     IRI list
    #+ ?since  xsd:date optional
    #+ ?limit  xsd:integer
    SELECT ?statement WHERE {
      VALUES ?by { UNDEF }                              #= ?by
      ?statement quoth:saidBy ?by ; quoth:date ?date .
      VALUES ?since { "2022-09-01"^^xsd:date }          #= ?since
      FILTER(?date >= ?since)                           #? ?since
    }
    LIMIT 50                                            #= ?limit

`#= ?x`: the terms given for ?x replace what the line's VALUES, LIMIT or OFFSET has. `#? ?x`: the line stands as it is.
Either is left out where an optional ?x is not given. A `flag` binds nothing: it is given as True and only keeps lines.
Terms are written by pyoxigraph, so no value is ever read as SPARQL.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.vocab import PREFIXES, XSD, Term

FOLDER: Final = Path(__file__).parent / "queries"
DECLARED: Final = re.compile(
    r"#\+ \?(?P<name>\w+)\s+(?P<type>IRI|flag|xsd:\w+)(?P<many> list)?(?P<optional> optional)?\s*"
)
MARKED: Final = re.compile(r"(?P<code>.*?)\s*#(?P<mark>[=?]) \?(?P<name>\w+)\s*")
BOUND: Final = re.compile(r"(?P<before>\s*VALUES \?\w+ \{ ).*(?P<after> \})|(?P<word>LIMIT |OFFSET )\d+")

Value = NamedNode | Literal | str | int | dt.date
"""What can be bound: a term, or a value of Python that stands for one (str → plain string, date → xsd:date)."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question declares: `type` is "IRI" or the literal's datatype; `many` takes a collection."""

    name: str
    type: str
    many: bool
    optional: bool

    def terms(self, given: Value | Collection[Value]) -> list[Term]:
        """The given values as terms of this parameter's type; raises QueryError for anything else."""
        if self.type == "flag":
            return []
        if isinstance(given, NamedNode | Literal | str | int | dt.date):
            terms = [term(given)]
        elif self.many:
            terms = [term(value) for value in given]
        else:
            raise QueryError(f"?{self.name} takes one value, not several")
        for each in terms:
            if kind(each) != self.type:
                raise QueryError(f"?{self.name} takes {self.type}, not {each}")
        return terms


@dataclass(frozen=True, slots=True)
class Query:
    """One question: how it reads in words, what can be bound, and its SPARQL as it stands in the file."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, **values: Value | Collection[Value] | None) -> str:
        """The SPARQL with the values bound; None, and False for a flag, count as not given.

        Raises QueryError for a parameter that is unknown, missing, or of another type than declared.
        """
        given = {name: value for name, value in values.items() if value is not None and value is not False}
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given.keys() - known.keys():
            raise QueryError(f"the question {self.name!r} has no parameter ?{name}")
        for name, parameter in known.items():
            if name not in given and not parameter.optional:
                raise QueryError(f"the question {self.name!r} needs ?{name}")
        terms = {name: known[name].terms(value) for name, value in given.items()}
        lines = (_completed(line, terms) for line in self.text.splitlines())
        return "\n".join(line for line in lines if line is not None)


def term(value: Value) -> Term:
    """The RDF term for a value."""
    if isinstance(value, NamedNode | Literal):
        return value
    if isinstance(value, dt.datetime):
        raise QueryError(f"bind a date, not a date with a time: {value}")
    if isinstance(value, dt.date):
        return Literal(value.isoformat(), datatype=XSD.date)
    return Literal(value)


def kind(value: Term) -> str:
    """What a declaration calls a term of this sort: "IRI" or "xsd:date"."""
    if isinstance(value, NamedNode):
        return "IRI"
    return value.datatype.value.replace(PREFIXES["xsd"], "xsd:")


def _completed(line: str, terms: dict[str, list[Term]]) -> str | None:
    marked = MARKED.fullmatch(line)
    if not marked:
        return line
    given = terms.get(marked["name"])
    if given is None:
        return None
    if marked["mark"] == "?":
        return marked["code"]
    return _bound(marked["code"], given)


def _bound(code: str, terms: list[Term]) -> str:
    found = BOUND.fullmatch(code)
    assert found, "parse() has seen to it"
    if found["word"]:
        return f"{found['word']}{int(terms[0].value)}"
    return f"{found['before']}{' '.join(map(str, terms))}{found['after']}"


def parse(name: str, text: str) -> Query:
    """The question in a file's text; raises QueryError where header and markers don't fit each other."""
    lines = text.splitlines()
    if not lines or not lines[0].startswith("# "):
        raise QueryError(f"the question {name!r} must begin with a line '# <question in words>'")
    parameters = [_declared(name, line) for line in lines if line.startswith("#+")]
    declared = {parameter.name for parameter in parameters}
    markers = [found for found in map(MARKED.fullmatch, lines) if found]
    bound = {found["name"] for found in markers if found["mark"] == "="}
    marked = {found["name"] for found in markers}
    flags = {parameter.name for parameter in parameters if parameter.type == "flag"}
    if any(found["mark"] == "=" and not BOUND.fullmatch(found["code"]) for found in markers):
        raise QueryError(
            f"the question {name!r} can bind only VALUES ?x {{ … }}, LIMIT and OFFSET, each on a line of its own"
        )
    for odd in (declared - bound - flags) | (declared - marked) | (marked - declared):
        raise QueryError(f"the question {name!r} must declare ?{odd}, and bind it at a line marked '#= ?{odd}'")
    return Query(name, lines[0].removeprefix("# "), tuple(parameters), text)


def _declared(name: str, line: str) -> Parameter:
    found = DECLARED.fullmatch(line)
    if not found:
        raise QueryError(f"the question {name!r} declares a parameter in no known way: {line}")
    return Parameter(found["name"], found["type"], bool(found["many"]), bool(found["optional"]))


@cache
def load(name: str) -> Query:
    """The question kg/queries/{name}.rq; raises QueryError if there is none."""
    path = FOLDER / f"{name}.rq"
    if name not in names():
        raise QueryError(f"there is no question {name!r}; there are {', '.join(names())}")
    return parse(name, path.read_text(encoding="utf-8"))


def names() -> list[str]:
    """The names of all questions, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.rq"))
