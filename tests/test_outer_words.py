"""What stands around the words that were said, and turns of speech that report nothing."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.outer_words import within
from kg.model import Article, Span


def told(text: str) -> list[tuple[str | None, list[str]]]:
    """The sources and words of the statements in a text."""
    found = [s for s in extract(Article(text + "\n"), "network").statements if not s.attitude]
    return [(s.source.of(text) if s.source else None, [piece.of(text) for piece in s.content]) for s in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ilse Brandt repeated her claim that the ferry had sunk.", ["the ferry had sunk"]),
        ("Ilse Brandt declined to say whether the ferry had sunk.", ["whether the ferry had sunk"]),
        ("Ilse Brandt's claim that the ferry had sunk was met with laughter.", ["the ferry had sunk"]),
        ("Ilse Brandt's warning that the talks had failed was ignored.", ["the talks had failed"]),
        ("Nobody, Ilse Brandt insists, was warned.", ["Nobody", "was warned"]),
        ("Ilse Brandt denied knowing about the ferry.", ["knowing about the ferry"]),
    ],
)
def test_words_are_those_that_were_said(text: str, words: list[str]) -> None:
    assert [said for _, said in told(text)] == [words]


def test_of_two_quotations_each_is_its_own_speakers() -> None:
    found = told("“Is it safe?” asked Ilse Brandt. “No,” replied Tom Marand.")
    assert found == [("Ilse Brandt", ["Is it safe?"]), ("Tom Marand", ["No"])]


def test_what_is_added_is_a_report_of_its_own() -> None:
    found = told("“The pier is lost,” Ilse Brandt told the council, adding: “Nobody was on it.”")
    assert found == [("Ilse Brandt", ["The pier is lost"]), ("Ilse Brandt", ["Nobody was on it."])]


@pytest.mark.parametrize(
    "text",
    [
        "Or so Ilse Brandt says.",
        "It goes without saying that winters are cold.",
        "That said, the weather was fine.",
        "The tower is said to be the tallest in the country.",
    ],
)
def test_a_turn_of_speech_reports_nothing(text: str) -> None:
    assert told(text) == []


def test_what_is_told_of_a_thing_behind_its_name_was_not_said() -> None:
    text = "The plan, which Brandt called “a trap,” was dropped."
    cue, quoted = Span(23, 29), Span(30, len(text) - 1)
    assert [piece.of(text) for piece in within(text, cue, (quoted,))] == ["“a trap,”"]
    longer = text.replace(" was dropped", " and dropped")
    assert within(longer, cue, (quoted,)) == (quoted,)
