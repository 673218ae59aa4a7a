"""What else is told of a statement, from the article through the graph to the answer and its JSON."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from pyoxigraph import NamedNode, Quad

from api import bodies
from kg import derive, read
from kg.answers import Filters, StatementAnswer
from kg.cli.show import how
from kg.explain.terminal import deed
from kg.extract.rules import annotate
from kg.model import AnnotatedArticle, Article, DatePrecision, Polarity, SourceKind, SpeechAct, Stance
from kg.rdf import evidence, value
from kg.store.memory import MemoryStore
from kg.validate import Validator
from kg.verify import verify_article
from kg.vocab import QUOTH, Iris

IRIS = Iris()
TEXT = (
    "Dag Oram, head of the Harbour Board, has not denied that the dam leaks. Two officials, who asked not to be named"
    " because the plan is secret, claimed last week that it would burst. “It leaks,” Oram said."
)


def annotated() -> AnnotatedArticle:
    found = annotate(Article(TEXT, url="https://example.org/dam", published=dt.date(2022, 9, 21)))
    first, *rest = found.statements
    return replace(found, statements=(replace(first, speaker_confidence=0.876), *rest))


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    found = evidence(annotated(), IRIS)
    return [*found, *derive.rebuild(lambda: [found], IRIS)]


@pytest.fixture(scope="module")
def answers(quads: list[Quad]) -> tuple[StatementAnswer, ...]:
    store = MemoryStore()
    store.commit(add=quads)
    return read.statements(store, Filters()).items


def of(quads: list[Quad], predicate: NamedNode) -> list[str]:
    return sorted(value(quad).value for quad in quads if quad.predicate == predicate)


def test_an_answer_tells_polarity_role_and_how_sure_the_speaker_is(answers: tuple[StatementAnswer, ...]) -> None:
    denied = answers[0]
    assert (denied.act, denied.polarity, denied.stance) == (SpeechAct.DENIES, Polarity.NEGATED, Stance.ACKNOWLEDGES)
    assert denied.role_span
    assert denied.role == denied.role_span.of(TEXT) == "head of the Harbour Board"
    assert denied.speaker_confidence == Decimal("0.88")
    assert (denied.source_kind, denied.source_number, denied.anonymity) == (None, None, None)


def test_an_answer_tells_who_a_source_without_a_name_is(answers: tuple[StatementAnswer, ...]) -> None:
    claimed = next(answer for answer in answers if answer.stance is Stance.DISTANCES)
    assert claimed.anonymity_span
    assert claimed.anonymity == claimed.anonymity_span.of(TEXT) == "asked not to be named because the plan is secret"
    assert (claimed.source_kind, claimed.source_number) == (SourceKind.OFFICIAL, 2)
    assert claimed.said_span
    assert (claimed.said_precision, claimed.said_span.of(TEXT)) == (DatePrecision.WEEK, "last week")
    assert (claimed.role, claimed.speaker_confidence) == (None, Decimal("0.92"))


def test_the_json_of_an_answer_has_all_of_it(answers: tuple[StatementAnswer, ...]) -> None:
    claimed = bodies.statement(next(answer for answer in answers if answer.stance is Stance.DISTANCES))
    assert (claimed["polarity"], claimed["stance"], claimed["said_precision"]) == ("affirmed", "distances", "week")
    assert (claimed["source_kind"], claimed["source_number"]) == ("official", 2)
    at = claimed["anonymity_span"]
    assert at
    assert TEXT[at["start"] : at["end"]] == claimed["anonymity"]
    denied = bodies.statement(answers[0])
    assert (denied["polarity"], denied["role"], denied["speaker_confidence"]) == (
        "negated",
        "head of the Harbour Board",
        0.88,
    )


def test_people_are_shown_what_is_not_as_usual(answers: tuple[StatementAnswer, ...]) -> None:
    assert [how(answer) for answer in sorted(answers, key=lambda a: a.content[0].start)] == [
        ["denies", "negated", "indirect"],
        ["asserts", "distances", "indirect"],
        ["asserts", "direct"],
    ]
    assert [deed(statement) for statement in annotated().statements] == [
        ["denies", "negated"],
        ["asserts", "distances"],
        ["asserts"],
    ]


def test_what_nearly_every_statement_is_takes_no_triple(quads: list[Quad]) -> None:
    assert of(quads, QUOTH.polarity) == [QUOTH.Negated.value]
    assert of(quads, QUOTH.stance) == [QUOTH.Distances.value]
    assert of(quads, QUOTH.datePrecision) == [QUOTH.Week.value]
    assert "0.88" in of(quads, QUOTH.speakerConfidence)


def test_the_graph_is_valid_and_verbatim(quads: list[Quad]) -> None:
    assert Validator().check(quads).violations == ()
    assert verify_article(quads, TEXT) == []


@pytest.mark.parametrize(("words", "span"), [("role", "roleSpan"), ("anonymity", "anonymitySpan")])
def test_words_that_do_not_stand_at_their_span_are_found(words: str, span: str, quads: list[Quad]) -> None:
    moved = [
        Quad(q.subject, q.predicate, NamedNode(value(q).value.rpartition("=")[0] + "=1,9"), q.graph_name)
        if q.predicate == QUOTH[span]
        else q
        for q in quads
    ]
    assert any(
        f"quoth:{words} is not what stands at its span" in str(problem) for problem in verify_article(moved, TEXT)
    )
