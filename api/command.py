"""The command `quoth` with `quoth serve` added: the only place where command line and service meet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import app, run
from kg.cli.app import DEFAULT_DB, Db


@app.command(epilog="Example:  quoth serve --db quoth-db --port 8000")
def serve(
    db: Db = DEFAULT_DB,
    host: Annotated[str, typer.Option("--host", help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 8000,
) -> None:
    """Answer over HTTP: REST, SPARQL, and the IRIs of the graph."""
    from api.server import serve as listen  # FastAPI takes half a second to import; other commands never need it
    from api.settings import Settings

    listen(Settings.from_environment(db=Path(db)), host, port)


def main() -> None:
    """The entry point."""
    run()
