"""Unquoted words whose source and cue stand behind them, and what goes on behind the cue."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.extract.assemble import ground
from kg.extract.clause_first import RULE
from kg.extract.reports import alone
from kg.model import Article


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("The pier was safe, she told the council on Monday.", "she", ["The pier was safe"]),
        (
            "The pier was safe, Lee reminded us, and would stay open.",
            "Lee",
            ["The pier was safe", "and would stay open"],
        ),
        ("He had fallen, he told the nurses, and he would say no more.", "he", ["He had fallen"]),
        ("The bees were calm, he noted, and the box was not.", "he", ["The bees were calm", "and the box was not"]),
        (
            "She had not come to talk about milk, retorted Mrs Lunde.",
            "Mrs Lunde",
            ["She had not come to talk about milk"],
        ),
        ("The tools were lost, she disclosed; nobody moved.", "she", ["The tools were lost"]),
        ("The cock may go on, a court decided on Friday, ending a quarrel.", "a court", ["The cock may go on"]),
        ("His brother had rung, explained the nurse.", "the nurse", ["His brother had rung"]),
        ("The crane was safe, a spokeswoman, Ann Lee, said.", "a spokeswoman, Ann Lee", ["The crane was safe"]),
        (
            "That made the hall laugh, recalled the vicar, Anna Brand.",
            "the vicar, Anna Brand",
            ["That made the hall laugh"],
        ),
        (
            "The second round was harder, she thought: it had more hills than the first.",
            "she",
            ["The second round was harder", "it had more hills than the first"],
        ),
        (
            "Two in three were for the plan, it announced, but more than half complained of the cost.",
            "it",
            ["Two in three were for the plan", "but more than half complained of the cost"],
        ),
        (
            "The old crane can lift ten tons, its owner, Ann Lee, told police.",
            "its owner, Ann Lee",
            ["The old crane can lift ten tons"],
        ),
        (
            "No boats were taken, the harbour, the oldest on the coast, stressed.",
            "the harbour, the oldest on the coast",
            ["No boats were taken"],
        ),
        ("No pump was lost, the utility stressed in a letter to the regulator.", "the utility", ["No pump was lost"]),
        (
            "Late shifts tied to weaker hearts, Danish study finds",
            "Danish study",
            ["Late shifts tied to weaker hearts"],
        ),
    ],
)
def test_a_clause_is_told_by_who_stands_behind_it(text: str, source: str, words: list[str]) -> None:
    (found,) = [report for report in alone(ground(text).sentences) if report.rule == RULE]
    assert (found.source and found.source.of(text), [piece.of(text) for piece in found.pieces]) == (source, words)


@pytest.mark.parametrize(
    "text",
    [
        "In an interview on Sunday, Brandt said.",
        "When the lights went out, she said, nobody moved.",
        "The firm, founded in 1990, announced Lee as its head.",
        "The lights were out, she said the pier was safe.",
        "The report, which was printed in May, says children sleep too little.",
        "The lights were out, Lee said: “I saw nothing.”",
        "Stoves are found in most homes, many of them old and kept for duller reasons: a pot, a cat.",
        "They were ruined by what the council calls a gift, a term Ann Lee rejects.",
        "Ann Lee said her lawyer, Bo Finch, had warned her.",
    ],
)
def test_what_is_no_clause_or_is_told_otherwise_is_left_alone(text: str) -> None:
    assert RULE not in [report.rule for report in alone(ground(text).sentences)]


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_both_extractors_end_it_with_the_cue_where_its_subject_speaks(extractor: str) -> None:
    text = "He had fallen, he told the nurses, and he would say no more.\n"
    (found,) = extract(Article(text), extractor).statements
    assert [piece.of(text) for piece in found.content] == ["He had fallen"]
