"""Which language a text is in: by its letters, and by the small words that every sentence has.

Only English is read. What cannot be told (a table, code, a few words) is read as well, since little is found in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.lexicon import lines, word_set


@dataclass(frozen=True, slots=True)
class Language:
    """A language as it is told: its BCP 47 tag, its name in English, the letters it is written in.

    What is known by its letters alone has the tag "und" and no name.
    """

    tag: str
    name: str
    letters: str

    def __str__(self) -> str:
        if not self.name:
            return f"a language unknown here ({self.letters} letters)"
        return self.name if self.letters in ("Latin", self.name) else f"{self.name} ({self.letters})"


WORDS: Final = {
    Language(tag, name, letters): frozenset(words.split())
    for tag, name, letters, words in (line.split("\t") for line in lines("languages.tsv"))
}
"""Frequent words of each language; none of those of the others is a frequent English one."""

ENGLISH: Final = next(iter(WORDS))

JAPANESE: Final = Language("ja", "Japanese", "Japanese")
BY_LETTERS: Final = {
    "Greek": Language("el", "Greek", "Greek"),
    "Hebrew": Language("he", "Hebrew", "Hebrew"),
    "Georgian": Language("ka", "Georgian", "Georgian"),
    "Armenian": Language("hy", "Armenian", "Armenian"),
    "Thai": Language("th", "Thai", "Thai"),
    "Hangul": Language("ko", "Korean", "Hangul"),
    "Hiragana": JAPANESE,
    "Katakana": JAPANESE,
    "Cjk": Language("zh", "Chinese", "Han"),
}
"""The languages that their letters tell."""

SYLLABLES: Final = {"Cjk": 3, "Hiragana": 3, "Katakana": 3, "Hangul": 3}
"""For how many letters a character of these counts: one is a syllable or a word."""

INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
RUNNING: Final = re.compile(r"(?<=[^\W\d_A-Z] )[^\W\d_A-Z]{2,}(?=[ ,.])")
"""A lower-case word after another with nothing but a space between, as in sentences and hardly in tables and code."""

ENGLISH_AT_LEAST: Final = 0.15
"""The share of English text's words that are in its list (a fifth to a third), at the least."""
FOREIGN_AT_LEAST: Final = 0.06
"""The share of another language's words that are in its list, at the least."""
OUTWEIGHS: Final = 3
"""How many times as many words of another language make a text foreign: with less than a quarter of English."""
FEW: Final = 4
"""Fewer letters of another script, or fewer known words, tell nothing."""
FEW_WORDS: Final = 3
"""Nor do fewer different known words: "de" and "la" stand in names."""
SHARED: Final = word_set("in is of to it as for on at by or he was had has if we my all one his its")
"""Frequent words of English that other languages have too."""
MANY: Final = 25
"""So many running words tell that a text is sentences ..."""
COMMON_AT_LEAST: Final = 0.12
"""... and if these and the list of English are a smaller share of them, it is no English, whatever it is."""


def told(text: str) -> Language | None:
    """The language of most of the text; None where it cannot be told.

    A text with a quarter or more of English is English. Linear in the length of the text, some million words a second.
    """
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    scripts = letters(text)
    words = Counter(WORD.findall(text.lower()))
    english = sum(words[word] for word in WORDS[ENGLISH])
    script = max(scripts, key=scripts.__getitem__, default="Latin")
    if script != "Latin" and scripts[script] >= FEW:
        share = min(1.0, english / (ENGLISH_AT_LEAST * max(1, _latin(words))))
        if scripts[script] * 2 > scripts["Latin"] * share * OUTWEIGHS:
            return _by_letters(script, scripts, words)
    return _by_words(text, words, english)


def letters(text: str) -> Counter[str]:
    """How many letters of each script the text has: "Latin", "Cyrillic", "Cjk" …; syllables count for several."""
    found: Counter[str] = Counter()
    for character, number in Counter(text).items():
        if script := _script(character):
            found[script] += number * SYLLABLES.get(script, 1)
    return found


@cache
def _script(character: str) -> str:
    """The script of a letter, "" for what is none. Its Unicode name begins with it."""
    return unicodedata.name(character, "").partition(" ")[0].title() if character.isalpha() else ""


def _latin(words: Mapping[str, int]) -> int:
    return sum(number for word, number in words.items() if _script(word[0]) == "Latin")


def _by_letters(script: str, scripts: Counter[str], words: Counter[str]) -> Language:
    """The language of a text in another script than Latin."""
    kana = scripts["Hiragana"] + scripts["Katakana"]
    if script == "Cjk" and kana * 10 > scripts["Cjk"]:
        return JAPANESE
    known = {language: _hits(words, language) for language in WORDS if language.letters == script}
    best = max(known, key=known.__getitem__, default=None)
    return best if best and known[best] else BY_LETTERS.get(script, Language("und", "", script))


def _by_words(text: str, words: Counter[str], english: int) -> Language | None:
    """The language of a text in Latin letters."""
    others = {language: _hits(words, language) for language in WORDS if language.letters == "Latin"}
    del others[ENGLISH]
    best = max(others, key=others.__getitem__)
    different = sum(word in words for word in WORDS[best])
    enough = others[best] >= max(FEW, FOREIGN_AT_LEAST * words.total()) and different >= FEW_WORDS
    if enough and others[best] > english * OUTWEIGHS:
        return best
    running = len(RUNNING.findall(text))
    if running >= MANY and english + sum(words[word] for word in SHARED) < COMMON_AT_LEAST * running:
        return Language("und", "", "Latin")
    return ENGLISH if english >= FEW_WORDS else None


def _hits(words: Mapping[str, int], language: Language) -> int:
    return sum(words.get(word, 0) for word in WORDS[language])
