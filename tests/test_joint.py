"""Two who are meant together by what both are."""

import pytest
from test_topics import speaker


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (
            "Tarvia Rail Ltd will buy Sorrel Airways. The companies said the price was fair.",
            "Tarvia Rail Ltd and Sorrel Airways",
        ),
        (
            "The Labour Party left and the Green Party stayed. It was late. Both parties said they were right.",
            "Labour Party and Green Party",
        ),
        ("Tarvia Rail Ltd will buy ten trains. The companies said the price was fair.", "The companies"),
    ],
)
def test_the_companies_are_the_two_that_the_nearest_sentence_names(told: str, who: str) -> None:
    assert speaker(told) == who
