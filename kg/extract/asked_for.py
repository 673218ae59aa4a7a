"""Who is asked, in many words or few, and for what: "asked [donors] for help", "told [those who stayed] to leave"."""

from __future__ import annotations

from typing import Final

from kg.extract.adverbials import SUBJECTS
from kg.extract.lexicon import DETERMINERS, PREPOSITIONS, is_adverb, word_set
from kg.extract.phrases import BREAKS, is_finite, is_name
from kg.extract.tokens import Tokens

FRAME: Final = "for"
WIDEST: Final = 8
"""Tokens of who is asked for something."""
LONGEST: Final = 20
"""Tokens of who is told to do something."""
NOT_FOR: Final = word_set("example instance now once years months weeks days hours minutes decades the")
"""Behind "for" these name no thing that is asked for; behind "the" may stand who one works for."""
ENDS: Final = BREAKS | word_set(", and or but that to about whether if how why what when where as like from over")
OTHER: Final = word_set("plan plans able unable going used due needed forced how what where when attempts")
"""Before "to" these have an infinitive of their own."""


def thing(tokens: Tokens, start: int, limit: int) -> int | None:
    """Where "for" stands with what is asked for, behind who is asked from the token `start` on; None if nothing is."""
    at = start + 1
    while at < min(limit, start + WIDEST) and tokens[at].lower not in ENDS and not tokens[at].quote:
        if tokens[at].lower == "for":
            return at if at + 1 < limit and is_thing(tokens, at + 1) else None
        if is_finite(tokens[at]):
            return None
        at += 1
    return None


def is_thing(tokens: Tokens, at: int) -> bool:
    """Whether what one asks for begins at a token: "patience", "170 million dollars", "more time"."""
    token = tokens[at]
    named = is_name(token) or token.quote is not None
    return not named and token.lower not in NOT_FOR and token.text[0].isalnum()


def deed(tokens: Tokens, start: int, limit: int) -> int:
    """Where "to" stands with what is asked, behind more of who is asked ("those [who stayed]"); else `start`."""
    for at in range(start, min(limit - 1, start + LONGEST)):
        token, following = tokens[at], tokens[at + 1]
        if token.lower == "to" and tokens[at - 1].lower not in OTHER:
            plain = following.text.isalpha() and following.text.islower()
            noun = following.lower in DETERMINERS | PREPOSITIONS or is_adverb(following.lower)
            return (at - (tokens[at - 1].lower == "not")) if plain and not noun else start
        if token.quote or (token.lower in ENDS | SUBJECTS and token.lower != "to"):
            return start
    return start
