"""A noun that looks like a verb in -ing reports nothing."""

from __future__ import annotations

import pytest

from kg.extract.assemble import ground
from kg.extract.reports import alone


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("The firm put a warning label on the tins and sold them on.", 0),
        ("The bend had been without a single warning sign since May.", 0),
        ("The mayor pinned up a letter warning that the well was foul.", 1),
        ("The firm sent a text warning residents that the tins were foul.", 1),
    ],
)
def test_a_warning_label_says_nothing(text: str, reports: int) -> None:
    assert len(alone(ground(text).sentences)) == reports
