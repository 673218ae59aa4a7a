"""Whether two words tell of one country or region: "French" and "France", "Chechen" and "Chechnya"."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.extract.lexicon import DEMONYMS, GIVEN_NAMES, lines, word_set

ALIKE: Final = {
    "french": "france", "frenchman": "france", "dutch": "netherlands", "danish": "denmark", "swiss": "switzerland",
    "polish": "poland", "spanish": "spain", "welsh": "wales", "greek": "greece", "turkish": "turkey",
    "finnish": "finland", "norwegian": "norway", "irish": "ireland", "scottish": "scotland", "italian": "italy",
    "thai": "thailand",
    "filipino": "philippines", "philippine": "philippines", "texan": "texas", "azeri": "azerbaijan", "czech": "czech",
    "lao": "laos", "cypriot": "cyprus", "serb": "serbia", "croat": "croatia", "basque": "basque", "emirati": "uae",
    "afghan": "afghanistan", "burmese": "burma", "ivorian": "ivory", "monegasque": "monaco", "corsican": "corsica",
    "flemish": "flanders", "portuguese": "portugal", "bashkir": "bashkortostan",
    "adyghe": "adygea", "breton": "brittany", "venetian": "veneto",
    "sicilian": "sicily", "crimean": "crimea",
    "pole": "poland", "dane": "denmark", "swede": "sweden", "finn": "finland", "turk": "turkey", "scot": "scotland",
    "spaniard": "spain", "briton": "britain uk england kingdom", "dutchman": "netherlands", "irishman": "ireland",
    "englishman": "england", "welshman": "wales", "scotsman": "scotland", "kurd": "kurdistan",
    "british": "britain uk england kingdom", "english": "england", "american": "america us usa states u.s",
}  # fmt: skip
"""Demonyms that hardly look like their place, with the place."""

APART: Final = (
    {"austria", "australia"}, {"niger", "nigeria"}, {"turk", "turkm"}, {"india", "indiana"}, {"guinea", "guiana"},
)  # fmt: skip
ENDINGS: Final = ("ian", "ese", "ish", "an", "en", "ic", "i", "n")
LEAST: Final = 4
"""Letters that a demonym and its place share."""

COUNTRIES: Final = frozenset(
    name.lower()
    for fields in (line.split("\t") for line in lines("places.tsv"))
    if fields[2] == "country"
    for name in fields[1].split("|")
)


def alike(one: str, other: str) -> bool:
    """Whether two words, in lower case, tell of one place."""
    one, other = plain(one), plain(other)
    if one == other:
        return True
    return names(one, other) or names(other, one) or bool(shared(one) & shared(other))


@cache
def known(word: str) -> bool:
    """Whether a word is a demonym, be it that of a region."""
    lower = word.lower()
    if word in DEMONYMS or lower.replace("woman", "man") in ALIKE:
        return True
    if lower in COUNTRIES or word in GIVEN_NAMES or not lower.endswith(ENDINGS):
        return False
    return any(names(lower, country) for country in COUNTRIES)


def plain(word: str) -> str:
    """A word in lower case, without the sign of an owner."""
    return word.lower().strip(",.()").replace("’", "'").removesuffix("'s").removesuffix("'")


def shared(word: str) -> frozenset[str]:
    """The places of an irregular demonym, or a word itself."""
    return word_set(ALIKE.get(word.replace("woman", "man"), word))


def names(demonym: str, place: str) -> bool:
    """Whether an adjective is made from the name of a place."""
    if demonym in ALIKE:
        return place in ALIKE[demonym].split()
    ending = next((e for e in ENDINGS if demonym.endswith(e) and len(demonym) - len(e) >= LEAST - 1), "")
    stem = demonym.removesuffix(ending)
    common = next(
        (n for n, (a, b) in enumerate(zip(demonym, place, strict=False)) if a != b), min(len(demonym), len(place))
    )
    if common < max(LEAST, len(stem) - (not ending or ending == "ian")):
        return False
    return not any({of(demonym, pair), of(place, pair)} == pair for pair in APART)


def of(word: str, pair: set[str]) -> str:
    """The longest of some beginnings that a word has."""
    return max((each for each in pair if word.startswith(each)), key=len, default="")
