"""Figures, sources without a name and stances that are told in less usual words."""

from __future__ import annotations

import pytest

from kg.extract.rules import annotate
from kg.extract.unnamed import kind_of, number_of
from kg.model import Article, SourceKind, SpeechAct, Stance, Statement


def only(text: str) -> Statement:
    (statement,) = annotate(Article(text)).statements
    return statement


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("the toll had risen to 45", [("45", None, None)]),
        ("the number of cases stood at 5,400", [("5400", None, None)]),
        ("15 police officers were hurt", [("15", None, "police officers")]),
        ("22 crew members were missing", [("22", None, "crew members")]),
        ("the wind blew at 90 km/h", [("90", "km per hour", None)]),
        ("one in five docks was closed", []),
        ("four out of ten docks were closed", []),
        ("the 9/11 attacks were planned there", []),
        ("two men were held in 2019", [("2", None, "men")]),
        ("he walked to 45", []),
    ],
)
def test_figures(words: str, figures: list[tuple[str, str | None, str | None]]) -> None:
    found = only(f"Ana Brandt said that {words}.").figures
    assert [(str(f.value), f.unit, f.counted) for f in found] == figures


@pytest.mark.parametrize(
    ("description", "kind", "number"),
    [
        ("a police officer", SourceKind.POLICE_OFFICER, None),
        ("an army officer", SourceKind.SOLDIER, None),
        ("an asylum seeker", SourceKind.MIGRANT, None),
        ("dozens of residents", SourceKind.RESIDENT, None),
        ("five witnesses", SourceKind.WITNESS, 5),
        ("a 30-year-old Muscovite", SourceKind.RESIDENT, None),
        ("a 45-year-old mother of two", SourceKind.RELATIVE, None),
        ("two dozen residents", SourceKind.RESIDENT, None),
        ("one of the officers", SourceKind.OFFICIAL, 1),
        ("the movement Mothers of the Valley", None, None),
    ],
)
def test_sources_without_a_name(description: str, kind: SourceKind | None, number: int | None) -> None:
    assert (kind_of(description), number_of(description)) == (kind, number)


@pytest.mark.parametrize(
    ("how", "stance"),
    [
        ("Without offering any evidence, Ana Brandt said that it rained.", Stance.DISTANCES),
        ("“It rained,” Ana Brandt said, offering no evidence.", Stance.DISTANCES),
        ("Ana Brandt said there was no evidence that it rained.", Stance.ACKNOWLEDGES),
        ("Without his coat, Ana Brandt said that it rained.", Stance.ACKNOWLEDGES),
    ],
)
def test_words_without_evidence(how: str, stance: Stance) -> None:
    assert annotate(Article(how)).statements[-1].stance is stance


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("she was sorry for the delay", SpeechAct.APOLOGISES),
        ("she felt sorry for the family", SpeechAct.BELIEVES),
        ("she was a sorry sight", SpeechAct.ASSERTS),
    ],
)
def test_who_says_to_be_sorry_apologises(words: str, act: SpeechAct) -> None:
    assert only(f"Ana Brandt said {words}.").act is act
