"""Couples: whom "the couple" and "they" mean, and who "his wife" is."""

from kg.extract import extract
from kg.model import Article

NAMED = "The complaint came from a couple, Carl and Ann Quarn, who bought the mill in May. "


def speakers(text: str) -> list[str]:
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    return [named.get(statement.speaker or "", "") for statement in found.statements]


def test_they_are_the_couple_named_before() -> None:
    assert speakers(NAMED + "They claimed that the wheel never stopped.") == ["Carl Quarn and Ann Quarn"]
    assert speakers(NAMED + "The couple said that the wheel never stopped.") == ["Carl Quarn and Ann Quarn"]


def test_they_are_not_the_couple_where_others_were_named_since() -> None:
    told = NAMED + "Liv Harrow and Cora Fernhill listened. They claimed that the wheel never stopped."
    assert "Carl Quarn and Ann Quarn" not in speakers(told)


def test_his_wife_is_the_other_one() -> None:
    told = NAMED + "“It creaks,” Carl Quarn said. His wife added that she had slept in the barn."
    assert speakers(told) == ["Carl Quarn", "Ann Quarn"]
