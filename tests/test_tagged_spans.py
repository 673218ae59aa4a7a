"""What a tagger marks, cut to names; and where the rules' runs of capitals end."""

from __future__ import annotations

import pytest

from kg.extract import names
from kg.extract.name import Name
from kg.extract.quotes import paragraphs
from kg.extract.tagged_names import merge
from kg.extract.tagged_spans import Seen, bare, joined
from kg.model import EntityType, Span

PERSON, ORGANISATION, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def at(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "marked", "kept"),
    [
        ("He asked Rep. G.K. Quarn there.", ".K. Quarn", "G.K. Quarn"),
        ("The plans of the O.Q. are new.", "Q", "O.Q."),
        ("So said the Quarm Institute and others.", "Quarm Institute and", "Quarm Institute"),
        ("They left the O.Q. Senate. It rained.", "O.Q. Senate", "O.Q. Senate"),
        ("They met Ann Lee Jr. there.", "Ann Lee Jr", "Ann Lee Jr."),
        ("They met G. She spoke.", "G", "G"),
        ("They met Rear Adm. Ann Lee there.", "Rear Adm. Ann Lee", "Ann Lee"),
        ("They met Ann B. She spoke.", "Ann B", "Ann B."),
    ],
)
def test_a_tagged_name_has_its_own_initials_and_full_stops_alone(text: str, marked: str, kept: str) -> None:
    assert bare(text, Seen(at(marked, text), PERSON, 0.9)).span.of(text) == kept


def test_tagged_parts_of_one_name_of_the_rules_are_that_name() -> None:
    text = "Secretary Ilk Quarn-Ro spoke to Ann Lee"
    parts = [Seen(at(words, text), PERSON, p) for words, p in (("Quarn-Ro", 0.9), ("Ilk", 0.5), ("Ann", 0.7))]
    found = joined(parts, {at("Ilk Quarn-Ro", text)})
    assert [(one.span.of(text), one.probability) for one in found] == [("Ilk Quarn-Ro", 0.9), ("Ann", 0.7)]


def test_no_part_of_a_laws_name_is_an_organisation_but_a_person_in_it_is_named() -> None:
    text = "the Fair Harbours Act and the Quarn Act"
    rules = [Name(at(words, text), words, tuple(words.split()), None) for words in ("Fair Harbours Act", "Quarn Act")]
    tagged = [Seen(at("Fair Harbours", text), ORGANISATION, 0.9), Seen(at("Quarn", text), PERSON, 0.9)]
    assert [each.text for each in merge(text, rules, tagged)] == ["Quarn"]


def test_policies_and_whose_turn_it_is_are_no_organisations() -> None:
    text = "QUARM: The fans of Obamacare spoke at Quarncare."
    tagged = [Seen(at(words, text), kind, 0.9) for words, kind in (("QUARM", PERSON), ("Obamacare", PERSON))]
    tagged.append(Seen(at("Quarncare", text), ORGANISATION, 0.9))
    assert [(each.text, each.type) for each in merge(text, [], tagged)] == [
        ("QUARM", PERSON),
        ("Quarncare", ORGANISATION),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He wrote to the Quarn Council on Monday.", ["Quarn Council"]),
        ("He asked the Union of Ohio and Demos.", ["Union of Ohio", "Demos"]),
        ("He asked the Museum of Art and Culture.", ["Museum of Art and Culture"]),
        ("He runs Mr. Quarn's Ilva News there.", ["Quarn", "Ilva News"]),
        ("He left the West Bank today.", ["West Bank"]),
        ("He wants Tim Quarn's Senate seat.", ["Tim Quarn", "Senate"]),
        ("They met Speaker Ann Quarn today.", ["Ann Quarn"]),
        ("He plays in Major League Baseball.", ["Major League Baseball"]),
        ("Man of the match: Quarn", []),
        ("Reading is fun. He was reading.", []),
        ("Reading is quiet.", ["Reading"]),
        ("Nice is near. It is nice in Nice.", ["Nice", "Nice"]),
    ],
)
def test_where_a_run_of_capitals_ends(text: str, found: list[str]) -> None:
    every = names.find(text, paragraphs(text), [])
    outer = [a for a in every if not any(b is not a and b.span.holds(a.span) for b in every)]
    assert [each.text for each in outer] == found


def test_a_place_of_the_list_is_no_bank() -> None:
    assert [each.type for each in names.find("They left the West Bank.", [Span(0, 24)], [])] == [PLACE]


@pytest.mark.parametrize(
    ("text", "marked", "kept"),
    [
        ("So did Minister A. K. Quarn.", "K. Quarn", "A. K. Quarn"),
        ("So did J. R. R. Quarn there.", "Quarn", "J. R. R. Quarn"),
        ("It was plan B. Quarn left.", "Quarn", "Quarn"),
        ("They left the U.S. Quarn stayed.", "Quarn", "Quarn"),
        ("They met Det Ch Insp Ilk Quarn there.", "Det Ch Insp Ilk Quarn", "Ilk Quarn"),
        ("They met DC Ilk Quarn there.", "DC Ilk Quarn", "Ilk Quarn"),
        ("They met Ilk Di Quarn there.", "Ilk Di Quarn", "Ilk Di Quarn"),
        ("They met Ilk Quarn-Demo there.", "Ilk Quarn-", "Ilk Quarn-Demo"),
        ("They met Quarn-style men there.", "Quarn-", "Quarn"),
    ],
)
def test_a_tagged_person_has_all_initials_no_rank_and_is_not_cut_at_a_hyphen(text: str, marked: str, kept: str) -> None:
    assert bare(text, Seen(at(marked, text), PERSON, 0.9)).span.of(text) == kept


def test_a_tagged_name_within_another_of_its_type_is_a_part_of_it() -> None:
    text = "Ilk Quarn-Demo spoke"
    parts = [Seen(at("Ilk Quarn-Demo", text), PERSON, 0.7), Seen(at("Demo", text), PERSON, 0.9)]
    assert [one.span.of(text) for one in joined(parts, set())] == ["Ilk Quarn-Demo"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He asked the People's Rally twice.", [("People's Rally", ORGANISATION)]),
        ("He asked the Quarm Workers' Union twice.", [("Quarm Workers' Union", ORGANISATION)]),
        ("He asked the General Staff twice.", [("General Staff", ORGANISATION)]),
        ("He asked Det Supt Mark Hall twice.", [("Mark Hall", PERSON)]),
        ("He asked PC Ann Hall twice.", [("Ann Hall", PERSON)]),
    ],
)
def test_bodies_of_many_and_ranks(text: str, found: list[tuple[str, EntityType]]) -> None:
    assert [(each.text, each.type) for each in merge(text, names.find(text, paragraphs(text), []), [])] == found


def test_the_noun_of_a_bodys_name_is_not_its_name() -> None:
    text = "He asked the Quarm League and the Senate."
    rules = [Name(at(words, text), words, tuple(words.split()), ORGANISATION) for words in ("Quarm League", "Senate")]
    tagged = [Seen(at(words, text), ORGANISATION, 0.9) for words in ("League", "Senate")]
    assert [each.text for each in merge(text, rules, tagged)] == ["Quarm League", "Senate"]


def test_a_rank_or_initial_before_a_name_is_nobody() -> None:
    text = "They met Insp Quarn, DI Demo and J. Ilva."
    tagged = [Seen(at(words, text), PERSON, 0.9) for words in ("Insp", "Quarn", "DI", "Demo", "J")]
    assert [each.text for each in merge(text, [], tagged)] == ["Quarn", "Demo"]
