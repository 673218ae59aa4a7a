"""Questions to the store: said, query, stats."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TextIO

import typer

from kg import read
from kg.answers import Filters, StatementAnswer
from kg.cli import show
from kg.cli.app import DEFAULT_DB, Db, app, messages, output
from kg.errors import QueryError
from kg.model import SpeechAct, StatementKind
from kg.sparql import with_prefixes
from kg.store import ReadStore
from kg.store.folder import Folder

Name = "An IRI, or (the beginning of a word of) a name."


def day(written: str) -> dt.date:
    """A day of an option; raises BadParameter."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no day; give one such as 2022-09-25") from None


Day = Annotated[dt.date | None, typer.Option(parser=day, metavar="YYYY-MM-DD")]


@app.command(
    epilog="Examples:  quoth said --by volkov --about mobilization --since 2022-09-01 --kind direct  ·  "
    "quoth said --act denies --context  ·  quoth said --by unresolved --json"
)
def said(
    by: Annotated[str | None, typer.Option("--by", help=f"Who said it. {Name} “unresolved” for nobody known.")] = None,
    about: Annotated[
        str | None, typer.Option("--about", help=f"Whom, where or what it mentions. {Name} Or words of the text.")
    ] = None,
    words: Annotated[str | None, typer.Option("--words", "-q", help="Words that stand in it.")] = None,
    kind: Annotated[StatementKind | None, typer.Option("--kind", help="How it is reported.")] = None,
    act: Annotated[SpeechAct | None, typer.Option("--act", help="What is done by saying it.")] = None,
    since: Day = None,
    until: Day = None,
    article: Annotated[str | None, typer.Option("--article", help="Where it is printed: an IRI or a URL.")] = None,
    place: Annotated[str | None, typer.Option("--place", help=f"Where it was said. {Name}")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for all.")] = 50,
    context: Annotated[bool, typer.Option("--context", help="Show the paragraph around each.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Show who said what, where it was printed and when."""
    if json and csv:
        raise typer.BadParameter("choose one of --json and --csv")
    filters = Filters(by, about, words, kind, act, since, until, article, place)
    folder = Folder.open(db)
    with folder.reader() as store:
        found = _all(store, filters, limit)
        if json:
            show.as_json(found)
        elif csv:
            show.as_csv(found)
        else:
            _print(list(found), folder.texts.get, context)


def _all(store: ReadStore, filters: Filters, limit: int) -> Iterator[StatementAnswer]:
    """The answers of as many pages as it takes; 0 for no limit."""
    after, left = None, limit
    while True:
        page = read.statements(store, filters, after=after, limit=min(left, 500) if limit else 500)
        yield from page.items
        after, left = page.next, left - len(page.items)
        if not after or (limit and left <= 0):
            return


def _print(answers: list[StatementAnswer], texts: show.Texts, context: bool) -> None:
    if not answers:
        messages.print("Nobody is reported to have said such a thing; `quoth stats` tells what there is.")
    elif context:
        for answer in answers:
            output.print(show.in_context(answer, texts))
    else:
        output.print(show.table(answers, texts))


@app.command(
    epilog="Examples:  quoth query 'SELECT ?name { ?a a quoth:Person ; rdfs:label ?name }'  ·  "
    "quoth query --file question.rq --format csv  ·  quoth query - < question.rq"
)
def query(
    sparql: Annotated[
        str | None, typer.Argument(help="The query, or - for standard input.", show_default=False)
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", exists=True, dir_okay=False, help="A file with the query.")
    ] = None,
    format: Annotated[
        show.Format | None,
        typer.Option("--format", help="How to print the answer.", show_default="table, or turtle for a graph"),
    ] = None,
    db: Db = DEFAULT_DB,
) -> None:
    """Ask the graph in SPARQL; the prefixes of Quoth need not be declared."""
    if (sparql is None) == (file is None):
        raise typer.BadParameter("give the query as an argument, as - for standard input, or with --file")
    text = _read(file) if file else _read(sys.stdin) if sparql == "-" else str(sparql)
    with Folder.open(db).reader() as store:
        show.results(store, with_prefixes(text), format)


def _read(source: Path | TextIO) -> str:
    """The text of a query; raises QueryError if it cannot be read."""
    try:
        return source.read_text(encoding="utf-8") if isinstance(source, Path) else source.read()
    except UnicodeDecodeError as error:
        raise QueryError(f"the query is not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except OSError as error:
        raise QueryError(f"the query cannot be read: {error.strerror}; check its file") from None


@app.command(epilog="Example:  quoth stats --db quoth-db")
def stats(db: Db = DEFAULT_DB) -> None:
    """Tell how much the store holds."""
    with Folder.open(db).reader() as store:
        output.print(show.stats(read.stats(store)))
