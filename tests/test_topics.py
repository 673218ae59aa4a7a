"""Who the sentences just before words are about, and who therefore speaks them."""

import pytest

from kg.extract import extract
from kg.model import Article


def speaker(text: str) -> str | None:
    """Who speaks the last statement of a text."""
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    last = max(found.statements, key=lambda statement: statement.content[0].start)
    return named[last.speaker] if last.speaker else None


BEFORE = (
    "John Fernhill opened the bridge. John Fernhill said the bridge was ready. Fernhill said the mill was next."
    " Fernhill said he was glad, and Fernhill danced.\n\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "Mayor Paul Ostrander had some doubts. “We shall see,” he said.",
        "Mayor Paul Ostrander had some doubts. Would it hold? “We shall see,” he said.",
        "Mayor Paul Ostrander had some doubts. Would it hold? “We shall see,” he said. He insisted that it was narrow.",
        "Mayor Paul Ostrander welcomed the bridge.\n\n“We shall see,” he said.",
    ],
)
def test_he_is_the_subject_of_the_sentence_before(told: str) -> None:
    assert speaker(BEFORE + told) == "Paul Ostrander"


def test_he_is_who_spoke_in_the_sentence_before_though_nothing_tells_the_gender() -> None:
    told = "Fernhill danced. “The bridge is old,” said harbour master Quin Ostrander. He said the mill was older."
    assert speaker(BEFORE + told) == "Quin Ostrander"


def test_he_is_not_whom_his_own_sentence_passed_over() -> None:
    told = "Mayor Paul Ostrander had some doubts. Fernhill had none, and he said the bridge would hold."
    assert speaker(BEFORE + told) == "John Fernhill"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Clara Ostrander has no pity. “It was always narrow.”", "Clara Ostrander"),
        ("His wife, Clara, has views. She came down with a flask. “It was always narrow.”", "Clara"),
        ("The mill has a sign at its door:\n\n“No entry.”", "a sign"),
        ("Reporter Quendry has views:\n\n“It was always narrow.”", "Quendry"),
    ],
)
def test_words_of_nobody_are_whose_the_sentence_before_is(told: str, who: str | None) -> None:
    assert speaker(BEFORE + "Fernhill said the mill was next.\n\n" + told) == who


def test_words_behind_somebodys_words_go_on_with_their_speaker() -> None:
    told = "“We shall see,” Clara Ostrander said. She smiled. “It was always narrow.”"
    assert speaker(BEFORE + told) == "Clara Ostrander"


def test_a_bare_office_in_a_headline_is_the_only_one_who_has_it() -> None:
    told = "\n\nMayor Paul Ostrander came to the bridge. The mill is old."
    assert speaker("Mayor: ‘Stay at home’" + told) == "Paul Ostrander"
    assert speaker("Mayor: ‘Stay at home’" + told + " Mayor Ann Quell came too.") != "Paul Ostrander"


def test_a_priest_is_whom_the_article_calls_father() -> None:
    told = "Father Paul Ostrander came to the bridge with Fernhill. It was Monday. “It is old,” the priest said."
    assert speaker(BEFORE + told) == "Paul Ostrander"
