"""Answers as people and programs read them: tables, JSON Lines, CSV."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from decimal import Decimal
from enum import StrEnum
from typing import Any

import typer
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.answers import Context, Ref, StatementAnswer, Stats
from kg.cli.app import output
from kg.errors import ArchiveError, QueryError
from kg.model import Polarity, Stance
from kg.read import context
from kg.sparql import check
from kg.store import ReadStore
from kg.vocab import PREFIXES

COLUMNS = (
    "statement",
    "speaker",
    "speaker_iri",
    "text",
    "kind",
    "act",
    "cue",
    "source",
    "date",
    "about",
    "article_title",
    "article_url",
    "publisher",
    "published",
    "sha256",
    "content",
    "confidence",
    "polarity",
    "stance",
    "role",
)


CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What a terminal would obey, not show."""


class Format(StrEnum):
    """How the answer of a query can be printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    XML = "xml"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"


def shown(text: str) -> str:
    """Text of an article as a terminal may be given it, as long as it was, so that offsets still count."""
    return CONTROLS.sub("\ufffd", text).replace("\r", " ")


def who(answer: StatementAnswer) -> Text:
    """The speaker, or the phrase that stands for one that is not resolved."""
    if answer.speaker:
        return Text(shown(answer.speaker.name), style="bold cyan")
    return Text(shown(f"unresolved: {answer.source}") if answer.source else "unresolved", style="italic yellow")


Texts = Callable[[str], str]
"""The archived text for its SHA-256."""


def where(answer: StatementAnswer, texts: Texts) -> str:
    """Where it is printed, and at which characters; an article without title or URL is told by its first words."""
    article = answer.article
    printed = article.title or article.url or beginning(article.sha256, texts)
    spans = " ".join(f"{span.start}–{span.end}" for span in answer.content)
    return shown(" · ".join(filter(None, (printed, article.publisher, f"[{spans}]"))))


def beginning(sha256: str, texts: Texts) -> str:
    """The first words of a text, for an article without a title."""
    try:
        return f"{texts(sha256).lstrip()[:36]}…"
    except ArchiveError:  # as after an import, which brings no texts: what can be told is told
        return f"text {sha256[:8]}…"


def how(answer: StatementAnswer) -> list[str]:
    """The act and the kind, with polarity and stance between them where they are not as usual: "denies", "negated"."""
    unusual = [answer.polarity.value] if answer.polarity is Polarity.NEGATED else []
    unusual += [answer.stance.value] if answer.stance is not Stance.ACKNOWLEDGES else []
    return [answer.act.replace("-", " "), *unusual, answer.kind.value]


def words(answer: StatementAnswer) -> str:
    """The words; direct speech in quotation marks."""
    text = shown(" ".join(answer.text.split()))
    return f"“{text}”" if answer.kind == "direct" else text


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 statement", "2,000 statements"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def table(answers: Sequence[StatementAnswer], texts: Texts) -> Table:
    """One row a statement: who, how, what, when, where."""
    grid = Table(show_lines=True, expand=True, caption=counted(len(answers), "statement"), caption_justify="left")
    grid.add_column("Who", ratio=5, overflow="fold")
    grid.add_column("How", width=10, overflow="fold")
    grid.add_column("Said what", ratio=9, overflow="fold")
    grid.add_column("When", width=10)
    grid.add_column(Text("Printed where [characters]"), ratio=6, overflow="fold")
    for answer in answers:
        when = str(answer.date or "unknown")
        grid.add_row(
            who(answer), Text("\n".join(how(answer))), Text(words(answer)), Text(when), Text(where(answer, texts))
        )
    return grid


def in_context(answer: StatementAnswer, texts: Texts) -> Group:
    """A statement in its paragraph, or with the reason why there is none."""
    try:
        paragraph = _paragraph(answer, context(answer, texts(answer.article.sha256)))
    except ArchiveError as error:
        paragraph = Text(str(error), style="italic yellow")
    head = Text.assemble(
        who(answer), f"  {', '.join(how(answer))}  {answer.date or ''}  ", (where(answer, texts), "dim")
    )
    return Group(head, Padding(paragraph, (0, 0, 1, 4)))


def _paragraph(answer: StatementAnswer, context: Context) -> Text:
    """Content bold, cue and source underlined."""
    paragraph = Text(shown(context.text))
    marks = [(span, "bold green") for span in answer.content]
    marks += [(span, "underline") for span in (answer.cue_span, answer.source_span) if span]
    for span, style in marks:
        paragraph.stylize(style, span.start - context.start, span.end - context.start)
    return paragraph


def as_json(answers: Iterable[StatementAnswer]) -> None:
    """JSON Lines: one object a statement, with the fields of kg.answers.StatementAnswer."""
    for answer in answers:
        typer.echo(json.dumps(asdict(answer), ensure_ascii=False, default=_plain))


def _plain(value: object) -> float | str:
    return float(value) if isinstance(value, Decimal) else str(value)


def as_csv(answers: Iterable[StatementAnswer]) -> None:
    """CSV with a header; the words stand in it exactly as printed."""
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row(answer) for answer in answers)


def row(answer: StatementAnswer) -> dict[str, Any]:
    """One row of CSV."""
    article = answer.article
    return {
        "statement": answer.iri,
        "speaker": answer.speaker.name if answer.speaker else "",
        "speaker_iri": answer.speaker.iri if answer.speaker else "",
        "text": answer.text,
        "kind": answer.kind,
        "act": answer.act,
        "cue": answer.cue or "",
        "source": answer.source or "",
        "date": answer.date or "",
        "about": _names(answer.about),
        "article_title": article.title or "",
        "article_url": article.url or "",
        "publisher": article.publisher or "",
        "published": article.published or "",
        "sha256": article.sha256,
        "content": " ".join(f"{span.start}-{span.end}" for span in answer.content),
        "confidence": answer.confidence,
        "polarity": answer.polarity,
        "stance": answer.stance,
        "role": answer.role or "",
    }


def _names(refs: Iterable[Ref]) -> str:
    return "; ".join(ref.name for ref in refs)


def results(store: ReadStore, sparql: str, format: Format | None) -> None:
    """Print what a SPARQL query answers."""
    form = check(sparql, max_length=1_000_000).form
    graph = form in ("CONSTRUCT", "DESCRIBE")
    chosen = format or (Format.TURTLE if graph else Format.TABLE)
    if chosen is not Format.TABLE:
        store.write_results(sparql, sys.stdout.buffer, chosen)
        sys.stdout.buffer.flush()
    elif graph:
        raise QueryError(f"{form} answers with a graph, which is no table; choose --format turtle or ntriples")
    else:
        answer = io.BytesIO()
        store.write_results(sparql, answer, "json")
        output.print(_solutions(json.loads(answer.getvalue())))


def _solutions(answer: dict[str, Any]) -> Table | str:
    if "boolean" in answer:
        return "yes" if answer["boolean"] else "no"
    names, rows = answer["head"]["vars"], answer["results"]["bindings"]
    grid = Table(caption=counted(len(rows), "row"), caption_justify="left")
    for name in names:
        grid.add_column(name, overflow="fold")
    for binding in rows:
        grid.add_row(*(Text(shown(_short(binding[name]))) if name in binding else "" for name in names))
    return grid


def _short(term: dict[str, str]) -> str:
    if term["type"] == "uri":
        for prefix, namespace in PREFIXES.items():
            if term["value"].startswith(namespace):
                return f"{prefix}:{term['value'].removeprefix(namespace)}"
    return term["value"]


def stats(found: Stats) -> Table:
    """The counts of a store."""
    grid = Table(show_header=False)
    grid.add_column()
    grid.add_column(justify="right")
    for name in ("articles", "statements", "quotations", "unresolved", "actors", "places", "triples"):
        grid.add_row(name, f"{getattr(found, name):,}")
    for name, counts in (("kind", found.by_kind), ("act", found.by_act)):
        for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            grid.add_row(f"  {name}: {value}", f"{count:,}")
    return grid
