"""Whether a description tells of another person than one who is said to be the same by the noun alone.

The mayor of Lyon is not the mayor of Brest, the bus driver no taxi driver, the French minister no Spanish one, and
"the mayor" is nobody who was mayor once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import Final

from kg.extract.lexicon import DETERMINERS, word_set
from kg.extract.places_alike import COUNTRIES, alike, known, plain
from kg.extract.told_people import VEHICLES, Telling

HELD: Final = word_set(
    "president senator governor congressman congresswoman mayor minister premier chancellor secretary ambassador king"
    " queen speaker commissioner treasurer prosecutor sheriff captain champion"
)
"""What somebody is for a time, so that "the mayor" is not whom the article calls the former mayor."""

NAMED_FOR: Final = word_set("mayor governor leader envoy ambassador bishop archbishop")
"""Those who are told apart by a name beside the noun."""

SECOND: Final = word_set("vice deputy assistant junior")
RULING: Final = word_set("president premier chancellor minister king queen")
PAST: Final = word_set("former ex one-time onetime then-former retired late")

PORTFOLIOS: Final = word_set(
    "foreign interior finance health justice defence defense education labour labor environment transport energy"
    " agriculture trade home housing culture economy sports tourism science digital climate fisheries"
)
APART: Final = (PORTFOLIOS, VEHICLES)
"""Words right before a noun that tell one from another."""

OF: Final = re.compile(r" (?:of|for|in charge of) (?P<what>(?:the |a |an |his |her |its )?[^,.;:]+)")
WORD: Final = re.compile(r"[\w][\w’'.-]*")
SMALL: Final = word_set(
    "the a an his her its their this that of and for in at on city town republic state island whole"
)


def of_another(noun: str, phrase: str, told: Iterable[Telling]) -> bool:
    """Whether a description tells of another person than one of whom all that is told by its noun was told."""
    same = [each for each in told if each.noun == noun]
    return bool(same) and all(differs(phrase, each) for each in same)


def differs(phrase: str, told: Telling) -> bool:
    """Whether a description and what is told of a person by the same noun exclude each other."""
    head, of = parts(phrase)
    words, other = head_words(told), parts(f" {told.of}")[1]
    if told.noun in HELD and is_past(words) and not is_past(head):
        return True
    if told.noun in NAMED_FOR and other_name(head, of, [*words, *WORD.findall(told.of)]):
        return True
    low, lower = {w.lower() for w in (*head, *of)}, {w.lower() for w in (*words, *other)}
    if lower & SECOND - low or ("prime" in low - lower and told.noun == "minister"):
        return True
    if any(low & apart and lower & apart and not low & lower & apart for apart in APART):
        return True
    return other_country([*head, *of], [*words, *other]) or other_thing(of, other or words[:-1])


def is_past(words: Iterable[str]) -> bool:
    """Whether words tell what somebody was once."""
    return any(word.lower() in PAST or word.lower().startswith("ex-") for word in words)


def other_name(head: list[str], of: list[str], there: list[str]) -> bool:
    """Whether two descriptions both tell names, and none of the same: "the Linz mayor", "mayor of Graz"."""
    here = [word for word in (*head[1:], *of) if word[0].isupper() and not known(word)]
    names = [word for word in there if word[0].isupper() and not known(word) and word.lower() not in DETERMINERS]
    return bool(here and names) and not any(alike(one, other) for one in here for other in names)


def parts(phrase: str) -> tuple[list[str], list[str]]:
    """The words of a description before "of", and those behind it."""
    of = OF.search(phrase)
    head = phrase[: of.start()] if of else phrase
    return WORD.findall(head), WORD.findall(of["what"]) if of else []


def head_words(told: Telling) -> list[str]:
    """The words of what is told up to its noun."""
    return [word for word in told.words if word.lower() not in DETERMINERS]


def is_apart(phrase: str, nouns: Set[str], told: Iterable[Telling]) -> bool:
    """Whether a description tells another country than all that is told of a person, or what the opposition is not."""
    words = [word for each in told for word in (*each.words, *each.of.split())]
    noun = phrase.split()[-1]
    if any(each.noun == noun for each in told) and of_another(noun, phrase, told):
        return True
    return other_country(phrase.split()[1:], words) or ("opposition" in words and bool(nouns & RULING))


def countries(words: Iterable[str]) -> list[str]:
    """The countries and demonyms among some words."""
    return [plain(word) for word in words if known(word) or (word[0].isupper() and plain(word) in COUNTRIES)]


def other_country(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two descriptions both tell a country, and not the same."""
    here, there = countries(words), countries(others)
    return bool(here and there) and not any(alike(one, other) for one in here for other in there)


def other_thing(of: list[str], other: list[str]) -> bool:
    """Whether two descriptions both tell by the same sort of words, names or nouns, of what somebody is."""
    for names in (True, False):
        here = [word for word in of if sort(word, names)]
        there = [word for word in other if sort(word, names)]
        if here and there:
            return not any(alike(one, each) for one in here for each in there)
    return False


def sort(word: str, name: bool) -> bool:
    """Whether a word is a name, or a noun that says something."""
    return word[0].isupper() is name and word.lower() not in SMALL
