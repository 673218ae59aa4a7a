"""Noun phrases that tell what was said by themselves: what is announced, alleged, remembered, called something."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_combine import words

from kg.extract.assemble import ground
from kg.extract.merged import broken_off
from kg.extract.reports import alone
from kg.model import Span

RULES = ("said-told", "said-deed", "said-allegation", "said-rating", "said-figure", "said-being")


def told(text: str) -> list[tuple[str, list[str]]]:
    return [(r.rule, words(text, r)) for r in alone(ground(text).sentences) if r.rule in RULES]


@pytest.mark.parametrize(
    ("text", "rule", "content"),
    [
        ("The harbour board announced the closure of both piers.", "said-told", "the closure of both piers"),
        ("The dockers are demanding a pay rise of nine per cent.", "said-told", "a pay rise of nine per cent"),
        ("Lee blamed a broken valve.", "said-told", "a broken valve"),
        ("The coalition ruled out an early election.", "said-told", "an early election"),
        ("Doctors urged caution.", "said-told", "caution"),
        ("The union threatened further strikes.", "said-told", "further strikes"),
        ("The rebels claimed responsibility for the raid.", "said-told", "responsibility for the raid"),
        ("The clerk confirmed receiving the letter.", "said-deed", "receiving the letter"),
        ("Neighbours reported hearing three shots.", "said-deed", "hearing three shots"),
        ("The embassy rejected such claims.", "said-allegation", "such claims"),
        ("Hall admitted manslaughter.", "said-allegation", "manslaughter"),
        ("The surgeon described her condition as stable.", "said-rating", "her condition as stable"),
        ("He lay in a clinic where doctors described him as weak.", "said-rating", "him as weak"),
        ("The watchdog counts 61 deaths.", "said-figure", "61 deaths"),
        ("Fernhill Watch counts at least 61 deaths.", "said-figure", "at least 61 deaths"),
        ("The institute classes night shifts as harmful.", "said-rating", "night shifts as harmful"),
        ("Doctors urge caution about the drug.", "said-told", "caution about the drug"),
        ("Auditors found one bill in nine to be false.", "said-being", "one bill in nine to be false"),
        ("Dockers block harbour, demand talks", "said-told", "talks"),
        ("Tenants complained of damp in every room.", "said-told", "damp in every room"),
        ("The union demanded talks within a week.", "said-told", "talks within a week"),
        ("The navy ruled out an attack within minutes.", "said-told", "an attack"),
        ("The Red Cross documented 61 attacks on clinics.", "said-figure", "61 attacks on clinics"),
    ],
)
def test_a_noun_phrase_tells_what_was_said(text: str, rule: str, content: str) -> None:
    assert told(text) == [(rule, [content])]


@pytest.mark.parametrize(
    "text",
    [
        "The board announced himself.",
        "The agency announced it.",
        "Lee urged the minister.",
        "The gang threatened the driver.",
        "The widow claimed the land.",
        "No group has claimed responsibility.",
        "The blood test ruled out half of the men.",
        "The union demands shaped the talks.",
        "The bank said the fraud claims cases had grown.",
        "There were police counts of nine arrests.",
        "The blood counts at most clinics fell.",
        "The hikers found a place to sleep.",
        "Police reported missing children.",
        "The embassy rejected the parcel.",
        "The mayor welcomed guests such as the bishop.",
        "Lee described the house as the police arrived.",
    ],
)
def test_what_is_done_otherwise_is_not_told(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "part", "broken"),
    [
        ("Doctors put the toll at 61.", "the toll", True),
        ("Critics described the plan as a fraud.", "the plan", True),
        ("The union demanded talks within a week.", "talks", True),
        ("The union demanded talks about pay.", "talks", False),
    ],
)
def test_a_noun_phrase_keeps_what_it_is_called_or_put_at(text: str, part: str, broken: bool) -> None:
    whole = alone(ground(text).sentences)[0]
    start = text.index(part)
    seen = replace(whole, pieces=(Span(start, start + len(part)),))
    assert broken_off(text, seen, whole) == broken
