"""Who "one", "another" and "the other" are: "Critics were unkind: one wrote …"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import PAPERS, head_of, one_person, personal, singular
from kg.extract.genders import WORDS
from kg.extract.layout import Layout
from kg.extract.lexicon import GROUPS
from kg.extract.sentence_subject import subject
from kg.extract.tokens import span_of, words
from kg.model import EntityType, Span

ONES: Final = (
    "one", "another", "the other", "the first", "the second", "the third", "the last", "a second", "a third",
    "one of them", "another of them", "the first of them",
)  # fmt: skip
"""What means one of several named before by what they are."""

ONE_WHO: Final = re.compile(
    r"(?:one|another)(?: of (?:them|(?:the|those) [\w’' -]+?))?, (?P<who>an? [a-zß-ÿ][\w’' -]+)", re.IGNORECASE
)
"""One of several, with what he or she is behind."""

OF: Final = re.compile(
    r" of (?:the|those|these|his|her|its|their) (?:[\w-]+ )??(?P<noun>[\w-]+s|men|women|people|children)\b"
)
"""Those of whom some are the subject: "Two of the judges"."""

NUMBERED: Final = re.compile(r"\W*\d[\d:.]*\W+")
"""What an entry of a live blog begins with: "10:12"."""

BEHIND_ONE: Final = re.compile(
    r" of (?:the|those|these|his|her|its|their) [\w’'-]+(?: [\w’'-]+s)?(?:, an? [a-z][\w’' -]+(?=,))?"
)
"""What stands behind "one" where it opens a sentence: "One of the dockers, a widow, wept"."""

BACK: Final = 3
"""Sentences that are looked at, that of the words among them."""

LONG: Final = 300
"""Characters of a sentence that are read."""


EVERY: Final = re.compile(r"(?:Not |Nearly |Almost )?[Ee]very (?P<noun>[a-z]+)\b")
"""How those are told of one by one: "Not every farmer took to her. One asked …"."""


def one_of(layout: Layout, source: Span) -> Chain | None:
    """A source without a name for one of several; None if nothing tells what they are."""
    if told := one_who_is(source.of(layout.text)):
        return told
    phrase = source.of(layout.text).lower()
    if phrase not in ONES:
        return None
    own = layout.sentence(source.start)
    for number in range(own, max(-1, own - BACK), -1):
        begin = layout.sentences[number]
        if layout.paragraph(begin) != layout.paragraph(source.start):
            return None
        if begin < source.start and (noun := several(layout.text, Span(begin, source.start))):
            kind = EntityType.DOCUMENT if noun in PAPERS else EntityType.PERSON
            name = f"{phrase.removesuffix(' of them')} {noun}"
            return Chain(name, kind, [], unnamed=True, gender=WORDS.get(noun), noun=noun)
    return None


def whole(text: str, one: Span) -> Span:
    """The words "one" or "another", with those of whom it is one and with what he or she is."""
    behind = BEHIND_ONE.match(text, one.end)
    return Span(one.start, behind.end()) if behind else one


def one_who_is(phrase: str) -> Chain | None:
    """The source without a name that is told of behind "one": "One, a retired docker"."""
    found = ONE_WHO.fullmatch(phrase)
    head = one_person(found["who"]) if found else None
    if found is None or head is None:
        return None
    return Chain(found["who"], EntityType.PERSON, [], unnamed=True, noun=head.noun)


def several(text: str, stretch: Span) -> str | None:
    """The noun, as said of one, for those who are the plural subject of a sentence; None if it has no such subject."""
    end = min(stretch.end, stretch.start + LONG)
    if (every := EVERY.match(text, stretch.start, end)) and personal(every["noun"]):
        return every["noun"]
    numbered = NUMBERED.match(text, stretch.start, end)
    tokens = tuple(words(text, numbered.end() if numbered else stretch.start, end))
    found = subject(tokens)
    phrase = span_of(tokens, *found) if found else None
    of = OF.match(text, phrase.end, end) if phrase else None
    head = head_of(of["noun"] if of else phrase.of(text)) if phrase else None
    if head is None or found is None or not (head.plural or head.noun in PAPERS):
        return None
    noun = "person" if head.noun == "people" else singular(head.noun)
    known = head.noun in GROUPS or personal(noun) or noun in PAPERS
    return noun if known and noun != head.noun else None
