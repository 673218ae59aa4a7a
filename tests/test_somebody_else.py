"""Who speaks in the network's reading where its source is not who can: nobody tells himself, no clause speaks."""

import pytest

from kg.extract import extract
from kg.extract.candidate_reports import clause_of_headline
from kg.extract.somebody_else import somebody_else
from kg.model import Article, Span


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("She said an officer rang her at home and told her that it was late.", "She", "an officer"),
        ("He claims that a clerk stopped him and told him that it was late.", "He", "a clerk"),
        ("She said it was cold and told him that it was late.", "She", "She"),
        ("He told him that it was late.", "He", "He"),
    ],
)
def test_nobody_tells_himself(text: str, pronoun: str, who: str) -> None:
    assert somebody_else(text, span(text, pronoun), span(text, "told")).of(text) == who


def test_what_a_headline_tells_first_does_not_speak() -> None:
    text = "Palace silent as premier's son says: I was asked\n\nHarrow silent as he says."
    assert clause_of_headline(text, span(text, "Palace silent as premier's son")).of(text) == "premier's son"
    assert clause_of_headline(text, span(text, "Harrow silent as he")).of(text) == "Harrow silent as he"


def test_a_manager_who_is_not_said_to_be_one_is_not_the_manager_where_others_are() -> None:
    text = (
        "Manager blames “sleepy” back line\n\n"
        "Quarn Rovers came from behind on Tuesday to win the cup.\n\n"
        "“Half of us are at work tomorrow,” Liv Fernhill said. Rovers manager Ann Lee watched. "
        "Harrow's manager, Bo Brandt, said it was a disgrace."
    )
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    assert named.get(found.statements[0].speaker or "") != "Liv Fernhill"


@pytest.mark.parametrize("source", ["A clause on page 14", "Her notebook", "The paper's own code"])
def test_what_is_written_speaks(source: str) -> None:
    found = extract(Article(f"Ann Lee looked it up. {source} says that nothing is owed."), "rules")
    assert [entity.name for entity in found.entities if entity.id == found.statements[0].speaker] == [source]
