"""Nouns that tell what somebody said: whose it is, and where the clause ends."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article, SpeechAct


def told(text: str) -> list[tuple[str, str, SpeechAct]]:
    """The sources, words and acts of what nouns tell."""
    found = [s for s in extract(Article(text + "\n"), "rules").statements if s.rule == "noun-that"]
    return [(s.source.of(text) if s.source else "", s.text(text), s.act) for s in found]


@pytest.mark.parametrize(
    ("text", "source", "words", "act"),
    [
        (
            "The mayor dismissed Ana Brandt's claim that the bridge would fall.",
            "Ana Brandt",
            "the bridge would fall",
            SpeechAct.ASSERTS,
        ),
        (
            "Officials ignored a warning from the harbour office that the quay was sinking.",
            "the harbour office",
            "the quay was sinking",
            SpeechAct.WARNS,
        ),
        (
            "Voss repeated his own, oft-told assertion that the treaty was void, and left.",
            "",
            "",
            SpeechAct.ASSERTS,
        ),
        (
            "Voss repeated his old assertion that the treaty was void - and left.",
            "his",
            "the treaty was void",
            SpeechAct.ASSERTS,
        ),
        (
            "Ana Brandt's complaint that wages had fallen was ignored.",
            "Ana Brandt",
            "wages had fallen",
            SpeechAct.CRITICISES,
        ),
    ],
)
def test_a_noun_with_a_clause_tells_what_its_owner_said(text: str, source: str, words: str, act: SpeechAct) -> None:
    assert told(text) == ([(source, words, act)] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        "The council studied a claim that the bridge would fall.",
        "The council studied Lee's claim that is as old as the bridge was.",
        "Lee's claim that the bridge is old and the quay is low and the port is shut is known.",
        "The report from Lee that the council had was long.",
    ],
)
def test_a_claim_of_nobody_and_one_that_does_not_end_are_none(text: str) -> None:
    assert told(text) == []


def test_what_an_answer_or_a_ruling_is_goes_to_the_end_of_the_clause() -> None:
    assert told("Ana Brandt's answer was that she could not, and the port is shut.") == [
        ("Ana Brandt", "she could not, and the port is shut", SpeechAct.ASSERTS)
    ]
    assert told("The answer was that nobody could.") == []


def test_what_is_claimed_stands_within_the_report_that_takes_it_up() -> None:
    text = "The mayor dismissed Ana Brandt's claim that the bridge would fall.\n"
    outer, inner = extract(Article(text), "network").statements
    assert (outer.text(text), inner.text(text)) == (
        "Ana Brandt's claim that the bridge would fall",
        "the bridge would fall",
    )
    assert inner.within == outer.id
