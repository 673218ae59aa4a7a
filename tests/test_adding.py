"""Who adds something is who spoke last; who presides is named once more behind "after"; signs that people hold."""

from __future__ import annotations

from kg.extract import extract
from kg.extract.candidate_reports import of_one_line
from kg.model import Article, Span


def last_speaker(text: str) -> str | None:
    """Who speaks the last statement that the rules find."""
    found = extract(Article(text + "\n"), "rules")
    speaker = found.statements[-1].speaker
    return found.entity(speaker).name if speaker else None


def test_who_adds_something_spoke_last_though_a_paragraph_began() -> None:
    text = (
        "Orla Brandt left for Verden. Osk Voss sold the boats of Ebba Lind.\n\n"
        "“The lock leaks,” said Voss’s chief of staff, Till Marand. “It is old.”\n\n"
        "The town should see that as a warning, he added."
    )
    assert last_speaker(text) == "Till Marand"


def test_who_says_and_adds_in_one_sentence_is_the_same() -> None:
    text = "Orla Brandt left for Verden.\n\n“The lock leaks,” she said, and added that the boats rot."
    found = extract(Article(text + "\n"), "rules")
    assert [found.entity(said.speaker or "").name for said in found.statements] == ["Orla Brandt", "Orla Brandt"]


def test_an_office_named_once_more_behind_after() -> None:
    text = "Dockers met in Verden against Osk Brandt on Monday. after the French president said that it leaks."
    assert last_speaker(text) == "Osk Brandt"


def test_what_people_hold_speaks_without_the_preposition() -> None:
    text = "Dockers stood there with old signs reading “The lock is ours”."
    (source,) = of_one_line(text, (Span(20, 34),), Span(35, 42))
    assert source.of(text) == "old signs"
