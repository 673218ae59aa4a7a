"""Somebody's lawyer, friend or neighbour without a name who spoke, and whom "he said" or "she said" then goes on with.

"Lee's lawyer said the charge was false. He said the trial would open in May" is the lawyer's, twice; but "he denies the
charge" behind it is Lee's answer.
"""

from __future__ import annotations

from typing import Final

from kg.extract.chains import Chain
from kg.extract.genders import WORDS
from kg.extract.lexicon import word_set

OWNERS: Final = {"his": "male", "her": "female", "their": "", "its": ""}
"""Whose somebody is, and the pronoun that would mean the owner too."""

AGENTS: Final = word_set(
    "lawyer attorney solicitor barrister counsel advocate agent spokesperson representative publicist aide adviser"
    " advisor manager ally friend neighbour neighbor colleague co-worker classmate roommate housemate relative cousin"
    " flatmate teammate assistant secretary campaigner supporter"
)
"""Those who speak of or for somebody: "he said" behind them goes on with their words."""

GOES_ON: Final = frozenset(("said", "says", "added", "adds", "explained", "continued", "noted", "insisted", "recalled"))
"""Verbs by which they do."""


def goes_on(spoke: Chain, cue: str, gender: str) -> bool:
    """Whether a pronoun of a gender, with a cue, means the source without a name that spoke right before.

    `spoke` is told of as somebody's: "his lawyer", "Lee's lawyer".
    """
    first, last = spoke.name.split()[0].lower(), spoke.noun or ""
    if WORDS.get(last, gender) != gender:
        return False
    return OWNERS.get(first, gender) != gender or (last in AGENTS and bool(GOES_ON & set(cue.lower().split())))
