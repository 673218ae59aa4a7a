"""Names put together into chains, by rules on names: which of them name the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract import genders, places, surnames
from kg.extract.chains import Chain
from kg.extract.letters_before import without_letters
from kg.extract.lexicon import DEMONYMS, GIVEN_NAMES, ORGANISATION_WORDS
from kg.extract.name import Name
from kg.extract.name_types import acronym
from kg.extract.nicknames import with_nicknames
from kg.extract.same_names import are_two, is_kin, misspelt, same_person, with_shared_surnames
from kg.extract.short_bodies import of_noun, two_initials
from kg.extract.tagged_spans import PARTICLES
from kg.extract.transliterated import respelt
from kg.model import EntityType, Span
from kg.vocab import fold

BRACKETED: Final = re.compile(r"\s?\(([A-ZÀ-Þ][\w.&-]{1,9})\)")
"""An abbreviation in brackets behind a name."""

ADDRESS: Final = re.compile(r"\b(Mrs?|Ms|Miss)\b")

INTRODUCED: Final = re.compile(r",? \(?(?:an?|who|\d+)\b")

ACTS: Final = re.compile(r"['’]s\b| (?:said|says|has|had|is|was|will|would)\b")

SLIPS: Final = 2
"""So often a surname may be spelt wrong."""

ALIKE: Final = 50
"""How many names that share a word are compared, so that the work stays linear."""


def link(text: str, names: list[Name]) -> list[Chain]:
    """The chains of an article's names, in order of their first mention."""
    linker = Linker(text)
    linker.bodies = {name.span for name in names if name.type is EntityType.ORGANISATION}
    every = with_shared_surnames(text, without_letters(text, with_nicknames(text, names)))
    ends = {" ".join(name.words[at:]).casefold() for name in every for at in range(1, len(name.words))}
    for name in sorted(every, key=lambda n: (len(n.words) == 1 or (closes(n) and n.text.casefold() in ends), n.span)):
        linker.add(name)
    linker.mend()
    return sorted(linker.chains, key=lambda chain: chain.mentions[0])


