"""Things that are done by words alone, so that the noun phrase tells what was said: "announced an appeal".

So too what somebody is said to have done, as a gerund: "confirmed receiving it"; "claimed responsibility".
"""

from __future__ import annotations

from typing import Final

from kg.extract import denials
from kg.extract.adverbials import OBJECTS, SUBJECTS
from kg.extract.lexicon import word_set
from kg.extract.numbers import number
from kg.extract.phrases import BREAKS, TIMES, is_finite
from kg.extract.tokens import Tokens

NO_THINGS: Final = OBJECTS | SUBJECTS | word_set("that so too what more less much most all none one")
"""What by itself names nothing that was said."""
VAGUE: Final = TIMES | word_set("himself herself itself themselves something anything nothing everything")
"""Before these nothing is told: "announced last week", "proposed something else"."""
URGED: Final = word_set(
    "caution restraint calm patience vigilance unity moderation dialogue prudence tolerance humility peace respect"
)
"""Whoever urges these urges no person."""
THREATENED: Final = word_set(
    "action strike strikes retaliation sanctions tariffs lawsuit lawsuits walkout walkouts boycott boycotts"
    " consequences war litigation countermeasures reprisals revenge prosecution closure"
)
"""Nouns of what can only be threatened by words."""
CLAIMED: Final = word_set("responsibility victory credit innocence ignorance immunity self-defence self-defense")
"""What is claimed by saying so; damages, land or a life are claimed otherwise."""
NO_DEEDS: Final = word_set(
    "missing pending existing outstanding remaining following growing rising falling declining increasing mounting"
    " leading ongoing including during nothing anything something everything king spring evening morning"
    " meeting building wedding funding spending housing warning ruling training"
)
"""Words in -ing that stand as adjectives and nouns behind a verb that reports."""


def is_told(verb: str, tokens: Tokens) -> bool:
    """Whether a noun phrase behind the verb is what was said: "announced [an appeal]", "urged [caution]"."""
    first = tokens[0].lower
    if first in VAGUE or (first in NO_THINGS and len(tokens) == 1):
        return False
    if verb == "rule out" and (number(tokens[0])[0] is not None or first in ("more", "half", "about")):
        return False  # A test rules people out too: "the scan ruled out half of the team".
    heads = {"urge": URGED, "threaten": THREATENED, "claim": CLAIMED}.get(verb)
    return heads is None or head(tokens) in heads


def head(tokens: Tokens) -> str:
    """The noun of a phrase: the last word before what belongs to it."""
    ends = denials.ENDS | BREAKS | {","}
    end = next((at for at, token in enumerate(tokens) if at and token.lower in ends), len(tokens))
    return tokens[end - 1].lower


def is_deed(_: str, tokens: Tokens) -> bool:
    """Whether a gerund with its own tells what somebody says was done: "reported [seeing a woman]"."""
    return len(tokens) > 1 and denials.is_deed(tokens[0]) and tokens[0].lower not in NO_DEEDS


def is_allegation(_: str, tokens: Tokens) -> bool:
    """Whether a noun phrase is something alleged, which somebody rejects or admits: "the claims", "such charges"."""
    first = tokens[0].lower
    pronoun = first in denials.ALONE and len(tokens) == 1
    return not pronoun and not denials.is_deed(tokens[0]) and not is_finite(tokens[0]) and denials.alleged(tokens)
