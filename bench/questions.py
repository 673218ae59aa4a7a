"""What the questions of kg.read, and each of the kg/queries behind them, cost on a filled store."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any, Final, NamedTuple
from unittest.mock import patch

from pyoxigraph import NamedNode

from bench.apart import apart
from kg import query, read
from kg.answers import Filters
from kg.model import SpeechAct, StatementKind
from kg.rdf import subject, value
from kg.read.facts import count
from kg.store import ReadStore
from kg.store.embedded import EmbeddedReader
from kg.store.folder import Folder
from kg.vocab import QUOTH, RDF, RDFS

RANKS: Final = (1, 3, 10, 30, 100, 300, 1000)
"""Which actors, articles and places are asked for, by how often they speak or are mentioned: the 1st, the 3rd …"""

ROUNDS: Final = 5
MONTH: Final = (dt.date(2024, 9, 1), dt.date(2024, 9, 30))
YEAR: Final = (dt.date(2024, 7, 1), dt.date(2025, 6, 30))
WHILE_WRITING: Final = frozenset({"bare-names"})
"""Questions that only a commit asks; they count in its time."""

Ask = Callable[[ReadStore], object]


class Question(NamedTuple):
    """A question as a user puts it, in several variants of different popularity."""

    words: str
    variants: list[Ask]


class Known(NamedTuple):
    """Whom, where and what one can ask for: IRIs at each of the RANKS, with their names."""

    actors: list[str]
    names: list[str]
    places: list[str]
    articles: list[str]
    statements: list[str]


def measure(db: Path) -> dict[str, Any]:
    """Milliseconds of each question and of each query, over all its variants."""
    (result, peak) = apart(measure_here, db)
    return {**result, "peak_mib": peak.own}


def measure_here(db: Path) -> dict[str, Any]:
    """`measure` in this process."""
    queries: dict[str, list[float]] = defaultdict(list)
    with Folder.open(db).reader() as store:
        articles = sum(1 for _ in store.quads(None, RDF.type, QUOTH.Article))
        asked = {}
        for question in questions(_known(store)):
            for ask in question.variants:
                ask(store)
            with patch.object(EmbeddedReader, "select", _recording(EmbeddedReader.select, queries)):
                asked[question.words] = _asked([[_run(ask, store) for _ in range(ROUNDS)] for ask in question.variants])
    unasked = set(query.names()) - WHILE_WRITING - queries.keys()
    return {
        "articles": articles,
        "ranks": [*RANKS],
        "questions": asked,
        "queries": {name: _summary(times) for name, times in sorted(queries.items())},
        "unasked": sorted(unasked),
    }


def _run(ask: Ask, store: ReadStore) -> float:
    started = perf_counter()
    ask(store)
    return 1000 * (perf_counter() - started)


def _asked(variants: list[list[float]]) -> dict[str, float]:
    """Over all runs of all variants, and the median of the slowest variant."""
    return {**_summary([time for runs in variants for time in runs]), "slowest": round(max(map(median, variants)), 2)}


def _summary(times: list[float]) -> dict[str, float]:
    """How many runs, and their median and 95th percentile in milliseconds."""
    high = quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    return {"runs": len(times), "median": round(median(times), 2), "p95": round(high, 2)}


def _recording(select: Callable[[EmbeddedReader, str], Any], queries: dict[str, list[float]]) -> Callable[..., Any]:
    """The same, its milliseconds noted under the name of the question that the query's first line is."""
    names = {query.load(name).question: name for name in query.names()}

    def recorded(store: EmbeddedReader, text: str) -> Any:
        started = perf_counter()
        found = select(store, text)
        queries[names[text.partition("\n")[0].removeprefix("# ")]].append(1000 * (perf_counter() - started))
        return found

    return recorded


def _known(store: ReadStore) -> Known:
    actors = _ranked(store, QUOTH.saidBy, QUOTH.Source)
    labels = (next(iter(store.quads(NamedNode(iri), RDFS.label))) for iri in actors)
    return Known(
        actors,
        [value(label).value for label in labels],
        _ranked(store, QUOTH.about, QUOTH.Place),
        _spread(store, QUOTH.Article),
        _spread(store, QUOTH.Statement),
    )


