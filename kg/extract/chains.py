"""Chains: the mentions of one entity within an article, put together in linking.py."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from kg.extract import places, post_nominals
from kg.extract.lexicon import ORGANISATION_WORDS
from kg.extract.peoples import are_people
from kg.extract.surnames import without_suffix
from kg.model import Entity, EntityType, Span
from kg.vocab import fold


@dataclass(eq=False)
class Chain:
    """One entity while an article is read; `type` is None until something tells."""

    name: str
    type: EntityType | None
    mentions: list[Span] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    abbreviation: str | None = None
    unnamed: bool = False
    gender: str | None = None
    noun: str | None = None

    @property
    def last_word(self) -> str:
        """The last word of its name, but for "Jr." and the like."""
        return without_suffix(self.name.split())[-1]

    @property
    def first_word(self) -> str:
        """The first word of its name."""
        return self.name.split()[0]

    @property
    def words(self) -> frozenset[str]:
        """The words of its name, in lower case."""
        return frozenset(self.name.lower().split())

    def settle(self) -> None:
        """Takes a type, if nothing told one: who speaks is a person, but "Government" is a body."""
        body = self.name.lower() in ORGANISATION_WORDS
        self.type = self.type or (EntityType.ORGANISATION if body else EntityType.PERSON)

    def mention(self, span: Span) -> None:
        """Adds a mention, once, in text order."""
        at = bisect_left(self.mentions, span)
        if at == len(self.mentions) or self.mentions[at] != span:
            self.mentions.insert(at, span)

    def count_before(self, at: int) -> int:
        """How many of its mentions begin before the offset `at`."""
        return bisect_left(self.mentions, Span(at, at + 1))

    def last_before(self, at: int) -> Span | None:
        """Its last mention before the offset `at`."""
        number = self.count_before(at)
        return self.mentions[number - 1] if number else None

    def before(self, at: int) -> int:
        """Where its last mention before the offset `at` begins; -1 if it has none."""
        last = self.last_before(at)
        return last.start if last else -1

    def entity(self, id: str) -> Entity:
        """The entity that this chain amounts to."""
        alike = (alias for alias in self.aliases if not alias.isupper() and fold(alias) == fold(self.name))
        spelt = next(alike, self.name)
        if self.name.isupper() and spelt != self.name:
            self.name, self.aliases = spelt, [self.name, *self.aliases]
        if self.type is EntityType.PLACE and self.name.isupper() and places.find(self.name.title()):
            self.name, self.aliases = self.name.title(), [self.name, *self.aliases]
        if self.type is EntityType.PERSON and (bare := post_nominals.without(self.name)) != self.name:
            self.name, self.aliases = bare, [self.name, *self.aliases]
        if self.type is EntityType.PERSON and not self.unnamed and are_people(self.name):
            self.type = EntityType.GROUP
        place = places.find(self.name) if self.type is EntityType.PLACE else None
        assert self.type
        aliases = tuple(alias for alias in dict.fromkeys(self.aliases) if alias != self.name)
        return Entity(
            id, self.type, self.name, tuple(self.mentions), aliases, self.abbreviation, self.unnamed,
            place.geonames if place else None,
        )  # fmt: skip
