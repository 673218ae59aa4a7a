"""Longer names that the rules know for an organisation's or a place's by a word of theirs, whatever else is in them."""

from __future__ import annotations

from typing import Final

from kg.extract.known_names import is_known
from kg.extract.lexicon import ORGANISATION_WORDS, PLACE_WORDS, word_set
from kg.extract.name import Name
from kg.extract.name_types import BODY
from kg.model import EntityType, Span

INSTITUTIONS: Final = word_set(
    "university college school institute academy seminary conservatory hospital orchestra"
    " observer herald tribune gazette courier chronicle telegraph guardian inquirer sentinel ledger"
)
"""Words behind a name that is always part of the institution's or newspaper's: "Rice University", "Oslo Observer"."""


FIELDS: Final = word_set(
    "team group company club force forces police network channel media television radio house news"
)
"""Words that may stand behind an organisation's name and are no part of it."""


def is_body(name: Name) -> bool:
    """Whether the rules know a longer name for an organisation's by a word of it: "Riga Prosecutor's Office".

    Of two words the second tells so only if it is always part of the name: "Example College".
    """
    if name.type not in (EntityType.ORGANISATION, None) or len(name.words) < 2:
        return False
    if BODY.search(name.text) or is_known(name):
        return True
    telling = ORGANISATION_WORDS if len(name.words) > 2 else INSTITUTIONS
    return any(word.lower() in telling for word in name.words[1 if len(name.words) == 2 else 0 :])


def is_headed(name: Name) -> bool:
    """Whether a name of two words ends in what a body is, written with a capital: "Hartwell Foundation"."""
    two = name.type is EntityType.ORGANISATION and len(name.words) == 2
    return two and name.words[1].istitle() and name.words[1].lower() in ORGANISATION_WORDS - FIELDS


def is_site(name: Name) -> bool:
    """Whether the rules know a longer name for a place's by its last word: "Example International Airport"."""
    return name.type is EntityType.PLACE and len(name.words) > 1 and name.words[-1].lower() in PLACE_WORDS


def is_noun_of(name: Name, span: Span) -> bool:
    """Whether a span is no more than the noun at the end of an organisation's name of two words: "Popular League"."""
    last = name.words[-1]
    two = len(name.words) == 2 and name.words[0].istitle() and name.words[0].isalpha()  # not "GOP Senate"
    body = name.type is EntityType.ORGANISATION and two and last.lower() in ORGANISATION_WORDS
    return body and (span.start, span.end) == (name.span.end - len(last), name.span.end)
