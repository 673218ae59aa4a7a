"""How right extraction is: bench extraction."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app, messages, output
from kg.cli.extracting import write_page
from kg.errors import InputError

bench = typer.Typer(
    name="bench",
    help="How right it is, measured against what people annotated.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
app.add_typer(bench)


@bench.callback()
def group() -> None:
    """How right it is, measured against what people annotated."""


@bench.command(
    epilog="Examples:  quoth bench extraction gold/ --extractor rules  ·  "
    "quoth bench extraction gold/ --predictions mine.jsonl --errors 5  ·  … --html faults.html"
)
def extraction(
    gold: Annotated[
        list[Path],
        typer.Argument(help="Folders of annotated articles: PolNeAR's form, or NAME.gold.json.", show_default=False),
    ],
    predictions: Annotated[
        Path | None, typer.Option("--predictions", help="JSON Lines as `quoth extract` prints them.")
    ] = None,
    extractor: Annotated[str | None, typer.Option("--extractor", help="What reads the articles instead.")] = None,
    fields: Annotated[
        Path | None, typer.Option("--fields", help="Folder of NAME.fields.json, where they are not beside the gold.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    errors: Annotated[int, typer.Option("--errors", min=0, help="Show so many errors of each sort.")] = 0,
    html: Annotated[Path | None, typer.Option("--html", help="Write figures and all errors as a page.")] = None,
) -> None:
    """Score what an extractor found against annotated articles."""
    from kg import scoring
    from kg.scoring import page, terminal

    if (predictions is None) == (extractor is None):
        raise typer.BadParameter("give one of --predictions and --extractor")
    articles = scoring.read_gold(gold, fields)
    found = scoring.read_predictions(predictions) if predictions else scoring.predict(articles, extractor or "")
    compared = [scoring.compare(each, found.of(each)) for each in articles]
    _tell_missing(sum(found.of(each) is None for each in articles), len(articles))
    score, faults = scoring.score(compared), scoring.faults(compared)
    if html:
        write_page(html, page.page(score, faults, extractor or str(predictions)))
        messages.print(f"{html}: {sum(map(len, faults.values())):,} errors", markup=False)
    if as_json:
        typer.echo(json.dumps(score.as_json()))
    else:
        output.print(terminal.figures(score))
        if errors:
            output.print(*terminal.browser(faults, errors), sep="\n")


def _tell_missing(missing: int, articles: int) -> None:
    if missing == articles:
        raise InputError("the predictions are of none of the annotated articles: neither texts nor file names agree")
    if missing:
        messages.print(f"quoth: {missing} of {articles} articles have no prediction; all in them counts as missed")
