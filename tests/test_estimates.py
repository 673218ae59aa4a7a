"""Counts that sources make: what is put at a figure, by whom, and by whom else."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article

Found = list[tuple[str | None, list[str]]]


def counts(text: str, extractor: str) -> Found:
    """The sources and words of the counts in a text."""
    found = [s for s in extract(Article(text + "\n"), extractor).statements if s.act.value == "estimates"]
    return [(s.source.of(text) if s.source else None, [piece.of(text) for piece in s.content]) for s in found]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The prefecture put the crowd at 7,300, the organisers at 25,000.",
            [("The prefecture", ["the crowd at 7,300"]), ("the organisers", ["at 25,000"])],
        ),
        ("Damage was put by insurers at $40 million.", [("insurers", ["Damage", "at $40 million"])]),
        ("Damage was put at $40 million by insurers.", [("insurers", ["Damage", "at $40 million"])]),
        ("Auditors put the shortfall at N310 million and left.", [("Auditors", ["the shortfall at N310 million"])]),
        ("The mayor said it was late and put the cost at $400.", [("The mayor", ["the cost at $400"])]),
        ("Saxo now sees prices at $8,600.", [("Saxo", ["prices at $8,600"])]),
        ("Stewards put the number at over a hundred.", [("Stewards", ["the number at over a hundred"])]),
        ("Analysts put the loss somewhat lower.", [("Analysts", ["the loss somewhat lower"])]),
        ("Doctors put the toll nearer to 90.", [("Doctors", ["the toll nearer to 90"])]),
        (
            "The crowd, which police put at 600 and the choir at “about 4,000”, sang.",
            [("police", ["at 600"]), ("the choir", ["at “about 4,000”"])],
        ),
        ("The union's own estimate was 12,000.", [("The union", ["12,000"])]),
        ("Engineers estimate the cracks at closer to ninety.", [("Engineers", ["the cracks at closer to ninety"])]),
    ],
)
def test_what_is_put_at_a_figure_is_told_by_who_counts(text: str, found: Found, extractor: str) -> None:
    assert counts(text, extractor) == found


def test_a_count_ends_where_the_text_breaks_off() -> None:
    assert counts("Stewards put the number at 600 and\n\nThe end.", "rules") == [("Stewards", ["the number at 600"])]


@pytest.mark.parametrize(
    "text",
    [
        "Witnesses put their bags down at 5 p.m. outside the court.",
        "Lee put the parcel at 12 Elm Road and left.",
        "The storm held the agency's estimate of growth steady at 3 per cent.",
        "Nobody can put the crowd at 7,300.",
        "Guards put the crates lower.",
        "It serves a region valued at 7,300 crowns a head.",
        "It ranks 12th, with the wider town estimated at 7,300.",
        "The plan would cap the estimate of losses at 28 per cent.",
    ],
)
def test_an_hour_a_house_and_a_noun_are_no_count(text: str) -> None:
    assert counts(text, "rules") == []
