"""What words do by themselves where their cue only says that they were said: "“I am sorry,” she said" apologises."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from kg.extract import lexicon
from kg.model import SpeechAct, Statement, StatementKind

LONGEST: Final = 400
"""Characters of the words that are looked at."""


class Sign(NamedTuple):
    """A pattern of words and the act that they show; some only in direct speech."""

    act: SpeechAct
    direct: bool
    pattern: re.Pattern[str]


@cache
def signs() -> tuple[Sign, ...]:
    """The lines of data/acts.tsv, in order."""
    lines = (line.split("\t") for line in lexicon.lines("acts.tsv"))
    return tuple(Sign(SpeechAct(act), how == "direct", re.compile(p, re.IGNORECASE)) for act, how, p in lines)


def act(statement: Statement, words: str) -> SpeechAct:
    """The act of a statement: that of its cue, or if the cue tells none that of its words."""
    if statement.act is not SpeechAct.ASSERTS:
        return statement.act
    looked_at = words[:LONGEST]
    direct = statement.kind is StatementKind.DIRECT
    shown = (sign.act for sign in signs() if (direct or not sign.direct) and sign.pattern.search(looked_at))
    return next(shown, SpeechAct.ASSERTS)
