"""The only place where values become triples and back; read beside ontology/quoth.ttl and docs/design.md.

classes     which classes of the ontology an entity has
literals    how days, moments and numbers are written
article     evidence(annotated, iris)            what was read from one article          → quads of its evidence graph
graph       read_article(quads, text)            the article again, to extract it anew
            chains(quads)                        its chains, for identity
actors      derived(quads, actor_of, iris)       who its mentions are                    → quads of its derived graph
            actor(iri, key, type, …, iris)       an actor's or a place's own data        → quads of the actors graph
"""

from kg.rdf.actors import actor, actor_iri, derived
from kg.rdf.article import evidence, nearest
from kg.rdf.graph import Values, by_subject, chains, read_article, subject, value
from kg.rdf.literals import integer

__all__ = [
    "Values",
    "actor",
    "actor_iri",
    "by_subject",
    "chains",
    "derived",
    "evidence",
    "integer",
    "nearest",
    "read_article",
    "subject",
    "value",
]
