"""Clauses that "as" parts from who reports them."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article

ABOVE = "The quay was closed on Friday. Two cranes stood still.\n\n"


def told(line: str, extractor: str = "rules") -> list[tuple[str | None, str]]:
    text = ABOVE + line + "\n"
    found = extract(Article(text), extractor).statements
    return [(each.source.of(text) if each.source else None, each.text(text)) for each in found if not each.attitude]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("line", "source", "words"),
    [
        ("As the deputy noted, two cranes had no licence.", "the deputy",
         "two cranes had no licence"),
        ("As reports the press service of the port, two cranes had no licence.", "the press service of the port",
         "two cranes had no licence"),
        ("As it was specified in the ministry, the cranes had no licence.", "the ministry",
         "the cranes had no licence"),
        ("In addition, as writes the newspaper “Vesti”, the cranes had no licence.", "the newspaper “Vesti”",
         "the cranes had no licence"),
        ("Two cranes had no licence, as revealed the blog of Ivan Orlov.", "the blog of Ivan Orlov",
         "Two cranes had no licence"),
        ("The cranes had no licence, claims the newspaper ‘Vesti’.", "the newspaper ‘Vesti’",
         "The cranes had no licence"),
        ("The cranes had no licence, specified in the ministry.", "the ministry", "The cranes had no licence"),
    ],
)  # fmt: skip
def test_as_tells_who_reports(line: str, source: str, words: str, extractor: str) -> None:
    assert told(line, extractor) == [(source, words)]


@pytest.mark.parametrize(
    "line",
    [
        "As reported earlier, two cranes had no licence.",
        "As he waved, the crane fell into the water.",
        "As we wrote on Friday, the crane had no licence.",
        "The crane was old, specified in 1950 for a smaller port.",
        "As told by the sea.",
        "He had two cranes, claims against the port and a car.",
        "As",
    ],
)
def test_what_nobody_reports_is_no_statement(line: str) -> None:
    assert told(line) == []


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("line", "source", "words"),
    [
        ("“We will pay”, guaranteed the secretary of the port, Ana Brandt.", "the secretary of the port, Ana Brandt",
         "We will pay"),
        ("Ana Brandt expressed confidence that the crane will stand.", "Ana Brandt", "the crane will stand"),
        ("The union evaluates the damage at two million.", "The union", "the damage at two million"),
        ("The bridge, said Brandt, was closed.", "Brandt", "The bridge […] was closed"),
    ],
)  # fmt: skip
def test_verbs_that_translations_use(line: str, source: str, words: str, extractor: str) -> None:
    assert told(line, extractor) == [(source, words)]


def test_what_somebody_denies_behind_an_apposition_is_no_source() -> None:
    found = told("The director, Ana Brandt, denied the existence of any debt, and considered that it was paid.")
    assert found == [
        ("The director, Ana Brandt", "the existence of any debt"),
        ("The director, Ana Brandt", "it was paid"),
    ]


def test_what_somebody_announced_by_whom_words_go_is_one_statement() -> None:
    line = "The crane fell on Friday, according to what the head of the port, Ana Brandt, announced."
    assert len(told(line)) < 2


def test_a_link_before_the_clause_was_not_said() -> None:
    line = "However, the crane had no licence, claims the newspaper “Vesti”."
    assert told(line) == [("the newspaper “Vesti”", "the crane had no licence")]


@pytest.mark.parametrize(
    ("line", "source", "words", "extractor"),
    [
        ("Ana Brandt called these claims groundless.", "Ana Brandt", "these claims groundless", "rules"),
        ("Ana Brandt called these claims groundless.", "Ana Brandt", "these claims groundless", "network"),
        ("The union appeals to residents to boil the water.", "The union", "to boil the water", "rules"),
        ("Ana Brandt specified in a statement which “Vesti” received that the crane had no licence.", "Ana Brandt",
         "the crane had no licence", "network"),
    ],
)  # fmt: skip
def test_what_is_judged_asked_and_sent(line: str, source: str, words: str, extractor: str) -> None:
    assert told(line, extractor) == [(source, words)]


@pytest.mark.parametrize(
    "line",
    [
        "Police registered a case against 35 people.",
        "Ana Brandt called the constable on Monday.",
        "Ana Brandt called the young man.",
    ],
)
def test_what_is_done_is_no_statement(line: str) -> None:
    assert told(line) == []
