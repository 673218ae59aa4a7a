"""What a description of a source describes: a person, people, a body or a document; and whether it says whose."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.descriptions import COLLECTIVE, ONE_OF, PAPERS, Head, personal, singular
from kg.extract.lexicon import ORGANISATION_WORDS, word_set
from kg.extract.own_actors import FIRMS, PANELS
from kg.model import EntityType

OWNER: Final = re.compile(r"the (?:[\w-]+ )?([\w-]+)['’]s (?:[\w-]+ ){0,2}[\w-]+", re.IGNORECASE)
KIN_OF: Final = re.compile(
    r"the (?:[\w-]+ )?(mother|father|wife|husband|son|daughter|brother|sister|uncle|aunt|cousin|nephew|niece"
    r"|widow|widower|friend|neighbou?r|partner|boyfriend|girlfriend) of ",
    re.IGNORECASE,
)
"""How it is told whose kin or companion somebody is."""

SEVERAL: Final = word_set("family defence defense prosecution")
"""Nouns in the singular for people who speak together."""


CORPS: Final = re.compile(r"\b(?:coast|national|border|revolutionary|republican|presidential) guard\Z", re.IGNORECASE)
"""Guards that are bodies and no people."""


def of_somebody(head: Head, phrase: str) -> bool:
    """Whether a description says whose kin or companion somebody is: "the widow of Bo Finch", "the boy's coach"."""
    owner = OWNER.match(phrase)
    kin = KIN_OF.match(phrase)
    return bool((owner and personal(owner[1].lower())) or (kin and kin[1].lower() == head.noun))


def kind_of(head: Head, phrase: str) -> EntityType | None:
    """What a description describes; None if it is no source."""
    if not phrase[:1].isalnum():
        return None
    if head.noun in PAPERS or (not head.plural and singular(head.noun) in PAPERS):
        return EntityType.DOCUMENT
    if head.plural or head.noun in SEVERAL:
        return EntityType.GROUP
    if head.noun in FIRMS | PANELS or (head.noun == "guard" and CORPS.search(phrase)):
        return EntityType.ORGANISATION
    if personal(head.noun) or ONE_OF.match(phrase):
        return EntityType.PERSON
    return EntityType.ORGANISATION if head.noun in ORGANISATION_WORDS or head.noun in COLLECTIVE else None
