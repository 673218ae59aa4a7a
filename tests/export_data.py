"""Small datasets for the tests of export and import: invented articles, and a store in memory that holds them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO

import pyoxigraph as ox
from pyoxigraph import Quad

from kg import derive, rdf
from kg.model import AnnotatedArticle, Article, Entity, EntityType, Figure, SaidDate, Span, Statement, StatementKind
from kg.store.memory import MemoryStore
from kg.vocab import DEFAULT_BASE, Iris

MAYOR = "Mayor Ada Lund said: \"We need 1,200 beds in Norrby.\" “=cmd|' /C calc'!A0” was all a guard would add."
COUNCIL = (
    "According to the Norrby Council (NC) on Thursday, the bridge is closed — “for good”.\n\n"
    "Nobody said \\why\\; this week one 😀 sign read:\tClosed."
)


def shelf(quads: Iterable[Quad] = (), base: str = DEFAULT_BASE) -> MemoryStore:
    """A store in memory that holds the quads."""
    store = MemoryStore(base)
    store.commit(add=quads)
    return store


def everything(store: MemoryStore) -> set[Quad]:
    """All quads of the store."""
    return set(store.quads())


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def mayor(url: str = "https://example.org/mayor") -> AnnotatedArticle:
    article = Article(MAYOR, url=url, title="Beds, please", published=dt.date(2024, 3, 1), publisher="The Norrby Post")
    person = Entity("e1", EntityType.PERSON, "Ada Lund", (at(MAYOR, "Ada Lund"),))
    place = Entity("e2", EntityType.PLACE, "Norrby", (at(MAYOR, "Norrby"),), geonames=2688250)
    guard = Entity("e3", EntityType.PERSON, "a guard", (at(MAYOR, "a guard"),), unnamed=True)
    beds = Figure(at(MAYOR, "1,200 beds"), Decimal(1200), counted="beds")
    need = at(MAYOR, "We need 1,200 beds in Norrby.")
    said = Statement(
        "s1",
        StatementKind.DIRECT,
        (need,),
        at(MAYOR, "Mayor Ada Lund"),
        at(MAYOR, "said"),
        "e1",
        0.9,
        "cue",
        figures=(beds,),
    )
    odd = Statement("s2", StatementKind.DIRECT, (at(MAYOR, "=cmd|' /C calc'!A0"),), None, None, "e3", 0.5, "quote")
    return AnnotatedArticle(article, "rules/0.1.0", (person, place, guard), (said, odd))


def council() -> AnnotatedArticle:
    article = Article(COUNCIL, id="7", title="Bridge closed", published=dt.date(2024, 2, 3), authors=("Bo Ek", "Al Ek"))
    body = Entity(
        "e1", EntityType.ORGANISATION, "the Norrby Council", (at(COUNCIL, "the Norrby Council (NC)"),), ("NC",), "NC"
    )
    pieces = (at(COUNCIL, "the bridge is closed"), at(COUNCIL, "for good"))
    source, cue = at(COUNCIL, "the Norrby Council (NC)"), at(COUNCIL, "According to")
    when = SaidDate(dt.date(2024, 2, 1), dt.date(2024, 2, 1), at(COUNCIL, "on Thursday"))
    closed = Statement(
        "s1", StatementKind.MIXED, pieces, source, cue, "e1", 0.8, "according-to", quoted=pieces[1:], said=when
    )
    week = SaidDate(dt.date(2024, 1, 29), dt.date(2024, 2, 3), at(COUNCIL, "this week"))
    words = (at(COUNCIL, "Closed."),)
    sign = Statement("s2", StatementKind.DIRECT, words, None, None, None, 0.25, "quote", said=week)
    return AnnotatedArticle(article, "rules/0.1.0", (body,), (closed, sign))


def dataset(*annotated: AnnotatedArticle, base: str = DEFAULT_BASE) -> list[Quad]:
    """All graphs that the articles make, in an order that is no order."""
    iris = Iris(base)
    evidence = [rdf.evidence(each, iris) for each in annotated or (mayor(), council())]
    quads = [*(quad for graph in evidence for quad in graph), *derive.rebuild(lambda: evidence, iris)]
    random.Random(7).shuffle(quads)
    return quads


def texts(sha256: str) -> str:
    return {article.sha256: article.text for article in (mayor().article, council().article)}[sha256]


def canonical(quads: Iterable[Quad]) -> list[str]:
    """The lines of the canonical form (RDFC-1.0)."""
    whole = ox.Dataset(quads)
    whole.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    out = BytesIO()
    ox.serialize(whole, out, ox.RdfFormat.N_QUADS)
    return sorted(out.getvalue().decode().split("\n"))
