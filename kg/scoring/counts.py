"""What is counted over articles: precision, recall, F1 and shares, each with an interval."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg.scoring.compare import Comparison, Speaker, Verdict
from kg.scoring.details import total
from kg.scoring.resampling import RESAMPLES, SEED, Draws, Interval, Tally, draws, f1, interval, ratio, share, summed
from kg.scoring.spans import bare
from kg.scoring.values import GoldStatement, PredictedStatement, Spans

DIGITS: Final = 4
ROLES: Final = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure over all articles; `interval` bounds the middle 95 % of its F1 over resampled articles."""

    precision: float
    recall: float
    f1: float
    predicted: int
    gold: int
    interval: Interval | None

    def as_json(self) -> dict[str, Any]:
        """The fields with short names."""
        counts = {"pred": self.predicted, "gold": self.gold, "interval": self.interval}
        return {"p": self.precision, "r": self.recall, "f1": self.f1, **counts}


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of `of` statements with a fault of their speakers; `interval` as in Figure."""

    rate: float
    of: int
    interval: Interval | None

    def as_json(self) -> dict[str, Any]:
        """The fields."""
        return {"rate": self.rate, "of": self.of, "interval": self.interval}


@dataclass(frozen=True, slots=True)
class Score:
    """All measures by name; those of which the gold has nothing are left out."""

    articles: int
    figures: Mapping[str, Figure]
    rates: Mapping[str, Rate]

    def as_json(self) -> dict[str, Any]:
        """Measures by name, rounded to four digits."""
        measures: dict[str, Figure | Rate] = {**self.figures, **self.rates}
        return {name: each.as_json() for name, each in measures.items()}


def score(comparisons: Iterable[Comparison], resamples: int = RESAMPLES, seed: int = SEED) -> Score:
    """The measures over all articles. Intervals come from drawing articles with replacement, from a fixed seed."""
    compared = list(comparisons)
    drawn = draws(len(compared), resamples, seed)
    counted = _by_measure([_counts(each) for each in compared])
    shares = _by_measure([_shares(each) for each in compared])
    return Score(
        len(compared),
        {name: _figure(tallies, drawn) for name, tallies in counted.items() if summed(tallies)[2]},
        {name: _rate(tallies, drawn) for name, tallies in shares.items() if summed(shares["speaker-unresolved"])[2]},
    )


def _counts(compared: Comparison) -> dict[str, Tally]:
    """Of one article, by measure. Optional gold statements, and what was predicted for them, count neither way."""
    counting = [each for each in compared.verdicts if not each.gold.optional]
    matched = [each for each in counting if each.found]
    spared = sum(each.found is not None for each in compared.verdicts if each.gold.optional)
    predicted, gold = len(compared.predicted) - spared, len(counting)
    direct = [each for each in counting if each.gold.kind == "direct"]
    counts = {
        "content": (len(matched), predicted, gold),
        "attributed": (sum(each.attributed for each in matched), predicted, gold),
        "exact": (sum(each.exact for each in matched), predicted, gold),
        "cue": (sum(each.cue for each in matched), predicted, gold),
        "direct": (sum(each.found is not None for each in direct), len(direct), len(direct)),
    }
    if compared.gold.names_speakers:
        counts["speaker"] = (_spoken(matched, Speaker.RIGHT), predicted, gold)
        counts["kind"] = (sum(bool(each.kind) for each in matched), len(matched), len(matched))
    counts |= {f"span-{role}": _spans(compared, role) for role in ROLES}
    return counts | total(each.details for each in matched)


def _shares(compared: Comparison) -> dict[str, Tally]:
    """Of one article's matched statements: named speakers that are wrong, and statements left without one."""
    matched = [each for each in compared.verdicts if each.speaker and not each.gold.optional]
    wrong, unresolved = _spoken(matched, Speaker.WRONG), _spoken(matched, Speaker.UNRESOLVED)
    named = len(matched) - unresolved
    return {"speaker-wrong": (wrong, named, named), "speaker-unresolved": (unresolved, len(matched), len(matched))}


def _spoken(verdicts: Iterable[Verdict], speaker: Speaker) -> int:
    return sum(each.speaker is speaker for each in verdicts)


def _spans(compared: Comparison, role: str) -> Tally:
    """Single spans of a role, each by itself; those of optional statements alone count neither way."""
    statements = compared.gold.statements
    predicted = _bare(compared, role, compared.predicted)
    wanted = _bare(compared, role, [each for each in statements if not each.optional])
    spare = _bare(compared, role, [each for each in statements if each.optional]) - wanted
    return len(predicted & wanted), len(predicted - spare), len(wanted)


def _bare(
    compared: Comparison, role: str, statements: Iterable[GoldStatement | PredictedStatement]
) -> set[tuple[int, int]]:
    found: Iterable[Spans] = (getattr(each, role) for each in statements)
    return {bare(compared.gold.article.text, span) for spans in found for span in spans}


def _by_measure(articles: Sequence[Mapping[str, Tally]]) -> dict[str, list[Tally]]:
    names = dict.fromkeys(name for article in articles for name in article)
    return {name: [article.get(name, (0, 0, 0)) for article in articles] for name in names}


def _figure(tallies: Sequence[Tally], drawn: Draws) -> Figure:
    hits, predicted, gold = summed(tallies)
    return Figure(
        round(ratio(hits, predicted), DIGITS),
        round(ratio(hits, gold), DIGITS),
        round(f1(tallies), DIGITS),
        predicted,
        gold,
        _interval(tallies, drawn, f1),
    )


def _rate(tallies: Sequence[Tally], drawn: Draws) -> Rate:
    return Rate(round(share(tallies), DIGITS), summed(tallies)[2], _interval(tallies, drawn, share))


def _interval(tallies: Sequence[Tally], drawn: Draws, measure: Callable[[Iterable[Tally]], float]) -> Interval | None:
    bounds = interval(tallies, drawn, measure)
    return (round(bounds[0], DIGITS), round(bounds[1], DIGITS)) if bounds else None
