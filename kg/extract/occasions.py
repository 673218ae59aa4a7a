"""The day of an occasion: what a speaker says next was said on the same day, what is said after a match on its day.

"Lee told reporters on Monday that … She added that …" is one occasion. A statement with a date, a medium or an
"earlier" of its own, or one that "has been" said, is of another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from kg.extract.cue_words import readings
from kg.extract.dates import said_date
from kg.extract.lexicon import AUXILIARIES, MODALS, MONTHS, WEEKDAYS, word_set
from kg.extract.own_clauses import BREAKS, OCCASIONS
from kg.extract.report import Report
from kg.extract.sentences import Sentence
from kg.extract.tokens import Token, Tokens
from kg.model import SaidDate, Span, SpeechAct, Statement, StatementKind

OTHER_TIMES: Final = word_set(
    "earlier later once previously repeatedly often always usually long ago last next since recently formerly already"
    " frequently sometimes never years months weeks days year month week yesterday today tonight"
) | (frozenset(WEEKDAYS + MONTHS) - {"may", "march"})
"""Beside a cue these tell of another time, or of one that the grammar of dates does not read."""

EVENTS: Final = OCCASIONS | word_set(
    "match game race final talks vote ballot hearing trial verdict ruling debate conference election protest march"
    " attack crash accident incident fight launch arrest"
)
EVENT_BEFORE: Final = word_set("after at during following")
DEFINITE: Final = word_set("the this that his her its their")
BACK: Final = 3
"""Sentences before one that may tell the day of its event."""

ANSWERS: Final = (SpeechAct.DENIES, SpeechAct.CONFIRMS, SpeechAct.DECLINES_TO_COMMENT)
"""Acts that answer what another said in between, and so begin an occasion of their own."""

REPLIES: Final = word_set("replied responded answered retorted countered interjected interrupted asked shot")
"""Verbs of who speaks to the one before: "Really?" Lee asked; "No," Marten shot back."""

FAR: Final = 30
NEAR: Final = 3
"""Sentences between two statements of one occasion; if another speaks between them."""

BRIEF: Final = 2
"""Days that an occasion may have; what is only known to a week is no occasion."""


class Occasions:
    """Dates the statements of one article that go on with an occasion; `reports` are theirs, one to one.

    `mentions` are the places where each entity is named, by its id.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        reports: Sequence[Report],
        mentions: Mapping[str, Sequence[Span]],
        published: date | None,
    ) -> None:
        self.sentences = sentences
        self.reports = reports
        self.published = published
        self.at_home: dict[int, list[Report]] = {}
        for report in reports:
            self.at_home.setdefault(report.home, []).append(report)
        self.named = sorted((span.start, id) for id, spans in mentions.items() for span in spans)

    def dated(self, statements: Sequence[Statement]) -> list[Statement]:
        """The statements, in the order given, with the days of the occasions that they go on with."""
        last: dict[str, tuple[Statement, int]] = {}
        found = list(statements)
        spoke = ""
        latest: tuple[Statement, int] | None = None
        for number in sorted(range(len(found)), key=lambda n: (self.reports[n].home, start(self.reports[n]))):
            one, home = found[number], self.reports[number].home
            if one.speaker is None or one.within or one.attitude:
                continue
            speaker = one.speaker
            if spoke != speaker and one.act in ANSWERS:
                last.pop(speaker, None)
            before, where = last.get(speaker, (one, home))
            apart, spoke = FAR if spoke == speaker else NEAR, speaker
            if one.said is None and self.same_time(number, one):
                said = self.at_event(number)
                if said is None and one.medium in (None, before.medium):
                    said = self.told_before(home, speaker) or (before.said if home - where <= apart else None)
                    said = said or (self.replied(number, one, *latest) if latest else None)
                one = found[number] = replace(one, said=said)
            latest = (one, home)
            if one.said and brief(one.said) and told_once(self.cue(number)):
                last[speaker] = (one, home)
        return found

    def same_time(self, number: int, one: Statement) -> bool:
        """Whether nothing beside a statement tells of another time."""
        cue = self.cue(number)
        once = told_once(cue) if cue else one.kind is StatementKind.DIRECT
        return once and all(token.lower not in OTHER_TIMES for token in self.beside(number))

    def replied(self, number: int, one: Statement, before: Statement, where: int) -> SaidDate | None:
        """The day of the statement before, where one quoted right behind it speaks to it: "Really?" Lee asked."""
        turn = one.kind is StatementKind.DIRECT and not REPLIES.isdisjoint(self.cue(number))
        near = self.reports[number].home - where < NEAR and before.medium is None
        told = before.said if turn and near and one.medium is None else None
        return told if told and brief(told) else None

    def at_event(self, number: int) -> SaidDate | None:
        """The day of the event behind which it was said ("after the meeting"), where the sentences before tell it."""
        if not of_event(self.beside(number)):
            return None
        home = self.reports[number].home
        told = (self.day(before) for before in range(home - 1, max(-1, home - 1 - BACK), -1))
        return next((said for said in told if said), None)

    def told_before(self, home: int, speaker: str) -> SaidDate | None:
        """The day of what the speaker is said to have done in the sentence before, which names nobody earlier."""
        tokens = self.sentences[home - 1].tokens if home else ()
        at = bisect_left(self.named, (tokens[0].start, "")) if tokens else len(self.named)
        first = [id for where, id in self.named[at : at + 1] if where < tokens[-1].end]
        return self.day(home - 1) if first == [speaker] else None

    def day(self, number: int) -> SaidDate | None:
        """The day that the main clause of a sentence tells, outside the words that it reports."""
        words = [piece for report in self.at_home.get(number, ()) for piece in report.pieces]
        tokens = tuple(t for t in self.sentences[number].tokens if not t.quote and not among(t, words))
        end = next((at for at, token in enumerate(tokens) if at and token.lower in BREAKS), len(tokens))
        said = said_date(tokens[:end], self.published)
        return said if said and brief(said) and not names_event(tokens, said) else None

    def beside(self, number: int) -> Tokens:
        """The tokens of the sentence of a report that are not its words."""
        report = self.reports[number]
        return tuple(t for t in self.sentences[report.home].tokens if not among(t, report.pieces))

    def cue(self, number: int) -> list[str]:
        """The words of a report's cue."""
        report = self.reports[number]
        tokens = self.sentences[report.home].tokens
        return [t.lower for t in tokens if report.cue and report.cue.start <= t.start < report.cue.end]


