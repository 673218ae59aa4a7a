"""People named by their office alone, with a capital."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article


def speakers(text: str) -> list[str | None]:
    """The names of who speaks, statement by statement."""
    found = extract(Article(text), "network")
    who = {each.id: each.name for each in found.entities}
    return [who.get(s.speaker or "") for s in found.statements]


@pytest.mark.parametrize(
    "told",
    ["The Premier, Bo Lund, came late. Ann Quarn left.", "Premier Bo Lund came late. Ann Quarn left."],
)
def test_the_holder_of_an_office_is_meant_by_it_later(told: str) -> None:
    assert speakers(f"{told}\n\nThe Premier said later that the bridge was safe.\n") == ["Bo Lund"]


def test_an_office_of_two_means_neither() -> None:
    told = "Secretary Bo Lund came late. Secretary Ann Quarn left."
    assert speakers(f"{told}\n\nThe Secretary said later that the bridge was safe.\n")[0] not in (
        "Bo Lund",
        "Ann Quarn",
    )


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Ann Lee, 57, has led the local party since May.", "Ann Lee"),
        ("Ann Lee heads the party.", None),
        ("Ann Lee led the way.", None),
    ],
)
def test_who_leads_a_party_is_its_leader(told: str, who: str | None) -> None:
    assert speakers(f"{told} Bo Finch, a baker, was there. The party leader said that it was late.")[-1] == who
