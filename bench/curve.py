"""A reliability curve with counts, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

SIDE, LEFT, TOP, BARS, GAP = 320, 64, 24, 70, 44
"""Pixels: the square of the curve, what is left of and above it, the height of the bars below, the gap to them."""

WIDTH: Final = LEFT + SIDE + 216
HEIGHT: Final = TOP + SIDE + GAP + BARS + 48
COLOURS: Final = ("#0b6e99", "#b3541e", "#5b7f2b", "#7a3e9d", "#444444")
SHAPES: Final = ("circle", "square", "diamond", "ring", "triangle")
STYLE: Final = (
    "text{font:13px system-ui,sans-serif;fill:#222}.small{font-size:11px;fill:#555}.axis{stroke:#888;fill:none}"
    ".grid{stroke:#ddd}.ideal{stroke:#888;stroke-dasharray:5 4}"
)


@dataclass(frozen=True, slots=True)
class Series:
    """Bins [confidence, share right, count] of one set of articles."""

    name: str
    bins: Sequence[Sequence[float]]


def picture(series: Sequence[Series]) -> str:
    """The share that is right against the confidence stated, a line a series, and below how many there are."""
    parts = [*_frame(), *_bars_frame(series)]
    for number, each in enumerate(series):
        parts += [*_line(each, number), *_bars(each, number, series), *_legend(each, number)]
    title = escape("Share of statements that are right, by the confidence stated: " + ", ".join(s.name for s in series))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img"><title>{title}</title><style>{STYLE}</style>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _x(confidence: float) -> float:
    return round(LEFT + SIDE * confidence, 1)


def _y(share: float) -> float:
    return round(TOP + SIDE * (1 - share), 1)


def _frame() -> Iterator[str]:
    for tenth in range(0, 11, 2):
        at = tenth / 10
        yield f'<line class="grid" x1="{_x(0)}" x2="{_x(1)}" y1="{_y(at)}" y2="{_y(at)}"/>'
        yield f'<line class="grid" x1="{_x(at)}" x2="{_x(at)}" y1="{_y(0)}" y2="{_y(1)}"/>'
        yield f'<text class="small" x="{LEFT - 8}" y="{_y(at) + 4}" text-anchor="end">{at:.1f}</text>'
        yield f'<text class="small" x="{_x(at)}" y="{_y(0) + 16}" text-anchor="middle">{at:.1f}</text>'
    yield f'<rect class="axis" x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}"/>'
    yield f'<line class="ideal" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>'
    yield f'<text x="{LEFT + SIDE / 2}" y="{_y(0) + 34}" text-anchor="middle">confidence stated</text>'
    upright = f'transform="rotate(-90 18 {TOP + SIDE / 2})"'
    yield f'<text x="18" y="{TOP + SIDE / 2}" text-anchor="middle" {upright}>share that is right</text>'


def _line(series: Series, number: int) -> Iterator[str]:
    points = [(_x(stated), _y(right)) for stated, right, _ in series.bins]
    path = " ".join(f"{x},{y}" for x, y in points)
    yield f'<polyline points="{path}" fill="none" stroke="{COLOURS[number]}" stroke-width="2"/>'
    for (x, y), (stated, right, count) in zip(points, series.bins, strict=True):
        told = f"{escape(series.name)}: stated {stated:.2f}, right {right:.2f} of {count:.0f}"
        yield _mark(x, y, number, told)


def _mark(x: float, y: float, number: int, told: str = "") -> str:
    """A mark whose shape tells the series apart where colours do not."""
    fill, title = f'fill="{COLOURS[number]}"', f"<title>{told}</title>" if told else ""
    if SHAPES[number] == "circle":
        return f'<circle cx="{x}" cy="{y}" r="4.5" {fill}>{title}</circle>'
    if SHAPES[number] == "ring":
        ring = f'fill="#fff" stroke="{COLOURS[number]}" stroke-width="2"'
        return f'<circle cx="{x}" cy="{y}" r="4" {ring}>{title}</circle>'
    if SHAPES[number] == "triangle":
        return f'<path d="M{x - 5:.1f} {y + 4:.1f}h10l-5 -9z" {fill}>{title}</path>'
    turn = f' transform="rotate(45 {x} {y})"' if SHAPES[number] == "diamond" else ""
    return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"{turn} {fill}>{title}</rect>'


def _floor() -> int:
    return TOP + SIDE + GAP + BARS


def _bars_frame(series: Sequence[Series]) -> Iterator[str]:
    yield f'<line class="axis" x1="{_x(0)}" x2="{_x(1)}" y1="{_floor()}" y2="{_floor()}"/>'
    yield (
        f'<text class="small" x="{LEFT}" y="{_floor() + 18}">how many, of each set the largest tenth full height</text>'
    )


def _bars(series: Series, number: int, others: Sequence[Series]) -> Iterator[str]:
    most = max(count for *_, count in series.bins)
    width = (SIDE / 10 - 4) / len(others)
    for stated, _, count in series.bins:
        x = _x(min(int(stated * 10), 9) / 10) + 2 + number * width
        height = BARS * count / most
        yield (
            f'<rect x="{x:.1f}" y="{_floor() - height:.1f}" width="{width - 1:.1f}" height="{height:.1f}" '
            f'fill="{COLOURS[number]}"><title>{escape(series.name)}: {count:.0f}</title></rect>'
        )


def _legend(series: Series, number: int) -> Iterator[str]:
    x, y = LEFT + SIDE + 24, TOP + 12 + 40 * number
    yield _mark(x, y, number)
    yield f'<text x="{x + 12}" y="{y + 4}">{escape(series.name)}</text>'
    count = sum(count for *_, count in series.bins)
    yield f'<text class="small" x="{x + 12}" y="{y + 19}">{count:,.0f} statements</text>'