def start(report: Report) -> int:
    """Where the cue of a report stands, else its words."""
    return (report.cue or report.pieces[0]).start


def among(token: Token, words: Sequence[Span]) -> bool:
    """Whether a token belongs to some words."""
    return any(span.start < token.end and token.start < span.end for span in words)


def of_event(beside: Tokens) -> bool:
    """Whether the words beside a statement name an event at or after which it was said: "after the meeting"."""
    words = [token.lower for token in beside]
    starts = (at for at, word in enumerate(words[:-1]) if word in EVENT_BEFORE and words[at + 1] in DEFINITE)
    return any(not EVENTS.isdisjoint(words[at + 2 : at + 5]) for at in starts)


def names_event(tokens: Tokens, said: SaidDate) -> bool:
    """Whether a day only says which event is meant: "qualified for Tuesday's debate"."""
    behind = next((token.lower for token in tokens if token.start >= said.span.end), "")
    return behind in ("'s", "’s")


def brief(said: SaidDate) -> bool:
    """Whether a date tells the day, or hardly more, so that it is one of an occasion."""
    return (said.not_after - said.not_before).days < BRIEF


def told_once(cue: list[str]) -> bool:
    """Whether a cue tells of words said at one time: "said", "adding"; not "says", "has said" or "will say"."""
    if any(word in MODALS or (word in AUXILIARIES and word != "'s") for word in cue):
        return False
    forms = readings(" ".join(cue))
    return any(form.tense in ("past", "ing") for form in forms) or any(word.endswith(("ed", "ing")) for word in cue)
