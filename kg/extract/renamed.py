"""Whom a description for a change names once more that tells nothing the article told before: an age, children, a past.

"Lee would not hide. “It was me,” the 29-year-old said", "Lee, 84, stayed. The retired shearer said …".
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import Head, personal
from kg.extract.genders import WORDS
from kg.extract.introductions import Introductions
from kg.extract.topics import Topics
from kg.model import Span

NUMBERS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|\\d+"
AGED: Final = re.compile(r"the (?P<age>\d{1,3})-year-old\b")
PARENT: Final = re.compile(rf"the (?:\w+ )?(?P<kin>father|mother|dad|mum|mom|parent|grand\w+)[- ]of[- ](?:{NUMBERS})\b")
PAST: Final = re.compile(
    r"the (?:[\w-]+ )?(?:retired|former|one-time|veteran|senior|elderly|exiled|ex-\w+)(?: [\w-]+){0,2}"
)
"""What hardly ever describes somebody whom the article has not just named."""

LAST: Final = re.compile(r" (?:last (?:night|week|month|year)|yesterday|today|tonight|later|then)\Z")
"""Adverbials behind a description that a source phrase may end with."""


class Renamed:
    """Finds the person of whom the sentence before tells, where a description names that person once more."""

    def __init__(self, text: str, topics: Topics, introduced: Introductions) -> None:
        self.text, self.topics, self.introduced = text, topics, introduced

    def who(self, head: Head, source: Span) -> Chain | None:
        """The person whom a definite description means by age, children or past; None in doubt."""
        phrase = LAST.sub("", source.of(self.text).lower())
        aged, parent = AGED.match(phrase), PARENT.fullmatch(phrase)
        past = PAST.fullmatch(phrase) if head.definite and not head.plural and personal(head.noun) else None
        if self.introduced.told.get(head.noun.partition("-of-")[0]) or not (aged or parent or past):
            return None
        gender = WORDS.get(parent["kin"] if parent else head.noun)
        found = self.topics.about(source, gender)
        return found if found and self.may_be(found, phrase, aged["age"] if aged else None) else None

    def may_be(self, person: Chain, phrase: str, age: str | None) -> bool:
        """Whether nothing that the article says of a person speaks against a description."""
        ages = {noun for noun, told in self.introduced.told.items() if any(t.chain is person for t in told)}
        if age and any(noun.endswith("-year-old") and noun != f"{age}-year-old" for noun in ages):
            return False
        return self.introduced.may_be(person, set(phrase.split()))
