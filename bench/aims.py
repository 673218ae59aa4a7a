"""What accuracy, speed and memory are to reach, beside what was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bench.markdown import table


@dataclass(frozen=True, slots=True)
class Aim:
    """One measure: `shown` in the table, the least that will do, and what is aimed at; less is better if `most`."""

    shown: str
    set: str
    measure: str
    least: float
    aim: float
    most: bool = False

    def met(self, figure: float) -> bool:
        """Whether a figure will do."""
        return figure <= self.least if self.most else figure >= self.least


AIMS: Final = (
    Aim("political news: content", "polnear", "content", 0.79, 0.83),
    Aim("political news: attributed", "polnear", "attributed", 0.72, 0.78),
    Aim("political news: spans, source", "polnear", "span-source", 0.80, 0.83),
    Aim("political news: spans, cue", "polnear", "span-cue", 0.72, 0.75),
    Aim("political news: spans, content", "polnear", "span-content", 0.67, 0.73),
    Aim("news: content", "gold", "content", 0.82, 0.92),
    Aim("news: attributed", "gold", "attributed", 0.76, 0.90),
    Aim("news: direct quotations, recall", "gold", "direct", 0.97, 1.00),
    Aim("news: kind", "gold", "kind", 0.93, 0.98),
    Aim("news: speaker", "gold", "speaker", 0.75, 0.90),
    Aim("news: named speakers that are wrong, at most", "gold", "speaker-wrong", 0.08, 0.03, most=True),
    Aim("news: statements without a speaker, at most", "gold", "speaker-unresolved", 0.15, 0.10, most=True),
    Aim("names", "names", "mention", 0.82, 0.90),
    Aim("chains of names, B³", "names", "chain", 0.92, 0.96),
    Aim("pronouns", "names", "pronoun", 0.60, 0.80),
)
CALIBRATION: Final = Aim("calibration error, at most", "", "", 0.05, 0.02, most=True)
VERBATIM: Final = Aim("statements not verbatim, at most", "", "", 0, 0, most=True)


def value(row: Mapping[str, Any]) -> float:
    """The one figure of a measure: F1, or a share."""
    figure: float = row["f1"] if "f1" in row else row["rate"]
    return figure


def aims(measured: Mapping[str, Any]) -> Iterator[str]:
    """The aims, with what each extractor reaches; what does not reach the least stands out."""
    extractors = measured["extractors"]
    yield "What is to be reached, and what is; a figure that does not reach the least is set in bold."
    rows: list[tuple[Any, ...]] = [
        (aim, f"{aim.least:.2f}", f"{aim.aim:.2f}", *(_reached(aim, each, _of(aim)) for each in extractors.values()))
        for aim in AIMS
        if aim.set in measured["sets"]
    ]
    rows.append(_row(CALIBRATION, extractors, _calibration, ".3f"))
    rows.append(_row(VERBATIM, extractors, lambda each: each["not verbatim"], "d"))
    yield table(("measure", "at least", "aim", *extractors), ((aim.shown, *cells) for aim, *cells in rows))


def _of(aim: Aim) -> Callable[[Mapping[str, Any]], float | None]:
    def figure(extractor: Mapping[str, Any]) -> float | None:
        row = extractor["scores"].get(aim.set, {}).get(aim.measure)
        return value(row) if row else None

    return figure


def _calibration(extractor: Mapping[str, Any]) -> float | None:
    """On articles that the fit left out, where it says so; else on the news."""
    fitted = extractor["fitted"]
    held = fitted["sure"] if fitted else extractor["calibration"]["statements"].get("gold")
    return held["error"] if held else None


def _row(aim: Aim, extractors: Mapping[str, Any], of: Callable[[Any], float | None], form: str) -> tuple[Any, ...]:
    shown = (f"{aim.least:g}", f"{aim.aim:g}")
    return aim, *shown, *(_reached(aim, each, of, form) for each in extractors.values())


def _reached(aim: Aim, extractor: Any, of: Callable[[Any], float | None], form: str = ".3f") -> str:
    figure = of(extractor)
    if figure is None:
        return ""
    return format(figure, form) if aim.met(figure) else f"**{figure:{form}}**"
