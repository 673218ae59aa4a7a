"""Names of organisations behind a noun for what they are that opens a sentence."""

import pytest

from kg.extract import extract
from kg.model import Article, EntityType


def organisations(text: str) -> set[str]:
    """The names of the organisations in a text."""
    return {each.name for each in extract(Article(text), "rules").entities if each.type is EntityType.ORGANISATION}


@pytest.mark.parametrize(
    "kind", ["Chipmaker", "Oil giant", "Budget airline", "Private equity firm", "Utopian carmaker", "Think tank"]
)
@pytest.mark.parametrize("name", ["Quarn", "Kestrel Dendra", "Dendra & Finch"])
def test_the_noun_is_no_part_of_the_name(kind: str, name: str) -> None:
    text = f"Rain fell on Sunday. {kind} {name} said the plan had failed.\n"
    assert organisations(text) == {name}


def test_it_goes_on_with_the_organisation() -> None:
    found = extract(Article("Oil giant Quarn closed the plant on Monday. It said the plan had failed.\n"), "rules")
    assert [entity.name for entity in found.entities if entity.id == found.statements[-1].speaker] == ["Quarn"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Charity Commission staff left. Ann Lee said the plan had failed.\n", "Ann Lee"),
        ("The firm's owner came. Football club manager Ann Lee said the plan had failed.\n", "Ann Lee"),
        ("Tech giant CEO Ann Lee said the plan had failed.\n", "Ann Lee"),
    ],
)
def test_people_stay_people(text: str, who: str) -> None:
    found = extract(Article(text), "rules")
    speakers = {entity.id: entity for entity in found.entities}
    said = speakers[found.statements[-1].speaker or ""]
    assert (said.name, said.type) == (who, EntityType.PERSON)
