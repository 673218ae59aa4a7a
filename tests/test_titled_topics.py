"""Whom "he" goes on with: the person named behind a description and a title, though a quotation stands between."""

from __future__ import annotations

import pytest
from test_topics import speaker


@pytest.mark.parametrize(
    "text",
    [
        "John Fernhill said that permits were sold. He said that he knew it, and Fernhill smiled.\n\n"
        "The third accused, engineer Pavel Dolin, was"
        " calm. “I only signed,” he said.",
        "John Fernhill said that he was glad. He said that the gate was old.\n\n"
        "The commander of the firemen, the captain Pavel Dolin, rejects this."
        " « The gate was shut. We had to break it », he said.",
    ],
)
def test_a_title_stands_before_the_name(text: str) -> None:
    assert speaker(text) == "Pavel Dolin"


def test_what_she_detailed() -> None:
    text = "“It is no strike,” said the surgeon, Olga Zubova. According to what she detailed, 212 patients are waiting."
    assert speaker(text) == "Olga Zubova"
