"""Titles of works and names in quotation marks: nobody said them."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.assemble import ground
from kg.extract.quoted_titles import is_title
from kg.model import Article


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("She wrote a memoir, “A Cold Harbour”, in 1999.", ["A Cold Harbour"]),
        ("He told Lakeside’s “Morning Bell” that he was done.", ["Morning Bell"]),
        ("It stood in a file called “final_v3”.", ["final_v3"]),
        ("a paper titled ''How to Mend a Net''", ["How to Mend a Net"]),
        ("It was an act that he called “a disgrace”.", []),
        ("A man called “El Lobo” by his friends came.", ["El Lobo"]),
        ("It was shot for a Utopian television series called “The Loud River”.", ["The Loud River"]),
        ("She began the cycle that she called simply “The Tenants”.", ["The Tenants"]),
        ("“The Salt Road”, the third novel by Ann Lee, tells of a cook.", ["The Salt Road"]),
        ("“The Road Is Long”, the mayor said.", []),
        ("The crowd shouted “Long Live Marand” and left.", []),
        ("The sign read: “Lost Dog”.", []),
        ("She spoke of “a lost year” in the film.", []),
        ("the book “We are done.”", []),
    ],
)
def test_titles_are_told_apart(text: str, titles: list[str]) -> None:
    assert [q.inner.of(text) for q in ground(text).quotes if is_title(text, q)] == titles


def test_a_title_beside_what_somebody_said_is_none_of_it() -> None:
    text = '"I never slept," Ana Brandt recalled in her memoir, "A Cold Harbour", which came out in 1999.'
    (only,) = extract(Article(text), "rules").statements
    assert [piece.of(text) for piece in only.content] == ["I never slept"]
