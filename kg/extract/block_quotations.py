"""Quotations set off as a paragraph of their own, without marks: "The airline said in a statement:", then its words.

On a page the layout tells that they are quoted; in its text nothing is left of that but the colon before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.edits import Edit
from kg.extract.led_up import ISSUED, TEXTS
from kg.extract.lexicon import DETERMINERS, PREPOSITIONS, word_set

LED: Final = re.compile(r"(?:^|\n)(?P<lead>[^\n]*):[ \t]*\n\s*(?P<block>[^\n]+)")
"""A line that ends in a colon, and the next one."""

HEADING: Final = word_set("what how why here where who which")
"""What a line begins with that is a heading: "What we asked:", "Here is what the council said:"."""

SENTENCE: Final = re.compile(r"[.!?…][\"”’']?\s+(?=[A-Z“\"])")
WORD: Final = re.compile(r"[^\W\d_]+")
PRESENT: Final = word_set("says states writes tweets posts reads adds replies explains observes responds tells asks")
"""Forms in s that are no plural of a noun, or hardly ever: "Lee writes:", not "breaks the rules:"."""

SPEAKING_TO: Final = word_set("told tells asked asks")
"""Behind these stands who is spoken to."""

BEHIND: Final = PREPOSITIONS | word_set("so today yesterday earlier later simply only as follows")
"""What else may stand behind a cue: "wrote on Friday", "read as follows"."""

TIMES: Final = word_set("morning afternoon evening night week month year day days weeks months ago weekend")
"""What a time ends with: "announced last week"."""

FAR: Final = 8
"""Words between the cue and the colon: "said in a statement on its website on Monday:"."""

SHORT: Final = 2
"""Words behind a cue that are no more than how or to whom: "answered them angrily"."""

LONG: Final = 5
"""Words; what is shorter may be a heading or the label of a table."""

ENDS: Final = (".", "!", "?", "…")
MARKS: Final = "\"“”«»„‘'-–—•*#>|"
OWN: Final = word_set("i we you they it he she")
"""Whoever reports within the quotation itself."""


def edits(text: str) -> list[Edit]:
    """The marks of quotations that are set off without any."""
    found = [Edit(at, at, mark) for start, end in blocks(text) for at, mark in ((start, "“"), (end, "”"))]
    return sorted(found)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where such quotations begin and end."""
    at = 0
    while found := LED.search(text, at):
        at = found.start("block")
        block = found["block"].rstrip()
        if leads(found["lead"]) and is_quoted(block):
            yield at, at + own_words(block)


def leads(line: str) -> bool:
    """Whether a line ends with somebody or something that says what follows."""
    words = [word.lower() for word in WORD.findall(SENTENCE.split(line)[-1])]
    if line.rstrip()[-1:] in MARKS or (words and words[0] in HEADING):
        return False
    issues = bool(words) and words[-1] in TEXTS
    at = max((n for n, word in enumerate(words) if is_cue(word) or (issues and word in ISSUED)), default=0)
    return at > 0 and len(words) - at <= FAR and goes_without(words[at], words[at + 1 :])


def is_cue(word: str) -> bool:
    """Whether a word may lead up to what somebody said or wrote."""
    return word in PRESENT or (is_reporting_form(word) and not word.endswith("s"))


def goes_without(cue: str, behind: list[str]) -> bool:
    """Whether the words behind a cue are not what it reports: "wrote on Friday", not "noted the low attendance"."""
    if len(behind) <= SHORT or cue in SPEAKING_TO:
        return True
    if behind[0] in DETERMINERS:
        return behind[-1] in TEXTS
    return behind[0] in BEHIND or behind[-1] in TIMES


def is_quoted(block: str) -> bool:
    """Whether a line may be the words of somebody: sentences, without a mark or bullet before them."""
    words = WORD.findall(block)
    return len(words) >= LONG and block[0] not in MARKS and block[0].isupper() and block.endswith(ENDS)


def own_words(block: str) -> int:
    """Where the words end that are quoted: where a sentence begins that reports what somebody says of them."""
    starts = [found.end() for found in SENTENCE.finditer(block)]
    other = (start for start, end in pairwise([*starts, len(block)]) if reports(block[start:end]))
    return len(block[: next(other, len(block))].rstrip())


def reports(sentence: str) -> bool:
    """Whether a sentence tells that somebody with a name or description says something."""
    words = [word.lower() for word in WORD.findall(sentence)]
    return any(is_reporting_form(word) and words[n - 1] not in OWN for n, word in enumerate(words) if n)
