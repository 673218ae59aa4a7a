"""Nouns by which a body is meant that is named: what stands right before its name tells them."""

from kg.extract import extract
from kg.model import Article


def speakers(text: str) -> list[str]:
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    return [named.get(statement.speaker or "", "") for statement in found.statements]


def test_a_bureau_is_meant_by_what_stands_before_its_name() -> None:
    text = (
        "Storm nears coast\n\n"
        "The storm grew, the state weather bureau Harrow Storm Watch said. "
        "The bureau raised a signal over two provinces. It also warned that the sea would rise."
    )
    assert speakers(text) == ["Harrow Storm Watch", "Harrow Storm Watch"]


def test_a_tabloid_speaks() -> None:
    assert speakers("Ann Lee fled. One tabloid said that she had wept.") == ["One tabloid"]
