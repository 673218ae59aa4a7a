"""Organisations meant by a noun that their name does not hold, "the union", "the bank"; what a noun cannot mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import PRESS_NAME
from kg.extract.lexicon import word_set
from kg.model import EntityType, Span

OWNED: Final = word_set("campaign administration camp")
"""Nouns for what is named after a person: "the Lee campaign"."""

KINDS: Final = {
    "union": word_set("workers teamsters brotherhood guild federation teachers nurses drivers employees firefighters"),
    "bank": word_set("bank bancorp trust financial sachs morgan chase fargo barclays hsbc citigroup citibank ubs"),
    "court": word_set("court tribunal"),
    "university": word_set("college institute"),
    "hospital": word_set("clinic medical"),
    "airline": word_set("airlines airways air"),
    "department": word_set("ministry bureau office"),
    "force": word_set("police constabulary"),
    "railway": word_set("rail railroad trains"),
    "lender": word_set("bank savings building trust financial"),
    "developer": word_set("properties holdings homes estates developments"),
}
"""Words in the names of organisations by which such a noun means them."""

SHOWING: Final = frozenset(KINDS).union(*KINDS.values()) | word_set("party")
"""Words that show what an organisation is."""

OFFICIAL: Final = word_set("police constabulary court tribunal ministry department bureau party union senate congress")
OFFICES: Final = word_set(
    "office authority commission council committee government army navy inspectorate embassy parliament observatory"
    " service services administration agency museum laboratory regulator panel jury"
)
"""Neither a company nor a group is one of these."""

APART: Final = {
    **dict.fromkeys(("club", "team", "party"), SHOWING),
    **dict.fromkeys(
        ("charity", "ngo"), OFFICIAL | word_set("bank bancorp barclays hsbc citigroup university airlines")
    ),
    **dict.fromkeys(("company", "firm"), OFFICIAL | OFFICES),
    "group": OFFICES | word_set("police court tribunal ministry"),
    "agency": word_set(
        "bank union club party airline laboratory museum university hospital clinic institute ministry court tribunal"
    ),
}
"""By which words in its name an organisation cannot be meant by such a noun: no bank is a club."""

TRADES: Final = word_set("service services")
"""What is in the name of an office, but said of a company: "Quarn, the streaming service"."""

COMMERCIAL: Final = ("company", "firm")

RIGHTS: Final = ("group", "organisation", "organization")
"""What an observatory for human rights is."""

PLATFORMS: Final = word_set(
    "twitter x facebook instagram telegram tiktok youtube whatsapp linkedin weibo reddit bluesky"
)
ON: Final = re.compile(r"\b(?:on|via|in|through|to)(?: the)? \Z", re.IGNORECASE)
TOLD: Final = re.compile(
    r"\b(?:t(?:old|ells|elling)|interview with|(?:spoke|speaking|talked|talking) (?:to|with)|(?:wrote|writing) in)"
    r"(?: the| this)?(?: (?:local|state|regional))?(?P<press> (?:newspaper|daily|weekly|tabloid|magazine|broadcaster"
    r"|station|channel|website|portal|(?:news )?agency))? \Z",
    re.IGNORECASE,
)
"""What stands before a platform, and before a newspaper, that somebody speaks through or to."""

BASED: Final = re.compile(r"(?:, [A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*)?)?-(?:based|headquartered|area)\b")
"""What stands behind a place's name that only tells where something is: "the Leeds-based company"."""

BACK: Final = 3000
"""Characters looked back for the name."""


def owned(text: str, noun: str, source: Span) -> str | None:
    """The name by which "the campaign" was last called before a source: "Lee campaign"; None if it was not."""
    if noun not in OWNED:
        return None
    named = re.compile(
        rf"(?P<who>(?:[A-ZÀ-Þ][\w.-]+ )*[A-ZÀ-Þ][\w.-]+)(?:['’]s?)? (?i:{noun})\b(?! (?:stop|trail|rally))"
    )
    found = list(named.finditer(text, max(0, source.start - BACK), source.start))
    last = found[-1]["who"].removeprefix("The ") if found else ""
    return f"{last} {noun}" if last and last != "The" else None


def of_kind(noun: str, near: Iterable[Chain]) -> Chain | None:
    """The nearest organisation whose name shows that a noun means it."""
    wanted = KINDS.get(noun, frozenset())
    of_many = frozenset() if noun == "union" else KINDS["union"] | {"union"}
    bodies = (chain for chain in near if chain.type is EntityType.ORGANISATION and not chain.words & of_many)
    return next((chain for chain in bodies if wanted & chain.words), None)


def may_be(noun: str, chain: Chain, said: Iterable[str] = ()) -> bool:
    """Whether nothing in an organisation's name, or said beside it, speaks against a noun: no bank is "the club"."""
    words = chain.words.union(said) - (TRADES - chain.words)
    apart = APART.get(noun, frozenset())
    if noun in words or not apart or (noun in RIGHTS and "rights" in chain.words):
        return True
    return not words & apart and (noun in COMMERCIAL or not (words <= PLATFORMS or PRESS_NAME.search(chain.name)))


def is_channel(text: str, mention: Span, chain: Chain) -> bool:
    """Whether a name only tells where something was said: "on Twitter", "told the Example Post"; or where a body is."""
    before = text[max(0, mention.start - 40) : mention.start]
    if (told := TOLD.search(before)) and (told["press"] or PRESS_NAME.search(chain.name)):
        return True
    return bool(BASED.match(text, mention.end) or (chain.name.lower() in PLATFORMS and ON.search(before)))
