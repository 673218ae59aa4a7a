"""What went wrong, statement by statement, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kg.scoring.compare import Comparison, Speaker, Verdict
from kg.scoring.values import GoldArticle, GoldStatement, PredictedStatement


class Sort(StrEnum):
    """What is wrong; a statement can have several faults."""

    MISSED = "missed"
    EXTRA = "extra"
    SPEAKER = "wrong speaker"
    UNRESOLVED = "unresolved speaker"
    BORDERS = "wrong borders"
    SOURCE = "wrong source"
    KIND = "wrong kind"
    ACT = "wrong act"
    POLARITY = "wrong polarity"
    STANCE = "wrong stance"
    SAID = "wrong date"
    WITHIN = "wrong report around"
    RELAYED = "wrong relay"
    ROLE = "wrong role"


DETAILS: Final = {
    "act-accepted": Sort.ACT,
    "polarity": Sort.POLARITY,
    "stance": Sort.STANCE,
    "said-exact": Sort.SAID,
    "within": Sort.WITHIN,
    "relayed": Sort.RELAYED,
    "role": Sort.ROLE,
}
"""The sort of a fault in what is told beside who says which words, by its measure."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; `gold` is missing from an extra statement, `found` from a missed one. `note` says it in words."""

    sort: Sort
    article: GoldArticle
    gold: GoldStatement | None
    found: PredictedStatement | None
    note: str


def faults(comparisons: Iterable[Comparison]) -> dict[Sort, list[Fault]]:
    """All faults by sort, in the order of the articles; gold statements that are optional have none."""
    found: dict[Sort, list[Fault]] = {sort: [] for sort in Sort}
    for compared in comparisons:
        for fault in _of(compared):
            found[fault.sort].append(fault)
    return found


def _of(compared: Comparison) -> Iterator[Fault]:
    for verdict in compared.verdicts:
        if not verdict.gold.optional:
            yield from _of_verdict(compared.gold, verdict)
    for extra in compared.extra:
        yield Fault(Sort.EXTRA, compared.gold, None, extra, extra.speaker or "")


def _of_verdict(article: GoldArticle, verdict: Verdict) -> Iterator[Fault]:
    gold, found = verdict.gold, verdict.found
    if not found:
        yield Fault(Sort.MISSED, article, gold, None, gold.speaker or "")
        return
    told = {
        Sort.SPEAKER: (verdict.speaker is Speaker.WRONG, f"{found.speaker}, not {gold.speaker}"),
        Sort.UNRESOLVED: (verdict.speaker is Speaker.UNRESOLVED, f"{gold.speaker}"),
        Sort.BORDERS: (not verdict.exact, found.speaker or gold.speaker or ""),
        Sort.SOURCE: (not verdict.attributed, found.speaker or gold.speaker or ""),
        Sort.KIND: (verdict.kind is False, f"{found.kind}, not {gold.kind}"),
    }
    yield from (Fault(sort, article, gold, found, note) for sort, (wrong, note) in told.items() if wrong)
    for name, sort in DETAILS.items():
        detail = verdict.details.get(name)
        if detail and detail.wrong:
            yield Fault(sort, article, gold, found, detail.note)
