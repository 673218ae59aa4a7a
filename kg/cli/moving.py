"""Datasets out of the store and into it: export, import."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import DEFAULT_DB, Db, app, complain, messages
from kg.cli.progress import bar
from kg.cli.show import counted
from kg.errors import StoreMissing
from kg.export import export as write_dataset
from kg.imports import base_of
from kg.store.folder import Folder


class Format(StrEnum):
    """What a dataset can be written as."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    CSV = "csv"


@app.command(
    epilog="Example:  quoth export --format turtle --out dataset --base https://data.example.org/id/ "
    "--licence https://creativecommons.org/licenses/by/4.0/"
)
def export(
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write; an earlier export is replaced.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="What to write.")] = Format.TURTLE,
    base: Annotated[str | None, typer.Option("--base", help="Where the IRIs of the dataset shall hang.")] = None,
    licence: Annotated[str | None, typer.Option("--licence", help="Its licence: an IRI or an SPDX identifier.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the dataset is called.")] = None,
    db: Db = DEFAULT_DB,
) -> None:
    """Write the store as a dataset: sorted, described, with checksums; the same articles give the same bytes."""
    folder = Folder.open(db)
    about = {"base": base, "licence": licence, "title": title}
    with folder.reader() as store, bar("graphs") as progress:
        done = write_dataset(store, out, format.value, texts=folder.texts.get, progress=progress, **about)
    for warning in done.warnings:
        complain(f"warning: {warning}")
    messages.print(
        f"{out}: {counted(len(done.files), 'file')}, {counted(done.articles, 'article')}, "
        f"{counted(done.statements, 'statement')}, {counted(done.triples, 'triple')}",
        markup=False,
    )


@app.command("import", epilog="Example:  quoth import dataset/dataset.trig --db copy")
def bring(
    files: Annotated[list[Path], typer.Argument(help="TriG or N-Quads files of an export.", show_default=False)],
    db: Db = DEFAULT_DB,
    base: Annotated[
        str | None,
        typer.Option("--base", help="Where the IRIs of a new store hang.", show_default="as in the dataset"),
    ] = None,
) -> None:
    """Bring an exported dataset in: all of it, or nothing. The archived texts do not come with it."""
    from kg.load import Library

    with Library.open(db, base or _base(db, files[0])) as library:
        done = library.bring(files)
    messages.print(
        f"{counted(done.articles, 'article')}, {done.replaced:,} of them there before; "
        f"{counted(done.statements, 'statement')}"
    )


def _base(db: Path, dataset: Path) -> str | None:
    """The base of the store, or of the dataset that a new one is made for."""
    try:
        return Folder.open(db).base
    except StoreMissing:
        return base_of(dataset)
