"""Derived graphs follow from the evidence alone, whatever came and went before."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from kg import derive, rdf
from kg.model import AnnotatedArticle, Article, Entity, EntityType, Span, Statement, StatementKind
from kg.store.memory import MemoryStore
from kg.vocab import QUOTH, RDF, RDFS, SKOS, Iris

IRIS = Iris()
GEONAMES = {"Kyiv": 703448, "Kiev": 703448}


def annotated(id: str, *named: tuple[str, EntityType, str | None]) -> AnnotatedArticle:
    """An article in which each of the named says "Words." and nothing else happens."""
    text, entities, statements = "", [], []
    for number, (name, type, short) in enumerate(named):
        mention = Span(len(text), len(text) + len(name))
        text += f"{name} said: Words. "
        content = Span(mention.end + 7, mention.end + 12)
        cue = Span(mention.end + 1, mention.end + 5)
        entities.append(
            Entity(
                f"e{number}",
                type,
                name,
                (mention,),
                aliases=(short,) if short else (),
                abbreviation=short,
                geonames=GEONAMES.get(name),
            )
        )
        statements.append(
            Statement(
                f"s{number}",
                StatementKind.INDIRECT,
                (content,),
                mention,
                cue,
                f"e{number}",
                confidence=0.5,
                rule="test",
            )
        )
    return AnnotatedArticle(Article(text, id=id), "rules/0", tuple(entities), tuple(statements))


P, ORG, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE
VERSIONS = [
    (),
    (("Institute for Border Studies", ORG, "IBS"), ("Ilse Marand", P, None)),
    (("IBS", ORG, None), ("ilse marand", P, None), ("Vladimir", P, None), ("Kiev", PLACE, None)),
    (("International Ballet School", ORG, "IBS"), ("Vladimir", P, None)),
    (("the Institute for Border Studies", ORG, None), ("IBS", ORG, None), ("Kyiv", PLACE, None)),
]


def put(store: MemoryStore, id: str, version: int) -> None:
    article = IRIS.article(f"id:{id}")
    evidence = rdf.evidence(annotated(id, *VERSIONS[version]), IRIS) if version else []
    todo = derive.change(store, article, evidence, IRIS)
    store.commit(drop=todo.drop, remove=todo.remove, add=todo.add)


def holds(store: MemoryStore) -> set[Quad]:
    return set(store.quads())


def evidence_of(store: MemoryStore) -> list[list[Quad]]:
    articles = sorted(q.subject.value for q in store.quads(predicate=RDF.type, object=QUOTH.Article))  # type: ignore[union-attr]
    return [list(store.quads(graph=IRIS.evidence_graph(NamedNode(iri)))) for iri in articles]


def rebuilt(store: MemoryStore) -> set[Quad]:
    evidence = evidence_of(store)
    return {quad for quads in evidence for quad in quads} | set(derive.rebuild(lambda: evidence, IRIS))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("wxyz"), st.integers(0, len(VERSIONS) - 1)), max_size=9))
def test_whatever_came_and_went_the_graph_is_what_a_rebuild_makes(steps: list[tuple[str, int]]) -> None:
    store = MemoryStore()
    for id, version in steps:
        put(store, id, version)
    assert holds(store) == rebuilt(store)


@pytest.mark.parametrize("versions", list(permutations([1, 2, 3, 4])))
def test_the_order_of_loading_does_not_matter(versions: tuple[int, ...]) -> None:
    store, other = MemoryStore(), MemoryStore()
    for version in sorted(versions):
        put(store, f"article-{version}", version)
    for version in versions:
        put(other, f"article-{version}", version)
    assert holds(store) == holds(other)


def speakers(store: MemoryStore) -> list[str]:
    labels = {q.subject: q.object.value for q in store.quads(predicate=RDFS.label)}  # type: ignore[union-attr]
    return sorted(labels[q.object] for q in store.quads(predicate=QUOTH.saidBy))  # type: ignore[index]


def test_an_abbreviation_finds_its_organisation_and_loses_it_again() -> None:
    store = MemoryStore()
    put(store, "bare", 2)
    assert "IBS" in speakers(store)
    put(store, "declares", 1)
    assert speakers(store).count("Institute for Border Studies") == 2
    put(store, "claims it too", 3)
    assert "IBS" in speakers(store)
    put(store, "claims it too", 0)
    assert speakers(store).count("Institute for Border Studies") == 2
    put(store, "declares", 0)
    assert speakers(store) == ["IBS", "Kyiv", "Vladimir", "ilse marand"]


def test_an_actor_without_articles_disappears_and_its_names_go_with_them() -> None:
    store = MemoryStore()
    put(store, "a", 1)
    put(store, "b", 2)
    names = {q.object.value for q in store.quads(predicate=SKOS.altLabel)}  # type: ignore[union-attr]
    assert names == {"IBS", "ilse marand", "Kiev"}
    put(store, "b", 0)
    assert {q.object.value for q in store.quads(predicate=SKOS.altLabel)} == {"IBS"}  # type: ignore[union-attr]
    put(store, "a", 0)
    assert not holds(store)


def test_one_word_personal_names_stay_apart() -> None:
    store = MemoryStore()
    put(store, "a", 2)
    put(store, "b", 3)
    assert speakers(store).count("Vladimir") == 2
    assert len({q.subject for q in store.quads(predicate=RDFS.label) if "vladimir" in str(q.subject)}) == 2


def test_a_place_is_one_under_all_its_names() -> None:
    store = MemoryStore()
    put(store, "a", 2)
    put(store, "b", 4)
    (place,) = {q.subject for q in store.quads(predicate=QUOTH.geonamesId, graph=IRIS.actors_graph)}
    assert place == IRIS.geonames_place(703448)
    names = {q.object.value for q in store.quads(subject=place) if q.predicate in (RDFS.label, SKOS.altLabel)}  # type: ignore[arg-type, union-attr]
    assert names == {"Kyiv", "Kiev"}


def test_the_same_text_in_two_outlets_has_mentions_of_its_own() -> None:
    store = MemoryStore()
    assert annotated("a", *VERSIONS[1]).article.text == annotated("b", *VERSIONS[1]).article.text
    put(store, "a", 1)
    put(store, "b", 1)
    triples = [(quad.subject, quad.predicate, quad.object) for quad in store.quads()]
    assert len(triples) == len(set(triples))
