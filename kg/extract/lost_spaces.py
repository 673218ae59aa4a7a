"""Spaces that a scrape or a translation lost between words: "the unionsaidthat", "in thisLee", "the harbour.The mayor".

Only joints that no English word has are cut: behind a sentence, before a name, and around a verb that reports. Markup
for bold type that stays in a text stands between words too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from typing import Final

from kg.extract import places
from kg.extract.cues import is_reporting_form
from kg.extract.edits import Edit
from kg.extract.lexicon import AUXILIARIES, DETERMINERS, GIVEN_NAMES, PREPOSITIONS, PRONOUNS

LOWER: Final = "[a-zß-öø-ÿıčćšžğşąęłńő]"
UPPER: Final = "[A-ZÀ-ÖØ-ÞİČĆŠŽŞŁ]"
MARKUP: Final = re.compile(r"(?<![\w*])(\*\*)(?=[^\s*])[^*\n]{1,400}(\*\*)(?!\*)")
"""Marks around bold type, but not those that hide letters ("f**k") or mean a power."""

ADDRESS: Final = re.compile(r"(?:\b[a-z]{2,6}://|\bwww\.|(?<!\w)[@#`])\S+")
"""Addresses, names in networks, hashtags and code, which are written without spaces."""

SENTENCE: Final = re.compile(rf"(?<={LOWER}{{3}}[.!?:])(?={UPPER}{LOWER}*[\s’'])(?!(?:Com|Org|Net)\b)")
"""A sentence right behind another, or words right behind the colon that leads up to them."""

BEFORE_NAME: Final = re.compile(rf"(?<![\w/])({LOWER}{{2,12}})(?={UPPER}(?:{LOWER}|\.))")
"""A small word right before a capital: "thisLee", but not "iPhone"."""

TWO_NAMES: Final = re.compile(rf"(?<![\w@#/.-])({UPPER}{LOWER}{{3,}})({UPPER}{LOWER}+)(?![\w@/.-])")
SHORT_BEFORE: Final = re.compile(rf"(?<![\w@#/.-])(to|of|in|by|at|on)({UPPER}{LOWER}{{2,}})(?= {UPPER})")
"""A small word of two letters right before a full name: "toMarta Lind", but not "onPoint"."""

VERBS: Final = (
    "said|says|told|tells|announced|reported|stated|denied|rejected|counted|warned|added|claimed|declared|confirmed"
    "|explained|noted|put|asked|replied|demanded|wrote|estimated|accused"
)
BEHIND: Final = "that|the|their|his|her|its|this|they|there|it|he|she"
AROUND: Final = re.compile(
    rf"(?<![\w@#/.-])(?P<before>[^\W\d_]{{2,}}?)?(?P<verb>{VERBS})(?P<behind>{BEHIND}|\d[\d,.]*)(?![\w@/])"
)
"""A verb with the word behind it, and mostly the one before: "unionsaidthat", "campcounted54"."""

SAID: Final = re.compile(
    r"(?<![\w@#/.-])(?P<before>[^\W\d_]{3,})(?P<verb>said|announced|warned|declared|stated)(?![\w@/-])"
)
"""A verb with the word before it: "televisionsaid", "trapssaid:"."""

WORD: Final = re.compile(r"\w+")

WORDS_LIKE: Final = (
    *("un", "re", "pre", "mis", "over", "under", "fore", "gain", "afore", "nay", "rein", "for", "out"),
    *("in", "through"),
)
"""What makes one word with such a verb: "unannounced", "reinstated", "input1"."""

LINKS: Final = re.compile(r"\b[^\W\d_]{3,}(?=(?:according(?= to\b)|although|whose|because)\b)")
"""A word right before one that no word ends with."""


def edits(text: str) -> list[Edit]:
    """The spaces that a text lacks, and the markup that stands in their place."""
    marks = [Edit(*found.span(side), " " * 2) for found in MARKUP.finditer(text) for side in (1, 2)]
    whole = [found.span() for found in ADDRESS.finditer(text)]
    holes = sorted(at for at in {*joints(text)} if not within(whole, at))
    return sorted([*marks, *(Edit(at, at, " ") for at in holes if text[at : at + 1] != " ")])


def within(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether an offset is inside one of some stretches of text, which come in order."""
    past = bisect_left(stretches, at, key=lambda stretch: stretch[0])
    return past > 0 and at < stretches[past - 1][1]


def joints(text: str) -> Iterator[int]:
    """The offsets at which a space was lost."""
    yield from (found.start() for found in SENTENCE.finditer(text))
    yield from (found.end() for found in LINKS.finditer(text))
    yield from (found.end() for found in BEFORE_NAME.finditer(text) if is_small(found[1]))
    yield from (found.end(1) for found in TWO_NAMES.finditer(text) if are_two_words(found[1], found[2]))
    yield from (found.end(1) for found in SHORT_BEFORE.finditer(text) if found[2] in GIVEN_NAMES)
    for found in AROUND.finditer(text):
        if (found["before"] or found["behind"].isalpha()) and (found["before"] or "").lower() not in WORDS_LIKE:
            yield from (at for at in (found.start("verb"), found.start("behind")) if at > found.start())
    if glued := list(SAID.finditer(text)):
        alone = {word.lower() for word in WORD.findall(text)}
        yield from (found.start("verb") for found in glued if is_joint(alone, found["before"], found["verb"]))


def is_small(word: str) -> bool:
    """Whether a lower-case word is one that no name begins with: "this", "said"."""
    return len(word) > 2 and (word in PREPOSITIONS | DETERMINERS | AUXILIARIES | PRONOUNS or is_reporting_form(word))


def are_two_words(first: str, second: str) -> bool:
    """Whether a place and what begins anew are written as one word: "KyivVolodymyr", "LondonThe"."""
    begins = second in GIVEN_NAMES or second.lower() in PREPOSITIONS | DETERMINERS | PRONOUNS
    return begins and places.is_place(first)


def is_joint(alone: Set[str], before: str, verb: str) -> bool:
    """Whether letters before a verb are a word of their own: one of those that stand alone in the text.

    Before "said" any are, but for those of a name, which may end so.
    """
    if before.lower() in WORDS_LIKE:
        return False
    return (verb == "said" and before.islower()) or before.lower() in alone
