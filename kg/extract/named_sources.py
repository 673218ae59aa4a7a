"""Whom a source phrase names: two together, one, those who speak for a place, or somebody by a part of the name."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.bare_names import BareNames
from kg.extract.chains import Chain
from kg.extract.described import Descriptions
from kg.extract.descriptions import PRESS, head_of
from kg.extract.joint import Joint
from kg.extract.linking import ADDRESS
from kg.extract.resolution import Resolution, by
from kg.extract.source_names import SourceNames
from kg.model import EntityType, Span


class NamedSources:
    """Finds who is named in the source phrases of one article."""

    def __init__(self, names: SourceNames, joint: Joint, descriptions: Descriptions, chains: Sequence[Chain]) -> None:
        self.text, self.names, self.joint, self.descriptions = names.text, names, joint, descriptions
        self.lately = descriptions.lately
        self.bare = BareNames(names.text, chains)

    def of(self, source: Span) -> Resolution | None:
        """Whom a source phrase names; None if it names nobody."""
        phrase = source.of(self.text)
        if group := self.joint.named(source):
            return by("name", self.descriptions.joined(group, source))
        named = self.names.speaking(source)
        if named:
            chain = self.names.meant(self.namesake(*named))
            return by("name" if named[0].of(self.text) == chain.name else "short-name", chain)
        if state := self.names.state(source):
            return by("short-name", self.spoken_for(*state))
        if behind := self.names.told_behind(source):
            return by("short-name", behind)
        if known := self.names.called(phrase):
            return by("short-name", self.descriptions.mentioned(known, source))
        return self.bare_name(source, phrase)

    def bare_name(self, source: Span, phrase: str) -> Resolution | None:
        """Whom a phrase names that nothing else told to be a name."""
        if not self.bare.is_name(phrase):
            return None
        if known := self.bare.known(phrase):
            return by("short-name", self.descriptions.mentioned(known, source))
        if not self.bare.alone(phrase):
            return None
        return by("short-name", self.descriptions.begin(Chain(phrase, EntityType.PERSON), source))

    def spoken_for(self, name: Span, chain: Chain) -> Chain:
        """Who speaks by a name: of a place those who speak for it."""
        return self.descriptions.state(chain, name) if chain.type is EntityType.PLACE else chain

    def namesake(self, name: Span, chain: Chain) -> Chain:
        """Whom a name means; a bare surname of two people is that of the one who spoke last, right before."""
        last = self.lately.last
        if last is None or last[1] is chain or chain.type is not EntityType.PERSON:
            return chain
        if (owner := self.descriptions.owner.get(name, chain)) is not chain:
            return owner
        word = name.of(self.text)
        alike = last[1].type is chain.type and not last[1].unnamed and last[1].last_word == word == chain.last_word
        untitled = ADDRESS.search(self.text, max(0, name.start - 6), name.start) is None
        if not (alike and untitled and self.lately.near(last[0], name.start, 1)):
            return chain
        return self.descriptions.moved(name, chain, last[1])

    def addressed(self, span: Span) -> tuple[Chain, ...]:
        """Those with a name whom a phrase says the words were spoken to."""
        head = head_of(span.of(self.text))
        found = self.named_in(span)
        if not found and head and head.definite and head.noun in PRESS:
            press = self.lately.press(span)
            found = (press,) if press else ()
        return found

    def named_in(self, span: Span) -> tuple[Chain, ...]:
        """The chains named in a stretch of text, owners left out."""
        chains = [chain for name, chain in self.names.inside(span) if chain.type and not self.names.owned(name)]
        return tuple(dict.fromkeys(chains))
