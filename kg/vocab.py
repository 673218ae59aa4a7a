"""Every namespace, prefix and IRI rule of Quoth, once.

Instances hang below a base, chosen when a graph is made ("http://localhost:8000/id/" by default):

    {base}article/{hash16}                      hash of the article's key (URL, id or text hash)
    {base}statement/{hash16}                    hash of the article, the words and their occurrence
    {base}statement/{hash16}#figure={s},{e}     a figure in it, at characters [s, e) of the text
    {base}article/{hash16}#char={s},{e}         a mention in the article, at characters [s, e) of its text
    {base}text/{sha256}#char={s},{e}            a span of an archived text (RFC 5147); the text without fragment
    {base}chain/{hash16}                        one article's coreference chain
    {base}actor/{slug}-{hash}                   a person, organisation, group or document
    {base}place/geonames-{id}                   a place that GeoNames knows
    {base}place/{slug}-{hash}                   any other place
    {base}extractor/{name}-{version}            what read the article
    {base}graph/evidence/{hash16}               graph: what was read from the article
    {base}graph/derived/{hash16}                graph: who its mentions are (saidBy, about …)
    {base}graph/actors                          graph: the actors' and places' own data, derived
    {base}graph/decisions                       graph: what people decided

The ontology and the shapes are graphs too, named by their own IRIs. Ids come from content, so that reading the same
article twice changes nothing.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.model import Span

DEFAULT_BASE: Final = "http://localhost:8000/id/"

PREFIXES: Final = {
    "quoth": "https://w3id.org/quoth/ontology#",
    "qsh": "https://w3id.org/quoth/shapes#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sh": "http://www.w3.org/ns/shacl#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "vann": "http://purl.org/vocab/vann/",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
}


class Namespace:
    """Terms of one namespace as attributes: `QUOTH.saidBy` is a NamedNode."""

    def __init__(self, prefix: str) -> None:
        self.iri = PREFIXES[prefix]

    def __getattr__(self, name: str) -> NamedNode:
        term = NamedNode(self.iri + name)
        setattr(self, name, term)
        return term

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self.iri + name)


QUOTH: Final = Namespace("quoth")
RDF: Final = Namespace("rdf")
RDFS: Final = Namespace("rdfs")
XSD: Final = Namespace("xsd")
SKOS: Final = Namespace("skos")
SCHEMA: Final = Namespace("schema")
GEO: Final = Namespace("geo")

Term = NamedNode | Literal
"""What may stand as an object: Quoth mints no blank nodes."""

ONTOLOGY_GRAPH: Final = NamedNode("https://w3id.org/quoth/ontology")
SHAPES_GRAPH: Final = NamedNode("https://w3id.org/quoth/shapes")


def digest(*parts: str, length: int = 16) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of the parts; no two lists of parts collide by joining."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:length]


def fold(name: str) -> str:
    """A name as identity compares it: without case, accents, punctuation and a leading article.

    >>> fold("The Institute for the Study of War")
    'institute for the study of war'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = re.findall(r"\w+", re.sub(r"['’]s\b|['’]", "", plain))
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def slug(name: str) -> str:
    """A name as it stands readable in an IRI: at most 48 of a-z, 0-9 and hyphens; empty for other scripts."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:48].strip("-")


def code(value: str) -> NamedNode:
    """The concept of a code list for a value of the model: "declines-to-comment" → quoth:DeclinesToComment."""
    return QUOTH["".join(part.capitalize() for part in value.split("-"))]


def code_value(concept: NamedNode) -> str:
    """The model's value for a concept: quoth:DeclinesToComment → "declines-to-comment"."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", concept.value.rpartition("#")[2]).lower()


def _readable(name: str, key: str) -> str:
    """The name as a slug, and a hash of the identity key.

    Eight digits tell apart the few who share a name. Those whom only their article tells apart ("officials") are as
    many as there are articles, and what has no slug shares the lack of one: they take sixteen.
    """
    spelt = slug(name)
    return f"{spelt}-{digest(key, length=8)}" if spelt and "@" not in key else f"{spelt}-{digest(key)}".lstrip("-")


