"""Where the article itself goes on behind what somebody asked for, promised or called a thing."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article


def told(text: str) -> list[str]:
    """The words of each statement that the rules find."""
    return [s.text(text) for s in extract(Article(text), "rules").statements]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The notice asks tenants to be patient and is signed by no one.", ["to be patient"]),
        ("The warden called for silence and walked on to the gate.", ["silence"]),
        (
            "Councillor Brandt demanded a ferry for the island, and the local paper ran a cartoon.",
            ["a ferry for the island"],
        ),
        ("Marand told the jury that he was asleep, which Brandt denied.", ["he was asleep"]),
        ("Marand put it to the witness that he was asleep, which she denied.", ["he was asleep"]),
        ("Marand said that it “was late,” to which Brandt replied that it was not.", ["it “was late,”"]),
    ],
)
def test_what_the_article_tells_next_was_not_said(text: str, words: list[str]) -> None:
    assert told(text)[:1] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The warden ordered them to sit down and be quiet.", "to sit down and be quiet"),
        ("Brandt demanded an inquiry into the fire and the release of the files.", None),
        ("Brandt called for a law that is fair and is enforced.", "a law that is fair and is enforced"),
        ("Brandt said that she had locked the gate and was at home.", "she had locked the gate and was at home"),
    ],
)
def test_what_is_said_of_more_than_one_thing_stays_whole(text: str, words: str | None) -> None:
    assert told(text) == [words or "an inquiry into the fire and the release of the files"]


def test_who_says_and_asks_is_one_although_he_backs_something_between() -> None:
    text = "Brandt said she supported the toll but asked the port to exempt nurses."
    assert told(text) == ["she supported the toll", "to exempt nurses"]
