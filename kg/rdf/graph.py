"""Quads read back: by subject, as an article, as chains."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from pyoxigraph import NamedNode, Quad

from kg.identity import Chain
from kg.model import Article
from kg.rdf.classes import ENTITY_TYPES
from kg.vocab import QUOTH, RDF, Term


def subject(quad: Quad) -> NamedNode:
    """The quad's subject, which is never a blank node or a triple term here, though pyoxigraph's types allow it."""
    return cast(NamedNode, quad.subject)


def value(quad: Quad) -> Term:
    """The quad's object."""
    return cast(Term, quad.object)


Values = dict[NamedNode, dict[NamedNode, list[Term]]]
"""subject → predicate → objects"""


def by_subject(quads: Iterable[Quad]) -> Values:
    """The triples of the quads, by subject and predicate."""
    found: Values = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        found[subject(quad)][quad.predicate].append(value(quad))
    return found


def read_article(quads: Iterable[Quad], words: str) -> Article:
    """The article that an evidence graph was made from; `words` is its archived text."""
    about = next(v for v in by_subject(quads).values() if QUOTH.Article in v[RDF.type])

    def one(predicate: NamedNode) -> str | None:
        return about[predicate][0].value if about[predicate] else None

    published, published_at = one(QUOTH.publishedOn), one(QUOTH.publishedAt)
    return Article(
        text=words,
        id=one(QUOTH.givenId),
        url=one(QUOTH.url),
        title=one(QUOTH.title),
        published=dt.date.fromisoformat(published) if published else None,
        published_at=dt.datetime.fromisoformat(published_at) if published_at else None,
        publisher=one(QUOTH.publisher),
        authors=tuple(sorted(author.value for author in about[QUOTH.author])),
        language=one(QUOTH.language),
        translated_from=one(QUOTH.translatedFrom),
    )


def chains(quads: Iterable[Quad]) -> list[Chain]:
    """The chains of evidence graphs, for identity."""
    return [_chain(iri, values) for iri, values in by_subject(quads).items() if QUOTH.Chain in values[RDF.type]]


def _chain(iri: NamedNode, values: dict[NamedNode, list[Term]]) -> Chain:
    types = values[QUOTH.chainType]
    abbreviation, geonames = values[QUOTH.abbreviation], values[QUOTH.geonamesId]
    return Chain(
        id=iri.value,
        article=values[QUOTH.inArticle][0].value,
        type=next(ENTITY_TYPES[t] for t in types if isinstance(t, NamedNode) and t in ENTITY_TYPES),
        name=values[QUOTH.name][0].value,
        aliases=frozenset(alias.value for alias in values[QUOTH.alias]),
        abbreviation=abbreviation[0].value if abbreviation else None,
        unnamed=QUOTH.UnnamedSource in types,
        geonames=int(geonames[0].value) if geonames else None,
    )
