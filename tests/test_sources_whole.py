"""What belongs to a source phrase and what does not: of whom it is one, in what it speaks, how often it spoke."""

from __future__ import annotations

from kg.extract import extract
from kg.extract.candidate_reports import whole
from kg.model import Article, Span


def spoken(text: str) -> list[tuple[str | None, str]]:
    """Who speaks each statement that the rules find, and its words."""
    found = extract(Article(text + "\n"), "rules")
    names = {entity.id: entity.name for entity in found.entities}
    return [(names.get(s.speaker or ""), s.text(text)) for s in found.statements]


def test_one_of_several_is_named_with_them() -> None:
    text = "One of the rescued, without a shoe, said that it was cold."
    assert whole(text, Span(0, 3)).of(text) == "One of the rescued"
    assert whole(text, Span(0, 18)).of(text) == "One of the rescued"


def test_in_what_a_mission_speaks_is_no_part_of_its_name() -> None:
    assert spoken("The Utopian observer mission in its last report said that the lock leaks.") == [
        ("Utopian observer mission", "the lock leaks")
    ]


def test_how_often_is_nobody_who_speaks() -> None:
    found = spoken("The porters brought water twice and both times demanded that the lock be closed.")
    assert found == [("The porters", "the lock be closed")]


def test_a_headquarters_is_one_body() -> None:
    text = "The Harbour Headquarters reported that the lock leaks. According to the headquarters, nine boats sank."
    assert {speaker for speaker, _ in spoken(text)} == {"Harbour Headquarters"}
