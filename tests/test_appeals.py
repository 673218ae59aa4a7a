"""Calls on people whom a clause tells apart, what is put to somebody, what somebody is remembered saying."""

from __future__ import annotations

import pytest

from kg.extract.assemble import ground
from kg.extract.reports import alone
from kg.extract.to_say import RULE


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and words of the reports that this rule makes of a text."""
    return [
        (r.source.of(text), r.cue.of(text), r.pieces[0].of(text))
        for r in alone(ground(text).sentences)
        if r.rule == RULE and r.source and r.cue
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "words"),
    [
        (
            "Police appealed to people who had been on the pier after dark to come forward.",
            "Police",
            "appealed to",
            "to come forward",
        ),
        ("Rangers urged anyone who saw the boar to ring them.", "Rangers", "urged", "to ring them"),
        ("The mayor urged people who want to help to stay at home.", "The mayor", "urged", "to stay at home"),
        ("Ruth Cole put it to him that he had been asleep.", "Ruth Cole", "put it to", "he had been asleep"),
        ("Two tenants recall her telling them the roof was new.", "her", "telling", "the roof was new"),
        ("She remembers the porter asking whether it was soup.", "the porter", "asking", "whether it was soup"),
    ],
)
def test_who_said_so_is_told(text: str, source: str, cue: str, words: str) -> None:
    assert (source, cue, words) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council asked firms in the valley to the meeting.",
        "She asked the club with care, said a friend, and to no end.",
        "Lee called on the queen to act in a row that she said led to “chaos” at sea.",
        "She remembers the porter closing the door.",
        "She put it to good use that day.",
        "She put it to the test that day, and it was fine.",
        "The club put it to a vote that failed.",
    ],
)
def test_what_nobody_said_is_not(text: str) -> None:
    assert told(text) == []
