"""Quotations that a dash leads up to, without marks: "— We lost two boats, — said Lee. — Nobody came."

Many languages print speech so, and translations keep the dashes. The words between a dash at the head of a paragraph
and the next one, before a cue, are what marks would hold; so is what a later dash leads up to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.edits import Edit

LED: Final = re.compile(r"^[ \t]*(?P<dash>[—–―-][ \t]*)(?=[A-ZÀ-Þ])(?P<rest>[^\n]*)$", re.MULTILINE)
"""A paragraph that begins with a dash."""
BREAK: Final = re.compile(r"(?<=[,.!?…])[ \t]*[—–―-][ \t]+(?=\w)")
"""A dash behind the end of what was said or of who said it."""
WORD: Final = re.compile(r"[^\W\d_]+")
NEAR: Final = 10
"""Words behind the dash of which one is the cue."""
LONG: Final = 100
"""Characters that are looked at for these."""
FEELS: Final = re.compile(r"(?:was|were|is|are) \w+ (?:the |[A-ZÀ-Þ])")
"""How somebody speaks, in the order of such languages: "was indignant the trainer"."""


def edits(text: str) -> list[Edit]:
    """The marks of quotations that only have dashes."""
    return [edit for found in LED.finditer(text) for edit in marked(text, found)]


def marked(text: str, paragraph: re.Match[str]) -> Iterator[Edit]:
    """The marks for a paragraph, if a cue behind a dash shows that somebody speaks."""
    start, end = paragraph.span("rest")
    breaks = [found.span() for found in BREAK.finditer(text, start, end)]
    if not breaks or not reports(text, breaks[0][1], end):
        return
    yield Edit(*paragraph.span("dash"), "“")
    spoken = True
    for dash, behind in breaks:
        if spoken and reports(text, behind, end):
            yield Edit(dash, behind, "” ")
            spoken = False
        elif not spoken:
            yield Edit(dash, behind, " “")
            spoken = True
    if spoken:
        at = start + len(text[start:end].rstrip())
        yield Edit(at, at, "”")


def reports(text: str, at: int, end: int) -> bool:
    """Whether what begins at an offset tells who speaks: "said Lee", "the warden noted"."""
    words = [found[0].lower() for found in WORD.finditer(text[at : min(end, at + LONG)])][:NEAR]
    return any(is_reporting_form(word) for word in words) or FEELS.match(text, at, end) is not None
