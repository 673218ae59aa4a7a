"""Peoples are groups, and nobody whom "he" or "she" may mean."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article, EntityType


@pytest.mark.parametrize("people", ["Russians", "Republicans", "Zambians"])
def test_a_people_is_a_group(people: str) -> None:
    found = extract(Article(f"In May the {people} left the town, the mayor said.\n"), "network").entities
    assert {each.type for each in found if each.name == people} <= {EntityType.GROUP}


def test_who_adds_something_is_who_spoke_whatever_people_the_words_name() -> None:
    text = "“It is over,” said Ann Lee, the mayor. The Russians should leave now, she added.\n"
    article = extract(Article(text), "network")
    names = {each.id: each.name for each in article.entities}
    assert [names.get(each.speaker or "") for each in article.statements] == ["Ann Lee", "Ann Lee"]
