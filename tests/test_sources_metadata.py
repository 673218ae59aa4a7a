"""How dates and URLs may be written, and how metadata is merged."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.errors import InputError
from kg.sources import Metadata, metadata_from
from kg.sources.dates import parse_moment
from kg.sources.metadata import merge
from kg.sources.urls import absolute_url


@pytest.mark.parametrize(
    ("written", "url"),
    [
        (" HTTPS://Example.ORG/A ", "https://example.org/A"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org:8080/a?b=c d&e=[1]#f#g", "https://example.org:8080/a?b=c%20d&e=%5B1%5D#f%23g"),
        ('https://example.org/"a"<b>{c}|d\\e^`', "https://example.org/%22a%22%3Cb%3E%7Bc%7D%7Cd%5Ce%5E%60"),
        ("https://example.org/100%/%41", "https://example.org/100%25/%41"),
        ("https://münchen.example/straße/мост", "https://münchen.example/straße/мост"),
        ("http://[2001:DB8::1]:80/a", "http://[2001:db8::1]:80/a"),
    ],
)
def test_a_url_is_an_iri(written: str, url: str) -> None:
    assert absolute_url(written) == url
    assert absolute_url(url) == url
    assert NamedNode(url).value == url


@pytest.mark.parametrize(
    "written",
    [
        "",
        "example.org/a",
        "//example.org/a",
        "/a",
        "ftp://example.org/a",
        "file:///a",
        "javascript:alert(1)",
        "https:///a",
        "https://a b/c",
        "https://<a>/b",
        "https://[1/a",
        "https://example.org:port/",
        "https://ann:secret@example.org/",
        "mailto:a@example.org",
    ],
)
def test_other_urls_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        absolute_url(written)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_is_taken_as_a_url_is_an_iri(rest: str) -> None:
    try:
        url = absolute_url("https://example.org/" + rest)
    except ValueError:
        return
    NamedNode(url)
    assert absolute_url(url) == url


@pytest.mark.parametrize(
    ("written", "day", "instant"),
    [
        ("2022-09-21", (2022, 9, 21), None),
        ("2022-09-21T08:30", (2022, 9, 21), None),
        ("2022-09-21 08:30:15", (2022, 9, 21), None),
        ("2022-09-21T23:30:00-04:00", (2022, 9, 21), (2022, 9, 22, 3, 30)),
        ("2022-09-21T08:30:00.123Z", (2022, 9, 21), (2022, 9, 21, 8, 30, 0, 123000)),
        ("2022-09-21 08:30:00 +0300", (2022, 9, 21), (2022, 9, 21, 5, 30)),
        ("2022-09-21T08:30+03", (2022, 9, 21), (2022, 9, 21, 5, 30)),
    ],
)
def test_dates_are_iso(written: str, day: tuple[int, int, int], instant: tuple[int, ...] | None) -> None:
    found = parse_moment(written)
    assert found.day == date(*day)
    assert found.instant == (instant and datetime(*instant, tzinfo=UTC))  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2022",
        "20220921",
        "2022-W38-3",
        "21.09.2022",
        "2022-09-31",
        "2022-09-21T25:00Z",
        "0001-01-01T00:00+14:00",
        "2022-09-21Z8",
        "2022-09-21x",
    ],
)
def test_other_dates_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="“"):
        parse_moment(written)


def test_the_first_that_says_something_is_right() -> None:
    high = Metadata(title="High", authors=("A",))
    low = Metadata(title="Low", authors=("B", "C"), language="en", published=date(2022, 9, 21))
    assert merge(high, Metadata(), low) == Metadata(
        title="High", authors=("A",), language="en", published=date(2022, 9, 21)
    )
    assert merge() == Metadata()


def test_a_time_of_publication_has_a_zone_and_a_day() -> None:
    assert Metadata(published_at=datetime(2022, 9, 21, 23, tzinfo=UTC)).published == date(2022, 9, 21)
    with pytest.raises(ValueError, match="time zone"):
        Metadata(published_at=datetime(2022, 9, 21))


def test_keys_have_two_names() -> None:
    assert metadata_from({"date": "2022-09-21", "author": "A"}) == Metadata(published=date(2022, 9, 21), authors=("A",))
    both = metadata_from({"date": "2021-01-01", "published": "2022-09-21", "author": "A", "authors": ["B"]})
    assert both == Metadata(published=date(2022, 9, 21), authors=("B",))


def test_lenient_takes_what_cannot_be_as_unknown() -> None:
    values = {"title": "T", "date": "never", "url": 5, "authors": [["x"]], "id": True}
    assert metadata_from(values, lenient=True) == Metadata(title="T")
    for key in ("date", "url", "authors", "id"):
        with pytest.raises(InputError, match=f"^{key}: "):
            metadata_from({key: values[key]})
