"""Who is sure of something: "the mayor was adamant the wall would hold", "Lee is convinced that it was an accident"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import subjects
from kg.extract.adverbials import SUBJECTS
from kg.extract.complements import has_verb
from kg.extract.cues import UNREPORTED
from kg.extract.lexicon import BE, DETERMINERS, MODALS, NEGATIONS, PREPOSITIONS, word_set
from kg.extract.phrases import RELATIVES, is_name
from kg.extract.report import Report, kind_of, pieces
from kg.extract.reporting_verbs import group
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of
from kg.model import SpeechAct

RULE: Final = "convinced"
SURE: Final = word_set("adamant convinced certain confident sure insistent")
STAYING: Final = word_set("remains remained seems seemed stays stayed appears appeared sounded")
NOBODY: Final = frozenset(("it", "that", "this", "there", "i", "we", "you", "nobody", "everyone", *RELATIVES))
"""What is certain by itself, and the article's own voice, tell of no speaker."""
SOON: Final = 10
"""So near behind the adjective stands the verb of its clause."""
LEAST: Final = 3
"""Tokens of what somebody is sure of."""


def reports(tokens: Tokens, sentence: int) -> Iterator[Report]:
    """The convictions of a sentence."""
    for at in range(1, len(tokens) - LEAST):
        if tokens[at].lower not in SURE:
            continue
        first, before = group(tokens, at)
        if tokens[first - 1].lower in STAYING and first:
            first, before = first - 1, before | BE
        source, start = subjects.before(tokens, first), words_behind(tokens, at + 1)
        told = before & BE and not before & (MODALS | NEGATIONS) and first and tokens[first - 1].lower not in UNREPORTED
        if source is None or start is None or not told or tokens[source[1] - 1].lower in NOBODY:
            continue
        words = pieces(tokens, start, end_of(tokens, start, len(tokens), "that"))
        kind, quoted = kind_of(tokens, words)
        who, cue = span_of(tokens, *source), span_of(tokens, first, at + 1)
        yield Report(kind, words, quoted, who, cue, SpeechAct.BELIEVES, RULE, sentence)


def words_behind(tokens: Tokens, at: int) -> int | None:
    """Where the clause begins that somebody is sure of: behind "that" or a colon, or with a subject and a verb soon."""
    if tokens[at].lower in ("that", ":"):
        return None if tokens[at + 1].quote else at + 1
    token = tokens[at]
    subject = token.lower in SUBJECTS | DETERMINERS or is_name(token) or token.lower.endswith("s")
    return at if subject and token.lower not in PREPOSITIONS and has_verb(tokens[at : at + SOON]) else None
