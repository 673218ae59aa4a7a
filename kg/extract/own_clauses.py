"""Clauses of their own beside a report: what stands in them tells nothing of when and where it was said."""

from __future__ import annotations

from typing import Final

from kg.extract.lexicon import AUXILIARIES, MEDIA, MODALS, VERBS, word_set
from kg.extract.tokens import Token, Tokens

CLAUSE: Final = 6
"""Tokens before a clause, its "when" among them, that may date it."""

BREAKS: Final = word_set(
    "who which whose whom where when while after before as because since until although though if unless but that"
    " whether ;"
)
OCCASIONS: Final = frozenset(word for phrase in MEDIA for word in phrase.split()[-1:]) | word_set(
    "meeting summit visit event gathering ceremony session dinner reporters journalists supporters lawmakers crowd"
    " speaking talks"
)
"""Behind these "in" says where it was said: "in a speech in Brussels"."""

AFTER: Final = word_set("after before following")
EVENTS: Final = OCCASIONS | word_set("match game race vote ballot trial verdict ruling conference election")
"""What something is said after, without a verb of its own: "after [talks in Brussels on Monday]"."""

WHO: Final = word_set("who whom whose which where")
DONE: Final = word_set("held born shot caught found sworn chosen taken seen fired hit struck freed")
ISSUED: Final = word_set("published released issued posted dated printed")
"""What is said of a document that speaks with the day on which it came out."""


def main_adverbial(opening: list[Token]) -> list[Token]:
    """What stands before the first comma of an opening, if no clause begins in it: "[On Friday], after …"."""
    comma = next((at for at, token in enumerate(opening) if token.lower == ","), 0)
    first = opening[:comma]
    plain = bool(first) and first[0].lower in ("on", "in", "at", "during", "late", "early", "earlier", "last")
    return first if plain and not any(breaks(token) for token in first) else []


def without_relatives(middle: list[Token]) -> list[Token]:
    """What stands between source and cue, without what is told of the source: "Lee[, who was held on Friday,] said"."""
    start = next((at for at, token in enumerate(middle) if token.lower in WHO or participle(middle, at)), len(middle))
    return middle[:start]


def participle(tokens: list[Token], at: int) -> bool:
    """Whether what was done to somebody begins at a token, behind a comma: "Lee, [held] on Friday"."""
    word = tokens[at].lower
    return at > 0 and tokens[at - 1].lower == "," and (word in DONE or (word.endswith("ed") and word not in ISSUED))


def parted(behind: list[Token], at: int) -> bool:
    """Whether a clause of its own begins at a token; what follows an event is none: "said after talks in Brussels"."""
    near = [token.lower for token in behind[at + 1 : at + 5]]
    if behind[at].lower not in AFTER:
        return breaks(behind[at])
    if near[:1] == ["yesterday"]:
        return False
    event = next((n for n, word in enumerate(near) if word in EVENTS), None)
    return event is None or any(breaks(token) for token in behind[at + 1 : at + 1 + event])


def when(ahead: list[Token]) -> list[Token]:
    """The day right before "when", which is that of both clauses: "the talks ended [on Friday], when Lee said …"."""
    if len(ahead) < CLAUSE or ahead[-1].lower != "when":
        return []
    near = ahead[-CLAUSE:-1]
    starts = [at for at, token in enumerate(near) if token.lower in ("in", "on")]
    return near[starts[-1] :] if starts else []


def breaks(token: Token) -> bool:
    """Whether a token begins a clause of its own, or is the verb of one; a month is no verb."""
    if token.text in ("May", "March"):
        return False
    return token.lower in BREAKS or token.lower in VERBS or token.lower in MODALS or token.lower in AUXILIARIES - {"'s"}


def clause_between(words: Tokens) -> bool:
    """Whether the words before a day in a source tell of something else: "Lee, [who was held] on Friday"."""
    return any(token.lower in WHO or participle(list(words), at) for at, token in enumerate(words))
