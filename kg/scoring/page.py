"""Figures and faults as one page, the faults by sort, gold and found marked in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from kg.explain.html import clean, document, element, marked, table
from kg.explain.segments import Role, Segment
from kg.scoring.context import FOUND, GOLD, in_context
from kg.scoring.counts import Score
from kg.scoring.faults import Fault, Sort
from kg.scoring.terminal import COLUMNS, rows

STYLE: Final = Path(__file__).with_name("page.css")
LEGEND: Final = {GOLD: "marked by readers only", FOUND: "found by the extractor only", "both": "marked and found"}


def page(score: Score, faults: Mapping[Sort, Sequence[Fault]], extractor: str) -> str:
    """One self-contained HTML page: no script, nothing fetched, light and dark."""
    title = f"How “{extractor}” reads {score.articles} annotated articles"
    legend = "".join(element("li", f"{element('mark', name, class_=name)} {told}") for name, told in LEGEND.items())
    legend += element("li", f"{element('mark', 'source', class_='as-source')} who speaks, where that is in question")
    sorts = {sort: found for sort, found in faults.items() if found}
    links = "".join(
        element("li", element("a", f"{sort} ({len(found)})", href=_anchor(sort))) for sort, found in sorts.items()
    )
    body = (
        element("header", element("h1", clean(title)))
        + _figures(score)
        + element("h2", "Errors")
        + element("ul", legend, class_="legend", aria_label="Legend")
        + element("nav", element("ul", links, class_="legend"), aria_label="Sorts of errors")
        + "\n".join(_section(sort, found) for sort, found in sorts.items())
    )
    return document(title, body, STYLE.read_text(encoding="utf-8"))


def _anchor(sort: Sort) -> str:
    return f"#{sort.replace(' ', '-')}"


def _figures(score: Score) -> str:
    return table("Figures", COLUMNS, [_row(*row) for row in rows(score)])


def _row(name: str, *figures: str) -> str:
    return element("tr", element("th", name, scope="row") + "".join(element("td", each) for each in figures))


def _section(sort: Sort, faults: Sequence[Fault]) -> str:
    head = element("h2", f"{sort} ({len(faults)})".capitalize(), id=_anchor(sort)[1:])
    return element("section", head + "\n".join(_entry(fault) for fault in faults))


def _entry(fault: Fault) -> str:
    words = marked(fault.article.article.text, in_context(fault), _attributes)
    head = element("h3", f"{clean(fault.note)} {element('small', clean(fault.article.name))}")
    return element("div", head + element("p", words, dir="auto"), class_="entry")


def _attributes(segment: Segment) -> dict[str, str | None]:
    labels = {label for mark in segment.marks for label in mark.labels}
    side = "both" if len(labels) > 1 else min(labels)
    source = any(mark.role is Role.SOURCE for mark in segment.marks)
    return {"class": f"{side} as-source" if source else side, "title": _title(segment)}


def _title(segment: Segment) -> str:
    return "\n".join(f"{label}: {mark.role}" for mark in segment.marks for label in mark.labels)
