"""One reading of the network's and a rule's report of the same words: what is taken from which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kg.extract import (
    as_seen_by,
    clause_first,
    hearings,
    in_words,
    inscriptions,
    noun_cues,
    quoted_as,
    said_afterwards,
    spoken_within,
    to_say,
    told_by,
)
from kg.extract.assemble import Ground
from kg.extract.borders import quoted_parts, shared
from kg.extract.choose import inside
from kg.extract.circumstances import is_relaying
from kg.extract.lexicon import AUXILIARIES, BE, MODALS
from kg.extract.network.candidate import Candidate
from kg.extract.phrases import RELATIVES, is_finite
from kg.extract.report import Report
from kg.extract.tokens import words
from kg.extract.unspoken import spoken, verb_taken
from kg.model import Span, StatementKind

SET_APART: Final = (
    *("pull-quote", quoted_as.RULE, in_words.RULE, hearings.RULE, spoken_within.RULE),
    *(clause_first.RULE, inscriptions.RULE, to_say.RULE, "said-for"),
    *(as_seen_by.RULE, said_afterwards.RULE, told_by.RULE),
)
"""The rules that go by how a line is laid out or by fixed words, which leave no doubt."""
LINKS: Final = {"said-rating": "as", "said-being": "to", "said-told": "within", "estimate": "at"}
"""By rule the word without which, and without what is behind it, a noun phrase tells nothing."""
SAME: Final = 0.5
"""Contents that have this share of their characters in common are the same words."""
WHO: Final = re.compile(r",\s+who\s")
WHILE: Final = re.compile(r"\b(?:while|whereas|but)\s+\Z")
"""What stands before the subject of another clause: "Lee said …, while Brandt, in the north, insisted …"."""
CLAUSES: Final = ("said-that", "said-clause")
ASIDE: Final = re.compile(r",\s[^.:;“”\"\n]+,\s")
MARKS: Final = ".,!?…"
"""Before or behind its closing mark these end what is quoted."""


@dataclass(frozen=True)
class Reading:
    """One statement as it may stand: the report whose words are taken, and who found it: the network, a rule, both."""

    report: Report
    candidate: Candidate | None
    rule: str | None
    agreed: float = 0.0
    """The share of the characters that both readings have in common; 0 if there is one."""


def both(on: Ground, report: Report, candidate: Candidate, by_rules: Report | None) -> Reading:
    """What the network proposes, with what a rule adds: the borders of quotations, who is spoken to, the act."""
    if by_rules is None:
        return Reading(report, candidate, None)
    if verb_taken(report, by_rules, candidate.cue_probability):
        return Reading(by_rules, None, by_rules.rule)
    agreed = shared(report.pieces, by_rules.pieces)
    if by_rules.rule in SET_APART and not (
        by_rules.rule == inscriptions.RULE and report.source and (not by_rules.source or only_led(on.text, by_rules))
    ):
        return Reading(by_rules, candidate, by_rules.rule, agreed)
    report = with_pieces(report, by_rules, spoken(on.text, report, by_rules))
    if nearer(on.text, report, by_rules):
        report = replace(report, source=by_rules.source)
    if runs_on(on.text, report, by_rules):
        report = with_pieces(replace(report, source=by_rules.source), by_rules, by_rules.pieces)
    told = any(parts(on.text, report, by_rules) for parts in (too_long, headless, taken_up))
    if told or cut_off(on.text, report, by_rules) or broken_off(on.text, report, by_rules):
        report = with_pieces(report, by_rules, by_rules.pieces)
    if passed_on(on, report) and not passed_on(on, by_rules):
        report = replace(report, source=by_rules.source, cue=by_rules.cue, act=by_rules.act)
    merged = replace(report, addressee=report.addressee or by_rules.addressee, source=report.source or by_rules.source)
    if by_rules.act is not report.act and overlap(report.cue, by_rules.cue):
        merged = replace(merged, act=by_rules.act)
    if by_rules.kind is StatementKind.DIRECT and not goes_beyond(on, report, by_rules):
        pieces = joined((*report.pieces, *by_rules.pieces)) if report.kind is by_rules.kind else by_rules.pieces
        last = max(report.sentence, by_rules.sentence)
        merged = replace(merged, kind=by_rules.kind, pieces=pieces, quoted=(), sentence=last)
    return Reading(replace(merged, rule=report.rule), candidate, by_rules.rule, agreed)


def only_led(text: str, by_rules: Report) -> bool:
    """Whether nothing but a colon tells that a thing bears the words: "a banner: “…”"."""
    return by_rules.cue is not None and by_rules.cue.of(text) == ":"


def with_pieces(report: Report, by_rules: Report, pieces: tuple[Span, ...]) -> Report:
    """The report with other pieces; those of the rule's come with what is quoted in them."""
    if pieces == report.pieces:
        return report
    if pieces == by_rules.pieces and by_rules.kind is not StatementKind.DIRECT:
        return replace(report, pieces=pieces, kind=by_rules.kind, quoted=by_rules.quoted)
    return replace(report, pieces=pieces)


