"""Somebody's lawyer or friend without a name who spoke, and whom "he" means behind that."""

import pytest

from kg.extract import extract
from kg.model import Article


def last_speaker(text: str) -> str | None:
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    return named.get(found.statements[-1].speaker or "")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Carl Quarn’s lawyer said the dam was safe. He said the trial would open in May.", "Carl Quarn’s lawyer"),
        ("Carl Quarn was held. His lawyer said the dam was safe. “It leaks,” he added.", "His lawyer"),
        ("Cora Quarn was held. Her doctor said the dam was safe. He said it was old.", "Her doctor"),
        ("Carl Quarn’s lawyer, who said the dam was safe, left.", "Carl Quarn’s lawyer"),
        ("It was the mayor’s cousin who said the dam was safe.", "the mayor’s cousin"),
    ],
)
def test_who_speaks_for_somebody_goes_on(told: str, speaker: str) -> None:
    assert last_speaker(told) == speaker


@pytest.mark.parametrize(
    "told",
    [
        "Carl Quarn’s lawyer said the dam was safe. He denied that it leaked.",
        "Carl Quarn was held. His doctor said the dam was safe. He said that it leaked.",
        "Carl Quarn’s lawyer said Bo Finch had built the dam. He said that it leaked.",
    ],
)
def test_nobody_goes_on_where_the_owner_may_be_meant(told: str) -> None:
    assert "’s lawyer" not in (last_speaker(told) or "")
    assert last_speaker(told) != "His doctor"
