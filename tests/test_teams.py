"""Places that stand for their teams, in articles on sport alone."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.name import Name
from kg.extract.teams import is_on_sport, told
from kg.model import Article, EntityType, Span

PLACE, ORGANISATION = EntityType.PLACE, EntityType.ORGANISATION

SPORT = """Norway beat Spain 3-1 in Lisbon on Sunday to reach the semi-finals of the football tournament.
The goalkeeper saved a penalty before half-time, and two late goals from the striker settled the match in Portugal.
Norway had not won a match in Spain for ten seasons. The players of the Denmark squad watched from the stadium in
Lisbon, Portugal. Bergen, Norway, was full of fans. "Spain were the better team," said the coach, a midfielder in
the league for years.
"""

POLITICS = """Clinton beat Trump in Ohio on Tuesday and lost Florida. Ukraine defeated the motion against Russia.
The coach of the campaign team said that the race was like a football match: "We play for Ohio, and Ohio will win."
Norway beat Spain to the chair of the council after a long season of debate. Russia lost the vote to Ukraine.
Voters in many states were tired of the game, and of the players in it, and the parties of both sides lost members.
"""


def named(text: str, *words: str) -> list[Name]:
    """Every place where these places are named in a text."""
    return [
        Name(Span(at, at + len(word)), word, tuple(word.split()), PLACE)
        for word in words
        for at in range(len(text))
        if text.startswith(word, at)
    ]


def teams(text: str, *words: str) -> dict[str, list[bool]]:
    """Of every place where these are named, in text order, whether it is taken for a team."""
    found = sorted(told(text, named(text, *words)), key=lambda name: name.span)
    return {word: [name.type is ORGANISATION and name.team for name in found if name.text == word] for word in words}


def test_a_place_that_plays_is_a_team_but_where_the_place_is_meant() -> None:
    assert teams(SPORT, "Norway", "Spain", "Lisbon", "Denmark", "Portugal", "Bergen") == {
        "Norway": [True, True, False],
        "Spain": [True, False, True],
        "Lisbon": [False, False],
        "Denmark": [True],
        "Portugal": [False, False],
        "Bergen": [False],
    }


def test_no_place_is_a_team_where_the_article_is_not_on_sport() -> None:
    assert is_on_sport(SPORT)
    assert not is_on_sport(POLITICS)
    found = teams(POLITICS, "Ohio", "Florida", "Ukraine", "Russia", "Norway", "Spain")
    assert not any(any(each) for each in found.values())


@pytest.mark.parametrize(
    ("words", "is_team"),
    [
        ("They lost to Norway.", True),
        ("They flew to Norway.", False),
        ("She scored two goals for Norway.", True),
        ("She left for Norway.", False),
        ("It ended Norway 2–1 Latvia.", True),
        ("Norway v Latvia is next.", True),
        ("Norway's young captain smiled.", True),
        ("Norway's president smiled.", False),
        ("Norway and the captain smiled.", False),
        ("They met in Norway, captain and all.", False),
    ],
)
def test_the_words_beside_a_name_tell_a_team(words: str, is_team: bool) -> None:
    text = SPORT.replace("Norway", "Finland") + "\n" + words
    assert teams(text, "Norway")["Norway"][0] is is_team


@pytest.mark.parametrize("extractor", ["rules", "network"])
def test_team_and_place_of_one_name_are_two_entities(extractor: str) -> None:
    found = extract(Article(SPORT), extractor).entities
    mentions = {entity.type: len(entity.mentions) for entity in found if entity.name == "Norway"}
    assert mentions == {ORGANISATION: 2, PLACE: 1}


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Lisbon Ravens", ORGANISATION), ("Lisbon Islands", PLACE), ("Lisbon Residents", PLACE), ("Far Ravens", PLACE)],
)
def test_a_place_with_a_nickname_behind_it_is_a_team_in_any_article(words: str, kind: EntityType) -> None:
    text = f"They voted for the {words}."
    assert [name.type for name in told(text, named(text, words))] == [kind]
