"""Who said what, printed and stored nowhere: as JSON Lines, in the terminal, or as a page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import Extractor, Inputs, app, complain, messages, output
from kg.cli.reading import readable
from kg.cli.show import counted
from kg.errors import InputError, OutputError
from kg.explain import Explained, page, shown
from kg.explain import explain as explained
from kg.extract import DEFAULT
from kg.model import AnnotatedArticle
from kg.sources import Metadata
from kg.store.files import write_whole


@app.command(
    epilog="Examples:  quoth extract articles/ | jq '.statements[].text'  ·  quoth extract article.txt --explain  ·  "
    "quoth extract articles/ --html said.html"
)
def extract(
    inputs: Inputs,
    extractor: Extractor = DEFAULT,
    attitudes: Annotated[bool, typer.Option("--attitudes", help="Print wishes, intentions and feelings too.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the articles with sources, cues and contents marked instead.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write the articles, so marked, into this file as a page instead.")
    ] = None,
) -> None:
    """Print who said what as JSON Lines, one article a line, storing nothing."""
    from kg.extract import extract as read_statements
    from kg.extract.jsonl import record

    unread: list[InputError] = []
    found = _named((read_statements(each, extractor) for each in readable(inputs, Metadata(), unread)), unread)
    if explain or html:
        _show((explained(each, attitudes) for each in found), explain, html)
    else:
        for each in found:
            typer.echo(json.dumps(record(each, attitudes=attitudes), ensure_ascii=False))
    if unread:
        raise typer.Exit(InputError.exit_code)


def _named(articles: Iterable[AnnotatedArticle], unread: list[InputError]) -> Iterator[AnnotatedArticle]:
    """The articles; those that were skipped are named at once and put to `unread`."""
    for each in articles:
        if each.skipped:
            unread.append(InputError(f"{each.article.path or each.article.key}: {each.skipped}"))
            complain(unread[-1])
        yield each


def _show(articles: Iterable[Explained], in_terminal: bool, html: Path | None) -> None:
    kept = []
    for article in articles:
        if in_terminal:
            output.print(*shown(article), sep="\n")
        if html:
            kept.append(article)
    if html and kept:
        write_page(html, page(kept))
        messages.print(f"{html}: {counted(len(kept), 'article')}", markup=False)


def write_page(file: Path, html: str) -> None:
    """Put a page into a file, whole or not at all; raises OutputError."""
    try:
        write_whole(file, html.encode("utf-8"))
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror or error}") from None
