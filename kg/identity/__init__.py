"""Who a mention is: the chains of many articles become actors and places.

For now by name alone, and only where that is certain (docs/design.md, "Identity, for now"): the same full name, the
same GeoNames id, two names that the lists of organisations and regions know for one's, or the abbreviation that an
article gives beside a full name. Whatever is less certain stays its own actor. The answer for a chain depends on its
own article and on which abbreviations are claimed by whom, never on the order in which articles came.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from kg.extract import known_names, places
from kg.model import EntityType
from kg.vocab import fold

Claims = Mapping[str, Set[str]]
"""Abbreviation → the identity keys of the organisations that some article declares it for."""


@dataclass(frozen=True, slots=True)
class Chain:
    """One article's coreference chain, as identity sees it; `id` and `article` are IRIs."""

    id: str
    article: str
    type: EntityType
    name: str
    aliases: frozenset[str] = frozenset()
    abbreviation: str | None = None
    unnamed: bool = False
    geonames: int | None = None

    @property
    def claim(self) -> tuple[str, str] | None:
        """The abbreviation that the article declares for this chain, with the chain's key; None if none."""
        may_claim = self.type is EntityType.ORGANISATION and not self.unnamed
        return (self.abbreviation, own_key(self)) if may_claim and self.abbreviation else None

    @property
    def bare(self) -> str | None:
        """The name by which this organisation may be known elsewhere as an abbreviation; None if it can't be one."""
        may_be = self.type is EntityType.ORGANISATION and not self.unnamed and not self.abbreviation
        return self.name if may_be and len(self.name.split()) == 1 else None


def own_key(chain: Chain) -> str:
    """What identifies the chain's actor by its own article alone."""
    name = fold(usual(chain.name, chain.type))
    if chain.type is EntityType.PLACE:
        return f"place:{chain.geonames or name}"
    if chain.unnamed or chain.type is EntityType.DOCUMENT or not name:
        return f"{chain.type}:{name}@{chain.id.rpartition('/')[2]}"
    if chain.type is EntityType.PERSON and len(name.split()) < 2:
        return f"{chain.type}:{name}@{chain.article.rpartition('/')[2]}"
    return f"{chain.type}:{name}"


def usual(name: str, type: EntityType) -> str:
    """The name that comes first of those that the lists of organisations and regions know for one."""
    if type is EntityType.ORGANISATION:
        return known_names.usual(name)
    return places.usual(name) if type is EntityType.PLACE else name


def key(chain: Chain, claims: Claims) -> str:
    """What identifies the chain's actor: its own key, or that of the organisation its bare abbreviation stands for."""
    claimants = claims.get(chain.bare, frozenset()) if chain.bare else frozenset()
    return next(iter(claimants)) if len(claimants) == 1 else own_key(chain)


def geonames_in(key: str) -> int | None:
    """The GeoNames id in an identity key, if that is what identifies the place."""
    id = key.removeprefix("place:")
    return int(id) if id != key and id.isascii() and id.isdigit() else None


def name_in(key: str) -> str:
    """The folded name in an identity key; a place known by its GeoNames id has none ("")."""
    return "" if geonames_in(key) else key.partition(":")[2].partition("@")[0]


def label(key: str, names: Set[str]) -> str:
    """Which of an actor's names is its label, the same whatever the order they came in.

    A name that is the key's own comes first, then a capitalised one, then one without a leading article; the rest is
    decided alphabetically.
    """
    own = name_in(key)

    def rank(name: str) -> tuple[bool, bool, int, str]:
        words = name.split()
        small = sum(word[0].islower() for word in words if len(word) > 3)
        article = len(words) > 1 and words[0].lower() in ("the", "a", "an")
        return fold(name) != own, article, small + (name.isupper() and len(words) > 1), name

    return min(names, key=rank)
