"""What an inquiry did not find: "observers found no evidence of fraud", "the study saw little sign of a change"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import sentence_subject, subjects
from kg.extract.cues import UNREPORTED
from kg.extract.lexicon import MODALS, NEGATIONS, word_set
from kg.extract.phrases import Range
from kg.extract.report import Report, kind_of, pieces
from kg.extract.reporting_verbs import group
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of
from kg.model import SpeechAct

RULE: Final = "found-none"
FINDING: Final = word_set("found finds find saw sees see uncovered detected identified showed shows reported")
NONE: Final = word_set("no little scant insufficient")
SIGNS: Final = word_set(
    "evidence sign signs trace traces proof indication indications link links connection grounds basis fault"
    " wrongdoing breach breaches violation violations irregularity irregularities deficiency deficiencies"
    " defect defects pattern correlation difference effect merit substance justification"
)
"""Nouns of what an inquiry looks for, so that their lack is a finding; survivors or a seat are no words."""
SPEAKER_ITSELF: Final = word_set("i we you")
NOUN: Final = 3
"""Tokens behind "no" in which the noun stands."""


def reports(tokens: Tokens, sentence: int) -> Iterator[Report]:
    """What the sources of a sentence did not find."""
    for at in range(1, len(tokens) - 2):
        if tokens[at].lower not in FINDING or not is_lack(tokens, at + 1):
            continue
        first, before = group(tokens, at)
        source = subjects.before(tokens, first) or subject_shared(tokens, first)
        told = not before & (MODALS | NEGATIONS) and first and tokens[first - 1].lower not in UNREPORTED | {"to"}
        if source is None or not told or tokens[source[0]].lower in SPEAKER_ITSELF:
            continue
        words = pieces(tokens, at + 1, end_of(tokens, at + 1, len(tokens), "object"))
        kind, quoted = kind_of(tokens, words)
        who, cue = span_of(tokens, *source), span_of(tokens, at, at + 1)
        yield Report(kind, words, quoted, who, cue, SpeechAct.ASSERTS, RULE, sentence)


def is_lack(tokens: Tokens, at: int) -> bool:
    """Whether a lack of signs begins at a token: "no credible evidence"."""
    return tokens[at].lower in NONE and any(token.lower in SIGNS for token in tokens[at + 1 : at + 1 + NOUN])


def subject_shared(tokens: Tokens, first: int) -> Range | None:
    """The subject of the sentence, where the verb goes on with it: "reported incidents but found no …"."""
    return sentence_subject.subject(tokens) if tokens[first - 1].lower in ("and", "but") else None
