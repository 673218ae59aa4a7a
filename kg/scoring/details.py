"""What else is right of a matched statement: act, polarity, stance, day, the report around it, relays and role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from kg.model import Span
from kg.scoring.people import same_speaker
from kg.scoring.resampling import Tally
from kg.scoring.spans import Characters, characters
from kg.scoring.values import Days, GoldArticle, GoldStatement, PredictedStatement

SAME_ROLE: Final = 0.5
"""The share of all their characters that two roles must have in common to be the same."""

Matched = Mapping[int, PredictedStatement]
"""The predicted statement that is the gold one at this place."""


class Detail(NamedTuple):
    """One detail of one statement: how many are right, predicted and wanted, and what was found in place of what."""

    hits: int
    predicted: int
    gold: int
    note: str = ""

    @property
    def wrong(self) -> bool:
        """Whether something is missing or is there and should not be."""
        return self.hits < max(self.predicted, self.gold)


def total(statements: Iterable[Mapping[str, Detail]]) -> dict[str, Tally]:
    """The tallies by measure over statements."""
    found: dict[str, Tally] = {}
    for each in statements:
        for name, (hits, predicted, gold, _) in each.items():
            before = found.get(name, (0, 0, 0))
            found[name] = (before[0] + hits, before[1] + predicted, before[2] + gold)
    return found


def details(
    article: GoldArticle, gold: GoldStatement, found: PredictedStatement, matched: Matched
) -> dict[str, Detail]:
    """The details that readers told, by measure."""
    return dict(_details(article, gold, found, matched)) if gold.details.told else {}


def _details(
    article: GoldArticle, gold: GoldStatement, found: PredictedStatement, matched: Matched
) -> Iterator[tuple[str, Detail]]:
    wanted, mine = gold.details, found.details
    if "act" in wanted.told:
        yield "act", _choice(mine.act, wanted.acts[:1])
        yield "act-accepted", _choice(mine.act, wanted.acts)
    if "polarity" in wanted.told:
        yield "polarity", _choice(mine.polarity, (wanted.polarity,))
    if "stance" in wanted.told:
        yield "stance", _choice(mine.stance, (wanted.stance,))
    if "said" in wanted.told:
        yield "said-exact", _said(mine.said, wanted.said, mine.said == wanted.said)
        yield "said-overlap", _said(mine.said, wanted.said, _overlap(mine.said, wanted.said))
    if "within" in wanted.told:
        yield "within", _within(article, gold, found, matched)
    if "relayed_by" in wanted.told:
        yield "relayed", _relayed(article, gold, found)
    if "role" in wanted.told:
        yield "role", _role(article.article.text, gold, found)


def _choice(mine: str | None, accepted: tuple[str | None, ...]) -> Detail:
    """One value of a list, which every statement has."""
    return Detail(int(mine in accepted and mine is not None), int(mine is not None), 1, f"{mine}, not {accepted[0]}")


def _said(mine: Days | None, wanted: Days | None, right: bool) -> Detail:
    there, told = mine is not None, wanted is not None
    return Detail(int(there and told and right), there, told, f"{_days(mine)}, not {_days(wanted)}")


def _overlap(mine: Days | None, wanted: Days | None) -> bool:
    return mine is not None and wanted is not None and mine[0] <= wanted[1] and wanted[0] <= mine[1]


def _days(days: Days | None) -> str:
    return " to ".join(dict.fromkeys(day.isoformat() for day in days)) if days else "none"


def _within(article: GoldArticle, gold: GoldStatement, found: PredictedStatement, matched: Matched) -> Detail:
    """A report that readers marked as optional counts only if it is right."""
    outer, id = gold.details.within, found.details.within
    wanted = outer is not None and not article.statements[outer].optional
    at = next((at for at, each in matched.items() if each.id == id), None) if id is not None else None
    if at is not None and at == outer:
        return Detail(1, 1, 1)
    spared = id is None or (at is not None and article.statements[at].optional)
    mine = f"what {article.statements[at].speaker} says" if at is not None else "what readers did not mark"
    theirs = f"what {article.statements[outer].speaker} says" if outer is not None else "anything"
    return Detail(0, int(not spared), int(wanted), f"within {mine if id else 'nothing'}, not within {theirs}")


def _relayed(article: GoldArticle, gold: GoldStatement, found: PredictedStatement) -> Detail:
    """A relay who is found and whom readers marked as the speaker of the report around it counts neither way."""
    wanted, outer = gold.details.relayed_by, gold.details.within
    around = article.statements[outer] if outer is not None else None
    spare = (around.speaker or "", *around.also) if around else ()
    mine = [name for name in found.details.relayed_by if same_speaker(name, wanted) or not same_speaker(name, spare)]
    hits = sum(any(same_speaker(name, [each]) for name in mine) for each in wanted)
    return Detail(hits, len(mine), len(wanted), f"{', '.join(mine) or 'none'}, not {', '.join(wanted) or 'none'}")


def _role(text: str, gold: GoldStatement, found: PredictedStatement) -> Detail:
    """Right where one is printed beside the speaker's name; wanted if that is in the statement or before it."""
    roles = gold.details.roles
    before = max(span.end for span in (*gold.content, *gold.source))
    wanted = any(role.end <= before for role in roles)
    mine = characters(text, found.details.role)
    right = bool(mine) and any(_in_common(mine, characters(text, [role])) >= SAME_ROLE for role in roles)
    note = f"{_words(text, found.details.role)}, not {_words(text, roles)}"
    return Detail(int(right), int(bool(mine)), int(wanted or right), note)


def _in_common(mine: Characters, theirs: Characters) -> float:
    """Intersection over union."""
    return len(mine & theirs) / len(mine | theirs)


def _words(text: str, spans: Iterable[Span]) -> str:
    return " / ".join(span.of(text) for span in spans) or "none"
