"""What an article tells of a person beside the name: "Ann Lee, 41, a potter", "potter Lee", "Lee, who owns a bakery".

What stands in an apposition is said of the person whatever noun it is; nobody needs to have listed it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.descriptions import AGED, PAPERS, PERSONS, known_noun, personal
from kg.extract.lexicon import DETERMINERS, GIVEN_NAMES, GROUPS, PREPOSITIONS, ROLES, TITLES, word_set
from kg.extract.own_actors import FIRMS
from kg.extract.said_beside import CLOSES, REACH, apposition, title
from kg.model import Span

BEHIND: Final = re.compile(
    r"(?:, (?:aged |age )?\d{1,3}| \(\d{1,3}\))?"
    r"(?:,? who (?:is|was|works as|worked as|serves as|served as|trained as|became|has been|had been) |, | — | – | \("
    r"| (?:is|was|became|works as|worked as|has been|had been|serves as|served as) )"
    r"(?:(?:now|then|once|also|currently|formerly|still|himself|herself|long|later|previously|reportedly) )*"
    r"(?P<words>[^.;:!?()“”\"\n]{3,110})"
)
"""An apposition or what somebody is said to be, behind the name and the age."""

FIRST: Final = re.compile(
    r"(?:\A|\n|[.!?][”\"’']? )(?P<words>(?:An?|The|One) (?:[\w’'-]+ ){0,8}[\w’'-]+),"
    r" (?:\d{1,3}-year-old |[A-ZÀ-Þ][a-z]+\.? )?\Z"
)
"""A description that opens a sentence and that the name between commas follows: "A surgeon in Harrow, Ann Lee, …"."""

APART: Final = re.compile(
    r"(?P<words>\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[\w-]+['’]s) (?:[\w’'-]+ ){0,4}[\w’'-]+),"
    r" (?:[A-ZÀ-Þ][a-z]+\.? )?\Z"
)
OF: Final = re.compile(r" (?P<of>of (?:the )?[A-ZÀ-Þ][^,.;:\n]{0,40})")
CALLED: Final = re.compile(r"\b(?P<words>(?:[Aa]n?|[Tt]he|[Oo]ne) (?:[\w’'-]+ ){1,6})(?:named|called|known as) \Z")
RIGHT: Final = re.compile(
    r"(?:\b(?P<the>[Tt]he|[Aa]n?|[\w]+['’]s) (?:[\w’'-]+ ){0,3}|\A|\n|[.!?][”\"’']? |[a-z,] )(?:[A-Z][\w’'-]+ )?"
    r"(?P<noun>[\w’'-]+) \Z"
)
"""A noun right before a name."""

MORE: Final = re.compile(r"[^,]*? and (?:an? )?(?P<words>(?:[a-zß-ÿ][\w’'-]* ){0,2}[a-zß-ÿ][\w’'-]*)(?=[,.]|$)")
"""What somebody is besides: "a beekeeper and retired nurse"."""

LISTED: Final = re.compile(r", the [a-zß-ÿ’' -]+ and [^,.;:\n]*? (?:were|are|have|had)\b")
"""What goes on with a list of people: "Lee, the driver and two passengers were hurt"."""

WHO: Final = re.compile(
    r"(?:, \d{1,3})?,? who (?:(?:has|had|also|now|currently|still|himself|herself|once) )*(?P<verb>[a-z]+)"
    r"(?P<object>[^.;:!?,()“”\"\n]{0,60})"
)
DOES: Final = {
    "owns": "owner", "drives": "driver", "teaches": "teacher lecturer", "coaches": "coach", "manages": "manager",
    "edits": "editor", "chairs": "chair chairman chairwoman", "directs": "director", "directed": "director",
    "wrote": "author writer", "founded": "founder", "co-founded": "co-founder founder", "sings": "singer",
    "farms": "farmer", "bakes": "baker", "paints": "painter artist", "invented": "inventor", "composed": "composer",
    "designed": "designer architect", "researches": "researcher scientist", "represents": "lawyer attorney",
    "survived": "survivor", "flies": "pilot", "photographed": "photographer", "studies": "student researcher scientist",
    "translated": "translator", "translates": "translator", "skippers": "skipper", "captains": "captain",
    "writes": "writer author", "commands": "commander", "breeds": "breeder", "brews": "brewer", "trains": "trainer",
    "hosts": "host presenter", "presents": "presenter", "produced": "producer", "curated": "curator",
    "organised": "organiser organizer", "organized": "organiser organizer", "leads": "leader head",
    "heads": "head leader", "governs": "governor", "ruled": "ruler leader", "rules": "ruler leader",
    "runs": "", "keeps": "", "plays": "", "owned": "owner",
}  # fmt: skip
"""What somebody is who does this, for good or for now."""

TRIED: Final = re.compile(
    r"(?:, \d{1,3},?)?(?:,? who)?(?:,| is| was| has been| stands)* (?:accused of|charged with"
    r"|(?:went )?on trial (?:for|over|on)|indicted (?:for|on)|pleaded (?:not )?guilty)"
)
"""How it is told behind a name that somebody stands before a court."""

KEEPS: Final = ("owns", "runs", "keeps", "manages")
THINGS: Final = {
    "bakery": "baker", "farm": "farmer", "shop": "shopkeeper shopowner", "store": "shopkeeper", "hotel": "hotelier",
    "restaurant": "restaurateur", "pub": "publican landlord landlady", "inn": "innkeeper landlord landlady",
    "brewery": "brewer", "bees": "beekeeper", "vineyard": "winemaker", "winery": "winemaker", "pharmacy": "pharmacist",
    "gallery": "gallerist", "kiosk": "shopkeeper", "bar": "barkeeper", "salon": "hairdresser", "garage": "mechanic",
    "sheep": "shepherd", "bookshop": "bookseller", "company": "entrepreneur businessman businesswoman", "café": "owner",
}  # fmt: skip
"""What somebody is who has or runs one."""

VEHICLES: Final = word_set("taxi cab bus lorry truck train tram van ambulance minibus coach forklift tractor rickshaw")

NO_NOUNS: Final = word_set(
    "former later latter earlier other another further never ever over under after however whether rather together"
    " winter summer either neither super minor major junior senior inner outer upper lower proper sober bitter clever"
    " september october november december important constant recent ancient present silent one someone"
)
"""Words that end like nouns for people."""

DENIED: Final = (
    word_set("not no never neither hardly") | PREPOSITIONS | word_set("like unlike alongside along together")
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of somebody at one place: a noun, the words up to it, and those behind it."""

    noun: str
    words: tuple[str, ...]
    of: str

    def nouns(self) -> set[str]:
        """The nouns by which this may be told again: "mother" of "mother-of-three"; an age in the words."""
        parts = (self.noun.partition("-")[0], self.noun.rpartition("-")[2])
        return {self.noun, *filter(personal, parts), *filter(AGED.fullmatch, self.words)}


