"""What people of a place call a thing, in quotation marks."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article

ABOVE = "The quay was closed on Friday. Two cranes stood still.\n\n"


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    "line",
    [
        "They slept in a hut of planks, which the children call “the old castle”.",
        "The crane, which locals jokingly call “Big Anna”, stood still.",
        "The crane is called by the people here “the lame stork”.",
    ],
)
def test_what_people_call_a_thing_is_no_statement(line: str, extractor: str) -> None:
    assert not [each for each in extract(Article(ABOVE + line + "\n"), extractor).statements if not each.attitude]


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_what_critics_call_it_is_one(extractor: str) -> None:
    text = ABOVE + "Residents called the new crane “a danger to every child on this quay”.\n"
    assert len(extract(Article(text), extractor).statements) == 1
