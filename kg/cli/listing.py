"""The articles of a store, as they are named to `quoth remove` and `quoth said --article`."""

from __future__ import annotations

import json as json_lines
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg import read
from kg.answers import ArticleAnswer, Page
from kg.cli.app import DEFAULT_DB, Db, app, messages, output
from kg.cli.asking import Day
from kg.cli.show import Texts, beginning, counted, shown
from kg.store.folder import Folder


@app.command(
    epilog="Examples:  quoth articles  ·  quoth articles --since 2022-09-01 --publisher 'Nordic Ledger' --json"
)
def articles(
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who published them: the exact name.")] = None,
    since: Day = None,
    until: Day = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List the articles of the store, newest first, each with what names it to other commands."""
    folder = Folder.open(db)
    with folder.reader() as store:
        found = _pages(partial(read.articles, store, publisher=publisher, since=since, until=until))
        if json:
            for each in found:
                typer.echo(json_lines.dumps(asdict(each), ensure_ascii=False, default=str))
        else:
            _print(list(found), folder.texts.get)


def _pages(ask: Callable[..., Page[ArticleAnswer]]) -> Iterator[ArticleAnswer]:
    """The answers of all pages."""
    after = None
    while True:
        page = ask(after=after, limit=500)
        yield from page.items
        if not (after := page.next):
            return


def _print(found: list[ArticleAnswer], texts: Texts) -> None:
    if not found:
        messages.print("There is no such article; `quoth stats` tells how many there are.")
        return
    grid = Table(expand=True, caption=counted(len(found), "article"), caption_justify="left")
    grid.add_column("Published", width=10)
    grid.add_column("Title", ratio=5, overflow="fold")
    grid.add_column("Publisher", ratio=3, overflow="fold")
    grid.add_column("URL, id or IRI", ratio=5, overflow="fold")
    grid.add_column("Statements", width=10, justify="right")
    for each in found:
        title = each.title or beginning(each.sha256, texts)
        cells = (str(each.published or "unknown"), title, each.publisher or "", each.url or each.id or each.iri)
        grid.add_row(*(Text(shown(cell)) for cell in cells), f"{each.statements:,}")
    output.print(grid)
