"""Speakers of whom the text tells in a roundabout way: behind a clause, by a name told later, as who acted before."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article


def speakers(text: str) -> list[tuple[str | None, str]]:
    """Who speaks each statement that the rules find, and its words."""
    found = extract(Article(text + "\n"), "rules")
    names = {entity.id: entity.name for entity in found.entities}
    return [(names.get(s.speaker or ""), s.text(text)) for s in found.statements]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The engineer who keeps the lock, Orla Brandt, said that it holds.", "Orla Brandt"),
        ("The officer who guards it, Colonel Orla Brandt, said that it holds.", "Orla Brandt"),
        ("“It holds,” said the man, whose real name is Orlo Brandt, while he sat.", "Orlo Brandt"),
        ("A docker climbed the wall. He said that it holds.", "A docker"),
        ("Orla Brandt, 40, keeps the lock. “It holds,” answers the Utopian woman.", "Orla Brandt"),
        ("According to Brandt the lock is old, and it leaks.", "Brandt"),
        ("According to the harbour records nine of the boats were at sea.", "harbour records"),
    ],
)
def test_who_speaks_is_told_in_a_roundabout_way(text: str, speaker: str) -> None:
    (found,) = speakers(text)
    assert found[0] is not None
    assert found[0].removeprefix("the ") == speaker


def test_a_name_within_the_clause_does_not_speak() -> None:
    (found,) = speakers("The engineer who met Orla Brandt said that the lock holds.")
    assert found[0] != "Orla Brandt"


def test_the_mother_of_somebody_tells_nothing_of_his_gender() -> None:
    text = (
        "Osk Brandt has kept the lock for ten years. On the door stood a number. “It holds,” he said. "
        "The mother of Brandt waited outside."
    )
    assert speakers(text) == [("Osk Brandt", "It holds,".rstrip(","))]


def test_who_speaks_within_a_quotation_is_not_who_goes_on() -> None:
    text = "“The guard said ‘Leave,’” Ann Lee told the court. Orlo Brandt keeps the lock. “It holds,” he said."
    assert speakers(text)[-1] == ("Orlo Brandt", "It holds")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "In the words of the harbour master, Orla Brandt, two locks “weep like widows”.",
            "two locks “weep like widows”",
        ),
        (
            "In 2024 in Verden, by the count of the union, 40 dockers were hurt.",
            "In 2024 in Verden […] 40 dockers were hurt",
        ),
    ],
)
def test_the_words_go_round_the_phrase_that_tells_whose_they_are(text: str, words: str) -> None:
    assert [told for _, told in speakers(text)] == [words]


def test_the_label_of_a_link_says_nothing() -> None:
    assert speakers("Read also: “The lock of Verden holds again”") == []
