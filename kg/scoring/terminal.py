"""Figures and faults in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.explain.segments import Mark, Role, Segment
from kg.explain.terminal import plain
from kg.scoring.context import FOUND, GOLD, in_context
from kg.scoring.counts import Score
from kg.scoring.faults import Fault, Sort
from kg.scoring.resampling import Interval

COLUMNS: Final = ("Measure", "P", "R", "F1/share", "95 %", "Found", "Gold")
BRACKETS: Final = {Role.CONTENT: "[]", Role.SOURCE: "{}"}
STYLES: Final = {(GOLD,): "cyan", (FOUND,): "yellow", (GOLD, FOUND): "green"}


def figures(score: Score) -> Table:
    """A row for each measure."""
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, caption=f"{score.articles} articles", caption_justify="left")
    for name in COLUMNS:
        grid.add_column(name, justify="left" if name == COLUMNS[0] else "right", no_wrap=True)
    for row in rows(score):
        grid.add_row(*row)
    return grid


def rows(score: Score) -> Iterator[tuple[str, ...]]:
    """The measures as printed, in the order of `COLUMNS`."""
    for name, each in score.figures.items():
        exact = (f"{each.precision:.3f}", f"{each.recall:.3f}", f"{each.f1:.3f}")
        yield name, *exact, interval(each.interval), f"{each.predicted:,}", f"{each.gold:,}"
    for name, rate in score.rates.items():
        yield name, "", "", f"{rate.rate:.3f}", interval(rate.interval), "", f"{rate.of:,}"


def interval(bounds: Interval | None) -> str:
    """The bounds of an interval, or nothing where there were too few articles for one."""
    return f"{bounds[0]:.3f}–{bounds[1]:.3f}" if bounds else ""


def browser(faults: Mapping[Sort, Sequence[Fault]], most: int) -> Iterator[RenderableType]:
    """At most so many faults of each sort, each in its paragraph."""
    yield Text.assemble(("gold[…]", "cyan"), "  ", ("found[…]", "yellow"), "  ", ("both[…]", "green"), "  source {…}")
    for sort, found in faults.items():
        if found:
            yield Text(f"\n{sort} ({len(found):,})", "bold")
            yield from (shown for fault in found[:most] for shown in in_brackets(fault))


def in_brackets(fault: Fault) -> Iterator[RenderableType]:
    """A fault in its paragraph, each mark in brackets behind the name of the side that it belongs to."""
    yield Text.assemble("  ", (plain(fault.article.name), "dim"), "  ", plain(fault.note))
    line = Text()
    for segment in in_context(fault):
        for mark in segment.opened:
            line.append(side(mark) + BRACKETS[mark.role][0], STYLES[mark.labels])
        line.append(plain(segment.span.of(fault.article.article.text)), colour(segment))
        for mark in segment.closed:
            line.append(BRACKETS[mark.role][1] + (side(mark) if len(segment.marks) > 1 else ""), STYLES[mark.labels])
    yield Padding(line, (0, 0, 1, 4), expand=False)


def side(mark: Mark) -> str:
    """Whose mark it is: "gold", "found" or "both"."""
    return mark.labels[0] if len(mark.labels) == 1 else "both"


def colour(segment: Segment) -> str:
    """The style of words that either side, or both, marked."""
    labels = {label for mark in segment.marks for label in mark.labels}
    return STYLES.get(tuple(label for label in (GOLD, FOUND) if label in labels), "")
