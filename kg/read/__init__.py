"""Questions to a store, answered with plain values (kg.answers), for the command line and the API alike.

    statements(store, filters)      who said what, page by page          statement(store, iri)
    actors(store, name=…)           who speaks and is spoken of          actor(store, iri)
    places(store, name=…)           where                                place(store, iri)
    articles(store, since=…)        what was read                        article(store, iri)
    describe(store, iri)            every triple about one thing
    stats(store)                    what the store holds
    context(answer, text)           the paragraph around a statement
    text_fragment_url(answer)       a link to its words in the article
    selectors(answer, text)         its words as Web Annotations

A page's `next` is the `after` of the next one. All raise QueryError for what cannot be asked and NotFound for an IRI
that nothing has; a name that nobody has is no error: its page is empty.
"""

from kg.read.articles import article, articles
from kg.read.evidence import context, selectors, text_fragment_url
from kg.read.statements import statement, statements
from kg.read.things import actor, actors, place, places
from kg.read.whole import describe, stats

__all__ = [
    "actor",
    "actors",
    "article",
    "articles",
    "context",
    "describe",
    "place",
    "places",
    "selectors",
    "statement",
    "statements",
    "stats",
    "text_fragment_url",
]
