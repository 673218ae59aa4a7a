"""Whose words a place in the text lies in: the statements that hold it, whose turn comes before and after."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from kg.extract.chains import Chain
from kg.extract.pronoun_features import Pronoun
from kg.extract.report import Report
from kg.model import EntityType, Span, StatementKind

DEEP: Final = 8
"""Statements looked at for the innermost that holds a place."""

QUESTION: Final = re.compile(r"\?[\"”’]?[ \t]*(?:\n|$)")
INTERVIEW: Final = re.compile(r"\binterview|\bspoke (?:with|to)\b|\btalked (?:with|to)\b", re.IGNORECASE)
APART: Final = re.compile(r"[.?!:;\n]|\b(?:on|about|over|regarding|after|by)\b|(?:.|\n){160}")
"""Between "interview" and a name these tell that it is not who was interviewed."""

TALKS: Final = re.compile(r",? (?:tells|talks|speaks|discusses|explains|about|on)\b")
"""What stands behind the name of who is interviewed in a headline."""

HEADLINE: Final = re.compile(r"\s*[^\n]{0,150}\b[Ii]nterview")
"""A headline that says it is one; two questions are then enough."""

WE: Final = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)

OPENING: Final = 2000
"""Characters in which an interview says that it is one."""


class Voices:
    """The words of an article's statements, and who speaks them as far as that is known."""

    def __init__(self, text: str, chains: list[Chain], reports: Sequence[Report]) -> None:
        self.text = text
        self.sources = {report.source: report for report in reports if report.source}
        self.phrases = sorted(self.sources)
        self.direct: list[tuple[Span, Report]] = []
        self.pieces: list[tuple[Span, Report]] = []
        for report in reports:
            quoted = report.pieces if report.kind is StatementKind.DIRECT else report.quoted
            self.direct += [(piece, report) for piece in quoted]
            self.pieces += [(piece, report) for piece in report.pieces]
        self.direct.sort(key=lambda p: p[0])
        self.pieces.sort(key=lambda p: p[0])
        self.speakers: dict[int, Chain] = {}
        self.spoken: list[tuple[int, Chain]] = []
        self.names = {span.start: chain for chain in chains for span in chain.mentions}
        self.starts = sorted(self.names)
        self.interviewee = interviewee(text, chains)

    def begins(self, source: Span) -> int:
        """Where a report begins whose source is given: with that, or with its words."""
        report = self.sources.get(source)
        return min(source.start, report.pieces[0].start) if report else source.start

    def cue(self, source: Span) -> str:
        """The cue of the report with a source; "" if it has none."""
        report = self.sources.get(source)
        return report.cue.of(self.text) if report and report.cue else ""

    def speaks(self, report: Report, at: int, chain: Chain) -> None:
        """Notes who speaks a report, whose source or words stand at an offset."""
        self.speakers[id(report)] = chain
        self.spoken.append((at, chain))

    def last_speaker(self, at: int) -> Chain | None:
        """Who spoke last before an offset."""
        return next((chain for where, chain in reversed(self.spoken[-3:]) if where < at), None)

    def within(self, at: int) -> str:
        """In whose words an offset lies: "quoted", "told" (without quotation marks) or "" for the article."""
        if self.quoted(at):
            return "quoted"
        return "told" if holding(self.pieces, at) else ""

    def in_source(self, span: Span) -> bool:
        """Whether a span lies in the source phrase of a statement."""
        at = bisect_right(self.phrases, span.start, key=lambda s: s.start)
        return any(phrase.holds(span) for phrase in self.phrases[max(0, at - 2) : at])

    def own_words(self, source: Span) -> int | None:
        """Where the words begin that a source speaks, if they stand before it; None if they do not."""
        report = self.sources.get(source)
        return report.pieces[0].start if report and report.pieces[0].end <= source.start else None

    def quoted(self, at: int) -> bool:
        """Whether an offset lies in somebody's own words."""
        return holding(self.direct, at) is not None

    def quotes(self, at: int) -> Chain | None:
        """Whose own words hold an offset, as far as that is known."""
        report = holding(self.direct, at)
        return self.speaker(report) if report else None

    def speaks_as_i(self, at: int) -> Chain | None:
        """Whose own words, all of them in quotation marks, hold an offset: no "he" or "she" there means them."""
        report = holding(self.direct, at)
        return self.speaker(report) if report and report.kind is StatementKind.DIRECT else None

    def we(self, at: int) -> str:
        """The source of those who say "we" in the own words that hold an offset, "" if none do: "they" are others."""
        report = holding(self.direct, at)
        says = report is not None and any(WE.search(piece.of(self.text)) for piece in report.pieces)
        return report.source.of(self.text) if report and report.source and says else ""

    def reporter(self, report: Report) -> Chain | None:
        """The person in whose words another report stands, if it is known who that is."""
        anchor = report.source or report.cue
        around = holding(self.pieces, anchor.start) if anchor else None
        found = self.speakers.get(id(around)) if around and around is not report else None
        return found if found and found.type is EntityType.PERSON else None

    def speaker(self, report: Report) -> Chain | None:
        """Who speaks a report: as resolved, else the name in its source."""
        if known := self.speakers.get(id(report)):
            return known
        if report.source is None:
            return None
        at = bisect_left(self.starts, report.source.start)
        inside = at < len(self.starts) and self.starts[at] < report.source.end
        return self.names[self.starts[at]] if inside else None

    def roles(self, pronoun: Pronoun) -> dict[Chain, str]:
        """Who is tied to the words that hold a pronoun, and how."""
        at = pronoun.span.start
        roles: dict[Chain, str] = {}
        if self.interviewee:
            roles[self.interviewee] = "asked" if asks(self.text, at) else "interviewee"
        if pronoun.kind in ("i", "we", "you"):
            self.add_turns(at, roles)
        aside = holding(self.pieces, at)
        if aside and (chain := self.speaker(aside)) and not (chain is self.interviewee and pronoun.kind == "i"):
            roles[chain] = "says-aside"
        if (direct := holding(self.direct, at)) and (chain := self.speaker(direct)):
            roles[chain] = "says"
        return roles

    def add_turns(self, at: int, roles: dict[Chain, str]) -> None:
        """Adds who speaks in their own words right before and after an offset."""
        number = bisect_right(self.direct, at, key=lambda p: p[0].start)
        for way, near in (
            ("before", self.direct[max(0, number - 3) : max(0, number - 1)]),
            ("after", self.direct[number : number + 2]),
        ):
            for _, report in near:
                if chain := self.speaker(report):
                    roles.setdefault(chain, way)


