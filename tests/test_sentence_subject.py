"""The noun phrase that a sentence is about."""

from __future__ import annotations

import pytest

from kg.extract.assemble import ground
from kg.extract.sentence_subject import subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In its long letter the company says the pipe was old, regrets it and denies a plot.", "the company"),
        ("In May, the company said the pipe was old, and denied a plot.", "the company"),
        ("The company, which was sold, denied a plot.", "The company"),
    ],
)
def test_an_adverbial_before_it_is_left_out(text: str, expected: str) -> None:
    tokens = ground(text).sentences[0].tokens
    found = subject(tokens)
    assert found
    assert text[tokens[found[0]].start : tokens[found[1] - 1].end] == expected