class Linker:
    """Finds for each name the chain that it belongs to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.chains: list[Chain] = []
        self.by_name: dict[str, Chain] = {}
        self.by_word: dict[str, list[Chain]] = {}
        self.by_middle: dict[str, list[Chain]] = {}
        self.by_two: dict[str, Chain] = {}
        self.by_state: dict[int, Chain] = {}
        self.bodies: set[Span] = set()
        """Where organisations are named."""
        self.declared: set[Span] = set()
        """Where abbreviations stand in brackets: each means the name before it, though two may share one."""

    def add(self, name: Name) -> None:
        """Adds a name to its chain, or begins one."""
        if name.span in self.declared:
            return
        chain = self.addressed(name) or self.by_name.get(key(name)) or self.shortened(name)
        chain = chain or self.by_state.get(state_of(name) or 0) or self.of_two_letters(name)
        if chain is None:
            chain = self.begin(name)
        chain.mention(name.span)
        if name.text != chain.name:
            chain.aliases.append(name.text)
            if name.text.lower() not in ORGANISATION_WORDS:
                self.by_name.setdefault(key(name), chain)
        if chain.type is None:
            chain.type = name.type
        if declared := BRACKETED.match(self.text, name.span.end, name.span.end + 14):
            self.abbreviate(chain, declared)

    def of_two_letters(self, name: Name) -> Chain | None:
        """The organisation of two words whose initials these are, where they are a name: "GM" of "General Motors"."""
        acts = name.type is not None or ACTS.match(self.text, name.span.end)
        return self.by_two.get(name.text) if acts else None

    def mend(self) -> None:
        """Puts surnames that are spelt wrong, once or twice, to the only person whose they may be."""
        full = [c for c in self.chains if c.type is EntityType.PERSON and len(c.name.split()) > 1]
        initials: dict[str, list[Chain]] = {}
        for chain in full:
            initials.setdefault(chain.last_word[0], []).append(chain)
        for slip in [c for c in self.chains if self.may_be_slip(c)]:
            meant = [c for c in initials.get(slip.name[0], [])[-ALIKE:] if misspelt(slip.name, c.last_word)]
            if len(meant) == 1 and meant[0].before(slip.mentions[0].start) >= 0:
                self.chains.remove(slip)
                meant[0].aliases.append(slip.name)
                for span in slip.mentions:
                    meant[0].mention(span)
        for one, other in respelt(self.chains):
            if are_two(one.name.split(), other.name.split()):
                continue
            self.chains.remove(other)
            one.aliases += [other.name, *other.aliases]
            for span in other.mentions:
                one.mention(span)

    def may_be_slip(self, chain: Chain) -> bool:
        """Whether a chain may be a surname spelt wrong: one word, seldom, that names nothing else."""
        rare = len(chain.mentions) <= SLIPS and chain.type in (EntityType.PERSON, None) and not chain.aliases
        return rare and len(chain.name.split()) == 1 and chain.name not in GIVEN_NAMES and not places.find(chain.name)

    def begin(self, name: Name) -> Chain:
        """A new chain."""
        chain = Chain(name.text, name.type)
        self.chains.append(chain)
        self.by_name[key(name)] = chain
        words = surnames.without_suffix(name.words)
        for word in {words[0], words[-1]}:
            self.by_word.setdefault(word.casefold(), []).append(chain)
        for word in words[1:-1]:
            if len(word.strip(".")) > 2:
                self.by_middle.setdefault(word.casefold(), []).append(chain)
        if name.type is EntityType.ORGANISATION and len(name.words) > 2:
            initials = "".join(word[0] for word in name.words if word[0].isupper())
            for short in {initials, "".join(word[0].upper() for word in name.words)}:
                if len(short) > 2:
                    self.by_name.setdefault(fold(short), chain)
        if name.type is EntityType.ORGANISATION and (two := two_initials(name.words)):
            self.by_two.setdefault(two, chain)
        if state := state_of(name):
            self.by_state.setdefault(state, chain)
        return chain

    def abbreviate(self, chain: Chain, declared: re.Match[str]) -> None:
        """Takes the abbreviation that stands in brackets behind a name of the chain."""
        short = declared[1]
        if chain.type in (EntityType.PERSON, EntityType.PLACE) or not acronym(short):
            return
        if Span(*declared.span(1)) in self.bodies or any(w.lower() in ORGANISATION_WORDS for w in chain.name.split()):
            chain.type = EntityType.ORGANISATION
        chain.abbreviation = chain.abbreviation or short
        chain.aliases.append(short)
        self.by_name[fold(short)] = chain
        self.declared.add(Span(*declared.span(1)))
        chain.mention(Span(*declared.span(1)))

    def shortened(self, name: Name) -> Chain | None:
        """The chain whose name this one shortens or spells out: "Lee" of "Ann Lee", "Ann B. Lee" of "Ann Lee"."""
        word = surnames.without_suffix(name.words)[-1]
        if closes(name) and (whole := self.with_particle(name)):
            return whole
        if name.type is EntityType.PLACE and not name.titled and len(name.words) > 1:
            return None
        known = self.by_word.get(word.casefold(), [])[-ALIKE:]
        if len(name.words) == 1:
            return self.surname(name, known) or self.short_organisation(name, known)
        if name.type is not EntityType.PERSON:
            return self.begun(name)
        alike = [c for c in known if c.type is EntityType.PERSON and same_person(c.name.split(), name.words)]
        return alike[0] if len(alike) == 1 else None

    def surname(self, name: Name, known: list[Chain]) -> Chain | None:
        """The person whose last (or only else: first) name this is; of several the one last mentioned, but no kin."""
        if name.type is EntityType.ORGANISATION:
            return None
        word = name.words[0]
        people = [c for c in known if c.type is EntityType.PERSON]
        last = [c for c in people if c.last_word == word or (c.first_word == word and surnames.stands_first(c.name))]
        last = last or self.double_surname(name)
        if not last and (self.may_go_by_first(name) and not (name.type is EntityType.PLACE or self.introduced(name))):
            last = people
        if len(last) > 1:
            # A bare surname is not that of kin, who were told of in full beside somebody of that surname.
            leading = [c for c in last if c.before(name.span.start) >= 0 and not is_kin(self.text, c.mentions[0].start)]
            latest = max(leading or last, key=lambda chain: chain.before(name.span.start))
            return latest if latest.before(name.span.start) >= 0 else None
        return last[0] if last else None

    def may_go_by_first(self, name: Name) -> bool:
        """Whether nothing before a word keeps it from being a given name: no title, or one that stands before those."""
        return not name.titled or surnames.by_given_name(self.text, name.span.start)

    def with_particle(self, name: Name) -> Chain | None:
        """The person last mentioned whose name ends in these words: "De Roa" of "Ann de Roa"."""
        known = self.by_word.get(name.words[-1].casefold(), [])[-ALIKE:]
        end = f" {name.text.casefold()}"
        people = [c for c in known if c.type is EntityType.PERSON and c.name.casefold().endswith(end)]
        return max(people, key=lambda chain: chain.before(name.span.start)) if people else None

    def double_surname(self, name: Name) -> list[Chain]:
        """The only person in whose name this word stands between the others: "Ms. Roa" is Ann Roa Paz."""
        people = [c for c in self.by_middle.get(name.words[0].casefold(), [])[-ALIKE:] if c.type is EntityType.PERSON]
        return people if len(people) == 1 and (name.titled or not self.introduced(name)) else []

    def addressed(self, name: Name) -> Chain | None:
        """The only one of several people of that last name who may be addressed so: "Mrs. Lee" is not John Lee."""
        title = ADDRESS.search(self.text, max(0, name.span.start - 6), name.span.start + 4)
        if title is None or len(name.words) > 1:
            return None
        alike = self.by_word.get(name.words[-1].casefold(), [])[-ALIKE:]
        people = [c for c in alike if c.type is EntityType.PERSON and len(c.name.split()) > 1]
        shown = {c: self.gender(c) for c in people}
        asked = genders.WORDS[title[1].lower()]
        fitting = [c for c in people if shown[c] == asked] or [c for c in people if shown[c] is None]
        return fitting[0] if len(fitting) == 1 and len(people) > 1 else None

    def gender(self, chain: Chain) -> str | None:
        """The gender that a person's name, or a word beside it where it stands first, shows."""
        first = chain.mentions[0]
        return genders.of_name(chain.name) or genders.beside(self.text, first.start, first.end)

    def introduced(self, name: Name) -> bool:
        """Whether a name is followed by who that is, as nobody is introduced twice: "Vladimir, a passenger"."""
        return INTRODUCED.match(self.text, name.span.end, name.span.end + 8) is not None

    def begun(self, name: Name) -> Chain | None:
        """The only organisation, named before, whose name begins with these words: "Bristol Myers" of more of them."""
        if name.type not in (EntityType.PERSON, EntityType.ORGANISATION):
            return None
        known = self.by_word.get(name.words[0].casefold(), [])[-ALIKE:]
        fitting = [c for c in known if c.type is EntityType.ORGANISATION and begins(c.name, name.words)]
        before = [c for c in fitting if c.before(name.span.start) >= 0]
        return before[0] if len(before) == 1 == len(fitting) else None

    def short_organisation(self, name: Name, known: list[Chain]) -> Chain | None:
        """The organisation that a single word shortens: "Vesna" of "Vesna Youth Movement"."""
        word = name.words[0]
        if name.type in (EntityType.PLACE, EntityType.PERSON) or word in DEMONYMS or word in GIVEN_NAMES:
            return None
        if whole := of_noun(self.text, name.span, known):
            return whole
        fitting = [
            c for c in known
            if c.type is EntityType.ORGANISATION
            and c.name.split()[0] == word
            and word.lower() not in ORGANISATION_WORDS
        ]  # fmt: skip
        return fitting[0] if len(fitting) == 1 else None


def begins(body: str, words: Sequence[str]) -> bool:
    """Whether an organisation's name begins with some words, and goes on with more than "of" and where."""
    whole = body.split()
    return len(words) < len(whole) and whole[: len(words)] == [*words] and whole[len(words)][0].isupper()


def closes(name: Name) -> bool:
    """Whether a name may be the end of a longer one: "De Roa" or "Roa Paz"; "Ben Roa" may as well be a whole one."""
    last = name.words[0].lower() in PARTICLES or name.words[0] not in GIVEN_NAMES
    return len(name.words) > 1 and last and name.type in (EntityType.PERSON, None)


def key(name: Name) -> str:
    """What the names of one entity that are spelt alike have in common; a team is not the place it is named after."""
    return fold(name.text) + (" (team)" if name.team else "")


def state_of(name: Name) -> int | None:
    """The state that a name names, which may go by others: "UK" and "Britain"."""
    found = places.find(name.text) if name.type is not EntityType.PERSON and not name.team else None
    return found.geonames if found and found.latitude is None else None
