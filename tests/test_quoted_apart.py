"""Quoted words told apart from the article's own beside them."""

from __future__ import annotations

from test_combine import candidate, spans

from kg.extract.assemble import ground
from kg.extract.candidate_reports import report_of
from kg.extract.quoted_apart import only_introduced, sentences_apart, without_between


def told(text: str, cue: str, source: str, *contents: str) -> list[str]:
    """The words of the report that a network's candidate becomes."""
    report = report_of(ground(text), candidate(text, cue, source, *contents))
    return [piece.of(text) for piece in report.pieces] if report else []


def test_a_quotation_that_a_cue_introduces_is_all_that_it_reports() -> None:
    text = "Their shirts said, “Ana was here” in red. It was odd. We had fun."
    assert told(text, "said", "Their shirts", "“Ana was here” in red. It was odd.") == ["Ana was here"]


def test_a_quotation_that_goes_on_in_the_next_paragraph_stays_whole() -> None:
    text = "The paper reports:\n\n“The port was shut.\n\n“Nobody came.”\n"
    whole = spans(text, "“The port was shut", "“Nobody came.”")
    assert only_introduced(text, spans(text, "reports")[0], whole, ground(text).quotes) == whole


def test_a_clause_that_a_quotation_begins_stays_whole() -> None:
    text = "Brandt said “closing” the port was wrong."
    pieces = spans(text, "“closing” the port was wrong")
    assert only_introduced(text, spans(text, "said")[0], pieces, ground(text).quotes) == pieces


def test_where_somebody_is_was_not_said() -> None:
    text = "“It was dark,” Tom Hale said by phone from Riga, where he is in hospital. “The roof fell.”"
    contents = ("“It was dark,”", "where he is in hospital", "“The roof fell.”")
    assert told(text, "said", "Tom Hale", *contents) == ["It was dark", "The roof fell."]


def test_what_is_said_without_marks_stays_beside_quotations() -> None:
    text = "“It was dark,” Tom Hale said, and the roof had fallen. “It broke.”"
    pieces = spans(text, "“It was dark,”", "the roof had fallen", "“It broke.”")
    assert without_between(text, spans(text, "said")[0], pieces, ground(text).quotes) == pieces


def test_a_sentence_of_quotations_behind_a_clause_is_said_for_itself() -> None:
    text = "She says she will keep on coming. “They can't lift me.”"
    pieces = spans(text, "she will keep on coming. “They can't lift me.”")
    assert [p.of(text) for p in sentences_apart(text, pieces, ground(text).quotes)] == [
        "she will keep on coming.",
        "“They can't lift me.”",
    ]
    assert told(text, "says", "She", "she will keep on coming. “They can't lift me.”") == ["she will keep on coming"]
