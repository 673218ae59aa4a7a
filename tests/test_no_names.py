"""Capital letters that name nobody, and what the words beside a name tell of it."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.name import Name
from kg.extract.no_names import told
from kg.model import Article, EntityType, Span


def names(text: str, *given: tuple[str, EntityType | None]) -> list[tuple[str, EntityType | None]]:
    """What becomes of the names given with their types, each where it first stands."""
    places = [(text.index(words), words, kind) for words, kind in given]
    found = [Name(Span(at, at + len(w)), w, tuple(w.split()), kind) for at, w, kind in places]
    return [(name.text, name.type) for name in told(text, found)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Keywords: eels, weirs\nEels climb.", "Keywords"),
        ("Osk Lind\n\nLife\n\nLind was born in Verden.", "Life"),
        ("It got to 46°C in May.", "C"),
        ("As Listing 2 shows, eels climb.", "Listing 2"),
    ],
)
def test_headings_degrees_and_numbered_parts_name_nobody(text: str, word: str) -> None:
    assert names(text, (word, EntityType.PERSON)) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [("Life, the magazine, came weekly.", "Life"), ("Heath C. Lind left.", "C"), ("Page Brandt sang.", "Page Brandt")],
)
def test_the_same_words_elsewhere_stay(text: str, word: str) -> None:
    assert names(text, (word, EntityType.PERSON)) == [(word, EntityType.PERSON)]


def test_an_age_before_a_country_is_no_given_name() -> None:
    text = "Classical Greece had none. Greece has some. Jack London wrote in London."
    given = (("Classical Greece", EntityType.PERSON), ("Jack London", EntityType.PERSON))
    assert names(text, *given) == list(given)
    places = (("London", EntityType.PLACE),)
    found = names("Greece has some. " + text, ("Greece", EntityType.PLACE), *given, *places)
    assert dict(found)["Classical Greece"] is EntityType.PLACE
    assert dict(found)["Jack London"] is EntityType.PERSON


def test_an_airport_by_its_code_and_an_author_before_et_al() -> None:
    text = "Verden Airport (IATA: VDN) is small. Brandt et al. counted eels."
    given = (("VDN", EntityType.ORGANISATION), ("Brandt", EntityType.ORGANISATION))
    assert names(text, *given) == [("VDN", EntityType.PLACE), ("Brandt", EntityType.PERSON)]


def test_nobody_in_the_graph_is_called_keywords() -> None:
    text = "Abstract: The weir at Verden was opened in 1970, said Osk Lind, who built it.\n\nKeywords: Weirs, Eels\n"
    found = {entity.name for entity in extract(Article(text), "network").entities}
    assert "Osk Lind" in found
    assert not found & {"Abstract", "Keywords"}


def test_a_government_that_speaks_is_no_person() -> None:
    text = "In my view, Government said that the weir was safe, and Government added that it was dry.\n"
    assert [(e.name, e.type) for e in extract(Article(text), "rules").entities] == [
        ("Government", EntityType.ORGANISATION)
    ]
