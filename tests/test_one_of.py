"""Sources that are one of several, or somebody's kin or companion, and have no name of their own."""

import pytest
from test_topics import speaker

from kg.extract.layout import Layout
from kg.extract.one_of import one_of
from kg.model import Span


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Two people who built it remember. It was always narrow. “We knew it,” the other said.", "the other person"),
        ("It was Monday. “We knew it,” the widow of Paul Ostrander said.", "the widow of Paul Ostrander"),
        ("It was Monday. “We knew it,” the boy's coach said.", "the boy's coach"),
        ("Most dockers looked up. One, a retired sailor, said the bridge was closed.", "a retired sailor"),
        ("It was Monday. “We knew it,” the city's mayor said.", None),
        ("It was Monday. On the wall “We knew it,” somebody wrote.", "somebody"),
    ],
)
def test_who_has_no_name_is_told_by_what_is_known(told: str, who: str | None) -> None:
    assert speaker(told) == who


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Critics in the valley were unkind: ", "one critic"),
        ("Not every farmer took to her. ", "one farmer"),
        ("Posters mocked the mayor, who was not amused. ", "one poster"),
        ("A few seniors were unkind: ", "one senior"),
        ("Several bakers were unkind: ", "one baker"),
        ("The mayor mocked the critics. ", None),
        ("Critics were unkind.\n\nIt was Monday: ", None),
    ],
)
def test_one_is_of_those_who_are_the_subject_before(before: str, who: str | None) -> None:
    found = one_of(Layout(before + "one said it."), Span(len(before), len(before) + 3))
    assert (found.name if found else None) == who


@pytest.mark.parametrize(
    ("phrase", "who"),
    [
        ("The second", "the second sailor"),
        ("One, a retired sailor", "a retired sailor"),
        ("One, Ann Lee", None),
        ("The mayor", None),
    ],
)
def test_one_of_two_is_told_by_number_or_by_what_stands_behind(phrase: str, who: str | None) -> None:
    before = "Two sailors were heard on Monday. "
    found = one_of(Layout(before + phrase + " said it."), Span(len(before), len(before) + len(phrase)))
    assert (found.name if found else None) == who


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Two of the bakers, speaking on Monday, were unkind. ", "one baker"),
        ("10:12 Placards outside. ", "one placard"),
        ("Two of the bridges, in the north, were closed. ", None),
    ],
)
def test_one_may_be_of_a_part_of_several(before: str, who: str | None) -> None:
    found = one_of(Layout(before + "one said it."), Span(len(before), len(before) + 3))
    assert (found.name if found else None) == who


def test_one_of_several_goes_on_as_she() -> None:
    told = "Ann Lee said it was closed.\n\nOne of the sailors, a widow, spent the night there. She said it was cold."
    assert speaker(told) == "a widow"
