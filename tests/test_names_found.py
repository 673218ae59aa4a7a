"""Names found whole and of the right type, by the rules' lists and by what stands beside them."""

from __future__ import annotations

import pytest

from kg.extract import extract, lost_spaces
from kg.extract.name import Name
from kg.extract.naming import is_abbreviation, names_something
from kg.extract.no_names import told
from kg.extract.tagged_spans import Seen, bare
from kg.model import Article, EntityType, Span

PERSON, ORGANISATION, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def at(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_dateline_in_capitals_is_no_abbreviation() -> None:
    assert not is_abbreviation("BEIRUT (AP) — Two died.", Span(0, 6))
    assert is_abbreviation("QUARN has said so.", Span(0, 5))


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        ("Yesterday, Song Kang-ho left.", "Kang-ho", "Song Kang-ho"),
        ("Bo Quarn Jr. said so.", "Bo Quarn", "Bo Quarn Jr."),
        ("The wise Ilda-may left.", "Ilda-may", "Ilda-may"),
    ],
)
def test_a_tagged_person_is_whole(text: str, tagged: str, name: str) -> None:
    assert bare(text, Seen(at(tagged, text), PERSON, 1.0)).span.of(text) == name


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("She left Islam behind.", "Islam", False),
        ("Rafi Islam ran. Later Islam won.", "Islam", True),
        ("Ramadan ends.", "Ramadan", False),
    ],
)
def test_a_faith_is_nobody(text: str, word: str, names: bool) -> None:
    assert names_something(text, at(word, text), PERSON) is names


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("Hurricane Ida hit us.", "Ida", False),
        ("Storm Quarna hit us.", "Storm Quarna", False),
        ("Storm Quarn said so.", "Storm Quarn", True),
        ("Operation Quarn began.", "Operation Quarn", False),
        ("Tropical Storm Quarna grew.", "Tropical Storm Quarna", False),
    ],
)
def test_a_storm_is_nobody(text: str, name: str, kept: bool) -> None:
    found = told(text, [Name(at(name, text), name, tuple(name.split()), PERSON)])
    assert bool(found) is kept


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He left Cox's Bazar on Friday.", "Cox's Bazar"),
        ("He went to Washington, D.C., on Friday.", "Washington, D.C."),
        ("PORT-AU-PRINCE, Haiti — Two people died.", "PORT-AU-PRINCE"),
        ("He left King's Lynn on Friday.", "King's Lynn"),
    ],
)
def test_a_place_is_whole(text: str, name: str) -> None:
    found = {span.of(text) for one in extract(Article(text + "\n"), "rules").entities for span in one.mentions}
    assert name in found


def test_a_body_against_something_is_whole() -> None:
    text = (
        "The Surfers Against Sewage Ltd said on Friday that the plan had failed, and Mothers Against Quarns agreed.\n"
    )
    bodies = [one for one in extract(Article(text), "rules").entities if one.type is ORGANISATION]
    assert "Mothers Against Quarns" in {one.name for one in bodies}


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("In KyivVolodymyr Quarn left.", "In Kyiv Volodymyr Quarn left."),
        ("LondonThe mayor left.", "London The mayor left."),
        ("According toMaria Quarn, it rains.", "According to Maria Quarn, it rains."),
        ("The DiMaria family and YouTube.", "The DiMaria family and YouTube."),
    ],
)
def test_two_names_in_one_word_are_two(text: str, mended: str) -> None:
    for edit in reversed(lost_spaces.edits(text)):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert text == mended
