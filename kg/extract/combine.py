"""Two readings of one text, the network's and the rules', put together: what is the same, and what tells of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from kg.extract import told_by
from kg.extract.assemble import Ground
from kg.extract.borders import letters, quoted_parts, shared
from kg.extract.candidate_reports import RULE as NETWORK
from kg.extract.candidate_reports import report_of, sentence_at
from kg.extract.choose import inside
from kg.extract.coordinated import by_sentence, ended
from kg.extract.cue_first import without_cue_first
from kg.extract.cue_words import SPEAKER_ITSELF, class_of
from kg.extract.lexicon import word_set
from kg.extract.merged import SAME, Reading, both, passed_on, quoted_another
from kg.extract.network.candidate import Candidate
from kg.extract.phrases import is_finite
from kg.extract.report import Report
from kg.extract.tails import with_tail
from kg.extract.tokens import words
from kg.model import Span, SpeechAct, StatementKind

PRONOUNS: Final = word_set("he she they it who which")
TELLS: Final = 0.5
"""From this probability on what a cue reports is a statement, so that its words are no part of another's."""
BESIDE: Final = (
    *("said-that", "said-figure", "said-denying", "estimate", "found-none"),
    *("said-infinitive", "said-of", "said-for", "said-told", "said-rating", "said-clause"),
)
"""Rules that are right often enough to end the words of the cue before theirs."""
LONGEST_LOGIT: Final = 6.0


def readings(on: Ground, candidates: Iterable[Candidate], by_rules: Sequence[Report]) -> list[Reading]:
    """What the network and the rules read, each pair that means the same words as one, in the order of the words."""
    reported = ((report, c) for c in candidates if (report := report_of(on, c)))
    proposed = own_pieces(on, [(report, c) for report, c in reported if not strayed(on, report)])
    proposed = without_cue_first(on.text, proposed)
    tells = [report for report, candidate in proposed if candidate.statement >= TELLS]
    beside = by_sentence([*tells, *(report for report in by_rules if goes_beside(report))])
    proposed = [(ended(on.text, report, beside[report.home]), candidate) for report, candidate in proposed]
    proposed, quoted = quoted_another(proposed, by_rules)
    by_rules = [report for report in by_rules if report not in quoted]
    partner = paired([report for report, _ in proposed], by_rules)
    found = [
        Reading(replace(report, rule=NETWORK), candidate, report.rule, 1.0) for report, candidate in quoted.items()
    ]
    found += [both(on, report, candidate, partner.get(number)) for number, (report, candidate) in enumerate(proposed)]
    met = {id(report) for report in partner.values()}
    found += [Reading(report, None, report.rule) for report in by_rules if id(report) not in met]
    told = by_sentence(report for report in by_rules if report.rule == told_by.RULE)
    found = [r for r in found if not any(is_hearer(r.report, other) for other in told.get(r.report.home, ()))]
    found = [replace(r, report=tailed(on, r.report)) for r in found]
    return sorted(found, key=lambda r: (r.report.home, r.report.pieces, r.rule or ""))


def is_hearer(report: Report, told: Report) -> bool:
    """Whether a report's words are but whom another tells to have been told something."""
    return told.addressee is not None and all(told.addressee.holds(piece) for piece in report.pieces)


def goes_beside(report: Report) -> bool:
    """Whether a rule's report ends the words of the cue before its own."""
    accuses = report.rule == "said-quote" and report.act is SpeechAct.ACCUSES
    return report.rule in BESIDE or accuses


def strayed(on: Ground, report: Report) -> bool:
    """Whether all words that are not merely quoted stand in the next sentence, which no colon leads up to."""
    last = on.sentences[report.home].tokens[-1]
    return (
        report.kind is not StatementKind.DIRECT
        and last.lower != ":"
        and all(piece.start >= last.end for piece in report.pieces)
    )


def tailed(on: Ground, report: Report) -> Report:
    """The report, its unquoted words behind the cue with the part of a count that a comma parts from them."""
    plain = report.kind is StatementKind.INDIRECT and report.cue and report.pieces[-1].start >= report.cue.end
    return replace(report, pieces=with_tail(on.text, report.pieces)) if plain else report


def own_pieces(on: Ground, proposed: list[tuple[Report, Candidate]]) -> list[tuple[Report, Candidate]]:
    """The proposals without the pieces that they share with a later cue, which stands nearer: it reports them."""
    cues: dict[Span, int] = {}
    for report, candidate in proposed:
        for piece in report.pieces:
            cues[piece] = max(cues.get(piece, 0), candidate.cue.start)
    nearest = first_behind(proposed)
    found = []
    for report, candidate in proposed:
        own = tuple(p for p in report.pieces if cues[p] == candidate.cue.start or cues[p] > p.start)
        if report.kind is StatementKind.DIRECT:
            own = tuple(p for p in own if nearest.get(p, candidate.cue.start) >= candidate.cue.start)
        if own and own != report.pieces:
            report = replace(report, pieces=own, sentence=max(report.home, sentence_at(on, own[-1].start)))
        found.append((report, candidate))
    return found


def first_behind(proposed: list[tuple[Report, Candidate]]) -> dict[Span, int]:
    """Where the first cue stands behind each piece: of “Why?” Lee asked. “Why not?” Brandt replied."""
    found: dict[Span, int] = {}
    for report, candidate in proposed:
        for piece in report.pieces:
            if candidate.cue.start >= piece.end:
                found[piece] = min(found.get(piece, candidate.cue.start), candidate.cue.start)
    return found