def nearer(text: str, report: Report, by_rules: Report) -> bool:
    """Whether the rule's source is a subject of its own, "who" behind it or "while" before, between source and cue.

    "Lee did not say whether …, but an aide, who asked not to be named, said …" is what the aide said.
    """
    one, other, cue = report.source, by_rules.source, report.cue
    if not (one and other and cue and overlap(cue, by_rules.cue)):
        return False
    apart = WHO.search(text, other.start, other.end) or WHILE.search(text, one.end, other.start)
    return one.end <= other.start < other.end <= cue.start and apart is not None


def broken_off(text: str, report: Report, by_rules: Report) -> bool:
    """Whether a report's words lack what a thing is called or put at: "the toll" of "the toll at 61"."""
    link = LINKS.get(by_rules.rule)
    if link is None or not (len(report.pieces) == len(by_rules.pieces) == 1):
        return False
    part, whole = report.pieces[0], by_rules.pieces[0]
    return part.start == whole.start and part.end < whole.end and text[part.end : whole.end].split()[0] == link


def too_long(text: str, report: Report, by_rules: Report) -> bool:
    """Whether a report's words go on to what is told of them: "Lee's claim that [it was old] was met with laughter"."""
    one, other = report.pieces[-1], by_rules.pieces[-1]
    told = by_rules.rule == noun_cues.RULE and one.start == other.start and one.end > other.end
    return told and text[other.end] == " "


def headless(text: str, report: Report, by_rules: Report) -> bool:
    """Whether a report's words lack the verb that tells what was done: "denied [knowing about] the letter"."""
    one, other = report.pieces[0], by_rules.pieces[0]
    deed = by_rules.rule in ("said-denying", "said-deed") and len(report.pieces) == len(by_rules.pieces) == 1
    return deed and other.start < one.start and one.end == other.end


def taken_up(text: str, report: Report, by_rules: Report) -> bool:
    """Whether a report lacks what goes on behind source and cue: "It was old, Lee said, and had been sold".

    So too where it lacks what stands before them and is no clause: "Nobody, Lee said, was warned".
    """
    indirect = report.kind is by_rules.kind is StatementKind.INDIRECT and by_rules.rule == "interrupted"
    if not indirect or len(by_rules.pieces) < 2:
        return False
    head = words(text, by_rules.pieces[0].start, by_rules.pieces[0].end)
    clause = any(is_finite(token) or token.lower in RELATIVES for token in head)
    return report.pieces == by_rules.pieces[:1] or (report.pieces == by_rules.pieces[1:] and not clause)


def runs_on(text: str, report: Report, by_rules: Report) -> bool:
    """Whether a report's source runs on into its words, which the rule parts: "According to Lee the boat is old, …"."""
    one, other = report.source, by_rules.source
    according = by_rules.rule == "according-to"
    if not (according and one and other and one.start == other.start and other.end < one.end):
        return False
    rest = words(text, other.end, one.end)
    return any(is_finite(token) for token in rest) and not any(token.lower in RELATIVES for token in rest)