def beside(text: str, name: Span) -> list[Telling]:
    """All that is told of a person beside one mention of the name."""
    tried = [Telling(noun, (noun,), "") for noun in ("accused", "defendant") if TRIED.match(text, name.end)]
    return [*before(text, name), *behind(text, name), *done(text, name), *tried]


def before(text: str, name: Span) -> list[Telling]:
    """What a title, a noun right before a name, or a description apart tells."""
    stretch = text[max(0, name.start - 2 * REACH) : name.start]
    if called := CALLED.search(stretch):
        return telling(called["words"])
    if text[name.end : name.end + 1] in CLOSES and (apart := FIRST.search(stretch) or APART.search(stretch)):
        return telling(apart["words"])
    of = OF.match(text, name.end)
    first, *rest = name.of(text).split()
    if len(rest) > 1 and first not in GIVEN_NAMES and personal(first.lower()):
        return [Telling(first.lower(), (first,), "")]  # "Hotelier Ann Lee" was taken for a name
    if words := title(stretch[-REACH:]):
        noun = next((word for word in reversed(words) if word.lower() in ROLES), words[-1])
        return [Telling(noun.lower(), tuple(words), of["of"] if of else "")]
    right = RIGHT.search(stretch)
    noun = right["noun"].lower() if right else ""
    trade = right is not None and is_trade(noun) and (is_person(noun) or right["the"] is not None)
    return [Telling(noun, tuple(right[0].split()), of["of"] if of else "")] if right and trade else []


