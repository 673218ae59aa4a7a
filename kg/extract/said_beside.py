"""The words right beside a person's name that say what he or she is: a title, a description, an apposition."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.lexicon import DETERMINERS, PREPOSITIONS, ROLES, VERBS, word_set
from kg.model import Span

LONG: Final = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "prof": "professor", "dr": "doctor",
    "col": "colonel", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "maj": "major", "adm": "admiral",
    "rev": "reverend",
}  # fmt: skip
SHORT: Final = re.compile(rf"\b({'|'.join(LONG)})\.", re.IGNORECASE)
STOP: Final = re.compile(r"[.,;:!?()“”\"\n]")
WORD: Final = re.compile(r"[\w’'-]+|,")
BEFORE: Final = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[\w-]+['’]s) (?P<words>(?:[\w’'-]+ ){0,4}[\w-]+), \Z"
)
BEFORE_TITLES: Final = word_set(
    "former ex then late outgoing incoming acting interim deputy vice incumbent current new longtime veteran retired"
    " first second prime chief senior junior assistant associate"
)
CLOSES: Final = (",", ".", ";", ":", " (", ")")
"""What stands behind a name that only tells who a description means."""

REACH: Final = 70
"""Characters before a name in which its title is looked for."""


def title(before: str) -> list[str]:
    """The words right before a name that are its title: back to a determiner, preposition or mark; none if no role."""
    kept: list[str] = []
    for word in reversed(STOP.split(SHORT.sub(lambda found: LONG[found[1].lower()], before))[-1].split()):
        lower = word.lower()
        if lower in DETERMINERS | VERBS or (lower in PREPOSITIONS and lower != "of") or is_reporting_form(lower):
            break
        if kept and (lower in ("and", "or", "but") or (kept[0][0].isupper() and is_apart(word))):
            break
        kept.insert(0, word)
    return kept if any(word.lower() in ROLES for word in kept[-2:]) else []


def is_apart(word: str) -> bool:
    """Whether a word is none of a title in capital letters: "beat" of "Lee beat President Finch"."""
    return word[0].islower() and word not in ROLES and word not in BEFORE_TITLES and not word.endswith("-elect")


def described_before(text: str, name: Span) -> list[str]:
    """The description that a name between commas stands behind: "the labour minister" of "the labour minister, Lee"."""
    found = BEFORE.search(text, max(0, name.start - REACH), name.start)
    return found["words"].split() if found and text[name.end : name.end + 1] in CLOSES else []


def apposition(words: str) -> list[str]:
    """The head of what is said behind a name: "the opposition leader" of "the opposition leader in the north"."""
    kept: list[str] = []
    for number, word in enumerate(WORD.findall(words)):
        lower = word.lower()
        if (
            word == ","
            or (number and lower in PREPOSITIONS)
            or lower in ("who", "whose", "which", "and", "said", "says", "told")
        ):
            break
        kept.append(word)
    opened = bool(kept) and (kept[0].lower() in DETERMINERS or kept[0].lower() in ROLES or len(kept) <= 4)
    return kept if opened else []
