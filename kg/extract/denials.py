"""What somebody denies without a clause: "denied the claims", "denies any part in it", "denied it", "denied murder".

Only what is alleged is denied as words are; leave, help or a visa is refused.
"""

from __future__ import annotations

from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.lexicon import PREPOSITIONS, word_set
from kg.extract.phrases import RELATIVES, is_finite, is_time
from kg.extract.tokens import Token, Tokens

VERB: Final = "deny"
ALLEGED: Final = word_set(
    "allegation allegations accusation accusations claim claims charge charges report reports rumour rumours rumor"
    " rumors suggestion suggestions assertion assertions story stories speculation wrongdoing involvement"
    " existence knowledge culpability"
    " responsibility liability guilt negligence misconduct collusion complicity plagiarism count counts offence"
    " offences offense murder manslaughter theft fraud assault rape harassment robbery arson conspiracy bribery"
)
ALONE: Final = word_set("it this that these those")
REFUSED: Final = word_set("housing funding training parking boarding")
HOW: Final = word_set("through via when while after before because during ) yesterday today")
LEAST: Final = 5
"""Letters of the shortest gerund: "being"."""
ENDS: Final = PREPOSITIONS | frozenset((*RELATIVES, "that", "and", "or", "as"))
"""Before these the noun of a phrase stands."""


def end_of(tokens: Tokens, start: int, limit: int) -> int:
    """Where the phrase of what is denied ends: before how and when it is denied, or what else is done."""
    for at in range(start + 1, limit):
        word = tokens[at].lower
        following = tokens[at + 1].lower if at + 1 < limit else ""
        if word in HOW or is_time(tokens[at]) or (word == "on" and following and is_time(tokens[at + 1])):
            return at
        if word in ("and", "but") and (following.endswith("ed") or is_reporting_form(following)):
            return at
    return limit


def alleged(tokens: Tokens) -> bool:
    """Whether the tokens are a noun phrase, or a gerund with its own, of what somebody is said to have done."""
    first = tokens[0].lower
    if first in ALONE and len(tokens) == 1:
        return True
    if first == "any" or is_deed(tokens[0]):
        return True
    head = next((at for at, token in enumerate(tokens) if token.lower in ENDS), len(tokens))
    noun = head > 0 and tokens[head - 1].lower in ALLEGED
    return noun and not any(token.quote or is_finite(token) for token in tokens[:head])


def is_deed(token: Token) -> bool:
    """Whether a token is the gerund of what somebody denies having done: "denied taking the money"."""
    return token.lower.endswith("ing") and len(token.lower) >= LEAST and token.lower not in REFUSED
