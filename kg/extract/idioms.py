"""Turns of speech that report nothing though they hold a verb of saying: "that said, …", "it goes without saying".

So too what a thing is merely reputed to be: "the tower is said to be the tallest".
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.report import Report

REACH: Final = 24
"""Characters before a cue that such a turn may begin with."""
BEFORE: Final = re.compile(
    r"(?:\b(?:goes|went|go) without|\b(?:[Nn]eedless|[Ss]uffice it|[Ss]trange|[Ss]ad) to"
    r"|(?:\A|[.!?”\"] |\n)That(?: being)?|\b(?:[Hh]aving|[Aa]ll that) (?:been )?|\b[Ss]o to) \Z"
)
WITHOUT: Final = re.compile(r"\b(?:goes|went) without saying\Z")
SAID: Final = re.compile(r"(?:being )?said(?: and done)?\Z|saying\Z|say\Z|speak\Z", re.IGNORECASE)
REPUTED: Final = re.compile(
    r"(?:is|are|was|were|is widely|was widely|been) (?:said|thought|believed|reputed|rumoured|rumored|reported|known)\Z"
)
TO_BE: Final = re.compile(r"to (?!have (?:said|told|warned|asked|admitted|threatened|demanded|called|claimed|replied))")


def is_idiom(text: str, report: Report) -> bool:
    """Whether a report is made of such a turn of speech."""
    if report.cue is None:
        return False
    cue = report.cue.of(text)
    if WITHOUT.search(cue):
        return True
    if SAID.match(cue) and BEFORE.search(text[max(0, report.cue.start - REACH) : report.cue.start]):
        return True
    return report.source is None and bool(REPUTED.search(cue)) and any(TO_BE.match(p.of(text)) for p in report.pieces)
