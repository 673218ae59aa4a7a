"""What an article says of the people and bodies that it names: offices, trades and ages, by which it means them later.

"Ann Lee, the opposition leader" and "opposition leader Ann Lee" let "the opposition leader" be Ann Lee; "Ann Lee, 30,"
lets "the 30-year-old" be her; "the Example Ministry" lets "the ministry" be that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from typing import Final

from kg.extract import kinds_of_bodies, told_bodies, told_people
from kg.extract.bodies import BASED, COMMERCIAL, is_channel
from kg.extract.chains import Chain
from kg.extract.descriptions import COLLECTIVE
from kg.extract.lexicon import ORGANISATION_WORDS, ROLES, word_set
from kg.extract.own_actors import FIRMS
from kg.extract.said_beside import REACH, apposition, described_before, title
from kg.extract.told_people import Telling
from kg.model import EntityType

AFTER: Final = re.compile(
    r",? ?\(?(?P<age>\d{1,3})(?=[,)])|(?:, | — | – |, who (?:is|was) | is | was )(?P<words>[^.;:!?()“”\"\n]{3,110})"
)
LED: Final = re.compile(
    r"(?:, \d{1,3},|, who)? (?:has |had |now )?(?P<verb>led|leads|headed|heads|chaired|chairs)"
    r" (?P<what>the [^.;:!?,()“”\"\n]{3,60})"
)
LEADS: Final = {"led": "leader", "lead": "leader", "head": "head", "chai": "chair"}
"""What somebody is who does this: "Lee, 57, has led the party since May"."""

MOST: Final = 6
"""Mentions of one entity that are read for what they say of it."""

APART: Final = 500
"""Characters by which one of several must be nearer than the others to be the one that is meant."""

PREDECESSOR: Final = re.compile(r"\bpredecessor\b")
NEAR: Final = 600
"""Characters within which "the former mayor" is the predecessor of whom was told, not the mayor."""

NEVER: Final = word_set("man woman people one friend member victim witness resident official source guest")
"""Nouns that are said of too many to mean one person by themselves."""

OFFICES: Final = word_set(
    "president senator governor representative congressman congresswoman mayor minister premier chancellor secretary"
    " judge justice ambassador general bishop pope king queen prosecutor sheriff"
)
"""Offices that hardly anybody holds two of."""

PARTIES: Final = word_set("republican democrat democratic gop conservative labour liberal socialist green")
"""Of these too."""

VARYING: Final = word_set(
    "president senator governor congressman congresswoman lawmaker legislator mayor minister premier chancellor"
    " secretary republican democrat conservative liberal socialist independent nominee candidate contender hopeful"
    " frontrunner front-runner incumbent politician professor scholar academic lecturer historian economist sociologist"
    " businessman businesswoman billionaire mogul tycoon magnate"
    " entrepreneur lady actor actress singer rapper musician star author writer novelist poet physician surgeon"
)
"""Nouns by which somebody is named once more for a change, with a word beside them: "the Utopian senator"."""

OTHERWISE: Final = {
    "judge": ("justice", "magistrate"),
    "lawmaker": ("senator", "representative", "congressman", "congresswoman", "legislator"),
    "priest": ("father", "reverend", "pastor", "vicar"),
    "monarch": ("king", "queen", "emperor", "empress"),
    "officer": ("constable", "sergeant", "inspector"),
}
"""By which other titles the only person is meant whom the article calls so: "Justice Lee", "the judge"."""

OWNED: Final = re.compile(r"['’]s\b|s['’] ")

LEADING: Final = word_set("leader chief head chairman chairwoman chair politician member lawyer attorney general")
"""Nouns that may be said of who holds an office; a professor is no prime minister."""

RANKS: Final = word_set("head deputy assistant junior trainee")
"""Words that make another office of one: no teacher is the head teacher."""

DEPUTIES: Final = word_set("deputy assistant vice")
"""Words without which somebody is the other of two: no "head" is the deputy head."""

PORTFOLIOS: Final = word_set(
    "prime foreign interior finance health justice defence defense education labour labor environment transport energy"
    " agriculture trade home housing culture economy first deputy vice"
)
"""Words that tell an office from another and nothing of the person who holds it."""

EMPTY: Final = word_set("the a an his her their its this that former then late current own young old new longtime")


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of an entity at one place: the words around the noun, in lower case."""

    at: int
    chain: Chain
    words: frozenset[str]


