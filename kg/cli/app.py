"""The application, the options that commands share, and how errors are shown."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from kg import __version__
from kg.errors import QuothError

app = typer.Typer(
    name="quoth",
    help="Who said what, where it was printed, and how we know.",
    epilog="Exit codes: 0 all right · 1 something else · 2 wrong usage · 3 unreadable input · 4 bad query · "
    "5 not found · 6 refused or not verbatim · 7 the store · 8 cannot write. Each command shows examples with --help.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Db = Annotated[
    Path,
    typer.Option("--db", envvar="QUOTH_DB", help="The folder of the store.", show_default="./quoth-db"),
]
STOPPED = 130
"""The exit code after Ctrl-C."""

DEFAULT_DB = Path("quoth-db")
Inputs = Annotated[
    list[str], typer.Argument(help="Files (.txt, .html, .jsonl), folders, or - for standard input.", show_default=False)
]
Extractor = Annotated[str, typer.Option("--extractor", help="What reads the articles: network (trained) or rules.")]
Processes = Annotated[
    int | None, typer.Option("--processes", "-j", min=1, help="How many processes read.", show_default="all cores")
]

# Without emoji: ":date:" of an IRI or a text stays as it is written.
output = Console(highlight=False, soft_wrap=False, emoji=False)
messages = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", envvar="QUOTH_DEBUG", help="Show tracebacks.")] = False,
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Who said what, where it was printed, and how we know."""
    if debug:
        os.environ["QUOTH_DEBUG"] = "1"


def complain(error: Exception | str) -> None:
    """One line on standard error; nothing in it is taken for markup."""
    messages.print(f"quoth: {error}", markup=False)


def run() -> None:
    """The command `quoth`: runs the application; what went wrong is one line and an exit code."""
    try:
        app()
    except QuothError as error:
        _end(error, str(error), error.exit_code)
    except BrokenPipeError:
        # The reader of our output left (`quoth said | head`); point it elsewhere, so that the interpreter's last
        # flush has nothing to complain of.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except SystemExit as end:
        # Typer turns Ctrl-C into this exit, without a word.
        if end.code == STOPPED:
            complain("stopped; what was stored is whole")
        raise
    except Exception as error:  # noqa: BLE001  the last line of defence; --debug shows where it came from
        _end(error, f"unexpected {type(error).__name__}: {error}; `quoth --debug …` shows where", 1)


def _end(error: BaseException, line: str, code: int) -> None:
    if os.environ.get("QUOTH_DEBUG"):
        traceback.print_exception(error)
    complain(" ".join(line.split()))
    raise SystemExit(code) from None
