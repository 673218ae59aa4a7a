"""What one commit changes, and the fastest way to do it that is atomic.

Writing costs several times what reading does, so a commit first looks what is there and writes only the difference: an
article that comes again unchanged costs no write at all. Without removals the engine's own `extend` is faster than an
update's text; with them one update's text is the only thing that is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Quad, Store


@dataclass(frozen=True)
class Change:
    """What has to happen to a store, in this order: graphs vanish, quads go, quads come."""

    dropped: tuple[NamedNode, ...]
    gone: tuple[Quad, ...]
    fresh: tuple[Quad, ...]

    @property
    def size(self) -> int:
        """How many quads it names."""
        return len(self.gone) + len(self.fresh)

    def __bool__(self) -> bool:
        return bool(self.dropped or self.gone or self.fresh)

    def apply(self, store: Store) -> None:
        """Do it all, or nothing; raises OSError."""
        if self.dropped or self.gone:
            store.update(self.update())
        elif self.fresh:
            store.extend(self.fresh)

    def update(self) -> str:
        """The change as one SPARQL update, which is one transaction."""
        parts = [f"DROP SILENT GRAPH {graph}" for graph in self.dropped]
        if self.gone:
            parts.append(f"DELETE DATA {{\n{_by_graph(self.gone)}}}")
        if self.fresh:
            parts.append(f"INSERT DATA {{\n{_by_graph(self.fresh)}}}")
        return " ;\n".join(parts)


def change(store: Store, drop: Iterable[NamedNode], remove: Iterable[Quad], add: Iterable[Quad]) -> Change:
    """The least that leaves `store` as if `drop`, `remove` and `add` had been done one after the other.

    Every quad stands in a named graph. A quad with a blank node can be dropped with its graph, not removed singly.
    """
    wanted = dict.fromkeys(add)
    kept = {quad.graph_name for quad in wanted}
    graphs = {graph for graph in drop if store.contains_named_graph(graph)}
    held = {quad for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph)}
    gone = {quad for quad in held | _stored(store, remove) if quad not in wanted}
    # SPARQL has no way to name a stored blank node: what holds one is made anew as a whole.
    anew = {quad.graph_name for quad in gone if _has_blank_node(quad)}
    dropped = {graph for graph in graphs if graph not in kept or graph in anew}
    present = {graph for graph in kept if store.contains_named_graph(graph)}

    def is_fresh(quad: Quad) -> bool:
        if quad.graph_name in graphs:
            return quad.graph_name in dropped or quad not in held
        # The store rewrites literals ("01" is 1): what is removed in one form may be added in another.
        return bool(gone) or quad.graph_name not in present or quad not in store

    return Change(
        tuple(sorted(dropped, key=str)),
        tuple(quad for quad in gone if quad.graph_name not in dropped),
        tuple(quad for quad in wanted if is_fresh(quad)),
    )


def _stored(store: Store, quads: Iterable[Quad]) -> set[Quad]:
    return {
        stored
        for quad in quads
        for stored in store.quads_for_pattern(quad.subject, quad.predicate, quad.object, quad.graph_name)
    }


def _has_blank_node(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)


def _by_graph(quads: Iterable[Quad]) -> str:
    triples: dict[str, list[str]] = {}
    for quad in quads:
        triples.setdefault(str(quad.graph_name), []).append(f"{quad.triple} .\n")
    return "".join(f"GRAPH {graph} {{\n{''.join(lines)}}}\n" for graph, lines in triples.items())
