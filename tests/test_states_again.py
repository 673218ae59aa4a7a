"""Countries and provinces that speak, named once more by what they are."""

import pytest

from kg.extract import extract
from kg.model import Article


def speaker(text: str) -> str | None:
    """Who speaks the last statement of a text, by name."""
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities if not entity.unnamed}
    told = sorted(found.statements, key=lambda statement: statement.content[0].start)
    return named.get(told[-1].speaker or "")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fiji shut its borders on Monday. The country said that three people were ill.\n", "Fiji"),
        ("Fiji, a Pacific island nation, shut its borders. The island nation said that it was late.\n", "Fiji"),
        ("Alberta, the oil province, will sue. The province said that the tax was too high.\n", "Alberta"),
        ("California sued the oil firms. The state said that they had lied.\n", "California"),
    ],
)
def test_the_place_with_which_the_sentence_before_opens_is_meant(text: str, who: str) -> None:
    assert speaker(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee came to Fiji on Monday. The country said that three people were ill.\n",
        "Fiji shut its borders. Kenya shut its own. The country said that three people were ill.\n",
        "Leeds shut its markets. The country said that three people were ill.\n",
        "Fiji’s army left on Monday. The country said that three people were ill.\n",
    ],
)
def test_no_other_place_is_meant(text: str) -> None:
    assert speaker(text) is None


def test_a_court_of_a_place_goes_on_as_the_court() -> None:
    text = "A court in Harrow told Ann Lee that it was late. The court said that she must pay.\n"
    assert speaker(text) == "court in Harrow"
