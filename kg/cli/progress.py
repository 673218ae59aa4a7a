"""What long work shows while it goes on, and what it says at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import typer
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from kg.cli.app import complain, messages
from kg.cli.show import counted
from kg.errors import ValidationFailed
from kg.load import Fate, Outcome


def report(outcomes: Iterable[Outcome]) -> None:
    """Follow the outcomes, name what was refused, sum up; exits with 6 if anything was refused."""
    fates: Counter[Fate] = Counter()
    statements = 0
    for outcome in followed(outcomes):
        fates[outcome.fate] += 1
        statements += outcome.statements if outcome.fate in (Fate.ADDED, Fate.REPLACED) else 0
        if outcome.fate is Fate.REFUSED:
            where = outcome.article.path or outcome.article.key
            complain(f"{where}: refused, kept in quarantine ({outcome.iri.value}): {outcome.reason}")
    summary = ", ".join(f"{fates[fate]:,} {fate}" for fate in Fate if fates[fate])
    messages.print(f"{summary or 'no articles'}; {counted(statements, 'statement')} read")
    if fates[Fate.REFUSED]:
        raise typer.Exit(ValidationFailed.exit_code)


def followed(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes, counted on a terminal as they come; on anything else nothing is shown."""
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} articles"), TimeElapsedColumn())
    with Progress(*columns, console=messages, transient=True, disable=not messages.is_terminal) as progress:
        task = progress.add_task("reading", total=None)
        for outcome in outcomes:
            progress.advance(task)
            yield outcome


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar for work whose length is known, on a terminal; yields what to tell how many are done, of how many."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=messages, transient=True, disable=not messages.is_terminal) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
