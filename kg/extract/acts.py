"""What is done by saying it where the cue's verb only says that it was said: "“I am sorry,” she said" apologises."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from kg.extract import lexicon
from kg.model import SpeechAct, Statement, StatementKind

LONGEST: Final = 400
"""Characters of the words that are looked at."""


class Sign(NamedTuple):
    """A pattern, the act that it shows, and where: in any words, in quoted ones only, or in a cue and its words."""

    act: SpeechAct
    where: str
    pattern: re.Pattern[str]


@cache
def signs() -> tuple[Sign, ...]:
    """The lines of data/acts.tsv, in order."""
    lines = (line.split("\t") for line in lexicon.lines("acts.tsv"))
    return tuple(Sign(SpeechAct(act), where, re.compile(pattern, re.IGNORECASE)) for act, where, pattern in lines)


def act(statement: Statement, words: str, cue: str = "") -> SpeechAct:
    """The act of a statement: that of its cue's verb, or if this tells none that of its cue's noun, or of its words."""
    if statement.act is not SpeechAct.ASSERTS:
        return statement.act
    looked_at = words[:LONGEST]
    places = {"any": looked_at, "cue": f"{cue}|{looked_at}"}
    if statement.kind is StatementKind.DIRECT:
        places["direct"] = looked_at
    shown = (sign.act for sign in signs() if sign.where in places and sign.pattern.search(places[sign.where]))
    return next(shown, SpeechAct.ASSERTS)
