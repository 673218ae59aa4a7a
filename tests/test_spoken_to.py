"""Who is spoken to in an adverbial: in an interview with somebody, in a letter to somebody."""

from __future__ import annotations

import pytest

from kg.extract.rules import annotate
from kg.model import Article


def hearers(text: str) -> list[str]:
    article = annotate(Article(text))
    last = article.statements[-1]
    return [entity.name for entity in article.entities if entity.id in last.addressees]


@pytest.mark.parametrize(
    "how",
    [
        "said in an interview with Ana Brandt that",
        "said in a letter to Ana Brandt that",
        "said on Friday in a phone call with Ana Brandt that",
        "wrote to Ana Brandt that",
        "confirmed to Ana Brandt on Monday that",
        "said to Ana Brandt that",
    ],
)
def test_who_is_spoken_to_behind_a_message_or_a_verb(how: str) -> None:
    assert hearers(f"Jon Oram {how} the lock was broken.") == ["Ana Brandt"]


@pytest.mark.parametrize("how", ["Speaking to Ana Brandt", "In an email to Ana Brandt", "In a call with Ana Brandt"])
def test_who_is_spoken_to_at_the_head_of_a_sentence(how: str) -> None:
    assert hearers(f"{how}, Jon Oram said that the lock was broken.") == ["Ana Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Oram said that he had written to Ana Brandt.",
        "Jon Oram said in a dispute with Ana Brandt that the lock was broken.",
        "Jon Oram, married to Ana Brandt, said that the lock was broken.",
        "Jon Oram, who wrote to Ana Brandt, said that the lock was broken.",
        "Jon Oram said in a letter to the board that the lock was broken.",
    ],
)
def test_whoever_else_is_named_is_not_spoken_to(text: str) -> None:
    assert hearers(text) == []
