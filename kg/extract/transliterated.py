"""Names from other scripts that one text spells in two ways: "Zaretsky" and "Zaretskiy", "Al Hamdi" and "El-Hamdi"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from kg.extract import genders
from kg.extract.chains import Chain
from kg.model import EntityType
from kg.vocab import fold

ARTICLE: Final = re.compile(r"\A(?:al|el|ul)[-’' ](?=\w)")
"""The Arabic article, as it is part of a name."""

LETTERS: Final = tuple(
    (re.compile(letters), plain)
    for letters, plain in (
        (r"['’‘`ʿʾʻʼ-]", ""), (r"\A(?:ie|ye)", "e"), (r"kh|gh|g", "h"), (r"([tdbspc])h", r"\1"), (r"ph", "f"),
        (r"[yjı]", "i"), (r"ou|oo", "u"), (r"w", "v"), (r"c(?=[ei])", "s"), (r"[cq]", "k"), (r"x", "ks"),
        (r"(?:ei|e|i)+\Z", "i"), (r"(?<=[aeou])i+|(?<!\A)i+(?=[aeou])", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""Letters and endings that differ from one way of writing a foreign name to another, and what stands for them all."""

LEAST: Final = 4
"""Letters that a surname alone must have, so written, to be another's."""

ALIKE: Final = 20
"""People of one surname that a name is compared with."""

WHOLE: Final = 8
"""Letters that a full name must have: Ann Lee is not Ann Li."""


@lru_cache(4096)
def plain(word: str) -> str:
    """A word of a name as it is compared: the same for all common ways of writing it.

    >>> plain("Zaretskiy") == plain("Zaretsky"), plain("El-Hamdi") == plain("Hamdy"), plain("Orlov") == plain("Orlova")
    (True, True, False)
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    bare = ARTICLE.sub("", bare)
    for letters, instead in LETTERS:
        bare = letters.sub(instead, bare)
    return bare


def words_of(name: str) -> list[str]:
    """The words of a name as they are compared, without articles and initials."""
    return [plain(word) for word in ARTICLE.sub("", name.casefold()).split() if word not in ("al", "el", "ul")]


def same_full_name(one: str, other: str) -> bool:
    """Whether two full names are one, written in two ways; a patronymic may be left out, the order be turned."""
    first, second = sorted((words_of(one), words_of(other)), key=len)
    if len(first) < 2 or len(second) > len(first) + 1 or len("".join(first)) < WHOLE:
        return False
    ends = (first[0], first[-1])
    return (ends == (second[0], second[-1]) and set(first) <= set(second)) or first == second[1:] + second[:1]


def same_surname(alone: str, name: str) -> bool:
    """Whether a name of one word is a person's last name, written in another way."""
    words, whole = words_of(alone), words_of(name)
    return len(words) == 1 and len(whole) > 1 and len(words[0]) >= LEAST and words[0] == whole[-1]


def respelt(chains: Sequence[Chain]) -> Iterator[tuple[Chain, Chain]]:
    """Pairs of chains of one person whose name is spelt in two ways; the second is to join the first.

    A surname alone is that of the only person before whose it may be.
    """
    people = [chain for chain in chains if chain.type is not EntityType.PLACE and not chain.unnamed]
    by_last: dict[str, list[Chain]] = {}
    for chain in sorted(people, key=lambda c: c.mentions[0]):
        words = words_of(chain.name)
        known = [c for word in dict.fromkeys(words[-1:] + words[:1]) for c in by_last.get(word, [])[-ALIKE:]]
        alike = [c for c in known if may_be_one(c, chain) and is_respelt(chain.name, c.name)]
        if len(alike) == 1:
            yield alike[0], chain
        elif words:
            by_last.setdefault(words[-1], []).append(chain)


def is_respelt(name: str, known: str) -> bool:
    """Whether a name is one known before, or its last name, spelt in another way."""
    return same_surname(name, known) or same_full_name(name, known)


def may_be_one(one: Chain, other: Chain) -> bool:
    """Whether nothing tells two apart: a person, and what may be one, of one gender.

    A single word taken for a body may be one where only its accents differ: "Yılmaz", "Yilmaz".
    """
    if one.type is not EntityType.PERSON or other.type is EntityType.ORGANISATION:
        return one.type is EntityType.PERSON and fold(other.name) == fold(one.last_word)
    genders_of = {genders.of_name(chain.name) for chain in (one, other)} - {None}
    return other.type in (EntityType.PERSON, None) and len(genders_of) < 2
