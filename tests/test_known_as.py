"""Sources that are described, and then go by a name that they are said to go by."""

import pytest

from kg.extract import extract
from kg.model import Article, EntityType


def speakers(text: str) -> list[tuple[str, EntityType, bool]]:
    """The name of who speaks each statement of a text, what that is, and whether it goes without a name."""
    found = extract(Article(text), "rules")
    named = {entity.id: (entity.name, entity.type, entity.unnamed) for entity in found.entities}
    return [named[statement.speaker] for statement in found.statements if statement.speaker]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("a docker, who asked to be identified only as Milo,", "Milo"),
        ("a docker identified only by the initials M.K.", "M.K."),
        ("a docker, who gave his name only as Milo,", "Milo"),
        ("a docker who called himself “Argus”", "Argus"),
        ("a docker, whose real name is Sam Hill,", "Sam Hill"),
        ("a docker, who gave only his first name, Milo,", "Milo"),
        ("a docker, giving his name only as Milo,", "Milo"),
    ],
)
def test_a_description_goes_by_the_name_that_is_told_of_it(phrase: str, name: str) -> None:
    assert speakers(f"“The bridge is closed,” said {phrase} on Monday.") == [(name, EntityType.PERSON, False)]


def test_who_is_named_at_last_was_so_all_along() -> None:
    text = "A docker from the north said the bridge was closed. “It is,” said the docker, who gave his name as Milo. "
    found = speakers(text + "“I know it,” Milo said.")
    assert {name for name, _, _ in found} == {"Milo"}


def test_somebody_who_spoke_before_keeps_the_name() -> None:
    text = "Milo said the mill was closed. A docker, who gave his name only as Milo, said the bridge was closed."
    assert speakers(text)[0] == ("Milo", EntityType.PERSON, False)


@pytest.mark.parametrize("phrase", ["a docker who met a man known as Milo", "a docker, who is known for Milo,"])
def test_who_is_named_beside_a_source_is_not_it(phrase: str) -> None:
    assert all(name != "Milo" for name, _, _ in speakers(f"“The bridge is closed,” said {phrase} on Monday."))


def test_the_man_is_the_source_before_and_both_go_by_the_name() -> None:
    text = "One trader said the bridge was closed. “I turned around,” said the man, who gave only his first name, Milo."
    assert {name for name, _, _ in speakers(text)} == {"Milo"}


def test_who_means_nobody_known_goes_by_the_name_that_is_told() -> None:
    text = "Bo Finch, who runs the mill, wept. “I came home,” said the man, whose real name is Sam Hill, on Monday."
    assert speakers(text) == [("Sam Hill", EntityType.PERSON, False)]


def test_who_calls_himself_so_is_named_so() -> None:
    assert speakers("A docker who calls himself Argus said the bridge was closed.")[0][0] == "Argus"
