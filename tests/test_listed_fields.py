"""Ministries and committees of several fields."""

from __future__ import annotations

import pytest

from kg.extract.listed_fields import told
from kg.extract.name import Name
from kg.model import EntityType, Span


@pytest.mark.parametrize(
    "body",
    [
        "Department for Water, Forests and Rural Affairs",
        "Quarn Ministry of Culture, Media and Sport",
        "Committee on Health, Education, Labor and Pensions",
        "Academy of Sciences, Engineering, and Medicine",
    ],
)
def test_a_body_of_several_fields_is_one(body: str) -> None:
    text = f"The {body} said so."
    part = body.split(",")[0]
    found = told(text, [Name(Span(4, 4 + len(part)), part, tuple(part.split()), EntityType.ORGANISATION)])
    assert [name.text for name in found] == [body]


@pytest.mark.parametrize("others", ["Quarn Motors and Holt", "Ann Quarn and Bo Holt", "Trade Quarn and Industry"])
def test_what_else_is_listed_is_others(others: str) -> None:
    text = f"The Ministry of Health, {others} said so."
    part = "Ministry of Health"
    found = told(text, [Name(Span(4, 4 + len(part)), part, tuple(part.split()), EntityType.ORGANISATION)])
    assert [name.text for name in found] == [part]
