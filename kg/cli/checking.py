"""Is everything as it must be: validate, verify, quarantine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import Quad, RdfFormat, parse

from kg.cli.app import DEFAULT_DB, Db, Extractor, app, messages, output
from kg.cli.progress import report
from kg.errors import InputError, ValidationFailed
from kg.store.folder import Folder
from kg.validate import Validator, reference
from kg.verify import verify as verify_store

quarantine = typer.Typer(
    name="quarantine",
    help="Articles that were refused, with the reason.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
app.add_typer(quarantine)
FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS, ".nt": RdfFormat.N_TRIPLES}


@app.command(epilog="Examples:  quoth validate  ·  quoth validate export/*.ttl --report report.ttl")
def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Turtle, TriG or N-Quads files; none for the store.", show_default=False)
    ] = None,
    report_file: Annotated[
        Path | None, typer.Option("--report", help="Write the W3C validation report there, as Turtle.")
    ] = None,
    warnings: Annotated[
        bool, typer.Option("--warnings", help="Show what is wanted too, not only what must hold.")
    ] = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Check the store, or files, against the shapes."""
    quads = [quad for file in files for quad in _parsed(file)] if files else list(Folder.open(db).reader().quads())
    found = reference(quads) if report_file else Validator().check(quads)
    if report_file:
        report_file.write_text(found.turtle or "", encoding="utf-8")
    for result in found.results if warnings else found.violations:
        output.print(str(result), markup=False)
    messages.print(f"{len(quads):,} triples: {len(found.violations):,} violations, {len(found.warnings):,} warnings")
    if not found.conforms:
        raise typer.Exit(ValidationFailed.exit_code)


def _parsed(file: Path) -> Iterator[Quad]:
    kind = FORMATS.get(file.suffix.lower())
    if kind is None:
        raise InputError(f"{file}: unknown kind of file; checked are {', '.join(FORMATS)}")
    try:
        for found in parse(path=file, format=kind):
            yield Quad(found.subject, found.predicate, found.object, found.graph_name)
    except SyntaxError as error:
        raise InputError(f"{file}: not valid {kind.name}: {error}") from None
    except OSError as error:
        raise InputError(f"{file}: {error.strerror or error}") from None


@app.command(epilog="Example:  quoth verify")
def verify(db: Db = DEFAULT_DB) -> None:
    """Check that the words of every statement stand in the archived texts, at their characters."""
    folder = Folder.open(db)
    problems = 0
    for problem in verify_store(folder.reader(), folder.texts.get):
        problems += 1
        output.print(str(problem), markup=False)
    if problems:
        messages.print(f"{problems:,} problems")
        raise typer.Exit(ValidationFailed.exit_code)
    messages.print("every statement stands verbatim in its archived text")


@quarantine.command("list")
def list_refused(db: Db = DEFAULT_DB) -> None:
    """List the refused articles."""
    refused = Folder.open(db).quarantine.list()
    for record in refused:
        output.print(f"{record['id']}  {record['time'][:19]}  {record['where']}  {record['reasons'][0]}", markup=False)
    messages.print(f"{len(refused):,} in quarantine")


@quarantine.command("show")
def show_refused(id: str, db: Db = DEFAULT_DB) -> None:
    """Show why an article was refused, with the whole report."""
    record = Folder.open(db).quarantine.get(id)
    output.print(
        "\n".join([record["iri"], record["where"], *record["reasons"], "", record["w3c_report"]]), markup=False
    )


@quarantine.command("retry")
def retry(
    ids: Annotated[list[str] | None, typer.Argument(help="Which; none for all.", show_default=False)] = None,
    extractor: Extractor = "rules",
    db: Db = DEFAULT_DB,
) -> None:
    """Try again to store refused articles, say with a newer version."""
    from kg.load import Library

    with Library.open(db, create=False) as library:
        report(library.retry(ids or None, extractor))
