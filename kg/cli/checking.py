"""Is everything as it must be: validate, verify, quarantine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import Quad, RdfFormat, parse

from kg.cli.app import DEFAULT_DB, Db, Extractor, app, messages, output
from kg.cli.progress import report
from kg.cli.show import counted
from kg.errors import InputError, OutputError, ValidationFailed
from kg.extract import DEFAULT
from kg.sources.folder import explain
from kg.store.folder import Folder
from kg.validate import Report, Severity, Validator, reference
from kg.verify import verify as verify_store

quarantine = typer.Typer(
    name="quarantine",
    help="Articles that were refused, with the reason.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
app.add_typer(quarantine)
FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS, ".nt": RdfFormat.N_TRIPLES}


@app.command(epilog="Examples:  quoth validate  ·  quoth validate dataset/dataset.trig --report report.ttl")
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
    counts = Counter[Severity]()
    for found in _reports(files, db, report_file):
        counts.update(result.severity for result in found.results)
        for result in found.results if warnings else found.violations:
            output.print(str(result), markup=False, soft_wrap=True)
    violations, wanted = counts[Severity.VIOLATION], sum(counts.values()) - counts[Severity.VIOLATION]
    messages.print(f"{counted(violations, 'violation')}, {counted(wanted, 'warning')}")
    if violations:
        raise typer.Exit(ValidationFailed.exit_code)


def _reports(files: list[Path] | None, db: Path, report_file: Path | None) -> Iterator[Report]:
    """The store is checked article by article; files, and whatever the W3C report is asked for, as one graph."""
    if not files and not report_file:
        with Folder.open(db).reader() as store:
            yield from (report for _, report in Validator().check_store(store))
        return
    quads = [quad for file in files for quad in _parsed(file)] if files else _stored(db)
    if report_file:
        found = reference(quads)
        _write(report_file, found.turtle or "")
        yield found
    else:
        yield Validator().check(quads)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror}") from None


def _stored(db: Path) -> list[Quad]:
    with Folder.open(db).reader() as store:
        return list(store.quads())


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
        raise InputError(f"{file}: {explain(error)}") from None


@app.command(epilog="Example:  quoth verify")
def verify(db: Db = DEFAULT_DB) -> None:
    """Check that the words of every statement stand in the archived texts, at their characters."""
    folder = Folder.open(db)
    problems = 0
    with folder.reader() as store:
        for problem in verify_store(store, folder.texts.get):
            problems += 1
            output.print(str(problem), markup=False, soft_wrap=True)
    if problems:
        messages.print(counted(problems, "problem"))
        raise typer.Exit(ValidationFailed.exit_code)
    messages.print("every statement stands verbatim in its archived text")


@quarantine.command("list", epilog="Example:  quoth quarantine list")
def list_refused(db: Db = DEFAULT_DB) -> None:
    """List the refused articles."""
    refused = Folder.open(db).quarantine.list()
    for record in refused:
        output.print(
            f"{record['id']}  {record['time'][:19]}  {record['where']}  {record['reasons'][0]}",
            markup=False,
            soft_wrap=True,
        )
    messages.print(f"{len(refused):,} in quarantine")


@quarantine.command("show", epilog="Example:  quoth quarantine show 65ba2eac05218263")
def show_refused(
    id: Annotated[str, typer.Argument(help="Its id, as the list shows it.", show_default=False)], db: Db = DEFAULT_DB
) -> None:
    """Show why an article was refused, with the whole report."""
    record = Folder.open(db).quarantine.get(id)
    lines = [record["iri"], record["where"], *record["reasons"], "", record["details"]]
    output.print("\n".join(lines).rstrip(), markup=False, soft_wrap=True)


@quarantine.command("drop", epilog="Example:  quoth quarantine drop 65ba2eac05218263")
def drop(
    ids: Annotated[list[str], typer.Argument(help="Their ids, as the list shows them.", show_default=False)],
    db: Db = DEFAULT_DB,
) -> None:
    """Forget refused articles, text and all."""
    refused = Folder.open(db).quarantine
    for id in ids:
        refused.remove(id)
        messages.print(f"dropped {id}", markup=False)


@quarantine.command("retry", epilog="Examples:  quoth quarantine retry  ·  quoth quarantine retry 65ba2eac05218263")
def retry(
    ids: Annotated[list[str] | None, typer.Argument(help="Which; none for all.", show_default=False)] = None,
    extractor: Extractor = DEFAULT,
    db: Db = DEFAULT_DB,
) -> None:
    """Try again to store refused articles, say with a newer version."""
    from kg.load import Library

    with Library.open(db, create=False) as library:
        report(library.retry(ids or None, extractor))
