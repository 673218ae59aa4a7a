"""The role that is printed beside a speaker's name, with the nouns and marks that tell where it stands."""

from __future__ import annotations

import pytest

from kg.extract.rules import annotate
from kg.model import Article


def role(text: str) -> str | None:
    span = annotate(Article(text)).statements[-1].role
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ana Brandt, a beekeeper, said it rained.", "beekeeper"),
        ("Ana Brandt, the editor-in-chief of the Wire, said it rained.", "editor-in-chief of the Wire"),
        ("Ana Brandt, a senior fellow at the Oram Institute, said it rained.", "senior fellow at the Oram Institute"),
        ("Ana Brandt, a member of parliament, said it rained.", "member of parliament"),
        ("Ana Brandt, vice-president of the club, said it rained.", "vice-president of the club"),
        ("Ana Brandt, now a taxi driver, said it rained.", "taxi driver"),
        ("Ana Brandt, then the mayor, said it rained.", "mayor"),
        ("Ana Brandt (a nurse) said it rained.", "nurse"),
        ("Ana Brandt – a nurse – said it rained.", "nurse"),
        ("“It rained,” the fire brigade's commander, Ana Brandt, said.", "fire brigade's commander"),
        ("Prize-winning author Ana Brandt said it rained.", "Prize-winning author"),
        ("Ana Brandt, a member of the public, said it rained.", None),
        ("Ana Brandt, a fellow, said it rained.", None),
        ("Asked about the minister, Ana Brandt said it rained.", None),
        ("Speaking to the mayor, Ana Brandt said it rained.", None),
    ],
)
def test_the_role_beside_a_name(text: str, printed: str | None) -> None:
    assert role(text) == printed