def holding(pieces: list[tuple[Span, Report]], at: int) -> Report | None:
    """The innermost statement whose words hold an offset."""
    number = bisect_right(pieces, at, key=lambda p: p[0].start)
    near = reversed(pieces[max(0, number - DEEP) : number])
    return next((report for piece, report in near if at < piece.end), None)


def asks(text: str, at: int) -> bool:
    """Whether the paragraph at an offset ends with a question."""
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].rstrip().endswith("?")


def interviewee(text: str, chains: list[Chain]) -> Chain | None:
    """Whom an article interviews without naming the turns: the person named behind "interview with"; None if nobody."""
    questions = len(QUESTION.findall(text))
    headline = HEADLINE.match(text)
    if questions < 2 or (questions == 2 and headline is None):
        return None
    until = OPENING if questions > 2 or headline is None else headline.end()
    people = sorted(
        ((span.start, c) for c in chains if c.type is EntityType.PERSON for span in c.mentions[:3]), key=lambda p: p[0]
    )
    named = [c for found in INTERVIEW.finditer(text, 0, until) for c in asked(text, people, found)]
    if not named and questions > 2:
        named = [c for at, c in people if headed(text, at, c)]
    return max(named, key=lambda c: len(c.mentions), default=None)


def headed(text: str, at: int, chain: Chain) -> bool:
    """Whether a person's name stands in the first line as who talks: "Ann Lee tells Example News", "Lee on bridges"."""
    end = next((span.end for span in chain.mentions if span.start == at), at)
    return "\n" not in text[:at].strip() and TALKS.match(text, end, end + 20) is not None


def asked(text: str, people: list[tuple[int, Chain]], found: re.Match[str]) -> list[Chain]:
    """Who is named right behind "interview with", and who opens its line: "Ann Lee: an interview"."""
    at = bisect_left(people, found.end(), key=lambda p: p[0])
    named = []
    if at < len(people) and not APART.search(text, found.end(), people[at][0]):
        named.append(people[at][1])
    line = text.rfind("\n", 0, found.start()) + 1
    if at and people[at - 1][0] == line and ":" in text[line : found.start()]:
        named.append(people[at - 1][1])
    return named
