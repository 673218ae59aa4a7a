"""What a colon leads up to where no verb reports."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and words of each statement that the rules find by this construction."""
    found = extract(Article(text), "rules").statements
    return [
        (s.source.of(text), s.cue.of(text), s.text(text))
        for s in found
        if s.rule == "before-colon"
        if s.source and s.cue
    ]


@pytest.mark.parametrize(
    ("source", "cue", "words"),
    [
        ("The harbour minister", "was quite blunt", "the pier was lost"),
        ("A sailor who came home", "gave another account", "the boat had been old"),
        ("Her brother", "remembers it differently", "she had wanted to stay"),
        ("Brandt", "corrected him", "the gate was never shut"),
    ],
)
def test_what_a_colon_leads_up_to_was_said(source: str, cue: str, words: str) -> None:
    assert told(f"{source} {cue}: {words}.") == [(source, cue, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The answer was clear: nobody was at home.",
        "Brandt gave the boat a new colour: it was green.",
        "The harbour master had a plan: they would wait.",
        "Brandt gave a warning: rain, snow and ice.",
        "Brandt was blunt:",
    ],
)
def test_other_colons_lead_up_to_nothing_said(text: str) -> None:
    assert told(text) == []
