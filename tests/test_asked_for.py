"""Who is asked for what, and who is asked to do it, where more of who that is stands between."""

from __future__ import annotations

import pytest
from test_combine import words

from kg.extract.assemble import ground
from kg.extract.reports import alone


def found(text: str) -> list[tuple[str, list[str]]]:
    return [(report.rule, words(text, report)) for report in alone(ground(text).sentences)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The charity asked donors for blankets.", "for blankets"),
        ("She had asked the council twice for a ramp, most recently in May.", "for a ramp"),
        ("The mayor called on residents for more patience.", "for more patience"),
    ],
)
def test_what_somebody_is_asked_for(text: str, content: str) -> None:
    assert found(text) == [("said-for", [content])]


@pytest.mark.parametrize(
    "text",
    ["Lee asked the secretary for Wales.", "Lee asked for years.", "The guard asked the boy for the third time."],
)
def test_for_whom_or_how_often_is_no_request(text: str) -> None:
    assert not any(rule == "said-for" for rule, _ in found(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police appealed to anyone who saw the van near the mill to call.", "to call"),
        ("The port advised boats on Friday night to stay away.", "to stay away"),
        ("The letter urged tenants with small children not to wait.", "not to wait"),
    ],
)
def test_who_is_asked_may_be_told_in_many_words(text: str, content: str) -> None:
    assert [told for _, told in found(text)] == [[content]]


def test_plans_to_do_something_are_not_asked_for() -> None:
    assert not any(
        rule == "said-infinitive" for rule, _ in found("Lee asked the boys on the quay with plans to leave.")
    )


@pytest.mark.parametrize(
    ("text", "rule", "content"),
    [
        ("The firm expects sales of pumps to fall.", "said-forecast", "sales of pumps to fall"),
        ("The panel recommends smaller classes but does not pay for them.", "said-told", "smaller classes"),
    ],
)
def test_a_noun_phrase_is_no_clause(text: str, rule: str, content: str) -> None:
    assert next((r, w[0][: len(content)]) for r, w in found(text)) == (rule, content)
