"""When and where it was said and through what, as the adverbials beside a cue tell."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.extract.rules import annotate
from kg.model import AnnotatedArticle, Article, Medium

DAY = dt.date(2023, 6, 14)  # a Wednesday


def read(text: str) -> AnnotatedArticle:
    return annotate(Article(text, published=DAY))


def days(text: str) -> tuple[str, str] | None:
    said = read(text).statements[-1].said
    return (said.not_before.isoformat(), said.not_after.isoformat()) if said else None


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("on Feb 9", "2023-02-09", "2023-02-09"),
        ("in early 2020", "2020-01-01", "2020-12-31"),
        ("in the early hours of Monday", "2023-06-12", "2023-06-12"),
        ("on the night of June 9", "2023-06-09", "2023-06-09"),
        ("a fortnight ago", "2023-05-29", "2023-06-04"),
        ("at the end of April", "2023-04-01", "2023-04-30"),
        ("after a meeting on Monday", "2023-06-12", "2023-06-12"),
    ],
)
def test_days_that_are_told(when: str, first: str, last: str) -> None:
    assert days(f"Ana Brandt said {when} that the lock was broken.") == (first, last)


def test_the_day_before_yesterday() -> None:
    assert days("“The lock is broken,” Ana Brandt said the day before yesterday.") == ("2023-06-12", "2023-06-12")


def test_the_day_before_a_clause_of_its_own_is_that_of_saying() -> None:
    text = "On Tuesday, a day after the ship sank, Ana Brandt said that the lock was broken."
    assert days(text) == ("2023-06-13", "2023-06-13")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt, who was held on Friday, said that the lock was broken.",
        "Ana Brandt, held on Friday, said that the lock was broken.",
        "Ana Brandt said after the ship sank on Friday that the lock was broken.",
        "Ana Brandt told the Wire's Today programme that the lock was broken.",
    ],
)
def test_days_of_something_else(text: str) -> None:
    assert days(text) is None


@pytest.mark.parametrize(
    "how",
    ["Speaking in Geneva,", "At talks in Geneva,", "During a visit to Geneva,"],
)
def test_places_at_the_head_of_a_sentence(how: str) -> None:
    article = read(f"{how} Ana Brandt said that the lock was broken.")
    assert [e.name for e in article.entities if e.id == article.statements[-1].place] == ["Geneva"]


@pytest.mark.parametrize(
    ("how", "medium"),
    [
        ("said on X that", Medium.SOCIAL_MEDIA),
        ("said on the platform X that", Medium.SOCIAL_MEDIA),
        ("said on LinkedIn that", Medium.SOCIAL_MEDIA),
        ("said in a WhatsApp message that", Medium.PRIVATE_MESSAGE),
        ("said on Sky News that", Medium.BROADCAST),
        ("told the jury that", Medium.COURT),
        ("told a court in Leeds that", Medium.COURT),
        ("told a news conference that", Medium.PRESS_CONFERENCE),
        ("told a rally that", Medium.SPEECH),
        ("told Malcolm X that", None),
        ("said with Malcolm X that", None),
        ("told the judge's wife that", None),
    ],
)
def test_media(how: str, medium: Medium | None) -> None:
    assert read(f"Ana Brandt {how} the lock was broken.").statements[-1].medium is medium
