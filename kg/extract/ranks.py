"""The ranks of British police before a person's name: "Det Ch Insp Ann Lee", "DC Ann Lee"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.lexicon import GIVEN_NAMES

SHORT: Final = frozenset(["Det", "Supt", "Insp", "Ch", "DSupt", "DCI", "DCS", "WPC", "PCSO"])
"""Ranks cut short, or of letters that hardly stand for anything else."""

LETTERS: Final = frozenset(["PC", "DC", "DS", "DI", "ACC", "DCC", "Con", "Const"])
"""Ranks that are also computers, cities and conferences: only before a given name are they a rank."""

BEFORE: Final = re.compile(
    r"(?:(?:Det|Ch|Chief|Detective)\.?\s+)*(?:(?:Con|Const|Sgt|Insp|Supt|DSupt|DCI|DCS|WPC|PCSO|[DP]C|D[SI]|ACC|DCC)\.?\s+)"
)
"""A rank at the beginning of what names a person."""


def is_rank(word: str, following: str) -> bool:
    """Whether a word, before another one, is a rank."""
    return word.rstrip(".") in SHORT or (word in LETTERS and following in GIVEN_NAMES)