def is_said(text: str, at: int) -> bool:
    """Whether what follows a name at an offset tells who that is, and neither who it is not nor who else was there."""
    found = BEHIND.match(text, at, at + 140)
    if found is None:
        return True
    words = found["words"].lower().split()
    doing = words[0].endswith("ing") and len(words) > 1 and words[1] in DETERMINERS
    return not (words[0] in DENIED or doing or LISTED.match(text, at))


def behind(text: str, name: Span) -> list[Telling]:
    """What an apposition or "is a …" behind a name tells."""
    found = BEHIND.match(text, name.end, name.end + 140)
    if found is None or not is_said(text, name.end):
        return []
    told = telling(found["words"])
    more = MORE.match(found["words"]) if told else None
    also = telling(more["words"]) if more and not DETERMINERS & set(more["words"].split()) else []
    return [*told, *also]


def done(text: str, name: Span) -> list[Telling]:
    """What a relative clause tells by what somebody does: "who owns the bakery"."""
    found = WHO.match(text, name.end, name.end + 140)
    if found is None or found["verb"] not in DOES:
        return []
    thing = found["object"].split()
    nouns = DOES[found["verb"]].split()
    if found["verb"] == "drives" and not VEHICLES & set(thing[:4]):
        nouns = []
    if found["verb"] == "plays" and "for" in thing[:2]:
        nouns = ["player"]
    kept = [THINGS[word] for word in thing[:5] if found["verb"] in KEEPS and word in THINGS]
    place = f"of {found['object'].strip()}" if found["verb"] in KEEPS else ""
    return [Telling(noun, (noun,), place) for noun in (*nouns, *" ".join(kept).split())]


def telling(words: str) -> list[Telling]:
    """What a description tells: its head, the words before it, and what follows "of" or another preposition."""
    kept = until_doing(apposition(words))
    if not kept:
        return []
    noun = kept[-1].lower()
    if not (personal(noun.rpartition("-")[2]) or (kept[0].lower() in DETERMINERS and is_nobodys(noun))):
        return []
    rest = words[words.find(kept[-1]) + len(kept[-1]) :]
    return [Telling(noun, tuple(kept), rest.split(",")[0].strip())]


def until_doing(words: list[str]) -> list[str]:
    """The words up to those that tell what is done to or by whom they describe: "a pharmacist accused"."""
    doing = (n for n, w in enumerate(words) if n and w.endswith(("ed", "ing")) and personal(words[n - 1].lower()))
    return words[: next(doing, len(words))]


def is_trade(noun: str) -> bool:
    """Whether a noun right before a name says what somebody is."""
    return noun not in NO_NOUNS | PREPOSITIONS | DETERMINERS and (is_person(noun) or is_nobodys(noun))


def is_person(noun: str) -> bool:
    """Whether a noun is one for a person, be it by its last part or a title."""
    return noun in TITLES or any(personal(part) for part in (noun.rpartition("-")[2], noun.partition("-of-")[0]))


def is_nobodys(noun: str) -> bool:
    """Whether a word is none of the nouns for bodies, people and papers, so that it may be one for a person."""
    return noun in PERSONS or not (known_noun(noun) or noun in FIRMS | GROUPS | PAPERS)
