"""Whom "he" and "she" mean as sources by what the sentences before tell."""

import pytest

from kg.extract import extract
from kg.model import Article


def speakers(text: str) -> list[str | None]:
    """The names of who speaks each statement of a text, in order; None where it is not clear."""
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    return [named.get(statement.speaker or "") for statement in found.statements]


LEE = "Bo Finch, who runs the mill, said on Monday the bridge was closed.\n\n"


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("A docker swept the quay in the evening.", "A docker"),
        ("A docker of sixty swept the quay. He put the broom away.", "A docker"),
        ("One docker told this reporter that the nights were cold.", "One docker"),
    ],
)
def test_who_was_just_described_goes_on_as_he(before: str, who: str) -> None:
    assert speakers(f"{LEE}{before} “It never ends,” he said.")[-1] == who


@pytest.mark.parametrize(
    "before", ["His doctor told him to avoid stairs.", "A docker, Sam Hill, swept the quay.", "A docker was dead."]
)
def test_he_is_not_who_has_a_name_or_belongs_to_somebody(before: str) -> None:
    last = speakers(f"Bo Finch, who runs the mill, looked out. {before} “It never ends,” he said.")[-1]
    assert last not in ("His doctor", "A docker")


def test_who_reports_what_another_said_goes_on() -> None:
    text = (
        "Bo Finch, who runs the mill, said his father had said the mill was old. “And look,” he said, “it is closed.”"
    )
    assert speakers(text)[-1] == "Bo Finch"


def test_nobody_speaks_of_himself_as_he() -> None:
    text = "A docker left before dawn. His cousin, Bo Finch, runs the mill. “He told us he would be back,” Finch said."
    assert "Bo Finch" not in speakers(text)[1:]


def test_she_is_who_is_named_behind_a_long_description() -> None:
    text = "Ann Lee, who runs it, said the mill was closed. “It is old,” she said.\n\n"
    text += "The keeper of the lower lock, Kim Hill, shows a trunk. “It will give nothing,” she said."
    assert speakers(text)[-1] == "Kim Hill"


def test_his_wife_is_no_he() -> None:
    text = "Bo Finch said the mill was closed. His wife, Kim, was found on the road. “I want an answer,” he said."
    assert speakers(text)[-1] == "Bo Finch"


def test_she_is_the_only_one_of_whom_the_sentence_before_tells() -> None:
    text = "Sam Hill, the guild and Bo Finch met Tam Oak.\n\nThe bill went to Xola Bane. She said it was late."
    assert speakers(text)[-1] == "Xola Bane"
