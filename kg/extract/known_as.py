"""The names by which sources are said to go: "a nurse identified only as Ana", "signed himself Argus"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.chains import Chain
from kg.extract.described import Descriptions
from kg.extract.source_names import SourceNames
from kg.extract.voices import Voices
from kg.model import EntityType, Span

APPOSITION: Final = r"(?:, an? (?:[a-z-]+ ){1,4}?)?"
WISHES: Final = "wanted|asked|wished|agreed|preferred|requested|insisted|would|could|can|is|was|being|to|be|on"
WHO: Final = rf"(?:who (?:(?:{WISHES}) ){{0,5}})?"
CALLED: Final = (
    r"(?:(?:identified|introduced|known)(?: (?:him|her|them)sel(?:f|ves))?(?: only| simply| just)? (?:as|by)"
    r"|(?:signed|signing|called|calling|calls) (?:him|her)self(?: only| simply| just)?"
    r"|(?:gave|giving)(?: only)? (?:his|her) (?:first |given |full |real )?name(?: only| simply| just)?(?: as|,))"
)
INITIALS: Final = r"(?: the (?:initials?|name|pseudonym|nickname|nom de guerre)(?: of)?)?"
NAME: Final = r" [“\"‘'«]?(?P<name>(?:[A-Z]\.){1,4}|[A-ZÀ-Þ][\w’-]*(?: [A-ZÀ-Þ][\w’-]+)?)"
KNOWN_AS: Final = re.compile(rf"{APPOSITION},? ?{WHO}{CALLED}{INITIALS}{NAME}")
"""What stands behind a description of somebody and tells the name."""

CLAUSE: Final = re.compile(r",| (?:who|whom|whose|that|which)\b")

FAR: Final = 120
"""Characters behind a source in which its name is told."""


class KnownAs:
    """Names those who were described without a name until it is told."""

    def __init__(self, text: str, names: SourceNames, descriptions: Descriptions, voices: Voices) -> None:
        self.text, self.names, self.descriptions, self.voices = text, names, descriptions, voices

    def tell(self, source: Span, chain: Chain) -> None:
        """Gives a source without a name the name that its phrase, or what follows that, tells."""
        if chain.type is not EntityType.PERSON or not chain.unnamed:
            return
        if found := self.told(source):
            self.take(Span(*found.span("name")), found["name"], chain)

    def told(self, source: Span) -> re.Match[str] | None:
        """The words within or behind a source phrase that tell the name; no clause stands before them."""
        clause = CLAUSE.search(self.text, source.start, source.end)
        until = clause.start() if clause else source.end
        found = (KNOWN_AS.match(self.text, at, source.end + FAR) for at in range(source.start + 1, until + 1))
        return next(filter(None, found), None)

    def take(self, span: Span, name: str, chain: Chain) -> None:
        """Puts a name to a chain, with all places where it stands, unless somebody spoke by it before."""
        every = [(where, other) for where, other in self.names.named if where == span or other.name == name]
        if any(other is who for _, other in every for _, who in self.voices.spoken):
            return
        chain.name, chain.unnamed, chain.noun = name, False, None
        for where, other in every:
            if other is not chain and where in other.mentions:
                self.descriptions.moved(where, other, chain)
