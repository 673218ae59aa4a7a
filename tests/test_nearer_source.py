"""Who says what the network read: the subject nearest to the cue, on its line; nobody who only hears."""

from __future__ import annotations

import pytest
from test_combine import candidate, read, words

from kg.extract.assemble import ground
from kg.extract.candidate_reports import report_of
from kg.extract.hearings import RULE
from kg.extract.reports import alone
from kg.model import SpeechAct


def test_a_subject_with_a_relative_clause_between_source_and_cue_is_the_source() -> None:
    text = "Okafor did not say when it opens, but an aide, who asked not to be named, said lawyers were ready."
    _, found = read(text, candidate(text, "said", "Okafor", "lawyers were ready"))
    sources = [r.report.source.of(text) for r in found if r.candidate and r.report.source]
    assert sources == ["an aide, who asked not to be named"]


def test_a_subject_behind_while_is_the_source() -> None:
    text = "Okafor said the port would open, while Harrow, which sent nobody, insisted it would not."
    _, found = read(text, candidate(text, "insisted", "Okafor", "it would not"))
    sources = [r.report.source.of(text) for r in found if r.candidate and r.report.source]
    assert [source.partition(",")[0] for source in sources] == ["Harrow"]


def test_a_name_behind_who_is_spoken_to_begins_what_was_said() -> None:
    text = "Prosecutor Ann Lee told the court Hall had lied."
    _, (only,) = read(text, candidate(text, "told", "Prosecutor Ann Lee", "had lied"))
    assert words(text, only.report) == ["Hall had lied"]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Jurors were told that she had left.", "told", "Jurors"),
        ("The family had been informed that she had left.", "had been informed", "The family"),
    ],
)
def test_who_is_told_does_not_speak(text: str, cue: str, source: str) -> None:
    report = report_of(ground(text), candidate(text, cue, source, "she had left"))
    assert report
    assert report.source is None
    assert report.addressee
    assert report.addressee.of(text) == source


def test_who_tells_speaks() -> None:
    text = "The officer told them that she had left."
    report = report_of(ground(text), candidate(text, "told", "The officer", "she had left"))
    assert report
    assert report.source
    assert report.source.of(text) == "The officer"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("The inquest heard that she had left at noon.", "she had left at noon"),
        ("The court heard Hall had stolen the money.", "Hall had stolen the money"),
        ("The jury was told Hall had fled.", "Hall had fled"),
        ("Villagers have been told that the search is over.", "the search is over"),
        ("Villagers have been told by police that the search is over.", None),
        ("We were told that the search is over.", None),
        ("Lee, who was told that the search is over, wept.", None),
        ("The court heard arguments on Monday.", None),
        ("The village heard that she had left.", None),
    ],
)
def test_what_was_heard_is_said_by_nobody_named(text: str, heard: str | None) -> None:
    found = [report for report in alone(ground(text).sentences) if report.rule == RULE]
    assert [words(text, report) for report in found] == ([[heard]] if heard else [])
    assert all(report.source is None and report.act is SpeechAct.ASSERTS for report in found)


def test_no_source_crosses_a_line_end() -> None:
    text = "'We were robbed', says coach\nPM 'confident' of deal\nLee: I won't quit"
    report = report_of(ground(text), candidate(text, "says", "coach\nPM 'confident' of deal\nLee", "We were robbed"))
    assert report
    assert report.source
    assert report.source.of(text) == "coach"


def test_no_source_is_part_of_its_own_words() -> None:
    text = "The club advised drivers to stay at home."
    report = report_of(ground(text), candidate(text, "advised", "The club", "The club", "drivers to stay at home"))
    assert report
    assert words(text, report) == ["drivers to stay at home"]


def test_a_second_count_behind_a_semicolon_is_not_the_first_ones() -> None:
    text = "According to the union, 1,240 dockers stayed away; Atlantic Quays put the number at 800."
    said = "1,240 dockers stayed away; Atlantic Quays put the number at 800"
    _, found = read(text, candidate(text, "According to", "the union", said))
    assert [words(text, r.report) for r in found] == [["1,240 dockers stayed away"], ["the number at 800"]]


def test_the_words_of_somebody_do_not_speak() -> None:
    text = "According to the words of Petrak, two soldiers died."
    (rule,) = alone(ground(text).sentences)
    report = report_of(ground(text), candidate(text, "According to", "the words of Petrak", "two soldiers died"))
    assert report
    assert [each.source and each.source.of(text) for each in (rule, report)] == ["Petrak", "Petrak"]


@pytest.mark.parametrize(
    ("text", "cue", "source", "contents", "expected"),
    [
        (
            "“That,” she smiled, “is the point.”",
            "smiled",
            "she",
            ("“That,”", "“is the point.”"),
            ["That", "is the point."],
        ),
        ("Vidal praised Foden: “What a player.”", "praised", "Vidal", ("Foden: “What a player.”",), ["What a player."]),
        ("Lee stated that, “we will not go”", "stated", "Lee", ("that, “we will not go”",), ["we will not go"]),
        ("Lee said so in Jeddah.", "said", "Lee", ("so in Jeddah",), None),
        (
            "Lee said so few came that it closed.",
            "said",
            "Lee",
            ("so few came that it closed",),
            ["so few came that it closed"],
        ),
    ],
)
def test_what_is_quoted_is_whole_and_nothing_else(
    text: str, cue: str, source: str, contents: tuple[str, ...], expected: list[str] | None
) -> None:
    report = report_of(ground(text), candidate(text, cue, source, *contents))
    assert (words(text, report) if report else None) == expected


def test_a_word_quoted_in_another_sentence_is_none_of_this_ones() -> None:
    text = "“That,” she smiled, “is the point.” “This,” grinned Lee, “is home.”"
    later = report_of(ground(text), candidate(text, "grinned", "Lee", "“That,”", "“This,”", "“is home.”"))
    first = report_of(ground(text), candidate(text, "smiled", "she", "“That,”", "“is the point.”", "“This,”"))
    assert first
    assert later
    assert words(text, first) == ["That", "is the point."]
    assert words(text, later) == ["This", "is home."]


def test_who_speaks_in_a_letter_is_not_who_cites_it() -> None:
    text = "He cited a letter in which a guard in Harrow had warned that the bridge was weak."
    report = report_of(
        ground(text),
        candidate(text, "had warned", "He cited a letter in which a guard in Harrow", "the bridge was weak"),
    )
    assert report
    assert report.source
    assert report.source.of(text) == "a guard in Harrow"