def paired(proposed: list[Report], by_rules: list[Report]) -> dict[int, Report]:
    """For the numbers of proposed reports the rules' reports of the same words, one to one, the most alike first."""
    near: dict[int, list[int]] = defaultdict(list)
    for number, report in enumerate(by_rules):
        for home in {report.home, report.sentence}:
            near[home].append(number)
    alike = sorted(
        (-likeness(report, by_rules[other]), number, other)
        for number, report in enumerate(proposed)
        for other in {n for home in (report.home, report.sentence) for n in near[home]}
    )
    partner: dict[int, Report] = {}
    met: set[int] = set()
    for likely, number, other in alike:
        if likely <= -SAME and number not in partner and other not in met:
            partner[number] = by_rules[other]
            met.add(other)
    return partner


def likeness(one: Report, other: Report) -> float:
    """How alike two reports are: what their words share, more if they have the same cue; 0 if one reports the other."""
    if inside(one, other) or inside(other, one):
        return 0.0
    same_cue = one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue)
    common = shared(one.pieces, other.pieces)
    return common + (SAME if same_cue and common > 0 else 0)


def without_relays(on: Ground, found: Iterable[Reading]) -> list[Reading]:
    """The readings without those of a source that passes words on where another reading has who said them."""
    every = [(reading, passed_on(on, reading.report)) for reading in found]
    said: dict[int, list[Report]] = defaultdict(list)
    for reading, relay in every:
        if not relay and reading.report.cue:
            said[reading.report.home].append(reading.report)
    return [
        reading
        for reading, relay in every
        if not relay or not any(by_another(reading.report, other) for other in said[reading.report.home])
    ]


def by_another(one: Report, other: Report) -> bool:
    """Whether another report has the same words from another source, which it tells."""
    return other.source is not None and one.source != other.source and shared(one.pieces, other.pieces) >= SAME


def told_within(found: list[Reading]) -> set[Report]:
    """The reports of rules alone whose cue stands in the words of another one of the same sentence."""
    by_home: dict[int, list[Reading]] = defaultdict(list)
    for reading in found:
        by_home[reading.report.home].append(reading)
    alone = (reading for reading in found if reading.candidate is None)
    return {r.report for r in alone if any(inside(r.report, other.report) for other in by_home[r.report.home])}


def features(on: Ground, reading: Reading) -> dict[str, float]:
    """What is known of a reading that tells how likely it is a statement, by name; what is absent counts as 0."""
    text, report, candidate = on.text, reading.report, reading.candidate
    cue = class_of(report.cue.of(text)) if report.cue else "none"
    found = {f"cue:{cue}": 1.0}
    if cue in ("verb", "noun"):
        found[f"act:{report.act.value}"] = 1.0
    if candidate:
        found |= {
            "network": 1.0,
            "cue": logit(candidate.cue_probability),
            "content": logit(candidate.content_probability),
            "statement": logit(candidate.statement),
        }
    if reading.rule:
        found |= {"rules": 1.0, f"rule:{reading.rule}": 1.0, "agreed": reading.agreed}
        found |= {} if candidate else {"rules-alone": 1.0}
    return found | content_features(on, report) | source_features(text, report.source)


def content_features(on: Ground, report: Report) -> dict[str, float]:
    """What the words that were said are like: how many, in quotation marks, a clause."""
    tokens = [t for piece in report.pieces for t in words(on.text, piece.start, piece.end) if t.text[0].isalnum()]
    quoted = sum(letters(on.text, part) for piece in report.pieces for part in quoted_parts(piece, on.quotes))
    finite = any(is_finite(token) or token.lower.endswith("ed") for token in tokens)
    flags = {
        f"length:{bucket(len(tokens))}": True,
        "quoted:all": report.kind is StatementKind.DIRECT,
        "quoted:some": report.kind is StatementKind.MIXED,
        "no-verb": not finite and report.kind is not StatementKind.DIRECT,
        "pieces": len(report.pieces) > 1,
        "infinitive": bool(tokens) and tokens[0].lower == "to",
        "cue-in-quotation": quoted > 0 and cue_is_quoted(on, report),
    }
    return {name: 1.0 for name, holds in flags.items() if holds}


def cue_is_quoted(on: Ground, report: Report) -> bool:
    """Whether the cue itself stands in quotation marks, so that the report is part of what somebody said."""
    return report.cue is not None and bool(quoted_parts(report.cue, on.quotes))


def source_features(text: str, source: Span | None) -> dict[str, float]:
    """What the phrase is like that names who speaks."""
    words = source.of(text).lower() if source else ""
    if not words:
        return {"source:none": 1.0}
    if words in SPEAKER_ITSELF:
        return {"source:speaker-itself": 1.0}
    return {"source:pronoun": 1.0} if words in PRONOUNS else {}


def bucket(count: int) -> str:
    """A number of words, roughly."""
    return next((name for most, name in ((2, "1-2"), (5, "3-5"), (9, "6-9")) if count <= most), "10+")


def logit(probability: float) -> float:
    """The log odds of a probability, between -6 and 6."""
    inside = min(max(probability, 1e-6), 1 - 1e-6)
    return min(max(math.log(inside / (1 - inside)), -LONGEST_LOGIT), LONGEST_LOGIT)
