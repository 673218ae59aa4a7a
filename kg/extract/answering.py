"""Who replies is whom somebody told or asked something right before, and who denies is whom he told it of.

"Lee told him to leave. “I will not,” he replied"; "Lee said Finch had hit her brother. He denies the charge".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract.chains import Chain
from kg.extract.genders import HE
from kg.extract.lexicon import word_set
from kg.extract.pronouns import Pronouns
from kg.extract.source_names import SourceNames
from kg.model import EntityType, Span

REPLYING: Final = word_set("replied replies answered answers retorted retorts responded responds countered")

VERB: Final = r"\b(?:asked|asks|told|tells|urged|warned|ordered|reminded|pressed|questioned|put it to) "
TOLD: Final = re.compile(VERB + r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?\Z")
"""What stands before the name of whom somebody told something."""
TOLD_HIM: Final = re.compile(
    VERB
    + r"(?P<who>him|her)(?=[,.;:]| (?:the|an?|that|to|why|how|what|whether|if|about|when|where|he|she|it|they|not)\b)"
)
OBJECT: Final = {"him": "he", "her": "she"}

DENYING: Final = word_set("denied denies rejected rejects dismissed disputed disputes")
CHARGE: Final = re.compile(
    r"(?:(?:the|any|all|these|those|this) )*(?:charges?|allegations?|accusations?|claims?|wrongdoing|it|this|them)\W*"
)
"""What somebody denies that he is said to have done."""

BEFORE: Final = 24


class Answering:
    """Finds whom a sentence tells something to, who then replies."""

    def __init__(self, pronouns: Pronouns, names: SourceNames) -> None:
        self.pronouns, self.names = pronouns, names

    def replies(self, where: Span) -> bool:
        """Whether the report with a source is a reply."""
        return not REPLYING.isdisjoint(self.pronouns.voices.cue(where).lower().split())

    def denies(self, where: Span) -> bool:
        """Whether the report with a source is a denial of what was said before."""
        report = self.pronouns.voices.sources.get(where)
        words = set(self.pronouns.voices.cue(where).lower().split())
        text = self.pronouns.text
        return report is not None and bool(words & DENYING) and CHARGE.fullmatch(report.pieces[0].of(text)) is not None

    def who(self, where: Span, word: str, sentence: Span, spoke: Chain) -> Chain | None:
        """The person of the pronoun's gender to or of whom something is said in the sentence before."""
        if self.denies(where):
            return only(c for _, c in self.people(sentence, word) if c is not spoke)
        if not self.replies(where):
            return None
        if named := only(c for c in self.named(sentence, word) if c is not spoke):
            return named
        return self.earlier(sentence, word, spoke) if self.told_him(sentence, word) else None

    def told_him(self, sentence: Span, word: str) -> bool:
        """Whether something is said to somebody of the pronoun's gender in a sentence: "asked him"."""
        found = TOLD_HIM.search(self.pronouns.text, sentence.start, sentence.end)
        return found is not None and OBJECT[found["who"]] == word

    def earlier(self, sentence: Span, word: str, spoke: Chain) -> Chain | None:
        """The person of a gender named last before a sentence, in its paragraph, if that is not who spoke in it."""
        layout = self.pronouns.layout
        begin = layout.paragraphs[layout.paragraph(sentence.start)]
        if begin >= sentence.start:
            return None
        people = [c for _, c in self.people(Span(begin, sentence.start), word)]
        return people[-1] if people and people[-1] is not spoke else None

    def people(self, stretch: Span, word: str) -> list[tuple[Span, Chain]]:
        """The people named in a stretch of text who may be of the pronoun's gender."""
        near = ((name, c) for name, c in self.names.inside(stretch) if c.type is EntityType.PERSON and not c.unnamed)
        return [(name, c) for name, c in near if c.gender in (None, HE[word])]

    def named(self, sentence: Span, word: str) -> list[Chain]:
        """Those whom a sentence names as told something."""
        text = self.pronouns.text
        near = self.people(sentence, word)
        return [c for name, c in near if TOLD.search(text[max(0, name.start - BEFORE) : name.start])]


def only(found: Iterable[Chain]) -> Chain | None:
    """The only one of those found; None if there are two, or none."""
    each = list(dict.fromkeys(found))
    return each[0] if len(each) == 1 else None