def cut_off(text: str, report: Report, by_rules: Report) -> bool:
    """Whether a report's words lack their subject, a name behind who is spoken to: "told the court Lee had lied"."""
    if parted(text, report, by_rules):
        return True
    if len(report.pieces) != 1 or len(by_rules.pieces) != 1 or by_rules.addressee is None:
        return False
    piece, whole = report.pieces[0], by_rules.pieces[0]
    lacking = text[whole.start : piece.start].split()
    return piece.end == whole.end and bool(lacking) and all(word[:1].isupper() for word in lacking)


def parted(text: str, report: Report, by_rules: Report) -> bool:
    """Whether a report lacks what stands in the middle of a clause, or its subject: "the plan, which …, had failed"."""
    if by_rules.rule not in CLAUSES or len(by_rules.pieces) != 1 or not overlap(report.cue, by_rules.cue):
        return False
    whole, first, last = by_rules.pieces[0], report.pieces[0], report.pieces[-1]
    if not whole.start <= first.start < last.end == whole.end:
        return False
    verb_first = whole.start < first.start and first.of(text).split()[0].lower() in AUXILIARIES | MODALS | BE
    asides = (text[one.end : other.start] for one, other in pairwise(report.pieces))
    return verb_first or (len(report.pieces) > 1 and all(ASIDE.fullmatch(aside) for aside in asides))


def quoted_another(
    proposed: Iterable[tuple[Report, Candidate]], by_rules: Iterable[Report]
) -> tuple[list[tuple[Report, Candidate]], dict[Report, Candidate]]:
    """The proposals but for those of who quotes another "as saying"; these by the rule's report of what they tell.

    Of several that tell the same the one stays whose cue is the most probable.
    """
    exact = [report for report in by_rules if report.rule == quoted_as.RULE]
    rest: list[tuple[Report, Candidate]] = []
    met: dict[Report, Candidate] = {}
    for report, candidate in proposed:
        told = next((each for each in exact if each.home == report.home and tells(report, each)), None)
        if told is None:
            rest.append((report, candidate))
        elif told not in met or met[told].cue_probability < candidate.cue_probability:
            met[told] = candidate
    return rest, met


def tells(report: Report, exact: Report) -> bool:
    """Whether a report is another reading of what somebody is quoted "as saying"."""
    return overlap(report.cue, exact.cue) or inside(exact, report) or shared(report.pieces, exact.pieces) >= SAME


def goes_beyond(on: Ground, report: Report, direct: Report) -> bool:
    """Whether a report has more of the sentence that the quotations of another are a part of.

    They are one with the words around them if one begins in lower case, or ends without a mark where the words go on.
    """
    if report.kind is StatementKind.DIRECT:
        return False
    text = on.text
    if any(part.of(text)[:1].islower() for piece in report.pieces for part in quoted_parts(piece, on.quotes)):
        return True
    around = [(piece, quote) for piece in report.pieces for quote in direct.pieces if piece.overlaps(quote)]
    return any(
        piece.end > quote.end + 2 and text[quote.end - 1] not in MARKS and text[quote.end] not in MARKS
        for piece, quote in around
    )


def joined(pieces: Iterable[Span]) -> tuple[Span, ...]:
    """The pieces in text order, those that share a character as one."""
    found: list[Span] = []
    for piece in sorted(pieces):
        if found and found[-1].overlaps(piece):
            piece = Span(found[-1].start, max(found.pop().end, piece.end))
        found.append(piece)
    return tuple(found)


def overlap(one: Span | None, other: Span | None) -> bool:
    """Whether two spans are there and share a character."""
    return one is not None and other is not None and one.overlaps(other)


def passed_on(on: Ground, report: Report) -> bool:
    """Whether a source may only pass on what another said: "as the agency reported" behind the words."""
    if report.cue is None or not is_relaying(report.cue.of(on.text).lower().split()[-1]):
        return False
    start = min(report.cue.start, report.source.start if report.source else report.cue.start)
    before = on.text[max(0, start - 8) : start].rstrip().lower()
    return start > report.pieces[0].start and before.endswith((" as", "\nas"))
