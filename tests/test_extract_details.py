"""What else is told of a statement: relays, polarity, act, stance, day, place, role and figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from kg.extract import acts
from kg.extract.rules import annotate
from kg.model import (
    AnnotatedArticle,
    Article,
    DatePrecision,
    Polarity,
    Span,
    SpeechAct,
    Stance,
    Statement,
)

DAY = dt.date(2022, 9, 21)  # a Wednesday


def read(text: str, published: dt.date | None = DAY) -> AnnotatedArticle:
    return annotate(Article(text, published=published))


def only(text: str) -> Statement:
    (statement,) = read(text).statements
    return statement


def words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


# --- relays


@pytest.mark.parametrize(
    ("how", "relays"),
    [
        ("in remarks carried by the Lusitania Wire", ["Lusitania Wire"]),
        ("in a statement released by the Lusitania Wire on Monday", ["Lusitania Wire"]),
        ("in a statement", []),
        ("in a hall lit by the Lusitania Wire", []),
    ],
)
def test_who_makes_words_public_passes_them_on(how: str, relays: list[str]) -> None:
    article = read(f"The newspaper Lusitania Wire is old. “It is late,” Ana Brandt said {how}.")
    (statement,) = article.statements
    assert [entity.name for entity in article.entities if entity.id in statement.relayed_by] == relays


def test_who_is_named_in_the_words_passes_nothing_on() -> None:
    text = (
        "The newspaper Lusitania Wire is old. Ana Brandt said that a letter published by the Lusitania Wire was false."
    )
    assert only(text).relayed_by == ()


# --- polarity


@pytest.mark.parametrize(
    ("text", "act", "polarity", "reported"),
    [
        ("Ana Brandt denied that she knew.", SpeechAct.DENIES, Polarity.AFFIRMED, "she knew"),
        ("Ana Brandt has not denied that she knew.", SpeechAct.DENIES, Polarity.NEGATED, "she knew"),
        ("Ana Brandt did not rule out a strike.", SpeechAct.DENIES, Polarity.NEGATED, "a strike"),
        ("The ministry would not say who had paid.", SpeechAct.ASSERTS, Polarity.NEGATED, "who had paid"),
        ("The ministry refused to confirm that ships sank.", SpeechAct.CONFIRMS, Polarity.NEGATED, "ships sank"),
        ("The board could not confirm the report.", SpeechAct.CONFIRMS, Polarity.NEGATED, "the report"),
        ("Ana Brandt does not believe that it is safe.", SpeechAct.BELIEVES, Polarity.NEGATED, "it is safe"),
        ("The ministry declined to comment.", SpeechAct.DECLINES_TO_COMMENT, Polarity.AFFIRMED, "to comment"),
        ("Ana Brandt not only said that it was safe.", SpeechAct.ASSERTS, Polarity.AFFIRMED, "it was safe"),
        ("“It was not me,” Ana Brandt said.", SpeechAct.ASSERTS, Polarity.AFFIRMED, "It was not me,"),
    ],
)
def test_an_act_that_was_not_done_is_negated(text: str, act: SpeechAct, polarity: Polarity, reported: str) -> None:
    statement = only(text)
    assert (statement.act, statement.polarity) == (act, polarity)
    assert statement.text(text).rstrip(",") == reported.rstrip(",")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt never said that the port was closed.",
        "Ana Brandt would not have denied the report.",
        "Ana Brandt might not deny the report.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert read(text).statements == ()


# --- acts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“Who signed it?” said Ana Brandt.", SpeechAct.ASKS),
        ("“I am very sorry,” said Ana Brandt.", SpeechAct.APOLOGISES),
        ("“We were wrong,” said Ana Brandt.", SpeechAct.ADMITS),
        ("“We have never seen that letter,” said Ana Brandt.", SpeechAct.DENIES),
        ("“It is a disgrace,” said Ana Brandt.", SpeechAct.CRITICISES),
        ("“We are proud of them,” said Ana Brandt.", SpeechAct.PRAISES),
        ("“It is late,” said Ana Brandt.", SpeechAct.ASSERTS),
        ("“It is a disgrace,” warned Ana Brandt.", SpeechAct.WARNS),
        ("“It is late. Who knows?” said Ana Brandt.", SpeechAct.ASSERTS),
        ("“Dr. Marten, who signed it?” said Ana Brandt.", SpeechAct.ASKS),
        ("“I apologise to nobody,” said Ana Brandt.", SpeechAct.ASSERTS),
        ("Ana Brandt said that the mayor should resign.", SpeechAct.DEMANDS),
        ("Ana Brandt said that the mayor should have known.", SpeechAct.ASSERTS),
        ("Ana Brandt said that it was said that the mayor should go.", SpeechAct.ASSERTS),
        ("“Stop the cranes,” said Ana Brandt.", SpeechAct.DEMANDS),
        ("“I must say that it is late,” said Ana Brandt.", SpeechAct.ASSERTS),
        ("“They fear the mayor,” said Ana Brandt.", SpeechAct.ASSERTS),
        ("Ana Brandt concluded that judges shouldn’t read letters.", SpeechAct.ASSERTS),
        ("Ana Brandt said that she believed in it.", SpeechAct.BELIEVES),
        ("Ana Brandt said that she felt better.", SpeechAct.ASSERTS),
        ("Ana Brandt said that Leo Marten was the best mayor.", SpeechAct.PRAISES),
        ("Ana Brandt said that it was the best way.", SpeechAct.ASSERTS),
        ("Ana Brandt said that the letter had been stolen.", SpeechAct.ACCUSES),
        ("Ana Brandt said that the bridge was at risk.", SpeechAct.WARNS),
        ("“I am not going to discuss the letter,” said Ana Brandt.", SpeechAct.DECLINES_TO_COMMENT),
    ],
)
def test_where_the_cue_tells_no_act_the_words_may(text: str, act: SpeechAct) -> None:
    assert only(text).act is act


@pytest.mark.parametrize(
    ("cue", "words", "act"),
    [
        ("complaints", "the port was late", SpeechAct.CRITICISES),
        ("continued to complain", "the port was late", SpeechAct.CRITICISES),
        ("an admission from", "the port was late", SpeechAct.ADMITS),
        ("call", "to close the port", SpeechAct.DEMANDS),
        ("call", "the port was late", SpeechAct.ASSERTS),
        ("was still convinced", "the port should close", SpeechAct.BELIEVES),
        ("told", "his aides never to speak of it", SpeechAct.DEMANDS),
        ("told", "the port was to be closed", SpeechAct.ASSERTS),
        ("statement", "the port was late", SpeechAct.ASSERTS),
        ("said", "there were complaints", SpeechAct.ASSERTS),
    ],
)
def test_where_the_verb_of_a_cue_tells_no_act_its_other_words_may(cue: str, words: str, act: SpeechAct) -> None:
    one = only("Ana Brandt said that it was late.")
    assert acts.act(one, words, cue) is act
    assert acts.act(replace(one, act=SpeechAct.WARNS), words, cue) is SpeechAct.WARNS


@pytest.mark.parametrize(
    ("text", "cue", "act"),
    [
        ("Ana Brandt pleaded guilty at Orrel Court to theft.", "pleaded", SpeechAct.ADMITS),
        ("Ana Brandt pleaded not guilty to theft.", "pleaded", SpeechAct.DENIES),
        ("Ana Brandt has formally entered a plea of not guilty to theft.", "entered a plea of", SpeechAct.DENIES),
        ("Ana Brandt pleaded with the court to find her not guilty of theft.", "pleaded", None),
        ("Ana Brandt said that Leo Marten had pleaded guilty to theft.", "said", None),
    ],
)
def test_a_plea_in_court_admits_or_denies(text: str, cue: str, act: SpeechAct | None) -> None:
    start = text.index(cue)
    one = replace(only("Ana Brandt said that it was late."), cue=Span(start, start + len(cue)))
    assert acts.plea(one, text) is act


def test_a_plea_is_no_request_to_whoever_reads_it() -> None:
    assert only("Ana Brandt pleaded that she was late.").act is SpeechAct.DEMANDS
    assert only("Ana Brandt pleaded guilty, saying that she was late.").act is SpeechAct.ASSERTS


# --- stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Brandt said that the port was closed.", Stance.ACKNOWLEDGES),
        ("According to Ana Brandt, the port was closed.", Stance.ACKNOWLEDGES),
        ("Ana Brandt claimed that the port was closed.", Stance.DISTANCES),
        ("Ana Brandt falsely said that the port was closed.", Stance.DISTANCES),
        ("Ana Brandt said, without giving any evidence, that the port was closed.", Stance.DISTANCES),
        ("Ana Brandt said that the port was closed without any evidence.", Stance.ACKNOWLEDGES),
        ("Ana Brandt claimed responsibility for the attack.", Stance.ACKNOWLEDGES),
        ("Ana Brandt admitted that the port was closed.", Stance.ENDORSES),
        ("Ana Brandt pointed out that the port was closed.", Stance.ENDORSES),
        ("Ana Brandt rightly said that the port was closed.", Stance.ENDORSES),
        ("Ana Brandt did not acknowledge that the port was closed.", Stance.ENDORSES),
        ("Ana Brandt did not confirm that the port was closed.", Stance.ACKNOWLEDGES),
    ],
)
def test_the_cue_and_its_adverbs_show_how_the_article_stands_to_the_words(text: str, stance: Stance) -> None:
    assert only(text).stance is stance


# --- when


@pytest.mark.parametrize(
    ("when", "first", "last", "precision", "printed"),
    [
        ("on Tuesday evening", (9, 20), (9, 20), DatePrecision.DAY, "on Tuesday evening"),
        ("last night", (9, 20), (9, 20), DatePrecision.DAY, "last night"),
        ("this morning", (9, 21), (9, 21), DatePrecision.DAY, "this morning"),
        ("two days ago", (9, 19), (9, 19), DatePrecision.DAY, "two days ago"),
        ("on Friday, 9 September,", (9, 9), (9, 9), DatePrecision.DAY, "on Friday, 9 September"),
        ("on the 5th of September", (9, 5), (9, 5), DatePrecision.DAY, "5th of September"),
        ("earlier this week", (9, 19), (9, 21), DatePrecision.WEEK, "earlier this week"),
        ("last week", (9, 12), (9, 18), DatePrecision.WEEK, "last week"),
        ("two weeks ago", (9, 5), (9, 11), DatePrecision.WEEK, "two weeks ago"),
        ("earlier this month", (9, 1), (9, 21), DatePrecision.MONTH, "earlier this month"),
        ("last month", (8, 1), (8, 31), DatePrecision.MONTH, "last month"),
        ("in June", (6, 1), (6, 30), DatePrecision.MONTH, "in June"),
        ("earlier this year", (1, 1), (9, 21), DatePrecision.YEAR, "earlier this year"),
        ("at the weekend", (9, 17), (9, 18), DatePrecision.INTERVAL, "at the weekend"),
        ("last Tuesday", (9, 13), (9, 20), DatePrecision.INTERVAL, "last Tuesday"),
        ("last Thursday", (9, 15), (9, 15), DatePrecision.DAY, "last Thursday"),
        ("overnight", (9, 20), (9, 21), DatePrecision.INTERVAL, "overnight"),
    ],
)
def test_a_date_has_its_precision_and_its_words(
    when: str, first: tuple[int, int], last: tuple[int, int], precision: DatePrecision, printed: str
) -> None:
    text = f"Ana Brandt said {when} that she was tired."
    statement = only(text)
    assert statement.text(text) == "she was tired"
    said = statement.said
    assert said
    assert (said.not_before, said.not_after) == (dt.date(2022, *first), dt.date(2022, *last))
    assert (said.precision, said.span.of(text)) == (precision, printed)


def test_last_week_on_a_sunday_may_be_the_week_that_ends_with_it() -> None:
    text = "Ana Brandt said last week that she was tired."
    said = annotate(Article(text, published=dt.date(2022, 9, 25))).statements[0].said
    assert said
    assert (said.not_before, said.not_after) == (dt.date(2022, 9, 12), dt.date(2022, 9, 25))
    assert said.precision is DatePrecision.INTERVAL


def test_a_year_before_is_a_year() -> None:
    said = only("Ana Brandt said in a 2019 interview that she was tired.").said
    assert said
    assert (said.not_before, said.not_after) == (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert said.precision is DatePrecision.YEAR


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt said two days later that she was tired.",
        "Ana Brandt said on the day of the vote that she was tired.",
        "Ana Brandt said before Friday that she was tired.",
        "“I am tired,” said Ana Brandt, who was hurt on Monday.",
        "“I am tired,” said Ana Brandt after the bridge was closed in June.",
        "Ana Brandt said that the bridge was closed on Monday.",
    ],
)
def test_words_outside_the_grammar_or_of_another_clause_are_no_day_of_saying(text: str) -> None:
    assert only(text).said is None


def test_the_date_between_source_and_cue_is_found() -> None:
    text = "The ministry on Monday said that the bridge was closed."
    said = only(text).said
    assert said
    assert said.not_before == dt.date(2022, 9, 19)


def test_a_whole_date_needs_no_day_of_publication() -> None:
    (statement,) = read("Ana Brandt said on 5 October 2021 that she was tired.", None).statements
    assert statement.said
    assert statement.said.not_before == dt.date(2021, 10, 5)
    (statement,) = read("Ana Brandt said on 5 October that she was tired.", None).statements
    assert statement.said is None


# --- where


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("“I am tired,” Ana Brandt said in a speech in London on Monday.", "London"),
        ("In Brussels, Ana Brandt said that she was tired.", "Brussels"),
        ("“They are tired,” said Ana Brandt, exiled from Russia.", None),
        ("“They are tired,” said Ana Brandt, in reference to the war in Ukraine.", None),
    ],
)
def test_the_place_is_that_of_the_saying(text: str, place: str | None) -> None:
    article = read(text)
    (statement,) = article.statements
    assert (article.entity(statement.place).name if statement.place else None) == place


# --- roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Defence minister Ana Brandt said that it was late.", "Defence minister"),
        ("The mediator, Ana Brandt, said that it was late.", "mediator"),
        ("It was late, said Olsen’s chief of staff, Ana Brandt.", "Olsen’s chief of staff"),
        ("Ana Brandt, head of the Harbour Board, said that it was late.", "head of the Harbour Board"),
        ("Ana Brandt, 38, a docker from Riga, said that it was late.", "docker from Riga"),
        ("The head of the board, Ana Brandt, spoke. “It is late,” Brandt said.", "head of the board"),
        ("“It is late,” Brandt said. Mayor Ana Brandt was tired.", "Mayor"),
        ("Ana Brandt, who was tired, said that it was late.", None),
        ("Mr. Brandt said that it was late.", None),
        ("Ana Brandt, a friend, said that it was late.", None),
        ("A minister said that it was late.", None),
    ],
)
def test_the_role_is_what_is_printed_beside_the_name(text: str, role: str | None) -> None:
    assert words(only(text).role, text) == role


# --- figures


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("1,311 detained in 38 cities", [("1311", None, "detained", None), ("38", None, "cities", None)]),
        ("at least 1,240 of the 1,300 dockers", [("1240", None, "dockers", "at least")]),
        ("it cost £1.2bn", [("1200000000", "pounds", None, None)]),
        ("it cost 1.2 billion pounds a year", [("1200000000", "pounds per year", None, None)]),
        ("it is about a million recruits", [("1000000", None, "recruits", "about")]),
        ("two dozen boats sank", [("24", None, "boats", None)]),
        ("twenty-five boats sank", [("25", None, "boats", None)]),
        ("20 to 30 people came", [("20", None, "people", None), ("30", None, "people", None)]),
        ("half a million people came", [("500000", None, "people", None)]),
        ("she was 19 years old", []),
        ("Article 5 holds", []),
        ("it began seventeen years ago", []),
        ("the 2007 starting date was late", []),
        ("he spent twelve years there", [("12", "years", None, None)]),
        (f"{'9' * 5000} people left", []),
        ("99999999999999999999 people left", []),
        ("nine billion billion people left", []),
        ("60 percent of the mayor's men left", [("60", "percent", "mayor's men", None)]),
    ],
)
def test_figures_tell_what_they_count(said: str, figures: list[tuple[str, str | None, str | None, str | None]]) -> None:
    found = only(f"Ana Brandt said that {said}.").figures
    assert [(str(f.value), f.unit, f.counted, f.qualifier) for f in found] == figures
    assert all(isinstance(f.value, Decimal) for f in found)
