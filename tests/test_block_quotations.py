"""Quotations that are set off as a paragraph without marks."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.block_quotations import edits
from kg.model import Article, StatementKind

LETTER = "Dear members, the boathouse is safe. Every beam was looked at this week."


def direct(text: str, extractor: str = "rules") -> list[tuple[str | None, str]]:
    """The speakers and words of the direct statements of a text."""
    found = extract(Article(text), extractor)
    who = {each.id: each.name for each in found.entities}
    return [(who.get(s.speaker or ""), s.text(text)) for s in found.statements if s.kind is StatementKind.DIRECT]


@pytest.mark.parametrize("extractor", ["rules", "network"])
@pytest.mark.parametrize(
    "lead",
    [
        "The rowing club closed on Monday. Ann Quarn wrote to the members:",
        "Later Ann Quarn said in a statement on Friday:",
    ],
)
def test_what_a_line_leads_up_to_is_quoted(lead: str, extractor: str) -> None:
    text = f"{lead}\n\n{LETTER}\n\nNobody was hurt.\n"
    assert [words.rstrip(".") for _, words in direct(text, extractor)] == [LETTER.rstrip(".")]
    assert {speaker for speaker, _ in direct(text, extractor)} == {"Ann Quarn"}


def test_the_words_end_where_somebody_is_said_to_say_more() -> None:
    text = "Ann Quarn wrote back:\n\nThe boathouse is safe. We looked twice. Bo Lund said he doubted it.\n"
    assert [text[each.start :].split(".")[0] for each in edits(text)] == [
        "The boathouse is safe",
        " Bo Lund said he doubted it",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The report noted the very low attendance at the fair:\n\nNine people came on the first day of the week.\n",
        "Ann Quarn said:\n\n“The boathouse is safe, and every beam was looked at.”\n",
        "Ann Quarn said:\n\n- The boathouse is safe and sound today.\n",
        "Opening times of the boathouse:\n\nThe boathouse is open from nine to five.\n",
        "Ann Quarn said:\n\nBoathouse news\n",
        "Here is what the council said:\n\nThe boathouse is open from nine to five.\n",
        "Ann Quarn wrote of the “boathouse that fell”:\n\nThe boathouse is open from nine to five.\n",
    ],
)
def test_nothing_else_behind_a_colon_is_quoted(text: str) -> None:
    assert edits(text) == []


@pytest.mark.parametrize(
    ("lead", "cue"),
    [
        ("In May the Gazette issued a statement:", "issued"),
        ("After that the Gazette answered its critics:", "answered"),
        ("Later, the Gazette wrote the following:", "wrote"),
    ],
)
def test_the_words_are_said_by_whom_the_line_before_names(lead: str, cue: str) -> None:
    text = f"{lead}\n\n{LETTER}\n"
    (statement,) = extract(Article(text), "rules").statements
    assert statement.source is not None
    assert statement.cue is not None
    assert (statement.source.of(text), statement.cue.of(text)) == ("the Gazette", cue)
