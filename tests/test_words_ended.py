"""Where the words of what the network proposes begin and end: semicolons, whom it was told, another cue's verb."""

from __future__ import annotations

import pytest

from kg.extract.assemble import ground
from kg.extract.combine import readings
from kg.extract.network.candidate import Candidate
from kg.extract.reports import alone
from kg.model import Span, StatementKind


def candidate(text: str, cue: str, source: str | None, *contents: str, sure: float = 0.9) -> Candidate:
    """What a network might propose, by words that stand once in a text."""
    span = {each: Span(text.index(each), text.index(each) + len(each)) for each in (cue, source or cue, *contents)}
    return Candidate(span[cue], (span[source],) if source else (), tuple(span[c] for c in contents), sure, sure, sure)


def told(text: str, *candidates: Candidate) -> list[list[str]]:
    """The words of each reading of a text."""
    on = ground(text)
    return [[p.of(text) for p in each.report.pieces] for each in readings(on, candidates, alone(on.sentences))]


@pytest.mark.parametrize(
    ("text", "source", "cue", "contents", "words"),
    [
        (
            "The warden says the gate may stay open; a goat came in too.",
            "The warden",
            "says",
            ["the gate may stay open; a goat came in too"],
            ["the gate may stay open"],
        ),
        (
            "Boats should turn back, it said in a bulletin; two had sunk by then.",
            "it",
            "said",
            ["Boats should turn back", "two had sunk by then"],
            ["Boats should turn back"],
        ),
        (
            "The union demanded that the firm hire guards; mend the fence; and pay for the roof.",
            "The union",
            "demanded",
            ["the firm hire guards; mend the fence; and pay for the roof"],
            ["the firm hire guards; mend the fence; and pay for the roof"],
        ),
    ],
)
def test_a_semicolon_ends_what_was_said(
    text: str, source: str, cue: str, contents: list[str], words: list[str]
) -> None:
    assert told(text, candidate(text, cue, source, *contents)) == [words]


def test_an_adverb_of_the_cue_is_not_said() -> None:
    text = "The council announced then that lorries would be kept out."
    assert told(text, candidate(text, "announced", "The council", "then that lorries would be kept out")) == [
        ["lorries would be kept out"]
    ]


def test_to_whom_it_is_told_is_not_said() -> None:
    text = "The same letter advised patients with a visit next week to call before leaving home."
    proposed = candidate(text, "advised", None, "The same letter", "with a visit next week to call before leaving home")
    assert told(text, proposed) == [["to call before leaving home"]]


def test_what_somebody_is_warned_of_is_said() -> None:
    text = "The clerk warned them against giving interviews to hostile papers."
    proposed = candidate(text, "warned", "The clerk", "against giving interviews to hostile papers")
    assert told(text, proposed)[0] == ["against giving interviews to hostile papers"]


def test_a_participle_before_the_verb_reports_nothing() -> None:
    text = "A post shared nine hundred times claims that onions heal everything."
    sure = candidate(text, "claims", "A post", "onions heal everything", sure=0.95)
    assert told(text, candidate(text, "shared", "A post", "claims that onions heal everything", sure=0.2), sure) == [
        ["onions heal everything"]
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "words"),
    [
        (
            "Nurses counted 40 hurt, nine with burns, by noon.",
            "counted",
            "Nurses",
            "40 hurt",
            "40 hurt, nine with burns",
        ),
        (
            "The guard said it knew of 12 wrecks, two of them in port.",
            "said",
            "The guard",
            "it knew of 12 wrecks",
            "it knew of 12 wrecks, two of them in port",
        ),
        (
            "Villagers said they would sign the letter, among them two priests.",
            "said",
            "Villagers",
            "they would sign the letter",
            "they would sign the letter",
        ),
        (
            "She said the best roads went by the sea, but would not rule out a tunnel.",
            "said",
            "She",
            "the best roads went by the sea, but would not rule out a tunnel",
            "the best roads went by the sea",
        ),
        (
            "He said the dam was sound and declined to give a date.",
            "said",
            "He",
            "the dam was sound and declined to give a date",
            "the dam was sound",
        ),
        (
            "He said the boy was kind but would not share a room.",
            "said",
            "He",
            "the boy was kind but would not share a room",
            "the boy was kind but would not share a room",
        ),
        (
            "The union lost 39. One boat in ten leaks, it reckons.",
            "reckons",
            "it",
            "39. One boat in ten leaks",
            "One boat in ten leaks",
        ),
        (
            "It says, in chalk that somebody renews every week: “Back when the roof is.”",
            "says",
            "It",
            "in chalk that somebody renews every week: “Back when the roof is.”",
            "Back when the roof is.",
        ),
    ],
)
def test_words_end_with_what_was_said(text: str, cue: str, source: str, content: str, words: str) -> None:
    assert [words] in told(text, candidate(text, cue, source, content))


def test_plain_words_below_a_headline_are_not_reported_by_it() -> None:
    text = "Danish study finds more\n\nThe roof is old."
    assert told(text, candidate(text, "finds", "Danish study", "The roof is old")) == []


@pytest.mark.parametrize(
    ("text", "cue", "source", "contents", "words"),
    [
        (
            "The clerk told him the shed plan, under which the town rents the lot, had been dropped.",
            "told",
            "The clerk",
            ["the shed plan", "had been dropped"],
            "the shed plan, under which the town rents the lot, had been dropped",
        ),
        (
            "The clerk said that gate-keeping, as it is known here, was no crime in those days.",
            "said",
            "The clerk",
            ["was no crime in those days"],
            "gate-keeping, as it is known here, was no crime in those days",
        ),
    ],
)
def test_a_clause_has_its_subject_and_middle(text: str, cue: str, source: str, contents: list[str], words: str) -> None:
    assert [words] in told(text, candidate(text, cue, source, *contents))


def test_a_denial_beside_another_cue_ends_its_words() -> None:
    text = "In its letter the company admits that the pipe was old and denies having known of it."
    proposed = candidate(text, "admits", "the company", "the pipe was old and denies having known of it")
    assert sorted(told(text, proposed)) == [["having known of it"], ["the pipe was old"]]


def test_an_adverb_is_no_cue_against_a_verb() -> None:
    text = "An order of 2021 already lays down that the exam be free."
    proposed = candidate(text, "already", "An order of 2021", "lays down that the exam be free", sure=0.2)
    assert told(text, proposed) == [["the exam be free"]]


def test_what_a_thing_is_called_is_not_said() -> None:
    text = "Load-shedding, as the cuts are called, was over in May."
    assert told(text, candidate(text, "are called", None, "the cuts", "was over in May")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Coroner Huw Adams: “How many times?”", [["How many times?"]]),
        ("Her aunt had begun to say that milk was cheaper.", [["milk was cheaper"]]),
        ("The answer: “No.”", []),
    ],
)
def test_short_turns_and_beginnings(text: str, words: list[list[str]]) -> None:
    assert told(text) == words


def test_the_words_of_a_rule_come_with_what_is_quoted_in_them() -> None:
    text = "According to the mayor the “old” boat is gone, and the port is closed."
    on = ground(text)
    proposed = candidate(text, "According to", "the mayor the “old” boat is gone", "the port is closed")
    (found,) = readings(on, (proposed,), alone(on.sentences))
    assert [p.of(text) for p in found.report.pieces] == ["the “old” boat is gone, and the port is closed"]
    assert found.report.kind is StatementKind.MIXED
    assert [q.of(text) for q in found.report.quoted] == ["old"]
