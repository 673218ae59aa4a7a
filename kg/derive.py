"""What changes in the derived graphs and in the actors graph when an article comes, changes or goes.

`change` works out the few graphs that one article touches; `rebuild` makes all of them anew from the evidence. Both
give the same triples: whoever loads in another order, or loads and removes, ends with the same graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad

from kg import identity, query, rdf
from kg.identity import Chain, Claims
from kg.model import EntityType
from kg.store import ReadStore
from kg.vocab import QUOTH, RDF, RDFS, SKOS, Iris, fold


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit does: drop graphs, then remove quads, then add quads."""

    drop: list[NamedNode] = field(default_factory=list)
    remove: list[Quad] = field(default_factory=list)
    add: list[Quad] = field(default_factory=list)


_SHORT = "\x00"


@dataclass(slots=True)
class _Profile:
    """What the chains that denote one actor say of it."""

    key: str
    type: EntityType
    unnamed: bool
    names: set[str] = field(default_factory=set)
    abbreviations: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, chain: Chain, key: str) -> _Profile:
        return cls(key, chain.type, chain.unnamed)

    def hear(self, chain: Chain) -> None:
        self.names |= {chain.name, *chain.aliases}
        if chain.abbreviation:
            self.names.add(chain.abbreviation)
            self.abbreviations.add(chain.abbreviation)

    def hear_stored(self, stored: Iterable[Quad], without: Collection[str] = ()) -> None:
        """Add what the actors graph has already, but for what was taken away."""
        for quad in stored:
            value = rdf.value(quad).value
            if quad.predicate in (RDFS.label, SKOS.altLabel) and value not in without:
                self.names.add(value)
            elif quad.predicate == QUOTH.abbreviation and _SHORT + value not in without:
                self.abbreviations.add(value)

    def said(self) -> set[str]:
        """Its names and its abbreviations, the latter told apart by a mark."""
        return self.names | {_SHORT + short for short in self.abbreviations}

    def quads(self, iri: NamedNode, iris: Iris) -> set[Quad]:
        short = (Quad(iri, QUOTH.abbreviation, Literal(a), iris.actors_graph) for a in self.abbreviations)
        return {*rdf.actor(iri, self.key, self.type, self.unnamed, self.names, iris), *short}


def change(store: ReadStore, article: NamedNode, evidence: list[Quad], iris: Iris) -> Change:
    """What to commit so that `evidence` is all that is known of `article`; no evidence removes it."""
    return _Change(store, article, evidence, iris).work_out()


