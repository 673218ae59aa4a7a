"""Bodies that an article only describes and that are actors of their own: "the interior ministry", "the rail operator".

A description means one of the organisations named, wherever one may be meant; where none can be, nothing is gained by
calling nobody the one who spoke. A bare "the company" says too little for that, a bare "the ministry" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract import bodies
from kg.extract.chains import Chain
from kg.extract.descriptions import PRESS_NAME, Head
from kg.extract.lexicon import DEMONYMS, word_set
from kg.model import EntityType

PUBLIC: Final = word_set(
    "ministry department government parliament senate cabinet court tribunal army navy police commissariat embassy"
    " consulate council municipality secretariat inspectorate directorate treasury commission committee office bureau"
    " authority mission service services hospital school university church diocese archdiocese eparchy synod assembly"
    " league federation fund unit foundation prosecution headquarters guard"
    " panel regulator prefecture gendarmerie intelligence leadership presidency congregation"
)
"""What is called so in its own name, so that a name without the word is not meant."""

FIRMS: Final = word_set(
    "operator manufacturer maker carmaker automaker planemaker chipmaker drugmaker airline carrier insurer retailer"
    " lender supplier supermarket brewery utility airport port railway railways factory"
)
"""Nouns for bodies that end like nouns for people or are in hardly any body's own name."""

PANELS: Final = word_set("panel jury regulator prefecture gendarmerie intelligence leadership presidency congregation")
"""Nouns for bodies that are in no list of names' words."""

REGULATING: Final = word_set("authority commission agency office administration board inspectorate service bureau")
"""Words in the names of regulators."""

JOINED: Final = word_set(
    "union association federation chamber syndicate league confederation alliance coalition bloc block network"
    " committee organisation organization"
)
OF_WHOM: Final = re.compile(r"[^,]*? of (?:the )?(?P<whom>[a-zß-ÿ][\w’' -]*)")
"""What such a body is of, in lower case: "the union of carriers" is none whose name tells nothing of carriers."""

POWER: Final = word_set("opposition ruling governing")
"""What tells a party by its place in parliament."""

APART: Final = word_set("ministry department office")
"""Of these there are many beside each other, told apart by the words before: no interior ministry is one of defence."""

NEWS: Final = word_set(
    "reuters afp ap bbc cnn npr nbc cbs abc pbs itv dw tass interfax novosti xinhua bloomberg politico axios kyodo ansa"
    " dpa meduza jazeera welle"
)
"""Words in the names of those who only pass news on, beside those that tell a newspaper."""

VAGUE: Final = word_set(
    "the a an his her its their this that same said other new old former whole entire own top local country nation"
    " state"
)
"""Words that say nothing of which body is meant."""


PRESS_OFFICE: Final = re.compile(
    r"(its|their) (?:press|media|communications|information) (?:service|office|department|team|centre|center)\Z",
    re.IGNORECASE,
)


def press_office(phrase: str) -> str | None:
    """The pronoun that says whose press service a phrase describes: what it says its owner says."""
    found = PRESS_OFFICE.match(phrase)
    return found[1] if found else None


def qualities(noun: str, phrase: str) -> frozenset[str]:
    """What a description says of a body beside its noun: "regional civil protection" of such an agency."""
    words = [word.strip(",").replace("’", "'") for word in phrase.split()]
    lower = [word.lower().removesuffix("'s") for word in words]
    before = lower[: lower.index(noun)] if noun in lower else []
    demonyms = {word.lower() for word in words if word in DEMONYMS}
    return frozenset(before) - VAGUE - demonyms


def of_another(noun: str, phrase: str, chain: Chain, said: Iterable[str]) -> bool:
    """Whether a description tells a body apart from an organisation by what stands before the noun."""
    whom = members(noun, phrase)
    if whom and chain.type is EntityType.ORGANISATION and not may_be_of(whom, noun, chain):
        return True
    apart = chain.type is EntityType.ORGANISATION and (noun in APART or chain.unnamed)
    wanted = qualities(noun, phrase) if apart else frozenset()
    return bool(wanted) and not wanted & {*chain.words, *said}


def is_own(head: Head, phrase: str, told: bool, named: Iterable[Chain]) -> bool:
    """Whether a definite description of a body is an actor of its own; `named` are the organisations of the article.

    `told` says whether a body without a name was spoken of before by the same noun.
    """
    if head.noun == "regulator" and any(chain.words & REGULATING or chain.name.isupper() for chain in named):
        return False
    told_of = qualities(head.noun, phrase)
    bare = not told_of and " of " not in phrase
    if head.noun in PUBLIC or (head.noun == "party" and told_of & POWER):
        return not bare or not any(head.noun in chain.words for chain in named)
    whom = members(head.noun, phrase)
    return (told or not bare) and not any(
        may_mean(head.noun, chain) and (not whom or may_be_of(whom, head.noun, chain)) for chain in named
    )


def members(noun: str, phrase: str) -> frozenset[str]:
    """The words that say whose union or association a description means; none if it does not say it."""
    of = OF_WHOM.match(phrase) if noun in JOINED else None
    return frozenset(of["whom"].lower().split()) - VAGUE - {"of", "and", "for", "in"} if of else frozenset()


def may_be_of(whom: frozenset[str], noun: str, chain: Chain) -> bool:
    """Whether an organisation's name tells it to be that of some people, or is letters that may mean it."""
    letters = chain.name.isupper() and noun[0].upper() in chain.name
    return letters or bool(chain.words & {*whom, noun})


def may_mean(noun: str, chain: Chain) -> bool:
    """Whether an organisation may be meant by a noun: no newspaper and no ministry is an operator or an agency."""
    words = chain.words
    shown = bodies.KINDS.get(noun) if noun not in ("bank", "airline") else None
    if noun in words or (shown is not None and (shown & words or chain.name.isupper())):
        return True
    return shown is None and not words & (PUBLIC | NEWS | bodies.PLATFORMS) and not PRESS_NAME.search(chain.name)
