"""Who is spoken to in an adverbial: "in an interview with [the Wire]", "wrote to [Lee]"."""

from __future__ import annotations

from typing import Final

from kg.extract.circumstances import attached
from kg.extract.lexicon import DETERMINERS, PREPOSITIONS, word_set
from kg.extract.report import Report
from kg.extract.tokens import Token, Tokens, span_of
from kg.model import Span

TALKS: Final = word_set("interview interviews conversation conversations call chat discussion exchange meeting")
"""Behind these "with" says who is spoken to: "in an interview with the Wire"."""
MESSAGES: Final = word_set(
    "letter letters email e-mail emails e-mails message messages note memo statement statements speech address remarks"
    " comments complaint reply response testimony text petition submission report briefing call interview telegram"
)
"""Behind these "to" does: "in a letter to Lee"."""
SPEAKING: Final = word_set("speaking talking writing")
TELLING: Final = word_set(
    "said says wrote writes confirmed explained admitted complained added revealed disclosed repeated suggested denied"
    " announced stressed insisted acknowledged boasted conceded lamented remarked replied responded recalled described"
)
"""Verbs behind which "to" begins who is spoken to: "confirmed to the Wire that …"."""
ENDS: Final = word_set("that this last late early earlier yesterday today tonight and or") | (
    PREPOSITIONS - word_set("for of")
)
LONGEST: Final = 9
"""Tokens of a phrase that names who is spoken to."""


def spoken_to(tokens: Tokens, report: Report) -> Span | None:
    """The stretch that tells to whom a report's words were said, if an adverbial of its cue does."""
    near = attached(tokens, report)
    for at in range(1, len(near) - 1):
        if leads(near, at, report):
            return hearer(near, at + 1)
    first = next((at for at, token in enumerate(near) if report.cue and token.start >= report.cue.end), None)
    if first is not None and near[first].lower == "to" and told(tokens, report):
        return hearer(near, first + 1)
    return None


def leads(near: Tokens, at: int, report: Report) -> bool:
    """Whether a preposition leads from a message or talk to who is spoken to."""
    word, before = near[at].lower, near[at - 1]
    if word == "with":
        return before.lower in TALKS or before.lower in SPEAKING
    return word == "to" and (before.lower in MESSAGES or (before.lower in SPEAKING and opens(near, at - 1, report)))


def opens(near: Tokens, at: int, report: Report) -> bool:
    """Whether a participle stands outside of any clause: first in its sentence, or behind a comma."""
    cue = report.cue
    return not at or near[at - 1].lower == "," or (cue is not None and near[at - 1].end <= cue.start < near[at].start)


def told(tokens: Tokens, report: Report) -> bool:
    """Whether the verb of a report's cue takes who is spoken to behind "to"."""
    cue = report.cue
    words = [t.lower for t in tokens if cue and cue.start <= t.start < cue.end]
    return bool(words) and words[-1] in TELLING


def hearer(near: Tokens, start: int) -> Span | None:
    """The phrase that begins at a token, up to a mark, a preposition or what belongs to the cue."""
    end = start
    while end < min(len(near), start + LONGEST) and not ends(near[end]):
        if end > start and near[end].start - near[end - 1].end > 1:
            break  # reported words stand in between
        end += 1
    named = any(token.text[0].isupper() for token in near[start:end])
    while end > start and near[end - 1].lower in DETERMINERS:
        end -= 1
    return span_of(near, start, end) if named and end > start else None


def ends(token: Token) -> bool:
    """Whether a token ends a noun phrase."""
    return bool(token.quote) or not (token.text[0].isalnum() or token.lower in ("'s", "’s")) or token.lower in ENDS
