import base64
import datetime as dt
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg import read
from kg.answers import Filters
from kg.errors import NotFound, QueryError
from kg.model import Medium, SpeechAct, StatementKind
from kg.read import selection
from kg.read.paging import encode
from kg.store.memory import MemoryStore
from kg.vocab import DEFAULT_BASE, QUOTH, RDF, RDFS

DATASET = Path(__file__).parent / "questions" / "dataset.trig"
DAY = dt.date(2024, 3, 5)


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    store = MemoryStore()
    store.commit(add=parse(path=DATASET, format=RdfFormat.TRIG))
    return store


@pytest.fixture(params=["looked up", "scanned"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few statements are looked up, many are scanned: both must answer alike."""
    if request.param == "scanned":
        monkeypatch.setattr(selection, "FEW", -1)


def texts(store: MemoryStore, **filters: object) -> list[str]:
    known = {field.name for field in fields(Filters)}
    assert filters.keys() <= known
    return [answer.text for answer in read.statements(store, Filters(**filters)).items]  # type: ignore[arg-type]


def everything(store: MemoryStore, filters: Filters, limit: int) -> Iterator[str]:
    page = read.statements(store, filters, limit=limit)
    yield from (answer.iri for answer in page.items)
    while page.next:
        after = page.next
        page = read.statements(store, filters, after=after, limit=limit)
        assert 0 < len(page.items) <= limit
        assert page.next != after, "the same page for ever"
        yield from (answer.iri for answer in page.items)


def test_newest_come_first_undated_last_and_within_an_article_in_the_order_of_its_text(store: MemoryStore) -> None:
    found = read.statements(store, Filters(), limit=100).items
    assert len(found) == 40
    dates = [answer.date for answer in found]
    known = [date for date in dates if date]
    assert dates[len(known) :] == [None] * 4
    assert known == sorted(known, reverse=True)
    keys = [(answer.date, answer.article.iri, answer.content[0].start) for answer in found]
    assert all(a[:2] != b[:2] or a[2] <= b[2] for a, b in pairwise(keys))


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("limit", [1, 2, 3, 7, 39, 40])
@pytest.mark.parametrize("filters", [Filters(), Filters(by="drozd"), Filters(words="the")], ids=["all", "by", "words"])
def test_pages_together_are_the_whole_list(store: MemoryStore, filters: Filters, limit: int) -> None:
    whole = [answer.iri for answer in read.statements(store, filters, limit=100).items]
    assert list(everything(store, filters, limit)) == whole
    assert len(set(whole)) == len(whole)


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"by": "drozd", "act": SpeechAct.ACCUSES}, ["lying to Ostby", "She knew, and she kept silent"]),
        ({"by": "Mira Halvorsen", "until": dt.date(2024, 2, 29)}, ["Ostby is not alone"]),
        ({"by": "halvorsen", "kind": StatementKind.MIXED}, ["“about 1,200 homes” were at risk"]),
        ({"by": "unresolved", "since": dt.date(2024, 3, 13)}, ["Who will pay?"]),
        ({"about": "coastal"}, ["Coastal Watch had told him the police would stay away"]),
        ({"about": "Ostby", "by": "brandt"}, ["whether Ostby would be evacuated"]),
        ({"by": "coastal", "about": "mira halv"}, ["Halvorsen have the Karst Dam inspected at once"]),
        ({"about": "LETTER", "since": dt.date(2024, 3, 12)}, ["the letter is genuine"]),
        ({"words": "genuine"}, ["the letter is genuine"]),
        ({"words": "gates, do NOT close"}, ["3 of 8 gates do not close"]),
        ({"words": "enuine"}, []),
        ({"place": "ostby", "kind": StatementKind.DIRECT}, ["Open the gates"]),
        ({"since": DAY, "until": DAY, "by": "coastal w"}, ["Halvorsen have the Karst Dam inspected at once"]),
        ({"since": DAY, "until": DAY, "act": SpeechAct.DENIES}, ["she was warned about the Karst Dam"]),
        ({"article": "https://gazette.example/damm", "by": "okoro"}, ["We measured each gate twice"]),
        ({"article": "https://gazette.example/nothing"}, []),
        ({"by": "nobody of this name"}, []),
        ({"place": "atlantis"}, []),
        ({"about": "atlantis"}, []),
    ],
)
def test_filters(store: MemoryStore, filters: dict[str, object], expected: list[str]) -> None:
    assert texts(store, **filters) == expected


@pytest.mark.usefixtures("either_way")
def test_a_period_holds_both_its_days_and_nothing_undated(store: MemoryStore) -> None:
    everything = read.statements(store, Filters(), limit=100).items
    for since, until in ((DAY, DAY), (DAY, None), (None, DAY), (dt.date(2022, 1, 1), dt.date(2025, 1, 1))):
        found = read.statements(store, Filters(since=since, until=until), limit=100).items
        low, high = since or dt.date.min, until or dt.date.max
        assert found == tuple(answer for answer in everything if answer.date and low <= answer.date <= high)
        assert found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mira halvorsen", {"Mira Halvorsen"}),
        ("HALV mira", {"Mira Halvorsen"}),
        ("IRS", {"Institute for River Studies", "The IRS report"}),
        ("drozd", {"Pavel Drozd", "Drozd"}),
        ("drozd aide", {"Drozd’s aide"}),
        ("aide", {"Drozd’s aide"}),
        ("marchers", {"Protesters"}),
        ("vorsen", set()),
    ],
)
def test_words_of_a_name_match_at_their_beginnings_and_named_ones_go_first(
    store: MemoryStore, name: str, expected: set[str]
) -> None:
    assert {actor.name for actor in read.actors(store, name=name).items} == expected


def test_names_match_without_accents_and_apostrophes() -> None:
    store = MemoryStore()
    graph = NamedNode(f"{DEFAULT_BASE}graph/actors")
    for key, name in (("a", "Fatma Yağmur Öztürk"), ("b", "Mary O'Hara")):
        actor = NamedNode(f"{DEFAULT_BASE}actor/{key}")
        types = (QUOTH.Person, QUOTH.Actor, QUOTH.Source)
        store.commit(add=[Quad(actor, RDF.type, type, graph) for type in types])
        store.commit(add=[Quad(actor, RDFS.label, Literal(name), graph)])
    assert [actor.name for actor in read.actors(store, name="ozturk").items] == ["Fatma Yağmur Öztürk"]
    assert [actor.name for actor in read.actors(store, name="ÖZTÜRK yagmur").items] == ["Fatma Yağmur Öztürk"]
    assert [actor.name for actor in read.actors(store, name="ohara").items] == ["Mary O'Hara"]


def test_a_statement_comes_whole(store: MemoryStore) -> None:
    (found,) = read.statements(store, Filters(by="halvorsen", kind=StatementKind.MIXED)).items
    assert read.statement(store, found.iri) == found
    assert found.speaker
    assert found.speaker.name == "Mira Halvorsen"
    assert (found.kind, found.act, found.cue) == (StatementKind.MIXED, SpeechAct.ESTIMATES, "added")
    assert found.quoted == ("about 1,200 homes",)
    assert found.article.title == "Ostby weighs a wall against the sea"
    assert found.article.url == "https://tidewater.example/ostby-wall"
    assert (found.date, found.article.published) == (dt.date(2024, 3, 2), dt.date(2024, 3, 2))
    assert (found.confidence, found.rule, found.extractor) == (Decimal("0.75"), "by-hand", "by-hand/1")
    (figure,) = found.figures
    assert (figure.text, figure.value, figure.counted, figure.qualifier) == (
        "about 1,200 homes",
        Decimal(1200),
        "homes",
        "about",
    )
    assert found.content[0].holds(figure.span)


def test_who_to_whom_through_whom_where_and_when(store: MemoryStore) -> None:
    (relayed,) = read.statements(store, Filters(by="ministry", act=SpeechAct.BELIEVES)).items
    assert [ref.name for ref in relayed.relayed_by] == ["Coastal Watch"]
    (told,) = read.statements(store, Filters(by="brandt", words="whoever")).items
    assert [ref.name for ref in told.addressed_to] == ["Rhine Gazette"]
    assert [ref.name for ref in told.about] == ["Karst Dam"]
    (measured,) = read.statements(store, Filters(by="okoro", kind=StatementKind.DIRECT)).items
    assert (measured.said_not_before, measured.said_not_after) == (dt.date(2024, 3, 4), dt.date(2024, 3, 6))
    assert measured.medium is Medium.INTERVIEW
    (alone,) = read.statements(store, Filters(words="not alone")).items
    assert alone.place
    assert alone.place.name == "Velmora"
    assert alone.said_not_before == alone.said_not_after == alone.date == dt.date(2024, 2, 29)
    (inner,) = read.statements(store, Filters(by="coastal", words="the police")).items
    assert inner.within
    assert read.statement(store, inner.within).speaker == told.speaker


def test_what_an_interrupted_statement_says_stands_in_text_order() -> None:
    store = MemoryStore()
    article = NamedNode(f"{DEFAULT_BASE}article/a")
    for key, spans in (("a", ["30,40"]), ("b", ["10,20", "50,60"])):
        statement = NamedNode(f"{DEFAULT_BASE}statement/{key}")
        pieces = [(QUOTH.contentSpan, NamedNode(f"{DEFAULT_BASE}text/{'0' * 64}#char={span}")) for span in spans]
        stated: list[tuple[NamedNode, NamedNode | Literal]] = [*pieces, (QUOTH.reportedIn, article)]
        stated += [(RDF.type, QUOTH.Statement)]
        stated += [(QUOTH.kind, QUOTH.Mixed), (QUOTH.act, QUOTH.Asserts), (QUOTH.text, Literal("a zebra […] an ox"))]
        stated += [(QUOTH.quotedText, Literal("ox")), (QUOTH.quotedText, Literal("zebra"))]
        store.commit(add=[Quad(statement, *pair, NamedNode(f"{DEFAULT_BASE}graph/evidence/a")) for pair in stated])
    store.commit(add=[Quad(article, RDF.type, QUOTH.Article, NamedNode(f"{DEFAULT_BASE}graph/evidence/a"))])
    found = read.statements(store, Filters(article=article.value)).items
    assert [answer.iri.rpartition("/")[2] for answer in found] == ["b", "a"]
    assert found[0].quoted == ("zebra", "ox")


def test_the_pieces_of_an_interrupted_statement_stand_in_text_order(store: MemoryStore) -> None:
    (found,) = read.statements(store, Filters(words="if they had")).items
    first, second = found.content
    assert (first.end - first.start, second.end - second.start) == (
        len("If they had"),
        len("I would have closed the gates"),
    )
    assert first.end < second.start


@pytest.mark.parametrize(
    "filters",
    [
        Filters(since=dt.date(2024, 3, 2), until=dt.date(2024, 3, 1)),
        Filters(by="…"),
        Filters(about="!"),
        Filters(words="–"),
        Filters(by="http://not an iri"),
        Filters(article="no iri"),
    ],
)
def test_what_cannot_be_meant_is_refused(store: MemoryStore, filters: Filters) -> None:
    with pytest.raises(QueryError):
        read.statements(store, filters)


@pytest.mark.parametrize("cursor", ["", "x", "bm8", "WzEsMl0", "eyJhIjoxfQ", "WyJ4IiwgImEiLCAxLCAiYiJd", "Ω"])
def test_a_cursor_of_somewhere_else_is_refused(store: MemoryStore, cursor: str) -> None:
    if cursor:
        with pytest.raises(QueryError, match="not a cursor"):
            read.statements(store, Filters(), after=cursor)
    for listing in (read.actors, read.places, read.articles):
        if cursor:
            with pytest.raises(QueryError, match="not a cursor"):
                listing(store, after=cursor)


def test_no_cursor_breaks_a_list(store: MemoryStore) -> None:
    oldest = encode(("0001-01-01", "a", 0, "b"))
    assert not [answer for answer in read.statements(store, Filters(), after=oldest).items if answer.date]
    deep = base64.urlsafe_b64encode(b"[" * 1400).decode()
    with pytest.raises(QueryError, match="not a cursor"):
        read.statements(store, Filters(), after=deep)


@pytest.mark.parametrize("day", ["2024-03-04", "2024-03-06", ""])
def test_a_cursor_leads_to_nothing_outside_the_period(store: MemoryStore, day: str) -> None:
    with pytest.raises(QueryError, match="not a cursor"):
        read.statements(store, Filters(since=DAY, until=DAY), after=encode((day, "a", 0, "b")))


def test_a_page_holds_something(store: MemoryStore) -> None:
    for listing in (read.actors, read.places, read.articles):
        with pytest.raises(QueryError, match="at least one"):
            listing(store, limit=0)
    with pytest.raises(QueryError, match="at least one"):
        read.statements(store, Filters(), limit=0)


def test_actors_are_counted_and_listed_by_name(store: MemoryStore) -> None:
    (mira,) = read.actors(store, name="mira").items
    assert (mira.type, mira.unnamed, mira.statements, mira.mentioned_in) == ("person", False, 7, 2)
    assert mira.also_known_as == ("Halvorsen",)
    assert read.actor(store, mira.iri) == mira
    (ports,) = read.actors(store, name="united ports").items
    assert (ports.type, ports.statements) == ("organisation", 0)
    names = [actor.name for actor in read.actors(store, limit=100).items]
    assert names[:3] == ["Coastal Watch", "A dock worker", "Drozd"]
    assert len(names) == 23


def test_actors_of_a_type_page_by_page(store: MemoryStore) -> None:
    whole = read.actors(store, type="unnamed", limit=100).items
    assert [actor.unnamed for actor in whole] == [True] * 6
    first = read.actors(store, type="unnamed", limit=4)
    second = read.actors(store, type="unnamed", limit=4, after=first.next)
    assert first.items + second.items == whole
    assert second.next is None
    assert {actor.type for actor in read.actors(store, type="document").items} == {"document"}
    with pytest.raises(QueryError, match="no such type"):
        read.actors(store, type="robot")


def test_places(store: MemoryStore) -> None:
    found = read.places(store).items
    assert [(place.name, place.mentioned_in) for place in found] == [("Karst Dam", 4), ("Ostby", 4), ("Velmora", 0)]
    assert read.place(store, found[1].iri) == found[1]
    assert read.places(store, name="karst").items == found[:1]
    rest = read.places(store, limit=2)
    assert read.places(store, limit=2, after=rest.next).items == found[2:]


def test_articles_newest_first_undated_last(store: MemoryStore) -> None:
    found = read.articles(store).items
    assert [article.published for article in found][:2] == [dt.date(2024, 3, 13), dt.date(2024, 3, 10)]
    assert (found[-1].published, found[-1].id, found[-1].url) == (None, "lake-notes", None)
    assert found[1].published_at == dt.datetime(2024, 3, 10, 6, 30, tzinfo=dt.UTC)
    translated = found[2]
    assert (translated.translated_from, translated.authors) == ("de", ("Berta Beispiel", "Carl Kolumne"))
    assert sum(article.statements for article in found) == 40
    assert read.article(store, translated.iri) == translated
    pages = [read.articles(store, limit=4)]
    pages.append(read.articles(store, limit=4, after=pages[0].next))
    assert pages[0].items + pages[1].items == found
    last = read.articles(store, limit=5)
    assert read.articles(store, limit=5, after=last.next).items == found[5:]
    assert len(read.articles(store, publisher="The Tidewater Post").items) == 2
    assert len(read.articles(store, since=DAY, until=dt.date(2024, 3, 7)).items) == 2


@pytest.mark.parametrize("one", [read.statement, read.actor, read.place, read.article])
def test_what_is_not_there_is_not_found(store: MemoryStore, one: object) -> None:
    (mira,) = read.actors(store, name="mira").items
    for iri in (f"{DEFAULT_BASE}actor/nobody", mira.iri):
        if one is read.actor and iri == mira.iri:
            continue
        with pytest.raises(NotFound):
            one(store, iri)  # type: ignore[operator]
    with pytest.raises(QueryError):
        one(store, "no iri")  # type: ignore[operator]


def test_a_thing_is_described_by_its_triples(store: MemoryStore) -> None:
    (found,) = read.statements(store, Filters(by="halvorsen", kind=StatementKind.MIXED)).items
    quads = read.describe(store, found.iri)
    assert {quad.subject.value for quad in quads} == {found.iri, found.figures[0].iri}  # type: ignore[union-attr]
    assert quads == sorted(quads, key=str)
    graphs = {quad.graph_name.value.removeprefix(DEFAULT_BASE).split("/")[1] for quad in quads}  # type: ignore[union-attr]
    assert graphs == {"evidence", "derived"}
    text = f"{DEFAULT_BASE}text/{found.article.sha256}"
    assert [quad.subject.value for quad in read.describe(store, text)] == [found.article.iri]  # type: ignore[union-attr]
    assert len(read.describe(store, f"{DEFAULT_BASE}extractor/by-hand-1")) == 40
    with pytest.raises(NotFound):
        read.describe(store, f"{DEFAULT_BASE}actor/nobody")


def test_what_the_store_holds_is_counted(store: MemoryStore) -> None:
    stats = read.stats(store)
    assert (stats.articles, stats.statements, stats.unresolved) == (6, 40, 2)
    assert (stats.actors, stats.places) == (23, 3)
    assert stats.by_kind == {"direct": stats.quotations, "indirect": 22, "mixed": 3}
    assert sum(stats.by_act.values()) == 40
    assert stats.by_act["declines-to-comment"] == 1
    assert stats.triples == len(list(store.quads()))


def test_an_empty_store_has_answers_too() -> None:
    store = MemoryStore()
    assert read.statements(store, Filters()).items == ()
    assert read.statements(store, Filters(by="mira", about="dam")).items == ()
    for listing in (read.actors, read.places, read.articles):
        assert listing(store).items == ()
    assert (read.stats(store).statements, read.stats(store).by_kind) == (0, {})