class Introductions:
    """The nouns that the article applies to those whom it names."""

    def __init__(self, text: str, chains: Iterable[Chain]) -> None:
        self.text = text
        headline = headline_end(text)
        self.told: dict[str, list[Told]] = defaultdict(list)
        self.said: dict[Chain, set[str]] = defaultdict(set)
        self.people: dict[Chain, list[Telling]] = defaultdict(list)
        self.kinds: dict[Chain, set[str]] = defaultdict(set)
        """The nouns that are said of organisations beside their names."""
        for chain in chains:
            if chain.type is EntityType.PERSON:
                self.person(chain)
            elif chain.type is EntityType.ORGANISATION and chain.mentions[-1].end > headline:
                self.body(chain)
        for told in self.told.values():
            told.sort(key=lambda t: t.at)
        self.of_kind: dict[str, list[Chain]] = defaultdict(list)
        for chain, nouns in self.kinds.items():
            for noun in nouns:
                self.of_kind[noun].append(chain)

    def person(self, chain: Chain) -> None:
        """Notes the roles that stand before and behind a person's name, and the age."""
        for span in chain.mentions[:MOST]:
            self.note(span.start, chain, title(self.text[max(0, span.start - REACH) : span.start]), ROLES)
            self.note(span.start, chain, described_before(self.text, span), ROLES)
            self.note(span.start, chain, leading(self.text, span.end), ROLES)
            after = AFTER.match(self.text, span.end, span.end + 120)
            if after and after["age"]:
                self.told[f"{after['age']}-year-old"].append(Told(span.start, chain, frozenset()))
            elif after and told_people.is_said(self.text, span.end):
                self.note(span.start, chain, apposition(after["words"]), ROLES)
            for told in told_people.beside(self.text, span):
                self.hear(span.start, chain, told)

    def hear(self, at: int, chain: Chain, told: Telling) -> None:
        """Notes what is told of a person, by each noun that it may be called again by."""
        words = frozenset(word.lower().strip("'’,") for word in told.words) | {told.noun}
        for noun in told.nouns():
            self.told[noun].append(Told(at, chain, words))
            self.people[chain].append(replace(told, noun=noun))
        self.said[chain] |= words

    def body(self, chain: Chain) -> None:
        """Notes the nouns in an organisation's name, and those that are said of it."""
        words = chain.name.split()
        self.note(chain.mentions[0].start, chain, words, ORGANISATION_WORDS | COLLECTIVE)
        for span in chain.mentions[:MOST]:
            if is_channel(self.text, span, chain):
                continue  # "On Twitter, the club wrote"
            after = AFTER.match(self.text, span.end, span.end + 120)
            if after and after["words"] and not BASED.match(self.text, span.end):
                said = apposition(after["words"])
                self.note(span.start, chain, said, kinds_of_bodies.nouns(said, COLLECTIVE | ORGANISATION_WORDS))
                self.kinds[chain] |= kinds_of_bodies.head(said)
            before = self.text[max(0, span.start - 30) : span.start].split()[-1:]
            self.note(span.start, chain, before, COLLECTIVE | kinds_of_bodies.NOUNS)
            self.kinds[chain] |= kinds_of_bodies.head(before)
            if noun := told_bodies.told(self.text, span):
                self.kinds[chain].add(noun)
                nouns = [noun, *COMMERCIAL] if noun in FIRMS or noun in ("bank", "chain") else [noun]
                self.note(span.start, chain, nouns, frozenset(nouns))

    def note(self, at: int, chain: Chain, words: list[str], nouns: frozenset[str]) -> None:
        """Notes the nouns among some words that are said of an entity."""
        lower = [word.lower().strip("'’,") for word in words]
        kept = frozenset(lower)
        for word in kept:
            for noun in {word, word.removeprefix("vice-"), word.rpartition("-")[2]} & nouns:
                self.told[noun].append(Told(at, chain, kept))
                self.said[chain] |= kept

    def meant(self, noun: str, words: Iterable[str], at: int) -> Chain | None:
        """The one entity that a definite description at an offset means by its noun and other words; None in doubt."""
        noun = noun.removeprefix("ex-").partition("-of-")[0]
        if noun not in self.told and (other := OTHERWISE.get(noun)):
            alike = {t.chain for office in other for t in self.told.get(office, ()) if t.at < at}
            return alike.pop() if len(alike) == 1 else None
        told = [t for t in self.told.get(noun, ()) if t.at < at] if noun not in NEVER else []
        lower = {w.lower().strip("'’,") for w in words}
        wanted = lower - EMPTY - {noun}
        if "former" in lower and self.has_predecessor(at):
            told = [t for t in told if "former" in t.words]
        told = [t for t in told if wanted & RANKS <= t.words and t.words & DEPUTIES <= wanted]
        fitting = {t.chain for t in told if wanted <= t.words} or {t.chain for t in told}
        if len(fitting) > 1 and not wanted:
            bare = {t.chain for t in told if not t.words - EMPTY - {noun}}
            fitting = bare if len(bare) == 1 else fitting
        if len(fitting) > 1 and not any(wanted <= t.words for t in told):
            return None
        return latest(fitting, at)

    def has_predecessor(self, at: int) -> bool:
        """Whether a text told just before an offset of who held an office before: "His predecessor was there"."""
        return PREDECESSOR.search(self.text, max(0, at - NEAR), at) is not None

    def telling(self, noun: str, phrase: str) -> frozenset[str]:
        """What "the Utopian senator" says beside its noun; none where it may well be somebody not named yet."""
        lower = [word.lower().strip("'’,") for word in phrase.split()]
        plain = lower[0] == "the" and lower[-1] == noun and noun in VARYING and not OWNED.search(phrase)
        return frozenset(lower) - EMPTY - PORTFOLIOS - {noun} if plain else frozenset()

    def anywhere(self, noun: str, words: frozenset[str]) -> Chain | None:
        """The only person of whom the article says a noun with all of these words, before or behind."""
        fitting = {t.chain for t in self.told.get(noun, ()) if words <= t.words}
        return fitting.pop() if len(fitting) == 1 else None

    def may_be(self, chain: Chain, words: Set[str]) -> bool:
        """Whether nothing that is said of a person speaks against a description: a mayor is no senator."""
        said = self.said.get(chain, set())
        if words & OFFICES and said & ROLES and not said & (OFFICES | VARYING | LEADING):
            return False
        return all(not words & apart or not said & apart or bool(words & said & apart) for apart in (OFFICES, PARTIES))


def headline_end(text: str) -> int:
    """Where the first line of a text ends, if it is a headline: other lines follow, and it is no sentence; else 0."""
    start = len(text) - len(text.lstrip())
    line = text[start:].partition("\n")[0].rstrip()
    sentence = line.rstrip('"”’').endswith(".")
    return 0 if sentence or "\n" not in text.strip() else start + len(line)


def leading(text: str, at: int) -> list[str]:
    """What somebody named right before an offset is who leads a body: "party leader" of "Lee has led the party"."""
    found = LED.match(text, at, at + 120)
    body = apposition(found["what"]) if found else []
    return [*body, LEADS[found["verb"][:4]]] if found and body and body[-1] in ORGANISATION_WORDS | COLLECTIVE else []


def latest(chains: Iterable[Chain], at: int) -> Chain | None:
    """The entity that was mentioned last before an offset, if no other was mentioned nearly as late."""
    placed = sorted(((chain.before(at), chain) for chain in chains), key=lambda p: p[0], reverse=True)
    if not placed or (len(placed) > 1 and placed[0][0] - placed[1][0] < APART):
        return None
    return placed[0][1]
