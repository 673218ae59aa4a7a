"""Quotations that a dash leads up to."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.extract.dash_quotations import edits
from kg.extract.mended import Mended
from kg.model import Article, StatementKind

ABOVE = "The quay was closed on Friday. Two cranes stood still.\n\n"


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("line", "source", "words"),
    [
        ("— The crane has no licence, — noted Orlov.", "Orlov", "The crane has no licence"),
        ("– Who paid for it? Nobody knows, – said the warden Ivan Orlov.", "the warden Ivan Orlov",
         "Who paid for it? Nobody knows"),
        ("- They came at night, - said Orlov. - They left at dawn.", "Orlov",
         "They came at night […] They left at dawn."),
    ],
)  # fmt: skip
def test_a_dash_is_a_quotation_mark(line: str, source: str, words: str, extractor: str) -> None:
    text = ABOVE + line + "\n"
    (found,) = extract(Article(text), extractor).statements
    assert found.kind is StatementKind.DIRECT
    assert found.source is not None
    assert found.source.of(text) == source
    assert found.text(text) == words


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("— Nobody came! — cried Orlov, — and we waited.", "“Nobody came!” cried Orlov, “and we waited.”"),
        ("— We were late, — was angry the warden.", "“We were late,” was angry the warden."),
        ("— The band “Dawn” sang for us, — Orlov said.", "“The band “Dawn” sang for us,” Orlov said."),
    ],
)
def test_marks_for_dashes(line: str, read: str) -> None:
    assert Mended(line).step(edits(line)).text == read


@pytest.mark.parametrize(
    "line",
    [
        "- Fire at the northern pier, - three cranes lost",
        "— Moscow, Friday",
        "The crane fell — nobody was hurt, — said Orlov.",
        "- Cranes, sheds and boats\n- Orlov said nothing",
    ],
)
def test_lists_and_dashes_within_a_sentence_stay(line: str) -> None:
    assert edits(line) == []
