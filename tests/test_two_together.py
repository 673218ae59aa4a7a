"""Two who are named together: whom "both", "the two men" and "they" mean."""

import pytest

from kg.extract import extract
from kg.model import Article

MET = "Carl Quarn met Bo Finch in Harrow on Monday. "
RUN = "Ann Lee, 34, and Bo Finch run the mill at Harrow. "


def last_speaker(text: str) -> str | None:
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    return named.get(found.statements[-1].speaker or "")


@pytest.mark.parametrize("they", ["The two", "Both", "Both men", "The pair", "The two ministers"])
def test_two_who_met_speak_together(they: str) -> None:
    assert last_speaker(f"{MET}{they} said that the dam was safe.") == "Carl Quarn and Bo Finch"


def test_they_are_the_two_who_are_the_subject_of_the_sentence_before() -> None:
    assert last_speaker(RUN + "They said that the dam was safe.") == "Ann Lee and Bo Finch"
    assert last_speaker(RUN + "“The dam is safe,” they said.") == "Ann Lee and Bo Finch"
    wed = "Ann Lee and her husband, Bo Finch, lost the mill. They said that the dam was unsafe."
    assert last_speaker(wed) == "Ann Lee and Bo Finch"


@pytest.mark.parametrize(
    "told",
    [
        MET + "Both women said that the dam was safe.",
        MET + "They said that the dam was safe.",
        "Ann Lee and Bo Finch met villagers in Harrow. They said that the dam was safe.",
        "Ann Lee and Bo Finch run the mill. Cora Fernhill left. They said that the dam was safe.",
        "Ann Lee’s lawyer met Bo Finch. The two said that the dam was safe.",
        "Ann Lee, Bo Finch and Cora Fernhill run the mill. Both said that the dam was safe.",
    ],
)
def test_nobody_is_meant_where_others_may_be(told: str) -> None:
    assert " and " not in (last_speaker(told) or "")


def test_they_are_the_three_who_are_the_subject_of_the_sentence_before() -> None:
    told = "Ann Lee, Bo Finch and Cora Fernhill run the mill. They said that the dam was safe."
    assert last_speaker(told) == "Ann Lee, Bo Finch and Cora Fernhill"
    told = "Ann Lee thanked Bo Finch and Cora Fernhill. They said that the dam was safe."
    assert "Ann Lee" not in (last_speaker(told) or "")


def test_they_are_not_nobody() -> None:
    told = "About 40 parents signed the letter. “Nobody told us anything,” they wrote."
    assert last_speaker(told) == "About 40 parents"
