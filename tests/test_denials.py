"""What is denied without a clause: what is alleged, not what is refused."""

from __future__ import annotations

import pytest
from test_combine import words

from kg.extract.assemble import ground
from kg.extract.reports import alone

RULES = ("said-denial", "said-denying")


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Marand denied the report on Monday.", "the report"),
        ("The firm has denied wrongdoing through a lawyer.", "wrongdoing"),
        ("Lee denied it.", "it"),
        ("Hall, who denied a second charge of theft, was jailed.", "a second charge of theft"),
        ("Hall denies stealing the bell and accused the mayor.", "stealing the bell"),
        ("Kyiv denies the claim that it sank the ship.", "the claim that it sank the ship"),
        ("The ministry denied the existence of the list.", "the existence of the list"),
        ("The club denied him entry.", None),
        ("The court denied the motion.", None),
        ("Lee denied the claims were his.", None),
    ],
)
def test_what_is_alleged_is_denied_without_a_clause(text: str, denied: str | None) -> None:
    found = [words(text, report) for report in alone(ground(text).sentences) if report.rule in RULES]
    assert found == ([[denied]] if denied else [])
