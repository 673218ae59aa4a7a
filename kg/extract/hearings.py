"""Who only hears what is said: "jurors were told that …", "the court heard that …"; nobody is named who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract import phrases, subjects
from kg.extract.adverbials import SUBJECTS, skip_adverbials
from kg.extract.complements import has_verb
from kg.extract.lexicon import AUXILIARIES, BE, is_adverb, word_set
from kg.extract.phrases import Range
from kg.extract.report import Report, kind_of, pieces
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of
from kg.model import Span, SpeechAct

RULE: Final = "court-heard"
COURTS: Final = word_set("court courts jury jurors juror inquest tribunal hearing inquiry trial panel magistrates")
TESTIFIED: Final = ("testified", "has testified", "had testified", "testifies")
TO_COURT: Final = re.compile(
    r" (?:the |a )?(?:[A-ZÀ-Þ][\w’']+ ){0,4}"
    r"(?:[Cc]ourt|[Jj]ury|[Ii]nquest|[Tt]ribunal|[Ii]nquiry|[Tt]rial|[Hh]earing)\b"
)
TOLD: Final = word_set("told informed advised assured reminded warned notified")
NEITHER: Final = frozenset(("i", "we", "you", *phrases.RELATIVES))
"""What the article's own voice was told is no report; where a relative clause ends is another question."""
PASSIVE: Final = BE | {"being"}
SUBJECTS_SOON: Final = 8
"""So near behind "heard" stands the verb of a clause without "that"."""
LEAST: Final = 3
"""Tokens of what is said."""


def reports(tokens: Tokens, number: int) -> Iterator[Report]:
    """The reports of a sentence of what was heard in court, or what somebody was told."""
    for at in range(1, len(tokens)):
        to = court(tokens, at) or told(tokens, at)
        start = words_behind(tokens, at + 1) if to else None
        if to is None or start is None:
            continue
        words = pieces(tokens, start, end_of(tokens, start, len(tokens), "that"))
        if words and len(tokens) - start >= LEAST:
            kind, quoted = kind_of(tokens, words)
            cue, hearer = span_of(tokens, at, at + 1), span_of(tokens, *to)
            yield Report(kind, words, quoted, None, cue, SpeechAct.ASSERTS, RULE, number, addressee=hearer)


def court(tokens: Tokens, at: int) -> Range | None:
    """The court that heard what follows the token `at`."""
    subject = subjects.before(tokens, at) if tokens[at].lower == "heard" else None
    return subject if subject and tokens[subject[1] - 1].lower in COURTS else None


def told(tokens: Tokens, at: int) -> Range | None:
    """The subject of a passive cue at a token, who is told that something is so."""
    be = passive(tokens, at)
    start = words_behind(tokens, at + 1) if be is not None else None
    if be is None or start is None or any(token.lower == "by" for token in tokens[at:start]):
        return None
    while be and tokens[be - 1].lower in AUXILIARIES | BE:
        be -= 1
    subject = subjects.before(tokens, be)
    return subject if subject and tokens[subject[0]].lower not in NEITHER else None


def testifies(text: str, report: Report) -> bool:
    """Whether a report is of what somebody told a court."""
    if report.cue is None:
        return False
    cue = report.cue.of(text).lower()
    told = TO_COURT.match(text, report.cue.end) if cue in ("told", "tells", "had told") else None
    return cue in TESTIFIED or told is not None


def words_behind(tokens: Tokens, at: int) -> int | None:
    """Where the clause begins that was heard, "that" or not before it; None if something else was heard."""
    at = skip_adverbials(tokens, at, len(tokens))
    if at >= len(tokens) - 1:
        return None
    if tokens[at].lower == "that":
        return at + 1
    subject = phrases.is_name(tokens[at]) or tokens[at].lower in SUBJECTS
    return at if subject and has_verb(tokens[at : at + SUBJECTS_SOON]) else None


def hearer(tokens: Tokens, cue: Span, source: Span | None) -> Range | None:
    """The tokens of the subject of a passive cue, who is told and does not tell: "Jurors" of "Jurors were told"."""
    at = next((n for n in reversed(range(len(tokens))) if tokens[n].start < cue.end), 0)
    if source is None or source.end > cue.start or passive(tokens, at) is None:
        return None
    inside = [n for n, token in enumerate(tokens) if source.overlaps(Span(token.start, token.end))]
    return (inside[0], inside[-1] + 1) if inside else None


def passive(tokens: Tokens, at: int) -> int | None:
    """Where the form of "be" stands that makes a passive of a verb of telling at a token; None if it is none."""
    if tokens[at].lower not in TOLD:
        return None
    before = at - 1
    while before > 0 and is_adverb(tokens[before].lower):
        before -= 1
    return before if before >= 0 and tokens[before].lower in PASSIVE else None
