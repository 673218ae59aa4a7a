"""Organisations named again by the noun of their name, in capitals, or by two initials: "the Journal", "GM"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract import places
from kg.extract.chains import Chain
from kg.extract.lexicon import word_set
from kg.model import EntityType, Span

ARTICLE: Final = re.compile(r"\b[Tt]he $")
CLUBS: Final = frozenset(
    ["United", "Rovers", "Wanderers", "Albion", "Athletic", "Rangers", "Villa", "Palace", "Forest"]
)
"""By which a club is called without an article."""

OF: Final = ("of", "for", "on", "to")
OWN: Final = frozenset(["House"])
"""Nouns that name another body than the one whose name they end: "the House" is not the White House."""

OTHERS: Final = word_set("us uk un eu ai tv it pm am mp pr hr ok la dc al de id ii iv")
"""Two letters that mean other things."""


def of_noun(text: str, span: Span, known: Sequence[Chain]) -> Chain | None:
    """The only organisation, named before, that a capitalised noun with "the" means; of clubs' words also without."""
    noun = span.of(text)
    if not (noun in CLUBS or ARTICLE.search(text[max(0, span.start - 4) : span.start])):
        return None
    bodies = [c for c in known if c.type is EntityType.ORGANISATION and is_head(noun, c) and c.before(span.start) >= 0]
    return bodies[0] if len(bodies) == 1 else None


def is_head(noun: str, body: Chain) -> bool:
    """Whether a body's name is headed by a noun: "Bank" of "Bank of England", "Journal" of "Wall Street Journal"."""
    first, *rest = body.name.split()
    if not rest:
        return False
    return (first == noun and rest[0] in OF) or (rest[-1] == noun and noun not in OWN and not set(rest) & {*OF})


def two_initials(words: Sequence[str]) -> str | None:
    """The initials of an organisation's name of two words, if they mean nothing else: "GM" of "General Motors"."""
    short = "".join(word[0] for word in words)
    usual = len(words) == 2 and short.isupper() and short.isalpha()
    return short if usual and short.lower() not in OTHERS and not places.is_place(short) else None
