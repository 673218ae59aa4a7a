"""Words for several people: names of peoples and parties ("Europeans"), nouns that are nobody's name ("Delegates")."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.lexicon import DEMONYMS, GROUPS

NATIVES: Final = re.compile(r"(?:[a-z]{2}an|crat)s$|ese$")
"""How peoples and parties end; "Evans" and "Voters" do not."""

PLURAL: Final = re.compile(r"[a-z]{3,}s")
"""A word in lower case that may be a plural."""


def is_people(name: str) -> bool:
    """Whether a word that a tagger takes for a person is a people, a party or a group, whom "he" never means."""
    plural = name.endswith(("s", "ese")) and " " not in name
    return plural and (name.lower() in GROUPS or name.removesuffix("s") in DEMONYMS or NATIVES.search(name) is not None)


def are_people(name: str) -> bool:
    """Whether a word certainly names a people, party or group by its members: "Russians"; "Timmermans" may not."""
    plural = name.endswith(("s", "ese")) and " " not in name
    known = name.lower() in GROUPS or {name, name.removesuffix("s")} & DEMONYMS
    return plural and (bool(known) or name.endswith(("ians", "crats")))


def is_several(text: str, word: str) -> bool:
    """Whether a word, in lower case, is a noun for several people: a known one, or one that the text writes so too."""
    if NATIVES.search(word):
        return False
    return word in GROUPS or (PLURAL.fullmatch(word) is not None and re.search(rf"\b{word}\b", text) is not None)
