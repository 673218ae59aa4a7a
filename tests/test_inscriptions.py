"""Words that things bear, and shouts."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article

RULE = "inscription"


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("text", "source", "cue", "words"),
    [
        ("A boy held a kite with the inscription “We were first”.", "a kite", "inscription", "We were first"),
        ("By the gate hangs a plank painted with the words “Closed for good.”", "a plank", "words", "Closed for good."),
        ("Cries of “Resign!” came from the back row.", None, "Cries", "Resign!"),
        ("Somebody had daubed on the wall, in red: “Where is Tom?”", "Somebody", "daubed", "Where is Tom?"),
        ("A notice at the lock, where boats were tied up, read: “Out of order”.", "A notice", "read", "Out of order"),
        ("On the fence hung what was left of a banner: “Go home.”", "a banner", ":", "Go home."),
        ("A stone bears Ana Brandt’s last words, “Mind the step.”", "Ana Brandt", "words", "Mind the step."),
    ],
)
def test_what_a_thing_bears_is_said(text: str, source: str | None, cue: str, words: str, extractor: str) -> None:
    (only,) = extract(Article(text), extractor).statements
    assert (only.rule, only.text(text)) == (RULE, words)
    assert (only.source and only.source.of(text), only.cue and only.cue.of(text)) == (source, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt has the words “a lost year” in her head.",
        "The label “Old Mill” is known.",
        "He wore a note of “regret” well.",
        "The board of “Old Mill” met on Monday.",
    ],
)
def test_what_only_stands_in_marks_is_not(text: str) -> None:
    assert all(found.rule != RULE for found in extract(Article(text), "rules").statements)


def test_a_label_is_not_whoever_spoke_last() -> None:
    text = "Ana Brandt said that the lab was old. The door bears a label: “Feed nobody.”"
    found = extract(Article(text), "rules")
    label = found.statements[-1]
    assert label.text(text) == "Feed nobody."
    assert label.speaker
    assert found.entity(label.speaker).name == "a label"


def test_what_stands_on_a_thing_before_a_colon_is_said() -> None:
    text = "The lab’s door carries a printed notice: “Feed nobody.”"
    (only,) = extract(Article(text), "rules").statements
    assert (only.rule, only.text(text)) == (RULE, "Feed nobody.")
    assert only.source
    assert only.source.of(text) == "a printed notice"
