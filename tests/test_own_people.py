"""Descriptions of people who are none of those whom an article names."""

import pytest

from kg.extract import extract
from kg.model import Article


def speaker(text: str) -> tuple[str, bool] | None:
    """Who speaks the last statement of a text, and whether that goes without a name; None if it is not clear."""
    found = extract(Article(text), "rules")
    last = found.statements[-1].speaker
    return next(((e.name, e.unnamed) for e in found.entities if e.id == last), None)


BEFORE = "Ann Lee, a baker, opened her shop on Monday. Bo Finch, a docker, was there.\n\n"


@pytest.mark.parametrize(
    "who",
    [
        "The mayor of Harrow",
        "The minister for roads",
        "The president of the village council",
        "The referee",
        "The clerk",
        "The High Commissioner",
        "The teacher",
        "The doctor of the team",
        "The officer on duty",
        "The lawyer of the family",
    ],
)
def test_a_post_that_is_told_of_nobody_named_is_a_source_of_its_own(who: str) -> None:
    assert speaker(f"{BEFORE}{who} said the bridge was closed.") == (who, True)


def test_a_post_means_the_one_who_is_named_with_it() -> None:
    text = (
        "The roads minister, Ann Lee, came on Monday. Bo Finch, a docker, was there. The minister said it was closed."
    )
    assert speaker(text) == ("Ann Lee", False)


def test_a_post_may_be_that_of_somebody_of_whom_none_is_told() -> None:
    text = (
        "Ann Lee opened the doors on Monday. Bo Finch, a docker, was there.\n\nThe teacher said the bridge was closed."
    )
    assert speaker(text) is None


def test_a_list_names_nobody_by_the_description_before() -> None:
    text = "They met his teacher, Ann Lee and Bo Finch on Monday. The teacher said the bridge was closed."
    assert speaker(text) is None


def test_a_post_with_a_name_that_was_not_seen_is_nobody() -> None:
    assert speaker(f"{BEFORE}The commander of the force, Colonel bo hill, said the bridge was closed.") is None


def test_who_prosecutes_is_no_lawyer_who_is_named() -> None:
    text = "Bo Finch, a lawyer, came on Monday.\n\nThe prosecutor said the bridge was closed."
    assert speaker(text) == ("The prosecutor", True)


def test_a_professor_is_no_prime_minister() -> None:
    text = "Ann Lee, a professor of law, wept on Monday. The prime minister said the bridge was closed."
    assert speaker(text) != ("Ann Lee", False)


def test_who_heads_something_new_is_somebody_new() -> None:
    text = "Ann Lee, the chief of the bank, wept on Monday. The chief of a mill in Harrow said the bridge was closed."
    assert speaker(text) == ("The chief of a mill in Harrow", True)


@pytest.mark.parametrize("who", ["The former mayor", "The former mayor of Harrow"])
def test_a_former_mayor_is_the_predecessor_of_the_mayor_who_is_named(who: str) -> None:
    text = f"Mayor Ann Lee signed the plan. Her predecessor, who lost in May, stayed away.\n\n{who} said it was late."
    assert speaker(text) == (who, True)


def test_a_former_mayor_without_a_predecessor_may_be_who_is_named() -> None:
    assert speaker("Ann Lee, the former mayor, came. The former mayor said it was late.") == ("Ann Lee", False)


def test_who_is_told_to_be_a_deputy_is_not_the_head() -> None:
    text = "The deputy head of the mission, Ann Lee, wept on Monday. The head of the harbour said it was closed."
    assert speaker(text) == ("The head of the harbour", True)


@pytest.mark.parametrize("who", ["The transitional president", "The village policeman"])
def test_an_office_that_is_told_of_nobody_is_a_source_of_its_own(who: str) -> None:
    assert speaker(f"{BEFORE}{who} said the bridge was closed.") == (who, True)
