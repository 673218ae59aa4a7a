"""Articles reach the store whole or not at all, once, and leave without a trace."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg import load, rdf, read, refused
from kg.answers import Filters
from kg.errors import ArchiveError, NotFound, StoreError, StoreMissing
from kg.export import export
from kg.extract import EXTRACTORS, extract
from kg.load import Fate, Library
from kg.model import AnnotatedArticle, Article
from kg.store.folder import Folder
from kg.validate import Report, Validator
from kg.vocab import QUOTH, Iris

TEXT = "“The bridge is closed,” said Mayor Ilse Marand of Geneva. She added that nobody had warned her.\n"
ARTICLE = Article(TEXT, url="https://example.org/a", title="A bridge")
OTHER = Article("The minister, Tobias Wenger, denied that the bridge was closed.\n", id="b")


def evidence(article: Article, extractor: str, base: str) -> list[Quad]:
    return rdf.evidence(extract(article, extractor), Iris(base))


def content(path: Path) -> set[Quad]:
    with Folder.open(path).reader() as store:
        return {quad for quad in store.quads() if "/id/" in str(quad.graph_name)}


def add(path: Path, *articles: Article) -> list[Fate]:
    with Library.open(path) as library:
        return [outcome.fate for outcome in library.add(articles)]


def test_the_same_article_again_changes_nothing(tmp_path: Path) -> None:
    assert add(tmp_path / "db", ARTICLE, OTHER) == [Fate.ADDED, Fate.ADDED]
    before = content(tmp_path / "db")
    assert add(tmp_path / "db", ARTICLE, OTHER, ARTICLE) == [Fate.UNCHANGED] * 3
    assert content(tmp_path / "db") == before


def test_the_same_article_twice_in_one_batch_is_added_once(tmp_path: Path) -> None:
    assert sorted(add(tmp_path / "db", ARTICLE, ARTICLE)) == [Fate.ADDED, Fate.UNCHANGED]


def test_changed_text_replaces_the_old_version_wholly(tmp_path: Path) -> None:
    add(tmp_path / "db", ARTICLE)
    new = Article("“The bridge is open,” said Tobias Wenger.\n", url=ARTICLE.url)
    assert add(tmp_path / "db", new) == [Fate.REPLACED]
    add(tmp_path / "fresh", new)
    assert content(tmp_path / "db") == content(tmp_path / "fresh")
    texts = Folder.open(tmp_path / "db").texts
    assert new.sha256 in texts
    assert ARTICLE.sha256 not in texts


def test_changed_metadata_replaces_it_too(tmp_path: Path) -> None:
    add(tmp_path / "db", ARTICLE)
    assert add(tmp_path / "db", Article(TEXT, url=ARTICLE.url, title="Another title")) == [Fate.REPLACED]
    assert ARTICLE.sha256 in Folder.open(tmp_path / "db").texts


def test_remove_takes_exactly_what_rested_on_the_article(tmp_path: Path) -> None:
    add(tmp_path / "only", OTHER)
    add(tmp_path / "both", OTHER, ARTICLE)
    with Library.open(tmp_path / "both") as library:
        library.remove(library.find("https://example.org/a"))
    assert content(tmp_path / "both") == content(tmp_path / "only")
    assert ARTICLE.sha256 not in Folder.open(tmp_path / "both").texts


def test_a_text_that_another_article_shares_stays(tmp_path: Path) -> None:
    add(tmp_path / "db", ARTICLE, Article(TEXT, id="copy"))
    with Library.open(tmp_path / "db") as library:
        library.remove(library.find("copy"))
    assert ARTICLE.sha256 in Folder.open(tmp_path / "db").texts


@pytest.mark.parametrize("name", ["https://example.org/nothing", "nothing", "http://localhost:8000/id/article/0"])
def test_what_is_not_there_cannot_be_removed(tmp_path: Path, name: str) -> None:
    add(tmp_path / "db", ARTICLE)
    with Library.open(tmp_path / "db") as library, pytest.raises(NotFound, match="no article"):
        library.find(name)


def test_articles_are_found_by_url_id_hash_and_iri(tmp_path: Path) -> None:
    plain = Article("Mayor Ilse Marand said that it rained.\n")
    add(tmp_path / "db", ARTICLE, OTHER, plain)
    with Library.open(tmp_path / "db") as library:
        assert library.find("b") == library.iris.article("id:b")
        assert library.find(plain.sha256) == library.iris.article(plain.key)
        iri = library.iris.article("https://example.org/a")
        assert library.find(iri.value) == library.find("https://example.org/a") == iri


def test_reextraction_reads_the_archived_articles(tmp_path: Path) -> None:
    add(tmp_path / "db", ARTICLE, OTHER)
    before = content(tmp_path / "db")
    with Library.open(tmp_path / "db") as library:
        assert {a.key for a in library.articles([])} == {ARTICLE.key, OTHER.key}
        assert {outcome.fate for outcome in library.reextract("rules")} == {Fate.UNCHANGED}
        spoiled = next(q for q in library.store.quads(predicate=QUOTH.kind))
        library.store.commit(remove=[spoiled])
        assert sorted(outcome.fate for outcome in library.reextract("rules")) == [Fate.REPLACED, Fate.UNCHANGED]
    assert content(tmp_path / "db") == before


def test_a_damaged_text_is_named_the_others_are_read_and_adding_its_article_mends_it(tmp_path: Path) -> None:
    add(tmp_path / "db", ARTICLE, OTHER)
    texts = Folder.open(tmp_path / "db").texts
    texts.path(ARTICLE.sha256).write_bytes(texts.path(ARTICLE.sha256).read_bytes()[:20])
    with Library.open(tmp_path / "db") as library:
        outcomes = library.reextract("rules")
        assert next(outcomes).article == OTHER
        with pytest.raises(ArchiveError, match=r"damaged .*; the other articles were read"):
            next(outcomes)
    assert add(tmp_path / "db", ARTICLE) == [Fate.UNCHANGED]
    assert texts.get(ARTICLE.sha256) == TEXT


def test_rebuild_mends_what_was_derived_and_nothing_else(tmp_path: Path) -> None:
    add(tmp_path / "db", ARTICLE, OTHER)
    before = content(tmp_path / "db")
    with Library.open(tmp_path / "db") as library:
        wrong = Quad(library.iris.article(OTHER.key), QUOTH.about, NamedNode("http://localhost:8000/id/actor/x"),
                     library.iris.derived_graph(library.iris.article(OTHER.key)))  # fmt: skip
        right = next(library.store.quads(predicate=QUOTH.saidBy))
        library.store.commit(remove=[right], add=[wrong])
        assert library.rebuild() == (1, 1)
        assert library.rebuild() == (0, 0)
    assert content(tmp_path / "db") == before


def test_a_refused_article_waits_in_quarantine_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "Validator", lambda: _Stern(Validator()))
    assert add(tmp_path / "db", ARTICLE, OTHER) == [Fate.REFUSED, Fate.ADDED]
    folder = Folder.open(tmp_path / "db")
    (record,) = folder.quarantine.list()
    assert record["article"]["url"] == ARTICLE.url
    assert any("title" in reason for reason in record["reasons"])
    assert "sh:ValidationReport" in record["details"] or "conforms" in record["w3c_report"]
    assert ARTICLE.sha256 not in folder.texts
    with folder.reader() as store:
        assert not read.statements(store, Filters(article="https://example.org/a")).items

    monkeypatch.setattr(load, "Validator", Validator)
    with Library.open(tmp_path / "db") as library:
        assert [outcome.fate for outcome in library.retry()] == [Fate.ADDED]
    assert not folder.quarantine.list()


def test_a_refused_reading_of_a_stored_article_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert add(tmp_path / "db", ARTICLE) == [Fate.ADDED]

    def shortened(
        articles: Iterable[Article], extractor: str, base: str, processes: int
    ) -> Iterator[tuple[Article, list[Quad]]]:
        return ((article, evidence(article, extractor, base)[:-1]) for article in articles)

    with monkeypatch.context() as patch:
        patch.setattr(load, "evidence_of_all", shortened)
        patch.setattr(load, "Validator", lambda: _Stern(Validator()))
        with Library.open(tmp_path / "db") as library:
            assert [outcome.fate for outcome in library.reextract("rules")] == [Fate.REFUSED]
    with Library.open(tmp_path / "db") as library:
        assert [outcome.fate for outcome in library.retry()] == [Fate.UNCHANGED]
        assert not library.folder.quarantine.list()
        monkeypatch.setattr(load, "evidence_of_all", shortened)
        library.folder.quarantine.put(refused.record(ARTICLE, library.iris.article(ARTICLE.key), ["no reason"], ""))
        assert [outcome.fate for outcome in library.retry()] == [Fate.REPLACED]


def test_a_removed_article_leaves_no_refused_reading_behind(tmp_path: Path) -> None:
    add(tmp_path / "db", ARTICLE)
    with Library.open(tmp_path / "db") as library:
        iri = library.iris.article(ARTICLE.key)
        library.folder.quarantine.put(refused.record(ARTICLE, iri, ["a reason"], ""))
        library.remove(iri)
        assert not library.folder.quarantine.list()


def test_an_article_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    named = Article(ARTICLE.text, url="https://example.org/"), Article("Mayor Ilse Marand said so.\n", id="17")
    assert add(tmp_path / "db", *named) == [Fate.ADDED, Fate.ADDED]
    with Library.open(tmp_path / "db") as library:
        first, second = (library.iris.article(article.key) for article in named)
        for name in ("https://example.org/", "HTTPS://EXAMPLE.org", first.value):
            assert library.find(name) == first
        assert library.find("17") == second
        for name in ("18", f"{library.store.base}article/<x>", "://", named[0].sha256):
            with pytest.raises(NotFound, match="no article"):
                library.find(name)


class _Stern:
    """A validator that takes a title for two."""

    def __init__(self, validator: Validator) -> None:
        self.validator = validator

    def check(self, quads: list[Quad]) -> Report:
        second = Literal("A second title")
        twice = [Quad(q.subject, q.predicate, second, q.graph_name) for q in quads if q.predicate == QUOTH.title]
        quads.extend(twice)
        return self.validator.check(quads)


def test_words_that_do_not_stand_in_the_text_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def invented(quad: Quad) -> Quad:
        words = Literal(f"{rdf.value(quad).value}!")
        return Quad(quad.subject, quad.predicate, words, quad.graph_name) if quad.predicate == QUOTH.text else quad

    def inventing(
        articles: Iterable[Article], extractor: str, base: str, processes: int
    ) -> Iterator[tuple[Article, list[Quad]]]:
        return ((article, [invented(quad) for quad in evidence(article, extractor, base)]) for article in articles)

    monkeypatch.setattr(load, "evidence_of_all", inventing)
    assert add(tmp_path / "db", ARTICLE) == [Fate.REFUSED]


def test_the_text_of_an_article_that_an_import_replaces_leaves_the_archive(tmp_path: Path) -> None:
    changed = replace(ARTICLE, text=f"{TEXT}“It is open again,” said Mayor Ilse Marand.\n")
    add(tmp_path / "one", changed)
    with Folder.open(tmp_path / "one").reader() as store:
        export(store, tmp_path / "out", "nquads")
    add(tmp_path / "two", ARTICLE, OTHER)
    with Library.open(tmp_path / "two") as library:
        assert library.bring([tmp_path / "out"]).replaced == 1
    assert list(Folder.open(tmp_path / "two").texts.hashes()) == [OTHER.sha256]


def test_another_base_than_the_stores_is_refused(tmp_path: Path) -> None:
    with Library.open(tmp_path / "db", "https://data.example.org/id/") as library:
        list(library.add([ARTICLE]))
    with pytest.raises(StoreError, match=r"data\.example\.org"):
        Library.open(tmp_path / "db", "https://other.example.org/id/")
    with pytest.raises(StoreMissing):
        Library.open(tmp_path / "none", create=False)


def test_many_articles_are_read_by_several_processes_in_order(tmp_path: Path) -> None:
    articles = [Article(f"Mayor Ilse Marand said that bridge {n} was closed.\n", id=str(n)) for n in range(20)]
    with Library.open(tmp_path / "two") as library:
        outcomes = list(library.add(articles, processes=2))
    assert [outcome.article.id for outcome in outcomes] == [str(n) for n in range(20)]
    with Library.open(tmp_path / "one") as library:
        list(library.add(articles, processes=1))
    assert content(tmp_path / "one") == content(tmp_path / "two")


@pytest.mark.parametrize("count", [3, 12])
def test_an_article_that_breaks_the_extractor_waits_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    def breaking(article: Article) -> AnnotatedArticle:
        if article.id == "broken":
            raise KeyError(article.id)
        return sound(article)

    sound = EXTRACTORS["rules"]
    monkeypatch.setitem(EXTRACTORS, "rules", breaking)
    articles = [Article("Mayor Ilse Marand said it rained.\n", id=id) for id in ("broken", *map(str, range(count - 1)))]
    with Library.open(tmp_path / "db") as library:
        fates = [outcome.fate for outcome in library.add(articles, processes=1)]
    assert fates == [Fate.REFUSED] + [Fate.ADDED] * (count - 1)
    (record,) = Folder.open(tmp_path / "db").quarantine.list()
    assert record["reasons"] == ["the extractor broke on it: KeyError: 'broken'"]
    assert "in breaking" in record["details"]

    monkeypatch.setitem(EXTRACTORS, "rules", sound)
    with Library.open(tmp_path / "db") as library:
        assert [outcome.fate for outcome in library.retry()] == [Fate.ADDED]
