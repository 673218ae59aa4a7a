"""The results of a SPARQL query, written in the standard formats as they arrive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from kg.errors import QueryError, StoreError
from kg.store.failures import explain
from kg.vocab import PREFIXES

Results = QuerySolutions | QueryBoolean | QueryTriples

ROW_FORMATS: Final = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPH_FORMATS: Final = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}

NOT_WORDS: Final = re.compile(
    r'<[^<>"{}|^`\\\s]*>'  # IRIs first: they may hold "#", which elsewhere begins a comment
    r'|"""(?:[^"\\]|\\.|"{1,2}(?!"))*"""'
    r"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|#[^\n]*",
    re.DOTALL,
)
"""What in a query is no keyword: IRIs, strings, comments."""

FROM: Final = re.compile(r"(?<![\w?$:@.-])from(?![\w:.-])", re.IGNORECASE)


def ask_engine(store: Store, query: str) -> Results:
    """The engine's answer, over the union of all graphs unless the query says FROM which.

    It may only be touched in the thread that called. Raises QueryError if the query is malformed.
    """
    union = not FROM.search(NOT_WORDS.sub(" <> ", query))
    try:
        with answering():
            return store.query(query, use_default_graph_as_union=union)
    except SyntaxError as error:
        raise QueryError(malformed(query, str(error))) from None


@contextmanager
def answering() -> Iterator[None]:
    """What goes wrong while the engine answers: QueryError if it lies in the query, StoreError if in the store."""
    try:
        yield
    except (OSError, RuntimeError, UnicodeEncodeError) as error:
        if isinstance(error, OSError) or "Corruption" in str(error):
            raise StoreError(f"cannot read from the store: {explain(error)}") from error
        raise QueryError(f"the query cannot be answered: {error}") from None


def malformed(query: str, message: str) -> str:
    """The engine's syntax error in one line: where, what was expected, and what stands there."""
    where = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not where:
        return f"the query is malformed: {' '.join(message.split())[:200]}"
    line, column = int(where[1]), int(where[2])
    lines = query.split("\n")
    rest = lines[line - 1][column - 1 :].strip()[:30] if line <= len(lines) else ""
    found = f'at "{rest}"' if rest else "at its end"
    return f"the query is malformed at line {line}, column {column}, {found}{_reason(where[3])}"


def _reason(expected: str) -> str:
    # The engine lists every token that could have gone on, which helps nobody; only its sentences say what is wrong.
    sentences = re.findall(r"(?:^expected |one of |, )([A-Z]\w+(?: [\w-]+)+)", expected)
    return f": {sentences[0]}" if sentences else ""


class _Output:
    """Passes on what is written, and remembers what went wrong: the engine's errors look the same as the output's."""

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self.failure: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._output.write(data)
        except OSError as error:
            self.failure = error
            raise

    def flush(self) -> None:
        """Nothing: who opened the output flushes it."""


def write_results(results: Results, output: BinaryIO, format: str) -> None:
    """Write the results to `output` piece by piece; raises QueryError if the format does not fit the query's form.

    What `output` raises comes through and ends the query.
    """
    formats = GRAPH_FORMATS if isinstance(results, QueryTriples) else ROW_FORMATS
    if format not in formats:
        forms = "CONSTRUCT and DESCRIBE" if isinstance(results, QueryTriples) else "SELECT and ASK"
        raise QueryError(f"results of {forms} are written as {', '.join(formats)}; not as {format}")
    guarded = _Output(output)
    try:
        with answering():
            _write(results, guarded, format)  # type: ignore[arg-type]
    finally:
        if guarded.failure:
            raise guarded.failure


def _write(results: Results, output: BinaryIO, format: str) -> None:
    if isinstance(results, QueryTriples):
        serialize(results, output, GRAPH_FORMATS[format], prefixes=PREFIXES)
    else:
        results.serialize(output, ROW_FORMATS[format])
