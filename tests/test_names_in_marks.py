"""Quotation marks around the name of a body, which are nobody's words."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.extract.names_in_marks import without_names
from kg.extract.quotes import pair, paragraphs
from kg.model import Article


@pytest.mark.parametrize(
    "text",
    [
        "The channel “Dawn over Riga” showed the crane.",
        'The lorry of the company "Azot Plus" stood there.',
        "The newspaper «Vesti» asked why.",
    ],
)
def test_a_name_behind_what_has_it_is_no_quotation(text: str) -> None:
    assert without_names(text, pair(text, paragraphs(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "He told the newspaper: “Nobody came.”",
        "The channel “had no licence” for it.",
        "The agency, “Azot Plus”, stood there.",
        "He called the bank “A Den of Thieves Who Rob the Poor and Old”.",
        "He asked the company “Why?”",
    ],
)
def test_other_quotations_stay(text: str) -> None:
    assert len(without_names(text, pair(text, paragraphs(text)))) == 1


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_a_body_with_such_a_name_speaks(marks: str, extractor: str) -> None:
    name = f"The newspaper {marks[0]}Vesti{marks[1]}"
    text = f"The quay was closed on Friday.\n\n{name} reported that the crane had no licence.\n"
    (found,) = extract(Article(text), extractor).statements
    assert found.source is not None
    assert found.source.of(text) == name
    assert found.text(text) == "the crane had no licence"
