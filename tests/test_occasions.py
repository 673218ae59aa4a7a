"""The day of an occasion: who speaks on has said it on the same day, until another time is told."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.extract.rules import annotate
from kg.model import Article, Statement

WEDNESDAY = dt.date(2022, 9, 21)
MONDAY, TUESDAY = dt.date(2022, 9, 19), dt.date(2022, 9, 20)


def statements(text: str) -> tuple[Statement, ...]:
    return annotate(Article(text, published=WEDNESDAY)).statements


def days(text: str) -> list[dt.date | None]:
    """The first day of each statement."""
    return [one.said.not_before if one.said else None for one in statements(text)]


FIRST = "Ana Brandt told reporters on Monday that the bridge was closed. "


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("She added that it was old.", MONDAY),
        ("“It is old,” Brandt said.", MONDAY),
        ("“It is old.”", MONDAY),
        ("She said on Tuesday that it was old.", TUESDAY),
        ("She has said that it is old.", None),
        ("She says that it is old.", None),
        ("She had earlier said that it was old.", None),
        ("She later said that it was old.", None),
        ("She said in a letter that it was old.", None),
        ("Leo Marten said that it was old.", None),
    ],
)
def test_who_speaks_on_does_so_on_the_same_day_unless_another_time_is_told(second: str, day: dt.date | None) -> None:
    assert days(FIRST + second) == [MONDAY, day]


def test_the_words_that_tell_the_day_are_those_of_the_first_statement() -> None:
    text = FIRST + "She added that it was old."
    said = statements(text)[1].said
    assert said
    assert said.span.of(text) == "on Monday"


def test_a_day_within_what_was_said_is_not_that_of_saying_it() -> None:
    assert days("Ana Brandt said the bridge was shut on Monday by the city. She added that it was old.") == [None] * 2


@pytest.mark.parametrize(
    ("reply", "day"),
    [
        ("“Is it old?” Leo Marten asked.", MONDAY),
        ("“It is old,” Leo Marten replied.", MONDAY),
        ("“It is old,” Leo Marten said.", None),
        ("“It is old,” Leo Marten has replied.", None),
        ("Leo Marten replied that it was old.", None),
        ("The bridge is long. It is new. It is red. “It is old,” Leo Marten replied.", None),
    ],
)
def test_a_quoted_reply_is_of_the_day_of_what_it_replies_to(reply: str, day: dt.date | None) -> None:
    assert days(FIRST + reply) == [MONDAY, day]


def test_where_another_speaks_between_an_occasion_ends_sooner() -> None:
    between = "Leo Marten said that it was safe. "
    rest = "The bridge is long. It is new. It is red. "
    assert days(FIRST + between + "Brandt added that it was old.") == [MONDAY, None, MONDAY]
    assert days(FIRST + between + rest + "Brandt added that it was old.") == [MONDAY, None, None]
    assert days(FIRST + rest + "Brandt added that it was old.") == [MONDAY, MONDAY]


def test_who_answers_what_another_said_does_so_at_another_time() -> None:
    between = "Leo Marten said that it was safe. "
    assert days(FIRST + between + "Brandt denied that it was safe. She added that it was old.")[2:] == [None, None]
    assert days(FIRST + "Brandt denied that it was safe.") == [MONDAY, MONDAY]


def test_what_is_only_known_to_a_week_is_no_occasion() -> None:
    assert days("Ana Brandt said last week that it was closed. She added that it was old.")[1] is None


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("Ana Brandt resigned on Monday. ", MONDAY),
        ("Ana Brandt hoped for Monday's debate. ", None),
        ("Leo Marten resigned on Monday. ", None),
        ("Ana Brandt, who met Leo Marten on Monday, resigned. ", None),
    ],
)
def test_what_the_speaker_did_in_the_sentence_before_tells_the_day(before: str, day: dt.date | None) -> None:
    assert days(before + "“I am tired,” Brandt said.") == [day]


@pytest.mark.parametrize(
    ("how", "day"), [("after the meeting", MONDAY), ("at a meeting", None), ("in the morning", None)]
)
def test_what_is_said_after_an_event_is_of_its_day(how: str, day: dt.date | None) -> None:
    assert days(f"The ministers met on Monday. It rained. Ana Brandt said {how} that it was late.") == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks ended on Monday, when Ana Brandt said that it was late.", MONDAY),
        ("A poll last Monday showed that Ana Brandt was ahead.", dt.date(2022, 9, 12)),
    ],
)
def test_the_day_before_a_clause_and_at_the_end_of_a_source_is_found(text: str, day: dt.date) -> None:
    assert days(text) == [day]
