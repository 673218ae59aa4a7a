"""People meant by their country: "Bo Lind of Norway … the Norwegian said", "the Serbian player", "the Chechen leader".

"The Norwegian" is somebody from there, and nobody's name; so are "the CEO" and "the Ohio Republican".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract import rulers
from kg.extract.chains import Chain
from kg.extract.descriptions import personal
from kg.extract.introductions import Introductions
from kg.extract.lexicon import word_set
from kg.extract.other_people import countries
from kg.extract.places_alike import alike, known
from kg.extract.source_names import SourceNames
from kg.extract.wider_nouns import CLERGY, COMMAND, POLITICS, SPORT
from kg.model import EntityType, Span

NATIVE: Final = re.compile(
    r"[A-ZÀ-Þ]\w+(?:an|man|woman|i)|Serb|Croat|Pole|Dane|Swede|Finn|Turk|Greek|Thai|Czech|Slovak|Briton|Scot|Spaniard"
    r"|Swiss|New Zealander|Icelander|Kazakh|Uzbek|Kurd"
)
"""One from a country; "the French" and "the British" are many."""

PHRASE: Final = re.compile(
    r"[Tt]he (?:(?:top|veteran|senior|chief|young) )?(?P<country>(?:North |South |New )?[A-ZÀ-Þ]\w+)"
    r"(?: (?P<noun>[a-z-]+))?"
)

CALLED: Final = {
    **dict.fromkeys(("player", "athlete", "star", "champion", "ace", "runner", "skier", "striker"), SPORT),
    **dict.fromkeys(("politician", "statesman", "lawmaker"), POLITICS),
    **dict.fromkeys(("diplomat",), word_set("ambassador consul envoy attaché minister")),
    **dict.fromkeys(("cleric", "clergyman", "prelate"), CLERGY),
    **dict.fromkeys(("officer", "commander"), COMMAND),
}
"""By which wider nouns such a one is meant, and what must be told of whom they mean, if anything is."""

BEHIND: Final = re.compile(r"(?: of |, of | from | \(|, from )(?:the )?(?P<place>[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?)")
BEFORE: Final = re.compile(r"\b(?P<place>(?:(?:North|South|New) )?[A-ZÀ-Þ]\w+)(?:['’]s)? (?P<what>(?:[a-z-]+ ){0,3})\Z")
LETTERS: Final = re.compile(
    r"[Tt]he (?:[\w’'-]+ ){0,2}(?:MP|MEP|MSP|CEO|CFO|COO|CTO|GP|DJ|PM|YouTuber|TikToker|Instagrammer"
    r"|Republican|Democrat)"
)
"""Nouns for one person that are written with capitals."""

FAR: Final = 1500
MOST: Final = 12
"""Names looked back for whom a description means."""


class Compatriots:
    """Finds whom such a description means among the people named before."""

    def __init__(self, text: str, names: SourceNames, introduced: Introductions) -> None:
        self.text, self.names, self.introduced = text, names, introduced

    def who(self, source: Span) -> Chain | None:
        """The person whom a description by a country means; None in doubt."""
        phrase = " ".join(source.of(self.text).split())
        if found := rulers.meant(phrase, self.introduced.people):
            return found
        called = PHRASE.fullmatch(phrase)
        if called is None or not (is_native(phrase) or called["noun"] in CALLED):
            return None
        near = self.people(source)
        fitting = [c for c in near if self.fits(c, called["country"], called["noun"])]
        if not fitting and not called["noun"] and not self.was_there(called["country"], source):
            fitting = [c for c in near if not self.countries(c)] if len(near) == 1 else []
        return (
            fitting[0] if len(fitting) == 1 and gender(phrase) in (None, fitting[0].gender or gender(phrase)) else None
        )

    def was_there(self, native: str, source: Span) -> bool:
        """Whether somebody from a country was told of before the one whom the description means: "a Norwegian"."""
        return (
            re.search(rf"\b[Aa]n? (?:\w+ )?{native}\b", self.text[max(0, source.start - FAR) : source.start])
            is not None
        )

    def fits(self, chain: Chain, country: str, noun: str | None) -> bool:
        """Whether a person is told to be from a country, and nothing told of the person speaks against a noun."""
        place = country.split()[-1]
        if not any(alike(place, each) for each in self.countries(chain)):
            return False
        told = {each.noun for each in self.introduced.people.get(chain, ()) if personal(each.noun)}
        return noun is None or not told or noun in told or bool(told & CALLED[noun])

    def countries(self, chain: Chain) -> list[str]:
        """The countries told of a person beside the name."""
        told = (word for each in self.introduced.people.get(chain, ()) for word in (*each.words, *each.of.split()))
        return countries([word for word in (*told, *self.around(chain)) if word])

    def around(self, chain: Chain) -> Iterable[str]:
        """The places that a name is told to be of: "Lind of Norway", "Norway's Lind"."""
        for span in chain.mentions[:3]:
            behind = BEHIND.match(self.text, span.end)
            before = BEFORE.search(self.text, max(0, span.start - 60), span.start)
            yield from behind["place"].split() if behind else ()
            yield from before["place"].split() if before and is_what(before["what"]) else ()

    def people(self, source: Span) -> list[Chain]:
        """The people named not long before a description."""
        found: dict[Chain, None] = {}
        for number, (span, chain) in enumerate(self.names.before(source)):
            if number >= MOST or source.start - span.end > FAR:
                break
            if chain.type is EntityType.PERSON and not chain.unnamed and not known(chain.name):
                found[chain] = None
        return list(found)


def is_what(words: str) -> bool:
    """Whether words between a country and a name are none, or say what somebody is: "opposition figure"."""
    return not words or words.split()[-1] == "figure" or personal(words.split()[-1])


def gender(phrase: str) -> str | None:
    """The gender that a word for one from a country tells."""
    return (
        "female" if phrase.endswith("woman") else "male" if phrase.endswith("man") and phrase[-4:-3] in "hs" else None
    )


def is_no_name(phrase: str) -> bool:
    """Whether a description in capital letters is nobody's name: "the CEO", "the Ohio Republican", "the Norwegian"."""
    return LETTERS.fullmatch(phrase) is not None or is_native(phrase)


def is_native(phrase: str) -> bool:
    """Whether a phrase is nothing but "the" and one from a country: "the Norwegian"."""
    found = PHRASE.fullmatch(phrase)
    if found is None or found["noun"]:
        return False
    word = found["country"].split()[-1]
    return NATIVE.fullmatch(word) is not None and known(word)
