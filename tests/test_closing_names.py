"""Names that close the description of a person who speaks, though they were taken for places' names."""

from __future__ import annotations

import pytest

from kg.extract import closing_names
from kg.extract.chains import Chain
from kg.extract.report import Report
from kg.model import EntityType, Span, SpeechAct, StatementKind


def told(text: str, source: str, name: str) -> EntityType | None:
    """The type of a name taken for a place's in a source, once that is settled."""
    at, begin = text.index(name), text.index(source)
    chain = Chain(name, EntityType.PLACE, [Span(at, at + len(name))])
    span = Span(begin, begin + len(source))
    words = (Span(span.end + 6, len(text)),)
    report = Report(StatementKind.INDIRECT, words, (), span, None, SpeechAct.ASSERTS, "said-that", 0)
    closing_names.settle(text, [chain], [report])
    return chain.type


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        ("The agency's head of transport in Harrow, Mirelle Quastin,", "Mirelle Quastin", EntityType.PLACE),
        ("The agency's head of transport in Harrow, Mirelle Quastin", "Mirelle Quastin", EntityType.PERSON),
        ("A baker from Quellmer, New South Wales", "New South Wales", EntityType.PLACE),
        ("A baker from the north, Quellmer", "Quellmer", EntityType.PLACE),
        ("The bridge in the north, Mirelle Quastin", "Mirelle Quastin", EntityType.PLACE),
    ],
)
def test_a_name_behind_the_description_of_a_person_is_that_persons(
    source: str, name: str, expected: EntityType
) -> None:
    assert told(f"{source} said it was closed.", source, name) is expected