class Iris:
    """The IRIs of instances below one base."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = base
        self.actors_graph = NamedNode(f"{base}graph/actors")
        self.decisions_graph = NamedNode(f"{base}graph/decisions")

    def article(self, key: str) -> NamedNode:
        """The article known by this key (`Article.key`)."""
        return NamedNode(f"{self.base}article/{digest(key)}")

    def evidence_graph(self, article: NamedNode) -> NamedNode:
        """The graph of what was read from the article."""
        return NamedNode(f"{self.base}graph/evidence/{article.value.rpartition('/')[2]}")

    def derived_graph(self, article: NamedNode) -> NamedNode:
        """The graph of who the article's mentions are."""
        return NamedNode(f"{self.base}graph/derived/{article.value.rpartition('/')[2]}")

    def statement(self, article: NamedNode, text: str, occurrence: int) -> NamedNode:
        """The statement with these words; `occurrence` counts equal words within the article, from 0."""
        return NamedNode(f"{self.base}statement/{digest(article.value.rpartition('/')[2], text, str(occurrence))}")

    def figure(self, statement: NamedNode, span: Span) -> NamedNode:
        """The figure at `span` in the statement."""
        return NamedNode(f"{statement.value}#figure={span.start},{span.end}")

    def text(self, sha256: str) -> NamedNode:
        """The archived text with this hash."""
        return NamedNode(f"{self.base}text/{sha256}")

    def span(self, sha256: str, span: Span) -> NamedNode:
        """Characters [start, end) of the archived text, as RFC 5147 writes them."""
        return NamedNode(f"{self.base}text/{sha256}#char={span.start},{span.end}")

    def mention(self, article: NamedNode, span: Span) -> NamedNode:
        """The mention at `span` of the article's text; of the article, since another may print the same text."""
        return NamedNode(f"{article.value}#char={span.start},{span.end}")

    def chain(self, article: NamedNode, type: str, first: Span) -> NamedNode:
        """The coreference chain of this type whose first mention stands at `first`."""
        where = f"{first.start},{first.end}"
        return NamedNode(f"{self.base}chain/{digest(article.value.rpartition('/')[2], type, where)}")

    def actor(self, name: str, key: str) -> NamedNode:
        """The actor (or document) with this name, identified by `key` (kg.identity)."""
        return NamedNode(f"{self.base}actor/{_readable(name, key)}")

    def geonames_place(self, geonames: int) -> NamedNode:
        """The place with this GeoNames id."""
        return NamedNode(f"{self.base}place/geonames-{geonames}")

    def place(self, name: str, key: str) -> NamedNode:
        """The place with this name and no GeoNames id, identified by `key` (kg.identity)."""
        return NamedNode(f"{self.base}place/{_readable(name, key)}")

    def extractor(self, name: str) -> NamedNode:
        """The extractor with this name and version, "rules/0.1.0"."""
        return NamedNode(f"{self.base}extractor/{name.replace('/', '-')}")


SPAN: Final = re.compile(r"(?P<text>.*/text/(?P<sha256>[0-9a-f]{64}))#char=(?P<start>\d+),(?P<end>\d+)")
"""What the IRI of a span looks like."""

MENTION: Final = re.compile(r"(?P<article>.*/article/[0-9a-f]{16})#char=(?P<start>\d+),(?P<end>\d+)")
"""What the IRI of a mention looks like."""


def read_mention(iri: str) -> tuple[str, Span]:
    """The article's IRI and the span that a mention's IRI names; raises ValueError for any other IRI."""
    found = MENTION.fullmatch(iri)
    if not found:
        raise ValueError(f"not the IRI of a mention: {iri}")
    return found["article"], Span(int(found["start"]), int(found["end"]))


def read_span(iri: str) -> tuple[str, Span]:
    """The text's SHA-256 and the span that a span's IRI names; raises ValueError for any other IRI."""
    found = SPAN.fullmatch(iri)
    if not found:
        raise ValueError(f"not the IRI of a span: {iri}")
    return found["sha256"], Span(int(found["start"]), int(found["end"]))
