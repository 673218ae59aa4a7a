"""Short texts made from templates and words, with the answers that any reader would give; how many come out right."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from kg.extract import extract
from kg.model import Article, EntityType

BATTERIES: Final = Path(__file__).parent / "batteries"
TITLES: Final = (
    "Sister ",
    "Pope ",
    "King ",
    "Queen ",
    "Prince ",
    "Sheikh ",
    "Ayatollah ",
    "Rabbi ",
    "Archbishop ",
    "Mother ",
)
"""What stands before a name and is no part of it."""
ACTORS: Final = (
    "The report was presented to {} on Friday, officials confirmed.",
    "{} said on Friday that the plan had failed.",
    "Last year, according to {}, two people died.",
)
PLACES: Final = (
    "The storm hit {} on Friday, officials said.",
    "Two people died in {} last week, police said.",
    "He left for {}, his sister said.",
)
LEAST: Final = {"organisation": 0.985, "place": 0.99, "person": 0.95}
"""Shares of the texts that are read right; they may rise, not fall."""


def right(name: str, kind: EntityType, sentence: str) -> bool:
    """Whether the name is found whole, as what it is."""
    text = sentence.format(name)
    text = text[0].upper() + text[1:] + "\n"
    bare = name.removeprefix("the ").removeprefix("The ")
    for title in TITLES:
        bare = bare.removeprefix(title)
    entities = extract(Article(text), "network").entities
    return any(each.type is kind and span.of(text).endswith(bare) for each in entities for span in each.mentions)


@pytest.mark.parametrize("kind", ["organisation", "place", "person"])
def test_names_are_found_as_what_they_are(kind: str) -> None:
    lines = (BATTERIES / "names.tsv").read_text(encoding="utf-8").splitlines()
    names = [line.partition("\t")[2] for line in lines if line.startswith(f"{kind}\t")]
    sentences = PLACES if kind == "place" else ACTORS
    asked = [(name, sentence) for name in names for sentence in sentences]
    wrong = [sentence.format(name) for name, sentence in asked if not right(name, EntityType(kind), sentence)]
    assert len(wrong) <= (1 - LEAST[kind]) * len(asked), wrong