class _Change:
    """The working out of one change."""

    def __init__(self, store: ReadStore, article: NamedNode, evidence: list[Quad], iris: Iris) -> None:
        self.store, self.article, self.evidence, self.iris = store, article, evidence, iris
        self.graphs = [iris.evidence_graph(article), iris.derived_graph(article)]
        self.old = rdf.chains(store.quads(graph=self.graphs[0]))
        self.new = rdf.chains(evidence)
        self.touched = {chain.article for chain in (*self.old, *self.new)} | {article.value}

    def work_out(self) -> Change:
        names = {c.abbreviation for c in (*self.old, *self.new) if c.abbreviation}
        before, after = self._claims(names)
        flipped = {name for name in names if _only(before, name) != _only(after, name)}
        result = Change(drop=self.graphs if self.old or self._stored() else [], add=list(self.evidence))
        denoted: dict[NamedNode, _Profile] = {}
        self._derive(self.article, self.evidence, self.new, after, result, denoted)
        for other in self._articles_with_bare(flipped):
            quads = list(self.store.quads(graph=self.iris.evidence_graph(other)))
            self.touched.add(other.value)
            self._derive(other, quads, rdf.chains(quads), after, result, denoted)
        self._actors(denoted, result)
        return result

    def _stored(self) -> bool:
        return any(True for _ in self.store.quads(graph=self.graphs[0]))

    def _claims(self, names: set[str]) -> tuple[Claims, Claims]:
        """Who claims these abbreviations before and after the change."""
        before = self._stored_claims(names)
        after = {name: set(keys) for name, keys in before.items()}
        old, new = (set(filter(None, (chain.claim for chain in chains))) for chains in (self.old, self.new))
        for name, key in old - new:
            if not self._claimed_elsewhere((name, key)):
                after[name].discard(key)
        for name, key in new:
            after[name].add(key)
        return before, after

    def _stored_claims(self, names: Iterable[str]) -> dict[str, set[str]]:
        # Not a query: every chain of an organisation repeats the abbreviation, and a query would pass them all.
        return {name: set(map(self._organisation_key, self._known_as(name))) for name in names}

    def _known_as(self, abbreviation: str) -> Iterator[NamedNode]:
        """The organisations that the actors graph knows by an abbreviation."""
        graph = self.iris.actors_graph
        for quad in self.store.quads(predicate=QUOTH.abbreviation, object=Literal(abbreviation), graph=graph):
            if any(self.store.quads(rdf.subject(quad), RDF.type, QUOTH.Organisation, graph)):
                yield rdf.subject(quad)

    def _organisation_key(self, organisation: NamedNode) -> str:
        label = next(iter(self.store.quads(organisation, RDFS.label, graph=self.iris.actors_graph)))
        return f"{EntityType.ORGANISATION}:{fold(rdf.value(label).value)}"

    def _claimed_elsewhere(self, claim: tuple[str, str]) -> bool:
        """Whether another article declares this abbreviation for this organisation; ends with the first that does."""
        declared = self.store.quads(predicate=QUOTH.abbreviation, object=Literal(claim[0]))
        found = (chain for quad in declared for chain in rdf.chains(self.store.quads(subject=rdf.subject(quad))))
        return any(chain.article != self.article.value and chain.claim == claim for chain in found)

    def _articles_with_bare(self, names: set[str]) -> list[NamedNode]:
        if not names:
            return []
        rows = self.store.select(query.load("bare-names").bind(name=sorted(names)))
        found = {row["article"].value for row in rows} - {self.article.value}
        return [NamedNode(iri) for iri in sorted(found)]

    def _derive(
        self,
        article: NamedNode,
        evidence: list[Quad],
        chains: list[Chain],
        after: Claims,
        result: Change,
        denoted: dict[NamedNode, _Profile],
    ) -> None:
        """Add the article's derived graph to `result`, and to `denoted` what its chains say of whom they denote."""
        missing = {chain.bare for chain in chains if chain.bare} - after.keys()
        claims = {**self._stored_claims(missing), **after}
        keys = {chain.id: identity.key(chain, claims) for chain in chains}
        actor_of = {chain.id: rdf.actor_iri(chain, keys[chain.id], self.iris) for chain in chains}
        derived = set(rdf.derived(evidence, actor_of, self.iris)) if evidence else set()
        if article != self.article:
            stored = set(self.store.quads(graph=self.iris.derived_graph(article)))
            result.remove.extend(stored - derived)
            derived -= stored
        result.add.extend(derived)
        for chain in chains:
            iri = actor_of[chain.id]
            denoted.setdefault(iri, _Profile.of(chain, keys[chain.id])).hear(chain)

    def _actors(self, denoted: dict[NamedNode, _Profile], result: Change) -> None:
        """Bring the data of all actors that the touched articles denoted or denote up to date."""
        before = self._denoted_before()
        for iri in denoted.keys() | before.keys():
            stored = set(self.store.quads(subject=iri, graph=self.iris.actors_graph))
            profile = denoted.get(iri)
            lost = before.get(iri, set()) - (profile.said() if profile else set())
            if lost or not profile:
                profile = self._heard_elsewhere(iri, profile, lost, stored)
            elif stored:
                profile.hear_stored(stored)
            wanted = profile.quads(iri, self.iris) if profile else set()
            result.remove.extend(stored - wanted)
            result.add.extend(wanted - stored)

    def _denoted_before(self) -> dict[NamedNode, set[str]]:
        """What the touched articles said, before the change, of each actor they denoted."""
        before: dict[NamedNode, set[str]] = defaultdict(set)
        for article in sorted(self.touched):
            graph = self.iris.derived_graph(NamedNode(article))
            actor_of = {
                rdf.subject(q).value: rdf.value(q) for q in self.store.quads(predicate=QUOTH.denotes, graph=graph)
            }
            for chain in rdf.chains(self.store.quads(graph=self.iris.evidence_graph(NamedNode(article)))):
                profile = _Profile.of(chain, "")
                profile.hear(chain)
                before[cast(NamedNode, actor_of[chain.id])] |= profile.said()
        return before

    def _heard_elsewhere(
        self, iri: NamedNode, profile: _Profile | None, lost: set[str], stored: set[Quad]
    ) -> _Profile | None:
        """What is still said of an actor after `lost` was taken away; None if nothing denotes it any longer.

        Untouched articles are read only until everything lost was heard again: at once, for well-known actors.
        """
        missing = set(lost)
        for quad in self.store.quads(predicate=QUOTH.denotes, object=iri):
            if not missing:
                break
            for chain in rdf.chains(self.store.quads(subject=rdf.subject(quad))):
                if chain.article not in self.touched:
                    profile = profile or _Profile.of(chain, self._key_of(iri, chain))
                    profile.hear(chain)
                    missing -= profile.said()
        if profile:
            profile.hear_stored(stored, without=missing)
        return profile

    def _key_of(self, iri: NamedNode, chain: Chain) -> str:
        """The key under which `chain` denotes `iri`: its own, or that of the name its abbreviation stands for."""
        own = identity.own_key(chain)
        if rdf.actor_iri(chain, own, self.iris) == iri:
            return own
        stored = self.store.quads(subject=iri, predicate=RDFS.label, graph=self.iris.actors_graph)
        return f"{EntityType.ORGANISATION}:{fold(rdf.value(next(iter(stored))).value)}"


def _only(claims: Claims, name: str) -> str | None:
    """The one key that claims the abbreviation; None if none or several do."""
    claimants = claims.get(name, frozenset())
    return next(iter(claimants)) if len(claimants) == 1 else None


def rebuild(evidence: Callable[[], Iterable[list[Quad]]], iris: Iris) -> Iterator[Quad]:
    """All derived graphs and the actors graph, made from nothing but the evidence.

    `evidence` is asked twice for the quads of all evidence graphs, a list for each.
    """
    claims = _all_claims(evidence())
    profiles: dict[NamedNode, _Profile] = {}
    for quads in evidence():
        chains = rdf.chains(quads)
        keys = {chain.id: identity.key(chain, claims) for chain in chains}
        actor_of = {chain.id: rdf.actor_iri(chain, keys[chain.id], iris) for chain in chains}
        for chain in chains:
            iri = actor_of[chain.id]
            profiles.setdefault(iri, _Profile.of(chain, keys[chain.id])).hear(chain)
        yield from rdf.derived(quads, actor_of, iris)
    for iri, profile in profiles.items():
        yield from profile.quads(iri, iris)


def _all_claims(evidence: Iterable[list[Quad]]) -> Mapping[str, set[str]]:
    claims: dict[str, set[str]] = defaultdict(set)
    for quads in evidence:
        for name, key in filter(None, (chain.claim for chain in rdf.chains(quads))):
            claims[name].add(key)
    return claims
