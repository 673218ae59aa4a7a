"""What people are called on to do who are told apart by a clause: "urged anyone who saw the boat to ring the guard"."""

from __future__ import annotations

from typing import Final

from kg.extract.cues import Cue
from kg.extract.lexicon import BE, word_set
from kg.extract.tokens import Tokens

OPENS: Final = word_set("who with whose whom in living")
"""Behind whom it is told these open what tells them apart."""
TAKES_TO: Final = (
    word_set(
        "want wants wanted able going try tries tried trying has have had used due likely need needs needed willing"
        " hope hopes hoped plan plans planned fail fails failed refuse refused ready wish wishes wished close next"
        " up back according led leads lead went go came come began begun seem seems seemed asked told"
    )
    | BE
)
"""A "to" behind these is a part of the clause itself: "who want to help"."""
DETERMINED: Final = word_set("the a an his her their its this these those our my your them him us me it all each")
"""Behind "to" these begin a noun phrase."""
FAR: Final = 22
"""Tokens of whom it is told."""
STOPS: Final = frozenset((".", ";", ":", "”", "that", "!", "?"))


def deed(tokens: Tokens, cue: Cue) -> int | None:
    """Where "to" stands before what somebody is called on to do behind a clause about them; None if none does."""
    verb = cue.takes("infinitive")
    if verb is None or not verb.addressee or cue.negated:
        return None
    opened = False
    for at in range(cue.last + 1, min(len(tokens) - 1, cue.last + FAR)):
        word = tokens[at].lower
        if word in STOPS or tokens[at].quote:
            return None
        if word == "to" and plain(tokens, at):
            return at - (tokens[at - 1].lower == "not") if opened else None
        opened = opened or word in OPENS
    return None


def plain(tokens: Tokens, at: int) -> bool:
    """Whether "to" at a token is before a verb and begins what is to be done."""
    following = tokens[at + 1]
    verb = not following.quote and following.text[0].islower() and following.lower not in DETERMINED
    return verb and tokens[at - 1].lower not in TAKES_TO
