"""Where the words that a cue reports end: before what brings the article's own voice back."""

from __future__ import annotations

from typing import Final

from kg.extract import phrases_behind
from kg.extract.lexicon import word_set
from kg.extract.tokens import Tokens

CUTTERS: Final = word_set("according while whereas although though adding citing quoting")


def end_of(tokens: Tokens, start: int, limit: int, frame: str) -> int:
    """Where the reported words that begin at `start` end."""
    for at in range(start + 1, limit):
        if tokens[at].lower == ";" or cuts(tokens, at, limit, frame):
            limit = at
            break
    return trim(tokens, start, limit)


def cuts(tokens: Tokens, at: int, limit: int, frame: str) -> bool:
    """Whether the reported words end before a comma or word that brings the article's own voice back."""
    word = tokens[at].lower
    if word == "according" and at + 1 < limit and tokens[at + 1].lower == "to":
        return True
    following = tokens[at + 1].lower if at + 1 < limit else ""
    if word in ("–", "—", "-"):
        return following in ("but", "although", "though", "while")
    if word != ",":
        return False
    if following in CUTTERS:
        return True
    return (
        frame in ("object", "figure")
        and following not in ("and", "or")
        and not phrases_behind.is_apposition(tokens, at + 1)
    )


def trim(tokens: Tokens, start: int, end: int) -> int:
    """`end` without punctuation that belongs to the sentence and not to the words."""
    while (
        end > start
        and not tokens[end - 1].quote
        and tokens[end - 1].lower in (",", ".", ":", "-", "–", "—", "and", "but", "as")
    ):
        end -= 1
    return end