def _ranked(store: ReadStore, link: NamedNode, cls: NamedNode) -> list[str]:
    """The things of a class at each rank, those that most statements link to first."""
    rows = store.select(
        f"SELECT ?thing (COUNT(*) AS ?n) WHERE {{ ?thing a {cls} . ?statement {link} ?thing }} GROUP BY ?thing"
    )
    ordered = sorted(rows, key=lambda row: (-count(row["n"]), row["thing"].value))
    return [ordered[rank - 1]["thing"].value for rank in RANKS if rank <= len(ordered)]


def _spread(store: ReadStore, cls: NamedNode) -> list[str]:
    """A few things of a class, evenly picked."""
    things = sorted(subject(quad).value for quad in store.quads(None, RDF.type, cls))
    return things[:: max(len(things) // len(RANKS), 1)][: len(RANKS)]


def questions(known: Known) -> Iterator[Question]:
    """All that is asked."""
    yield Question(
        "an actor's statements in a month", [_said(by=iri, since=MONTH[0], until=MONTH[1]) for iri in known.actors]
    )
    yield Question(
        "an actor's statements in a year", [_said(by=iri, since=YEAR[0], until=YEAR[1]) for iri in known.actors]
    )
    yield Question("an actor's newest statements", [_said(by=iri) for iri in known.actors])
    yield Question("the same, by full name", [_said(by=name) for name in known.names])
    yield Question("the same, by one word of the name", [_said(by=name.split()[-1]) for name in known.names])
    yield Question("statements about an actor", [_said(about=iri) for iri in known.actors])
    yield Question("statements about a name or its words", [_said(about=name) for name in known.names])
    yield Question(
        "an actor's statements about another",
        [_said(by=by, about=of) for by, of in zip(known.actors, reversed(known.actors), strict=True)],
    )
    yield Question("an actor's denials", [_said(by=iri, act=SpeechAct.DENIES) for iri in known.actors])
    yield Question("denials in a month", [_said(act=SpeechAct.DENIES, since=MONTH[0], until=MONTH[1])])
    yield Question("denials, newest first", [_said(act=SpeechAct.DENIES)])
    yield Question("direct quotations, newest first", [_said(kind=StatementKind.DIRECT)])
    yield Question("all statements, newest first", [_said()])
    yield Question("all statements, a page further on", [_second_page])
    yield Question("all statements of a month", [_said(since=MONTH[0], until=MONTH[1])])
    yield Question("statements without a known speaker", [_said(by="unresolved")])
    yield Question("statements with a word", [_said(words=word) for word in ("harbour", "euros", "zeppelin")])
    yield Question("statements made in a place", [_said(place=iri) for iri in known.places])
    yield Question("an article's statements", [_said(article=iri) for iri in known.articles])
    yield Question("one statement", [_asking(read.statement, iri) for iri in known.statements])
    yield Question("one actor", [_asking(read.actor, iri) for iri in known.actors])
    yield Question("one place", [_asking(read.place, iri) for iri in known.places])
    yield Question("one article", [_asking(read.article, iri) for iri in known.articles])
    yield Question("all about one statement", [_asking(read.describe, iri) for iri in known.statements])
    yield Question("actors, first page", [read.actors])
    yield Question("actors by name", [_actors(name) for name in known.names])
    yield Question("places, first page", [read.places])
    yield Question("articles, newest first", [read.articles])
    yield Question("articles of a month", [lambda store: read.articles(store, since=MONTH[0], until=MONTH[1])])
    yield Question("what the store holds", [read.stats])


def _said(**filters: Any) -> Ask:
    return lambda store: read.statements(store, Filters(**filters))


def _actors(name: str) -> Ask:
    return lambda store: read.actors(store, name=name)


def _second_page(store: ReadStore) -> object:
    return read.statements(store, Filters(), after=read.statements(store, Filters()).next)


def _asking(function: Callable[[ReadStore, str], object], iri: str) -> Ask:
    return lambda store: function(store, iri)
