"""What looks like a report and is none, or ends before it seems to: nouns, things found, two reports side by side."""

from __future__ import annotations

import pytest

from kg.extract.assemble import ground
from kg.extract.reports import alone


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("The firm put a warning label on the tins and sold them on.", 0),
        ("The bend had been without a single warning sign since May.", 0),
        ("The mayor pinned up a letter warning that the well was foul.", 1),
        ("The firm sent a text warning residents that the tins were foul.", 1),
    ],
)
def test_a_warning_label_says_nothing(text: str, reports: int) -> None:
    assert len(alone(ground(text).sentences)) == reports


@pytest.mark.parametrize(
    "text",
    [
        "The side had the ball but found no way through until Rocha scored.",
        "The card, which Hanus had written himself, hangs there still.",
        "The clock had already shown ninety minutes, and only five were left.",
    ],
)
def test_a_thing_that_is_found_or_shown_is_not_told(text: str) -> None:
    assert alone(ground(text).sentences) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Lee hit back: “Who sold the paper in May?” She assured students that no one would pay.",
            ["no one would pay"],
        ),
        (
            "Lee said a neighbour had called him “a thief” outside the church.",
            ["a neighbour had called him “a thief” outside the church", "him “a thief”"],
        ),
        (
            "He had asked only whether the paper was out, she said.",
            ["He had asked only whether the paper was out", "whether the paper was out"],
        ),
        (
            "Brandt noted that the farms called in together were also seen by a nurse, “and a visit heals too”.",
            ["the farms called in together were also seen by a nurse, “and a visit heals too”"],
        ),
        ("She had asked whether the paper was out, she said.", ["She had asked whether the paper was out"]),
    ],
)
def test_reports_beside_and_within_each_other(text: str, words: list[str]) -> None:
    assert [report.pieces[0].of(text) for report in alone(ground(text).sentences)] == words
