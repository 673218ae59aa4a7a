"""Names of the rules and of a tagger, made one list; and places within names."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kg.extract.name import Name
from kg.extract.nested_names import with_nested
from kg.extract.tagged_names import merge
from kg.model import EntityType, Span

PERSON, ORGANISATION, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE
TEXT = "Mayor Ilda Quarn of Tartu told the Harbour Council that Open Gate would stay in Lisbon."


@dataclass(frozen=True)
class Seen:
    span: Span
    type: EntityType
    probability: float


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def name(words: str, type: EntityType | None, text: str = TEXT) -> Name:
    return Name(at(words, text), words, tuple(words.split()), type)


def seen(words: str, type: EntityType, probability: float) -> Seen:
    return Seen(at(words), type, probability)


def told(names: list[Name]) -> list[tuple[str, EntityType | None]]:
    return [(each.text, each.type) for each in names]


def test_a_sure_tagger_decides_span_and_type() -> None:
    rules = [name("Quarn of Tartu", PLACE), name("Open Gate", PERSON)]
    found = merge(TEXT, rules, [seen("Ilda Quarn", PERSON, 0.95), seen("Open Gate", ORGANISATION, 0.9)])
    assert told(found) == [("Ilda Quarn", PERSON), ("Open Gate", ORGANISATION)]


def test_the_rules_stand_where_the_tagger_is_silent_or_unsure() -> None:
    rules = [name("Open Gate", ORGANISATION), name("Lisbon", PLACE)]
    found = merge(TEXT, rules, [seen("Open Gate", PERSON, 0.45), seen("Lisbon", PLACE, 0.3)])
    assert told(found) == [("Open Gate", ORGANISATION), ("Lisbon", PLACE)]
    found = merge(TEXT, rules, [seen("Open Gate", PERSON, 0.55)])
    assert told(found) == [("Open Gate", PERSON), ("Lisbon", PLACE)]


def test_a_likely_name_is_added_and_types_what_the_rules_leave_open() -> None:
    found = merge(TEXT, [name("Open Gate", None)], [seen("Open Gate", ORGANISATION, 0.5), seen("Lisbon", PLACE, 0.5)])
    assert told(found) == [("Open Gate", ORGANISATION), ("Lisbon", PLACE)]


def test_titles_articles_and_possessives_are_no_part_of_a_tagged_name() -> None:
    text = "The Harbour Council's deputy, Mayor Ilda Quarn"
    tagged = [
        Seen(at("The Harbour Council's", text), ORGANISATION, 0.9),
        Seen(at("Mayor Ilda Quarn", text), PERSON, 0.9),
    ]
    assert told(merge(text, [], tagged)) == [("Harbour Council", ORGANISATION), ("Ilda Quarn", PERSON)]


def test_a_place_within_a_tagged_organisation_stays_and_a_person_does_not() -> None:
    text = "the University of Tartu and the Ann Lee Foundation"
    rules = [name("Tartu", PLACE, text), name("Ann Lee", PERSON, text)]
    tagged = [
        Seen(at("University of Tartu", text), ORGANISATION, 0.9),
        Seen(at("Ann Lee Foundation", text), ORGANISATION, 0.9),
    ]
    assert told(merge(text, rules, tagged)) == [
        ("University of Tartu", ORGANISATION),
        ("Tartu", PLACE),
        ("Ann Lee Foundation", ORGANISATION),
    ]


def test_of_tagged_names_that_cross_the_likelier_stays() -> None:
    found = merge(TEXT, [], [seen("Ilda Quarn of Tartu", PERSON, 0.7), seen("Tartu", PLACE, 0.9)])
    assert told(found) == [("Tartu", PLACE)]


def test_a_tagged_name_ends_with_its_line_and_keeps_the_last_full_stop_of_letters() -> None:
    text = "Ilda Quarn\n\nIlda Quarn left the U.S. today."
    tagged = [Seen(Span(0, 22), PERSON, 0.9), Seen(at("U.S", text), PLACE, 0.9)]
    assert [each.span.of(text) for each in merge(text, [], tagged)] == ["Ilda Quarn", "Ilda Quarn", "U.S."]


def test_capital_letters_alone_type_no_name_that_the_tagger_does_not_see() -> None:
    found = merge("Free Culture met Martha Quell.", [
        name("Free Culture", PERSON, "Free Culture met Martha Quell."),
        name("Martha Quell", PERSON, "Free Culture met Martha Quell."),
    ], [])  # fmt: skip
    assert told(found) == [("Free Culture", None), ("Martha Quell", PERSON)]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("University of Lisbon", ["Lisbon"]),
        ("Lisbon City Council", ["Lisbon"]),
        ("Harbour Council", []),
        ("Lisbon", []),
    ],
)
def test_places_within_names(words: str, places: list[str]) -> None:
    text = f"The {words} met."
    found = with_nested(text, [name(words, ORGANISATION, text)])
    assert [each.text for each in found if each.type is PLACE] == places


@pytest.mark.parametrize(
    ("text", "words", "kind", "named"),
    [
        ("He took a trip to Ostrava.", "Ostrava", PLACE, True),
        ("What sort of a nose did Cleopatra have?", "Cleopatra", PERSON, True),
        ("She met a 30-year-old Ostravan there.", "Ostravan", PERSON, False),
        ("He took a trip to Ostravan.", "Ostravan", PLACE, True),
        ("He spoke of an Iran deal.", "Iran", PLACE, True),
        ("It is an OSTRA heritage site.", "OSTRA", ORGANISATION, True),
        ("Two Ostravans met a Quarn aide.", "Quarn", PERSON, True),
        ("Two Ostravans met a Quarn aide.", "Ostravans", PERSON, False),
        ("He signed the Fair Harbours Act.", "Fair Harbours Act", ORGANISATION, False),
        ("He called Jude Law.", "Jude Law", PERSON, True),
        ("The United Harbours Programme spoke.", "United Harbours Programme", ORGANISATION, True),
        ("Many died of COVID there.", "COVID", ORGANISATION, False),
        ("Today Congresswoman Ann Lee spoke.", "Congresswoman", PERSON, False),
        ("Today the Congresswoman spoke.", "Congresswoman", PERSON, True),
        ("The Fair Air Act spoke.", "Fair Air Act", ORGANISATION, False),
        ("He met the Saudis there.", "Saudis", PLACE, False),
        ("He left the Presidency there.", "Presidency", PERSON, False),
    ],
)
def test_laws_prizes_diseases_titles_and_those_who_are_counted_are_no_names(
    text: str, words: str, kind: EntityType, named: bool
) -> None:
    found = merge(text, [], [Seen(at(words, text), kind, 0.9)])
    assert (words in [each.text for each in found]) is named


def test_a_river_or_city_named_after_a_place_is_not_within_it() -> None:
    text = "the Arkansas River, Mexico City, the Tulsa International Airport"
    names = [name(words, PLACE, text) for words in ("Arkansas River", "Mexico City", "Tulsa International Airport")]
    assert [each.text for each in with_nested(text, names)] == [
        "Arkansas River",
        "Mexico City",
        "Tulsa International Airport",
        "Tulsa",
    ]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("They asked QUARM, which answered.", "QUARM", ORGANISATION),
        ("They asked ILDA QUARM, who answered.", "QUARM", PERSON),
        ("They asked QUARM, and Quarm answered.", "QUARM", PERSON),
        ("QUARM, 12.30:\nThey asked him.", "QUARM", PERSON),
    ],
)
def test_a_lone_abbreviation_is_an_organisation(text: str, words: str, kind: EntityType) -> None:
    found = merge(text, [], [Seen(at(words, text), PERSON, 0.95)])
    assert [each.type for each in found if each.text == words] == [kind]


def test_a_foundation_named_after_a_person_is_an_organisation_unless_the_tagger_is_certain() -> None:
    text = "He asked the Lee Foundation."
    rules = [name("Lee Foundation", ORGANISATION, text)]
    for probability, kind in ((0.7, ORGANISATION), (0.95, PERSON)):
        assert told(merge(text, rules, [Seen(at("Lee Foundation", text), PERSON, probability)])) == [
            ("Lee Foundation", kind)
        ]


def test_the_whole_name_of_a_school_or_airport_stays_around_the_place_in_it() -> None:
    text = "from Ostrava College and Ostrava International Airport"
    rules = [name("Ostrava College", ORGANISATION, text), name("Ostrava International Airport", PLACE, text)]
    tagged = [Seen(Span(5, 12), PLACE, 0.95), Seen(Span(25, 32), PLACE, 0.95)]
    assert told(merge(text, rules, tagged)) == [
        ("Ostrava College", ORGANISATION),
        ("Ostrava", PLACE),
        ("Ostrava International Airport", PLACE),
        ("Ostrava", PLACE),
    ]


def test_what_the_rules_take_for_a_law_or_disease_is_left_out() -> None:
    text = "the Fair Harbours Act and COVID"
    assert merge(text, [name("Fair Harbours Act", None, text), name("COVID", ORGANISATION, text)], []) == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("So Secretary Ann Lee spoke. They asked the Secretary again.", True),
        ("So Secretary Ann Lee spoke. They asked the Secretary's aides.", True),
        ("So Secretary Ann Lee spoke. They asked the Secretary of War.", False),
        ("So Secretary Ann Lee spoke. They asked the Secretary Bo Quarn.", False),
        ("So Secretary Ann Lee spoke. They asked the Mayor again.", False),
        ("The Vice Secretary Ann Lee spoke. They asked the Secretary again.", False),
        ("So Secretary Ann Lee and Secretary Bo Quarn spoke. They asked the Secretary again.", False),
    ],
)
def test_an_office_with_one_holder_names_them(text: str, held: bool) -> None:
    tagged = [Seen(at(words, text), PERSON, 0.95) for words in ("Ann Lee", "Bo Quarn") if words in text]
    asked = text.index("asked")
    assert [each.words for each in merge(text, [], tagged) if each.span.start > asked and each.titled] == (
        [("Ann", "Lee")] if held else []
    )


def test_the_end_of_a_tagged_place_is_no_other_place() -> None:
    text = "the village of Little Norway"
    tagged = [Seen(at("Little Norway", text), PLACE, 0.9)]
    assert told(merge(text, [name("Norway", PLACE, text)], tagged)) == [("Little Norway", PLACE)]


@pytest.mark.parametrize(("others", "named"), [("Iona left. Iona came.", False), ("Iona left.", True)])
def test_a_word_that_the_tagger_seldom_takes_for_a_name_is_none_where_it_is_unsure(others: str, named: bool) -> None:
    text = f"Iona met her. {others}"
    assert bool(merge(text, [], [Seen(Span(0, 4), PERSON, 0.55)])) is named
    assert merge(text, [], [Seen(Span(0, 4), PERSON, 0.65)])


def test_an_abbreviation_with_full_stops_is_an_organisation_where_the_tagger_sees_none() -> None:
    text = "He asked the O.Q.M. about the U.S.A. today"
    found = merge(text, [name("O.Q.M.", None, text), name("U.S.A.", None, text)], [])
    assert told(found) == [("O.Q.M.", ORGANISATION), ("U.S.A.", None)]


def test_a_full_name_is_a_persons_and_a_surname_that_is_also_a_place_too() -> None:
    text = "Ann Lincoln spoke. Then Lincoln and Dallas left."
    rules = [name("Ann Lincoln", PERSON, text), name("Dallas", PLACE, text)]
    rules.append(Name(Span(24, 31), "Lincoln", ("Lincoln",), PLACE))
    tagged = [
        Seen(at("Ann Lincoln", text), ORGANISATION, 0.8),
        Seen(Span(24, 31), PERSON, 0.8),
        Seen(at("Dallas", text), PERSON, 0.8),
    ]
    assert told(merge(text, rules, tagged)) == [("Ann Lincoln", PERSON), ("Lincoln", PERSON), ("Dallas", PLACE)]
