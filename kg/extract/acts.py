"""What is done by saying it where the cue's verb only says that it was said: "“I am sorry,” she said" apologises."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from kg.extract import lexicon
from kg.model import SpeechAct, Statement, StatementKind

LONGEST: Final = 400
"""Characters of the words that are looked at."""

BEHIND: Final = 40
"""Characters behind a cue where its verb may go on: "pleaded [not guilty]"."""


class Sign(NamedTuple):
    """A pattern, the act that it shows, and where: in any words, in quoted ones, or with a cue; see the file."""

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
    quoted = "direct" if statement.kind is StatementKind.DIRECT else "indirect"
    return shown({"any": looked_at, quoted: looked_at, "cue": f"{cue}|{looked_at}"}) or SpeechAct.ASSERTS


def plea(statement: Statement, text: str) -> SpeechAct | None:
    """What a plea in court does, told by the words behind its verb: "pleaded not guilty" denies; None if it is none."""
    cue = statement.cue
    return shown({"plea": text[cue.start : cue.end + BEHIND]}) if cue else None


def shown(places: dict[str, str]) -> SpeechAct | None:
    """The act of the first sign that is found in what is looked at, by the places that signs name."""
    found = (sign.act for sign in signs() if sign.where in places and sign.pattern.search(places[sign.where]))
    return next(found, None)
