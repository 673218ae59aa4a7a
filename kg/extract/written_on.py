"""Words that are said to be written on a thing: "On the banner was written “…”", "a card on which “…” is written"."""

from __future__ import annotations

from typing import Final

from kg.extract import phrases
from kg.extract.lexicon import BE, DETERMINERS, word_set
from kg.extract.phrases import Range
from kg.extract.tokens import Tokens

WRITTEN: Final = word_set("written scrawled painted daubed sprayed carved chalked scribbled printed stencilled etched")
ON: Final = word_set("on across over upon")
SHEETS: Final = word_set("sheet piece slip scrap")
PAPER: Final = word_set("paper cardboard card")
LONGEST: Final = 6
"""Tokens of the thing, where it stands between "on" and the verb."""
HOW: Final = 5
"""Tokens behind the verb that tell how: "in red paint"."""


def written_on(tokens: Tokens, at: int) -> tuple[Range, Range] | None:
    """The verb, and the thing on which the quotation at a token is written; None if none is told of."""
    if found := around(tokens, at) or sheet(tokens, at):
        return found
    verb = next((n for n in range(at - 1, max(1, at - HOW), -1) if tokens[n].lower in WRITTEN), None)
    if verb is None or tokens[verb - 1].lower not in BE:
        return None
    thing = before_which(tokens, verb - 1) or opening(tokens, verb - 1)
    return ((verb, verb + 1), thing) if thing else None


def around(tokens: Tokens, at: int) -> tuple[Range, Range] | None:
    """A quotation between "on which" and its verb: "a card on which “…” is written"."""
    following = [token.lower for token in tokens[at + 1 : at + 3]]
    thing = before_which(tokens, at)
    if len(following) < 2 or thing is None or following[0] not in BE or following[1] not in WRITTEN:
        return None
    return (at + 2, at + 3), thing


def sheet(tokens: Tokens, at: int) -> tuple[Range, Range] | None:
    """The sheet of paper that a colon and the words follow: "There is a sheet of paper: “…”"."""
    if at < 5 or tokens[at - 1].lower != ":" or tokens[at - 3].lower != "of" or tokens[at - 2].lower not in PAPER:
        return None
    first = next((n for n in range(at - 4, max(-1, at - 7), -1) if tokens[n].lower in DETERMINERS), None)
    return ((at - 1, at), (first, at - 1)) if first is not None and tokens[at - 4].lower in SHEETS else None


def before_which(tokens: Tokens, at: int) -> Range | None:
    """The noun phrase before "on which", which ends right before a token."""
    if at < 3 or tokens[at - 1].lower != "which" or tokens[at - 2].lower not in ON:
        return None
    end = at - 3 if tokens[at - 3].lower == "," else at - 2
    first = next((n for n in range(end - 1, max(-1, end - LONGEST - 1), -1) if tokens[n].lower in DETERMINERS), None)
    return (first, end) if first is not None else None


def opening(tokens: Tokens, end: int) -> Range | None:
    """The noun phrase between "on" at the beginning of a sentence and a token: "On the banner was …"."""
    named = tokens[0].lower in ON and tokens[1].lower in DETERMINERS and 1 < end - 1 <= LONGEST
    return (1, end) if named and not any(phrases.is_finite(token) for token in tokens[1:end]) else None
