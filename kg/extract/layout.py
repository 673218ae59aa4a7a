"""Where things stand in a text: the numbers of sentences and paragraphs, and what kind of word stands beside a span."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.lexicon import ABBREVIATIONS, AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS, VERBS, word_set

BREAK: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»')\]]*+\s+(?=(?:«\s)?[\"“‘«(\[]*[A-Z0-9À-Þ])|(?P<line>\n)\s*")
BEFORE: Final = re.compile(r"[^\s.!?]*\Z")
"""The word before a break; looked for backwards, since a text may be one word of any length."""
WORD: Final = re.compile(r"\s*([\w'’-]+|\S)")
LAST: Final = re.compile(r"([\w'’-]+|\S)\s*$")
NEAR: Final = 30
"""Characters looked at for the word beside a span."""

LINKS: Final = word_set(
    "and but or that because when while if although though as since after before who which where then"
)
KINDS: Final = {
    **dict.fromkeys(PREPOSITIONS, "preposition"),
    **dict.fromkeys(DETERMINERS, "determiner"),
    **dict.fromkeys(LINKS, "link"),
    **dict.fromkeys(VERBS | AUXILIARIES | MODALS, "verb"),
    **dict.fromkeys(("'s", "’s", "'", "’"), "owner"),
    **dict.fromkeys((".", "!", "?", ":", ";", "\n"), "end"),
    **dict.fromkeys((",",), "comma"),
    **dict.fromkeys(("“", '"', "”", "(", ")", "-", "–", "—"), "mark"),
    "to": "to",
}


class Layout:
    """The sentences and paragraphs of a text, by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = [0]
        self.paragraphs = [0]
        for found in BREAK.finditer(text):
            if found["line"] or "\n" in found[0]:
                self.paragraphs.append(found.end())
            elif (word := BEFORE.search(text[max(0, found.start() - NEAR) : found.start()])) and abbreviated(word[0]):
                continue
            self.sentences.append(found.end())

    def sentence(self, at: int) -> int:
        """The number of the sentence at an offset."""
        return bisect_right(self.sentences, at) - 1

    def paragraph(self, at: int) -> int:
        """The number of the paragraph at an offset."""
        return bisect_right(self.paragraphs, at) - 1

    def opens(self, at: int) -> bool:
        """Whether a sentence begins at an offset, marks and an article apart."""
        begin = self.sentences[self.sentence(at)]
        return at - begin < 6 and self.text[begin:at].strip('"“‘«([ ').lower() in (
            "",
            "the",
            "a",
            "an",
            "mr.",
            "mr",
            "ms.",
        )

    def after(self, at: int) -> str:
        """What kind of word stands behind an offset."""
        found = WORD.match(self.text, at, at + NEAR)
        return kind(found[1]) if found else "end"

    def before(self, at: int) -> str:
        """What kind of word stands before an offset."""
        found = LAST.search(self.text, max(0, at - NEAR), at)
        return kind(found[1]) if found else "end"


def abbreviated(word: str) -> bool:
    """Whether a full stop behind this word ends no sentence: "Mr", "U", "Sgt"."""
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "I")


def kind(word: str) -> str:
    """The kind of a word, by small lists and endings."""
    lower = word.lower()
    if known := KINDS.get(lower):
        return known
    if word[0].isupper():
        return "name"
    if is_reporting_form(lower):
        return "reporting"
    if lower.endswith("ed"):
        return "verb"
    if lower.endswith("ly"):
        return "adverb"
    return "plural" if lower.endswith("s") else "word"
