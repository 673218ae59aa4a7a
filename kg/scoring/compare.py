"""One article's predicted statements against its gold ones: which is which, and what of it is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from kg.scoring.details import Detail, details
from kg.scoring.people import NAMELESS, same_speaker
from kg.scoring.spans import Characters, characters
from kg.scoring.values import GoldArticle, GoldStatement, PredictedStatement, Prediction, Spans

SAME_CONTENT: Final = 0.5
"""The share of all their characters that contents must have in common to be the same statement."""

SAME_SOURCE: Final = 0.3
"""The same for sources, unless the predicted one lies in the gold one."""


class Speaker(StrEnum):
    """What became of a speaker."""

    RIGHT = "right"
    WRONG = "wrong"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gold statement with the predicted one that is it, if any, and what of that is right.

    `kind` and `speaker` are None where nothing was found or the readers did not tell them; `details` holds what else
    they told, if anything was found.
    """

    gold: GoldStatement
    found: PredictedStatement | None = None
    exact: bool = False
    attributed: bool = False
    cue: bool = False
    kind: bool | None = None
    speaker: Speaker | None = None
    details: Mapping[str, Detail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article: a verdict for each gold statement, and the predicted ones that are none of them."""

    gold: GoldArticle
    predicted: tuple[PredictedStatement, ...]
    verdicts: tuple[Verdict, ...]
    extra: tuple[PredictedStatement, ...]


def compare(gold: GoldArticle, prediction: Prediction | None) -> Comparison:
    """What of a prediction is right; no prediction is one without statements."""
    text = gold.article.text
    predicted = prediction.statements if prediction else ()
    wanted = [at for at, each in enumerate(gold.statements) if characters(text, each.content)]
    pairs = matches(
        [characters(text, each.content) for each in predicted],
        [characters(text, gold.statements[at].content) for at in wanted],
    )
    found = {wanted[j]: predicted[i] for j, i in pairs.items()}
    return Comparison(
        gold,
        predicted,
        tuple(_verdict(gold, at, found) for at in wanted),
        tuple(each for i, each in enumerate(predicted) if i not in pairs.values()),
    )


def matches(predicted: Sequence[Characters], wanted: Sequence[Characters]) -> dict[int, int]:
    """Which wanted content (by its index) which predicted one is: one to one, the pairs with most in common first."""
    shared = (
        (-_in_common(mine, theirs), i, j)
        for i, mine in enumerate(predicted)
        for j, theirs in enumerate(wanted)
        if not mine.isdisjoint(theirs)
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for common, i, j in sorted(shared):
        if -common >= SAME_CONTENT and i not in used and j not in taken:
            taken[j] = i
            used.add(i)
    return taken


def _in_common(mine: Characters, theirs: Characters) -> float:
    """Intersection over union."""
    return len(mine & theirs) / len(mine | theirs)


def _verdict(article: GoldArticle, at: int, matched: Mapping[int, PredictedStatement]) -> Verdict:
    gold, found = article.statements[at], matched.get(at)
    if found is None:
        return Verdict(gold)
    text = article.article.text
    return Verdict(
        gold,
        found,
        exact=characters(text, found.content) == characters(text, gold.content),
        attributed=_same_source(text, found.source, gold.source),
        cue=_same_cue(text, found.cue, gold.cue),
        kind=found.kind == gold.kind if article.names_speakers else None,
        speaker=_speaker(text, found, gold) if article.names_speakers else None,
        details=details(article, gold, found, matched),
    )


def _same_source(text: str, found: Spans, gold: Spans) -> bool:
    mine, theirs = characters(text, found), characters(text, gold)
    if not mine or not theirs:
        return mine == theirs
    return mine <= theirs or _in_common(mine, theirs) >= SAME_SOURCE


def _same_cue(text: str, found: Spans, gold: Spans) -> bool:
    mine, theirs = characters(text, found), characters(text, gold)
    return not mine.isdisjoint(theirs) or mine == theirs


def _speaker(text: str, found: PredictedStatement, gold: GoldStatement) -> Speaker:
    if not found.speaker:
        return Speaker.UNRESOLVED
    described = gold.type in NAMELESS
    accepted = [gold.speaker or "", *gold.also, *(span.of(text) for span in gold.source if described)]
    right = found.type != "place" and same_speaker(found.speaker, accepted, described)
    return Speaker.RIGHT if right else Speaker.WRONG
