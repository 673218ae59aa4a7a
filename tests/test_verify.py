"""What the graph says must stand in the archived text, character by character."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, parse

from kg import rdf
from kg.errors import ArchiveError
from kg.model import (
    AnnotatedArticle,
    Article,
    Entity,
    EntityType,
    Figure,
    SaidDate,
    Span,
    Statement,
    StatementKind,
)
from kg.store.memory import MemoryStore
from kg.verify import Problem, verify, verify_article
from kg.vocab import QUOTH, XSD, Iris

EXAMPLES = sorted((Path(__file__).parents[1] / "ontology/examples").glob("*.ttl"))
IRIS = Iris()
TEXT = "“The ferry is 😀 full,” Ada Lund said on Monday, “and 120 people” wait. She called the pier “unsafe” again."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article(text=TEXT, id="ferry")
ADA = Entity("e1", EntityType.PERSON, "Ada Lund", (at("Ada Lund"), at("She")))
QUOTE = Statement(
    id="s1",
    kind=StatementKind.DIRECT,
    content=(at("The ferry is 😀 full,"), at("and 120 people")),
    source=at("Ada Lund"),
    cue=at("said"),
    speaker="e1",
    confidence=0.9,
    rule="quote",
    said=SaidDate(dt.date(2031, 4, 1), dt.date(2031, 4, 1), at("on Monday")),
    figures=(Figure(at("120 people"), Decimal(120)),),
)
MIXED = Statement(
    id="s2",
    kind=StatementKind.MIXED,
    content=(at("the pier “unsafe” again"),),
    source=at("She"),
    cue=at("called"),
    speaker="e1",
    confidence=0.8,
    rule="called",
    quoted=(at("unsafe"),),
)
EVIDENCE = rdf.evidence(AnnotatedArticle(ARTICLE, "rules/0.1.0", (ADA,), (QUOTE, MIXED)), IRIS)
IRI = IRIS.article(ARTICLE.key)
OTHER = "0" * 64


def changed(predicate: NamedNode, change: Callable[[str], str]) -> list[Quad]:
    """The evidence with the first object of a predicate changed."""
    old = next(quad for quad in EVIDENCE if quad.predicate == predicate)
    assert isinstance(old.object, NamedNode | Literal)
    value = change(old.object.value)
    term = NamedNode(value) if isinstance(old.object, NamedNode) else Literal(value, datatype=old.object.datatype)
    return [*(q for q in EVIDENCE if q != old), Quad(old.subject, old.predicate, term, old.graph_name)]


def moved(iri: str) -> str:
    """The span one character further on."""
    place, _, where = iri.partition("#char=")
    start, end = map(int, where.split(","))
    return f"{place}#char={start + 1},{end + 1}"


def test_evidence_as_it_is_made_stands_in_its_text() -> None:
    assert verify_article(EVIDENCE, TEXT) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_stand_in_their_texts(path: Path) -> None:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    graph = IRIS.actors_graph

    assert verify_article([Quad(t.subject, t.predicate, t.object, graph) for t in parse(path=path)], text) == []


@pytest.mark.parametrize(
    ("predicate", "change", "says"),
    [
        (QUOTH.text, lambda text: text.replace(" […] ", " "), "quoth:text is not what stands at its span"),
        (QUOTH.text, lambda text: text.replace("😀", ":)"), "quoth:text is not what stands at its span"),
        (QUOTH.cue, str.upper, "quoth:cue is not what stands at its span: 'SAID' instead of 'said'"),
        (QUOTH.source, lambda source: source + ".", "quoth:source is not what stands at its span"),
        (QUOTH.figureText, lambda text: "121 people", "quoth:figureText is not what stands at its span"),
        (QUOTH.quotedText, lambda text: "unsafer", "quoth:quotedText stands in none of its pieces: 'unsafer'"),
        (QUOTH.contentSpan, moved, "quoth:text is not what stands at its span"),
        (QUOTH.cueSpan, moved, "quoth:cue is not what stands at its span"),
        (QUOTH.sourceSpan, moved, "quoth:source is not what stands at its span"),
        (QUOTH.figureSpan, moved, "quoth:figureText is not what stands at its span"),
    ],
)
def test_words_must_be_the_characters_at_their_span(
    predicate: NamedNode, change: Callable[[str], str], says: str
) -> None:
    (problem,) = verify_article(changed(predicate, change), TEXT)

    assert problem.article == IRI.value
    assert problem.what.startswith(says)


@pytest.mark.parametrize("predicate", [QUOTH.dateSpan, QUOTH.cueSpan, QUOTH.contentSpan, QUOTH.sourceMention])
@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda iri: iri.partition("#")[0] + f"#char=0,{len(TEXT) + 1}",
            f"ends beyond the text, which has {len(TEXT)}",
        ),
        (
            lambda iri: iri.replace(ARTICLE.sha256, OTHER).replace(IRI.value, IRI.value[:-16] + OTHER[:16]),
            "lies in another text than the article's",
        ),
        (lambda iri: iri.partition("#")[0] + "#char=7,7", "a span holds at least one character"),
        (lambda iri: iri.partition("#")[0], "not the IRI of a span"),
    ],
)
def test_every_span_must_lie_in_the_article_s_text(
    predicate: NamedNode, change: Callable[[str], str], says: str
) -> None:
    problems = [p for p in verify_article(changed(predicate, change), TEXT) if says in p.what]

    assert [problem.article for problem in problems] == [IRI.value]


def test_every_mention_must_lie_in_the_text() -> None:
    beyond = IRIS.mention(IRI, Span(5, len(TEXT) + 1))
    mention = next(q for q in EVIDENCE if q.object == QUOTH.Mention)
    graph = [*EVIDENCE, Quad(beyond, mention.predicate, mention.object, mention.graph_name)]

    (problem,) = verify_article(graph, TEXT)

    assert (problem.article, problem.node) == (IRI.value, beyond.value)


def test_another_text_is_one_problem_and_not_one_for_every_span() -> None:
    problems = verify_article(EVIDENCE, TEXT.replace("full", "empty"))

    assert {problem.node for problem in problems} == {IRI.value}
    assert [problem.what.split(" ")[0] for problem in problems] == [
        "quoth:textHash",
        "quoth:textLength",
        "quoth:archivedAs",
    ]


@pytest.mark.parametrize(
    ("predicate", "value"),
    [(QUOTH.textHash, OTHER), (QUOTH.textLength, "3"), (QUOTH.archivedAs, f"{IRIS.base}text/{OTHER}")],
)
def test_what_the_article_says_of_its_text_must_be_so(predicate: NamedNode, value: str) -> None:
    (problem,) = verify_article(changed(predicate, lambda old: value), TEXT)

    assert problem.node == IRI.value


def test_evidence_without_its_article_is_a_problem() -> None:
    (problem,) = verify_article([q for q in EVIDENCE if q.object != QUOTH.Article], TEXT)

    assert "0 articles" in problem.what


def test_a_problem_reads_as_one_line() -> None:
    assert str(Problem("a", "b", "is wrong")) == "b: is wrong (article a)"
    assert str(Problem("a", "a", "is wrong")) == "a: is wrong"


# A whole store


def stored(*graphs: list[Quad]) -> MemoryStore:
    store = MemoryStore(IRIS.base)
    store.commit(add=[quad for graph in graphs for quad in graph])
    return store


def archive(*texts: str) -> Callable[[str], str]:
    held = {Article(text=text).sha256: text for text in texts}

    def get(sha256: str) -> str:
        if sha256 not in held:
            raise ArchiveError(f"text {sha256} is missing")
        return held[sha256]

    return get


def second() -> tuple[list[Quad], str]:
    text = "Nobody spoke."
    return rdf.evidence(AnnotatedArticle(Article(text=text), "rules/0.1.0"), IRIS), text


def test_a_sound_store_has_no_problems() -> None:
    other, text = second()

    assert list(verify(stored(EVIDENCE, other), archive(TEXT, text))) == []


def test_a_missing_text_is_a_problem_and_the_other_articles_are_still_looked_at() -> None:
    other, text = second()
    damaged = changed(QUOTH.cue, str.upper)

    problems = list(verify(stored(damaged, other), archive(TEXT)))

    assert {problem.what.split(" ")[0] for problem in problems} == {"text", "quoth:cue"}
    assert {problem.article for problem in problems} == {
        IRI.value,
        IRIS.article(Article(text=text).key).value,
    }


def test_evidence_without_a_hash_is_a_problem() -> None:
    lost = [quad for quad in EVIDENCE if quad.predicate != QUOTH.textHash]
    twice = [*EVIDENCE, Quad(IRI, QUOTH.textHash, Literal(OTHER, datatype=XSD.string), IRIS.evidence_graph(IRI))]

    for graph in (lost, twice):
        (problem,) = verify(stored(graph), archive(TEXT))
        assert problem.node == IRIS.evidence_graph(IRI).value
        assert "text hashes" in problem.what


def test_only_evidence_is_looked_at() -> None:
    actors = [Quad(q.subject, q.predicate, q.object, IRIS.actors_graph) for q in changed(QUOTH.cue, str.upper)]

    assert list(verify(stored(actors), archive())) == []
