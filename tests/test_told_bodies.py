"""Organisations that are told to be such beside their names, and descriptions that a headline gives of them."""

import pytest

from kg.extract import extract
from kg.model import Article


def speakers(text: str) -> list[tuple[str, str] | None]:
    """Who speaks the statements of a text, with the sort of entity, in their order."""
    found = extract(Article(text), "rules")
    named = {entity.id: (entity.name, str(entity.type.value)) for entity in found.entities}
    told = sorted(found.statements, key=lambda statement: statement.content[0].start)
    return [named[each.speaker] if each.speaker else None for each in told]


OPENING = "Fire at the mill\n\nHARROW — The mill burned down on Monday. "


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The Utopian bank Quendry owned it. It was insured, the bank said.", "Quendry"),
        ("The data protection agency, Dataquend, was there. All was quiet, the agency said.", "Dataquend"),
        ("The piano maker Quendry used it. The company said that all pianos were lost.", "Quendry"),
        ("Quendry, the airline that owned it, has planes. The airline said that the planes were safe.", "Quendry"),
    ],
)
def test_what_stands_beside_a_name_tells_an_organisation(told: str, who: str) -> None:
    assert speakers(OPENING + told)[-1] == (
        who,
        "organisation",
    )


def test_a_person_whose_company_it_is_stays_one() -> None:
    told = "Kebrit Worquand was there. The brewery Worquand founded was next door. Worquand said that it was safe."
    assert speakers(OPENING + told)[-1] == ("Kebrit Worquand", "person")


@pytest.mark.parametrize(
    "told",
    [
        "Quendry, the head of the union, said that it was safe.",
        "Quendry, the man behind the company, said that it was safe.",
        "The head of the union, Quendry, said that it was safe.",
    ],
)
def test_whoever_belongs_to_an_organisation_is_none(told: str) -> None:
    assert speakers(OPENING + told)[-1] != ("Quendry", "organisation")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Piano maker says fire destroyed mill\n\nThe Harrow piano maker Quendry lost its mill.", "Quendry"),
        ("Rights group says mill was unsafe\n\nThe mill had no doors, the Example Monitor said.", "Example Monitor"),
    ],
)
def test_a_headline_describes_whom_the_article_names(text: str, who: str) -> None:
    assert speakers(text)[0] == (who, "organisation")


def test_a_company_is_no_office_that_spoke_before() -> None:
    told = (
        "The regional disaster office said that two were hurt.\n\nQuendry was insured. All is well, the company said."
    )
    assert speakers(OPENING + told)[-1] != ("regional disaster office", "organisation")
