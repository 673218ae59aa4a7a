"""Whether a report says that an act was done ("denied") or was not ("has not denied", "refused to confirm")."""

from __future__ import annotations

from typing import Final

from kg.extract.cues import Cue
from kg.extract.lexicon import AUXILIARIES, BE, MODALS, NEGATIONS, QUESTION_WORDS, is_adverb, word_set
from kg.extract.tokens import Tokens
from kg.model import Polarity, Span, SpeechAct

NOT: Final = NEGATIONS | word_set("cannot can't couldn't wasn't weren't neither nor without")
WITHHOLDING: Final = word_set(
    "refused refuses refuse refusing declined declines decline declining failed fails fail failing neglected unable"
    " unwilling yet avoided avoids avoiding stopped"
)
"""Before "to" or a gerund these say that it was not done: "has yet to confirm", "stopped short of denying"."""

BETWEEN: Final = word_set("to short of have be been able")
"""What may stand between a verb and the word that says it was not done."""

TELLING: Final = frozenset((SpeechAct.DENIES, SpeechAct.CONFIRMS, SpeechAct.ADMITS))
"""Acts whose absence is itself news: who has not denied leaves it open."""

THINKING: Final = word_set("believe think expect consider anticipate foresee")
"""Who does not think that it is so thinks that it is not."""

WEIGHING: Final = word_set("doubt dismiss question refuse")
"""Verbs of these acts that tell what somebody makes of a matter: who never doubts says nothing."""

PASSIVE: Final = BE | word_set("isn't aren't wasn't weren't")
REFUSING: Final = word_set("will would can could won't wouldn't can't cannot couldn't")
NEAR: Final = 7
"""Tokens before a verb that may belong to it."""


def polarity(tokens: Tokens, cue: Span | None, act: SpeechAct) -> Polarity:
    """The polarity of the act at a cue among the tokens of its sentence; to decline to comment is done."""
    if cue is None or act is SpeechAct.DECLINES_TO_COMMENT:
        return Polarity.AFFIRMED
    last = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].start < cue.end), -1)
    inside = next((i for i in range(last, -1, -1) if tokens[i].end <= cue.start), -1) + 1
    words = [token.lower for token in tokens[group(tokens, inside) : last + 1]]
    return Polarity.NEGATED if any(undone(words, at) for at in range(len(words))) else Polarity.AFFIRMED


def group(tokens: Tokens, first: int) -> int:
    """Where the verb group begins that the token `first` belongs to."""
    at = first
    while at and first - at < NEAR and belongs(tokens[at - 1].lower):
        at -= 1
    return at


def belongs(word: str) -> bool:
    """Whether a word before a verb belongs to it."""
    return word in NOT or word in WITHHOLDING or word in BETWEEN or word in AUXILIARIES | MODALS or is_adverb(word)


def undone(words: list[str], at: int) -> bool:
    """Whether the word at `at` says that the act was not done; "not only said" says that it was."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in NOT:
        return following not in ("only", "just", "merely")
    return words[at] in WITHHOLDING and (following in ("to", "short") or following.endswith("ing"))


def reported(tokens: Tokens, cue: Cue) -> bool:
    """Whether a negated cue reports something: what was not denied, what was left open, what is not believed.

    What is said not to have been said ("she never said that …") is no statement.
    """
    before = {token.lower for token in tokens[cue.first : cue.at]}
    if before & MODALS and not (before & REFUSING and "have" not in before):
        return False
    if cue.tense == "past" and before & PASSIVE:
        return False
    following = tokens[cue.last].lower if cue.last < len(tokens) else ""
    if following in QUESTION_WORDS:
        return cue.takes("question") is not None
    verb = cue.verbs[0]
    if verb.lemma in THINKING:
        return not before & MODALS
    return verb.act in TELLING and verb.lemma not in WEIGHING
