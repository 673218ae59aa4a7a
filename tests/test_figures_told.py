"""Figures and causes as what somebody says: "the sign says 412", "speaks of four in five", "attributes it to"."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article


def told(text: str) -> list[tuple[str, str]]:
    """Cue and words of each statement that the rules find."""
    found = extract(Article(text), "rules").statements
    return [(s.cue.of(text) if s.cue else "", s.text(text)) for s in found]


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        ("The board by the ferry says 317.", "says", "317"),
        (
            "The dockers' union speaks of three cranes in ten out of order.",
            "speaks of",
            "three cranes in ten out of order",
        ),
        ("The audit notes cracks in 9 of 30 arches.", "notes", "cracks in 9 of 30 arches"),
        ("Brandt attributed the delay to the frost.", "attributed", "the delay to the frost"),
    ],
)
def test_a_figure_or_a_cause_is_told(text: str, cue: str, words: str) -> None:
    assert told(text) == [(cue, words)]


@pytest.mark.parametrize("text", ["Lee said 12 dull things to him.", "Brandt attributed nothing."])
def test_other_noun_phrases_are_not(text: str) -> None:
    assert told(text) == []


def test_as_per_names_who_says_it_but_no_habit() -> None:
    assert told("Only two of the cranes have moved, as per the port's report.") == [
        ("as per", "Only two of the cranes have moved")
    ]
    assert told("The cranes moved as per usual.") == []


def test_a_ruling_party_rules_nothing() -> None:
    assert told("Ruling party member Brandt said that the mill was shut.") == [("said", "the mill was shut")]
