"""Who is quoted by another speaks; who quotes passes it on. What a source cites is no part of the words."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.assemble import ground
from kg.extract.combine import readings
from kg.extract.network.candidate import Candidate
from kg.extract.reports import alone
from kg.model import Article, Span


def told(text: str) -> list[tuple[str | None, list[str]]]:
    """The sources and words of what the rules read."""
    article = extract(Article(text + "\n"), "rules")
    return [
        (s.source.of(text) if s.source else None, [piece.of(text) for piece in s.content]) for s in article.statements
    ]


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Ilse Marand was quoted as saying by the agency that the port would close.", "Ilse Marand", None),
        ("Ilse Marand was quoted by the agency as saying that the port would close.", "Ilse Marand", None),
        ("The agency quoted the mayor, Ilse Marand, as saying the port would close.", "the mayor, Ilse Marand", None),
        ("The Observer cited a docker as telling reporters that the port would close.", "a docker", None),
        ("“The port would close,” the statement quoted Ms. Marand as saying.", "Ms. Marand", "The port would close"),
        ("“The port would close,” Lee was quoted as saying by the agency.", "Lee", "The port would close"),
        ("Lee, who was quoted as saying that the port would close, resigned.", "who", None),
    ],
)
def test_who_is_quoted_as_saying_something_speaks(text: str, source: str, words: str | None) -> None:
    assert told(text) == [(source, [words or "the port would close"])]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Times quoted Ilse Marand as saying that the port would close.",
        "Ilse Marand was quoted as saying by the Harbour Times that the port would close.",
        "Ilse Marand was quoted by the Harbour Times as saying that the port would close.",
    ],
)
def test_who_quotes_passes_it_on(text: str) -> None:
    article = extract(Article(text + "\n"), "rules")
    names = {entity.id: entity.name for entity in article.entities}
    (statement,) = article.statements
    assert names[statement.speaker or ""] == "Ilse Marand"
    assert [names[each].removeprefix("the ") for each in statement.relayed_by] == ["Harbour Times"]


def test_nobody_speaks_who_is_not_named_or_is_a_clause() -> None:
    assert told("The plan was seen as saying a lot about the town.") == []
    assert told("The agency quoted what he is known as saying.") == []


def test_the_networks_reading_of_who_quotes_gives_way() -> None:
    text = "The agency quoted Ilse Marand as saying that the port would close in May."
    where = [Span(text.index(w), text.index(w) + len(w)) for w in ("quoted", "The agency", text[18:-1])]
    cue, source, content = where
    on = ground(text)
    found = readings(on, [Candidate(cue, (source,), (content,), 0.9, 0.9, 0.9)], alone(on.sentences))
    (reading,) = found
    assert reading.candidate is not None
    assert reading.rule == "quoted-as"
    assert reading.report.rule == "network"
    assert reading.report.source is not None
    assert reading.report.source.of(text) == "Ilse Marand"
    assert [piece.of(text) for piece in reading.report.pieces] == ["the port would close in May"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Observer said the port would close, citing two officials.", "The Observer"),
        ("The Observer reported, quoting a docker, that the port would close.", "The Observer"),
    ],
)
def test_what_a_source_cites_is_no_part_of_the_words(text: str, source: str) -> None:
    assert told(text) == [(source, ["the port would close"])]
    begin = text.index("the port") if text.endswith("officials.") else text.index("quoting")
    cue = text.index("said") if "said" in text else text.index("reported")
    on = ground(text)
    proposed = Candidate(Span(cue, cue + 4), (Span(0, 12),), (Span(begin, len(text) - 1),), 0.9, 0.9, 0.9)
    (reading,) = readings(on, [proposed], alone(on.sentences))
    assert [piece.of(text) for piece in reading.report.pieces] == ["the port would close"]


def test_citing_within_a_quotation_was_said() -> None:
    text = "“The port is closed, citing two officials,” Lee said."
    assert told(text) == [("Lee", ["The port is closed, citing two officials"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was pleased Ms. Brandt had said that the port would close.", "Ms. Brandt"),
        ("Critics had a point in warning that the port would close.", None),
        ("The town spoke of Karvia's suspected ties to the port.", None),
        ("The court weighed a highly anticipated case on the port.", None),
    ],
)
def test_a_source_is_a_noun_phrase(text: str, expected: str | None) -> None:
    assert [source for source, _ in told(text)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "The state had added the extra week, known as the golden one because the days overlapped with the fair.",
        "The town found a way through the marsh of 1970, which gives the ferry what it needs.",
        "The court found a closed door in her house.",
    ],
)
def test_a_noun_phrase_is_no_clause_for_a_verb_of_a_clause_within_it(text: str) -> None:
    assert told(text) == []


def test_a_relative_clause_ends_before_the_verb_of_the_clause_around_it() -> None:
    assert told("The mayor, who said that the port was safe, resigned.") == [("who", ["the port was safe"])]


def test_verbs_of_teaching_and_of_laws_report() -> None:
    assert told("The contract stipulates that the port is open.") == [("The contract", ["the port is open"])]
    assert told("Ana Brandt taught that the soul is salt.") == [("Ana Brandt", ["the soul is salt"])]
