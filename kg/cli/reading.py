"""Articles into the store and out of it: add, remove, reextract, rebuild."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from kg.cli.app import DEFAULT_DB, Db, Extractor, Inputs, Processes, app, complain, messages
from kg.cli.progress import report
from kg.errors import InputError
from kg.extract import DEFAULT
from kg.model import Article
from kg.sources import Metadata, metadata_from, read
from kg.store.folder import Folder

Url = Annotated[str | None, typer.Option("--url", help="Where the article stands on the web.")]
Id = Annotated[str | None, typer.Option("--id", help="What the article is known by, if it has no URL.")]
Title = Annotated[str | None, typer.Option("--title", help="Its headline.")]
Published = Annotated[
    str | None, typer.Option("--published", help="The day, or day, time and zone, on which it was published.")
]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Who published it.")]
Author = Annotated[list[str] | None, typer.Option("--author", help="Who wrote it; may be given more than once.")]
Language = Annotated[str | None, typer.Option("--language", help="Its language, as in “en”.")]
TranslatedFrom = Annotated[str | None, typer.Option("--translated-from", help="The language it was translated from.")]


@app.command(
    epilog="Examples:  quoth add articles/  ·  quoth add page.html --url https://example.org/a  ·  "
    "curl … | quoth add - --published 2022-09-21"
)
def add(
    inputs: Inputs,
    db: Db = DEFAULT_DB,
    base: Annotated[str | None, typer.Option("--base", help="Where the IRIs of a new store hang.")] = None,
    extractor: Extractor = DEFAULT,
    processes: Processes = None,
    url: Url = None,
    id: Id = None,
    title: Title = None,
    published: Published = None,
    publisher: Publisher = None,
    author: Author = None,
    language: Language = None,
    translated_from: TranslatedFrom = None,
) -> None:
    """Read articles into the store.

    The same article again changes nothing; another text under the same URL or id replaces the old one.
    """
    from kg.load import Library

    overrides = metadata_from(
        {
            "url": url,
            "id": id,
            "title": title,
            "published": published,
            "publisher": publisher,
            "authors": author,
            "language": language,
            "translated_from": translated_from,
        }
    )
    unread: list[InputError] = []
    with Library.open(db, base) as library:
        report(library.add(readable(inputs, overrides, unread), extractor, processes))
    if unread:
        raise typer.Exit(InputError.exit_code)


@app.command(epilog="Example:  quoth reextract --extractor rules")
def reextract(extractor: Extractor = DEFAULT, db: Db = DEFAULT_DB, processes: Processes = None) -> None:
    """Read the archived articles again, with another extractor or a newer one."""
    from kg.load import Library

    with Library.open(db, create=False) as library:
        report(library.reextract(extractor, processes))


@app.command(epilog="Examples:  quoth remove https://example.org/a  ·  quoth remove id:1234")
def remove(
    articles: Annotated[list[str], typer.Argument(help="URLs, ids, hashes of texts, or IRIs.", show_default=False)],
    db: Db = DEFAULT_DB,
) -> None:
    """Take articles out of the store, with exactly what rested on them."""
    from kg.load import Library

    with Library.open(db, create=False) as library:
        for iri in dict.fromkeys([library.find(article) for article in articles]):
            library.remove(iri)
            messages.print(f"removed {iri.value}", markup=False)


@app.command(epilog="Example:  quoth rebuild")
def rebuild(db: Db = DEFAULT_DB) -> None:
    """Make who is who anew from the evidence: actors, places, and the links to them."""
    from kg.load import Library

    with Library.open(db, create=False) as library:
        removed, added = library.rebuild()
    messages.print(f"rebuilt: {removed:,} triples went, {added:,} came")


def readable(inputs: Iterable[str], overrides: Metadata, unread: list[InputError]) -> Iterator[Article]:
    """The articles that can be read; the others are named at once and kept in `unread`."""
    for outcome in read(inputs, overrides=overrides):
        if isinstance(outcome, InputError):
            unread.append(outcome)
            complain(outcome)
        else:
            yield outcome


@app.command(epilog="Example:  quoth compact")
def compact(db: Db = DEFAULT_DB) -> None:
    """Write the store's files anew, in about three fifths of the space; worth it after much was added."""
    before, after = Folder.open(db).compact()
    messages.print(f"compacted: {before / 1e6:,.1f} MB became {after / 1e6:,.1f} MB")
