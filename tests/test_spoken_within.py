"""Who says something within a quotation."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.assemble import ground
from kg.extract.borders import seen_from
from kg.extract.continued import continued
from kg.extract.report import Report
from kg.extract.spoken_within import RULE, spoken_within
from kg.model import Article, Span, SpeechAct, StatementKind


def within(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and words of the reports in the quotations of a text."""
    return [
        (report.source.of(text), report.cue.of(text), report.pieces[0].of(text))
        for report in spoken_within(text, ground(text).sentences)
        if report.source and report.cue
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "words"),
    [
        (
            "“My aunt said, ‘It is only the rain.’ Then it fell,” Tom Hale recalled.",
            "My aunt",
            "said",
            "It is only the rain.",
        ),
        ('"He told us the books were old," said Ana Brandt.', "He", "told", "the books were old"),
        ('"I told the dog: stay with me tonight," Hale said.', "I", "told", "stay with me tonight"),
        ('"The mayor told us to wait for the train," Hale said.', "The mayor", "told", "to wait for the train"),
        ("“She wrote to me, ‘Come home,’” Hale said.", "She", "wrote", "Come home"),
        ("“The clerk asked if the shop could stay,” Hale said.", "The clerk", "asked", "if the shop could stay"),
        ("“She asks me whether I have a coat,” Hale said.", "She", "asks", "whether I have a coat"),
        ("“I asked him would he lend it,” Hale said.", "I", "asked", "would he lend it"),
        ("“My aunt says I already sing for a living,” Hale said.", "My aunt", "says", "I already sing for a living"),
        ("“The men wanted to know why it rang,” Hale said.", "The men", "wanted to know", "why it rang"),
        ("“He was shouting ‘Stop it!’ but who could hear?” Hale said.", "He", "was shouting", "Stop it!"),
        ("“She said that was the end,” Hale said.", "She", "said", "that was the end"),
        ("“He begged us not to sell the barn,” Hale said.", "He", "begged", "not to sell the barn"),
        ("“I said, which one? We have nine,” Hale said.", "I", "said", "which one?"),
        ("“The boy asked me: is the train late?” Hale said.", "The boy", "asked", "is the train late?"),
    ],
)
def test_who_spoke_is_told_in_a_quotation(text: str, source: str, cue: str, words: str) -> None:
    assert within(text) == [(source, cue, words)]


@pytest.mark.parametrize(
    "text",
    [
        '"He thinks the books are old," said Ana Brandt.',
        '"If he said the books were old, he lied," said Ana Brandt.',
        '"Did he say the books were old?" asked Ana Brandt.',
        '"This museum tells the truth that many were hurt," said Ana Brandt.',
        '"You would say the books were old," said Ana Brandt.',
        '"He said terrible things again and again," said Ana Brandt.',
        '"People say the books were old," said Ana Brandt.',
        "He said the books were old.",
        '"Did he ask if the books were old?" asked Ana Brandt.',
        '"It was, he said, the last of the books," said Ana Brandt.',
        '"As I said, the books were old," said Ana Brandt.',
    ],
)
def test_what_nobody_in_particular_spoke_is_not(text: str) -> None:
    assert within(text) == []


def test_what_somebody_was_told_is_of_nobody_named() -> None:
    text = "“We were told it was for guests only,” said Tom Hale."
    found = extract(Article(text), "rules")
    inner = next(each for each in found.statements if each.rule == RULE)
    assert (inner.text(text), inner.source, inner.speaker) == ("it was for guests only", None, None)


def test_the_quotation_around_stands_too() -> None:
    text = 'Ana Brandt was tired. "The clerk told us the books were old," she said.'
    found = extract(Article(text), "rules").statements
    assert [(s.rule, s.text(text)) for s in found] == [
        ("said-after", "The clerk told us the books were old"),
        (RULE, "the books were old"),
    ]
    assert found[1].within == found[0].id


def test_a_quotation_goes_on_although_somebody_speaks_in_it() -> None:
    text = '"It was late," Ana Brandt said. "We left. He told me it was over."'
    on = ground(text)
    first = Report(StatementKind.DIRECT, (span(text, "It was late"),), (), None, None, SpeechAct.ASSERTS, "network", 0)
    inner = Report(
        StatementKind.INDIRECT, (span(text, "it was over"),), (), span(text, "He"), span(text, "told"),
        SpeechAct.ASSERTS, "network", 1,
    )  # fmt: skip
    found = continued([(first, 0.9), (inner, 0.8)], on.sentences, 0.7)
    assert [[p.of(text) for p in r.pieces] for r, _ in found] == [
        ["It was late", "We left. He told me it was over."],
        ["it was over"],
    ]


def test_quotations_count_from_where_the_cue_stands() -> None:
    text = "“She wrote, ‘Come home.’ I went,” he said."
    on = ground(text)
    assert [q.inner.of(text) for q in seen_from(text, span(text, "wrote"), on.quotes)] == ["Come home."]
    assert seen_from(text, span(text, "said"), on.quotes) == on.quotes


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
