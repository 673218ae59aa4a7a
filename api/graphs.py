"""Descriptions of things as Turtle and JSON-LD; the only place of the service that touches RDF terms."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from api.negotiate import TURTLE
from kg.errors import NotFound
from kg.export.jsonld import CONTEXT, Shortener
from kg.export.ordered import order, terms
from kg.resources import folder
from kg.store import ReadStore
from kg.vocab import PREFIXES, QUOTH

Quads = Iterable[Quad]


def graph(store: ReadStore, iri: str) -> list[Quad]:
    """Everything in the graph with this name; raises NotFound if there is nothing."""
    found = list(store.quads(graph=NamedNode(iri)))
    if not found:
        raise NotFound(f"There is no graph {iri}, or nothing in it.")
    return found


def article_of(store: ReadStore, text: str) -> str:
    """The IRI of an article with this archived text; raises NotFound if there is none."""
    found = next((terms(quad)[0].value for quad in store.quads(None, QUOTH.archivedAs, NamedNode(text))), None)
    if found is None:
        raise NotFound(f"No article has the text {text}.")
    return found


def ontology() -> list[Quad]:
    """The ontology with its code lists and alignments."""
    return [quad for file in sorted(folder("ontology").glob("*.ttl")) for quad in parse(path=file)]


def write(quads: Quads, media_type: str) -> bytes:
    """The triples, sorted, each once, as Turtle or JSON-LD."""
    triples = list(dict.fromkeys(quad.triple for quad in sorted(quads, key=order)))
    return _turtle(triples) if media_type == TURTLE else _json_ld(triples)


def _turtle(triples: list[Triple]) -> bytes:
    text = " ".join(str(triple) for triple in triples)
    used = {prefix: iri for prefix, iri in PREFIXES.items() if iri in text}
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=used) or b""


def _json_ld(triples: list[Triple]) -> bytes:
    context, shortener = _context()
    nodes = {"@context": context, "@graph": list(shortener.nodes(triples))}
    return json.dumps(nodes, ensure_ascii=False).encode()


@cache
def _context() -> tuple[dict[str, Any], Shortener]:
    context = json.loads((folder("ontology") / CONTEXT).read_text("utf-8"))["@context"]
    return context, Shortener(context)
