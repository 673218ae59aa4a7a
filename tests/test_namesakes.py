"""Whose a name is that several may bear, that is spelt wrong or shortened, or that stands beside another."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.chains import Chain
from kg.extract.introductions import Introductions
from kg.extract.linking import link
from kg.extract.name import Name
from kg.extract.same_names import misspelt, same_person
from kg.extract.source_names import SourceNames
from kg.model import AnnotatedArticle, Article, EntityType, Span


def read(text: str) -> AnnotatedArticle:
    return extract(Article(text), "rules")


def speakers(text: str) -> list[str | None]:
    found = read(text)
    return [found.entity(one.speaker).name if one.speaker else None for one in found.statements]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Brazille", "Brazile", True),
        ("Marnad", "Marand", True),
        ("McLenhill", "McClenhill", True),
        ("Marands", "Marand", False),
        ("Lees", "Leek", False),
        ("Barand", "Marand", False),
        ("Quellmer", "Quellsom", False),
    ],
)
def test_a_surname_may_be_off_by_a_letter_but_not_by_its_first_and_not_by_a_plural(
    one: str, other: str, same: bool
) -> None:
    assert misspelt(one, other) is same


def test_a_surname_spelt_wrong_is_that_of_the_one_named_before() -> None:
    text = "Ilse Fernhill came to the bridge. “We stay,” Fernhil said. “We leave,” Fernhill said."
    assert speakers(text) == ["Ilse Fernhill", "Ilse Fernhill"]


def test_a_surname_like_two_others_is_nobodys_slip() -> None:
    text = "Ilse Fernhill and Bo Fernhall came to the bridge. “We stay,” Fernhell said."
    assert speakers(text) == ["Fernhell"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("William Fernhill", "Bill Fernhill", True),
        ("W. Fernhill", "William Fernhill", True),
        ("Robert Fernhill", "Bill Fernhill", False),
        ("Bill Fernhill", "Bill Quell", False),
    ],
)
def test_short_forms_of_given_names_name_the_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one.split(), other.split()) is same


def test_two_given_names_share_the_surname_behind_them() -> None:
    found = read("Robert and Anna Fernhill came to the bridge. Robert said the bridge was closed.")
    people = {entity.name: len(entity.mentions) for entity in found.entities if entity.type is EntityType.PERSON}
    assert people == {"Robert Fernhill": 2, "Anna Fernhill": 1}


def test_a_surname_before_and_takes_no_other() -> None:
    found = read("Anna Marand came. Marand and Anna Fernhill left. Marand said the bridge was closed.")
    assert {entity.name for entity in found.entities} >= {"Anna Marand", "Anna Fernhill"}
    assert "Marand Fernhill" not in {entity.name for entity in found.entities}


def test_a_bare_surname_of_two_is_that_of_who_spoke_right_before() -> None:
    text = (
        "John Fernhill said the bridge was safe. His sister Ilse Fernhill came. The bridge is old.\n\n"
        "John Fernhill said that the mill was closed, as Ilse Fernhill knew. “We stay,” Fernhill said."
    )
    assert speakers(text)[-1] == "John Fernhill"


def test_two_who_speak_together_are_a_group_of_their_own() -> None:
    text = (
        "Anna Marand met Bo Fernhill. Ms. Marand and Mr. Fernhill said that the bridge was safe. "
        "Anna Marand and Bo Fernhill warned that the mill was closed."
    )
    assert speakers(text) == ["Anna Marand and Bo Fernhill"] * 2
    (group,) = [entity for entity in read(text).entities if entity.type is EntityType.GROUP]
    assert len(group.mentions) == 2


def test_the_name_in_a_title_does_not_speak() -> None:
    text = "Marand Challenger Bo Fernhill"
    marand = Chain("Marand", EntityType.PERSON, [Span(0, 6)])
    fernhill = Chain("Bo Fernhill", EntityType.PERSON, [Span(18, 29)])
    assert SourceNames(text, [marand, fernhill]).speaking(Span(0, len(text))) == (Span(18, 29), fernhill)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Marand campaign paid for it. The campaign said that the bridge was safe.", "Marand campaign"),
        ("Anna Marand's campaign paid for it. The campaign said that the bridge was safe.", "Anna Marand campaign"),
        (
            "The Harbour Workers Association met. The union said that the bridge was closed.",
            "Harbour Workers Association",
        ),
        ("The Harbour Council met. The campaign said that the bridge was closed.", None),
    ],
)
def test_a_noun_means_the_body_that_was_named_with_it_or_is_of_its_kind(text: str, who: str | None) -> None:
    assert speakers(text) == [who]


def test_who_is_named_in_a_relative_clause_does_not_speak() -> None:
    text = "Anna Marand came to Harrow. A member who supports Marand said that the bridge was closed."
    assert set(speakers(text)) == {"A member"}


def test_an_abbreviation_may_hold_the_small_words_of_a_name() -> None:
    text = "The Department of Harbours met. The DOH said that the bridge was closed."
    assert speakers(text) == ["Department of Harbours"]


def test_a_word_of_a_headline_read_as_a_longer_name_is_the_name_of_the_text_below() -> None:
    text = "Marand Says Harbour Council Will Stay.\n\nAnna Marand came to the bridge. Marand smiled."
    longer = Chain("Marand Says Harbour Council", EntityType.ORGANISATION, [Span(0, 27)])
    marand = Chain("Anna Marand", EntityType.PERSON, [Span(40, 51), Span(72, 78)], ["Marand"])
    names = SourceNames(text, [longer, marand])
    assert names.called("Marand") is marand
    assert names.called("Harbour") is None


def test_a_headline_read_as_a_name_is_no_body_that_a_noun_means() -> None:
    text = "Marand Harbour Campaign Grows\n\nThe town listened. The campaign said that the bridge was safe."
    headline = Chain("Marand Harbour Campaign", EntityType.ORGANISATION, [Span(0, 23)])
    assert Introductions(text, [headline]).meant("campaign", ["The", "campaign"], 49) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A court ruled that the bridge was safe.\n\nThe Harbour Court said that it had time.", ["Harbour Court"] * 2),
        ("A newspaper says the mill is closed.\n\nThe Harbour Times reported that it burned.", ["Harbour Times"] * 2),
        (
            "A court ruled that the bridge was safe.\n\nThe Harbour Council said it had time.",
            ["A court", "Harbour Council"],
        ),
    ],
)
def test_a_body_described_in_the_opening_is_the_one_named_next_by_that_noun(text: str, who: list[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A tired man came to the bridge. The man said that the mill was closed.", "The man"),
        ("Anna Marand came to the bridge. The man said that the mill was closed.", None),
        ("A judge came. Another mayor left. The mayor said that the mill was closed.", None),
    ],
)
def test_who_was_told_of_without_a_name_is_a_source_without_one(text: str, who: str | None) -> None:
    assert speakers(text) == [who]


def test_a_family_is_a_group() -> None:
    found = read("Anna Marand came to the bridge. Her family said that the mill was closed.")
    assert [found.entity(one.speaker).type for one in found.statements if one.speaker] == [EntityType.GROUP]


@pytest.mark.parametrize(
    ("text", "source", "who"),
    [
        ("Even Anna Marand, his oldest friend, said so.", "his oldest friend", "Anna Marand"),
        ("They saw Anna Marand, his oldest friend, said so.", "his oldest friend", None),
        ("Anna Marand, his oldest friend said so.", "his oldest friend", None),
    ],
)
def test_what_is_said_of_a_name_that_opens_the_sentence_is_its_bearer(text: str, source: str, who: str | None) -> None:
    name, start = text.index("Anna Marand"), text.index(source)
    marand = Chain("Anna Marand", EntityType.PERSON, [Span(name, name + 11)])
    found = SourceNames(text, [marand]).beside(Span(start, start + len(source)))
    assert (found[1].name if found else None) == who


def test_who_is_identified_as_somebody_is_that_one() -> None:
    text = "A woman later identified as Anna Marand asked whether the bridge was safe."
    assert set(speakers(text)) == {"Anna Marand"}


def test_a_headline_that_was_read_as_a_name_is_the_person_it_begins_with() -> None:
    text = "Anna Marand Slams Harbour Council\n\nAnna Marand came to the bridge."
    longer = Chain("Anna Marand Slams Harbour", EntityType.PERSON, [Span(0, 25)])
    marand = Chain("Anna Marand", EntityType.PERSON, [Span(35, 46)])
    names = SourceNames(text, [longer, marand])
    assert names.meant(longer) is marand
    assert names.meant(marand) is marand


def named(*names: tuple[str, EntityType | None], text: str) -> list[Name]:
    found = []
    at = 0
    for words, kind in names:
        at = text.index(words, at)
        found.append(Name(Span(at, at + len(words)), words, tuple(words.split()), kind))
    return found


def test_a_particle_with_a_capital_begins_the_same_surname() -> None:
    text = "De Roa left. Bill de Roa and Ann Di Paz spoke; Di Paz and de Roa agreed."
    person = EntityType.PERSON
    words = ("De Roa", "Bill de Roa", "Ann Di Paz", "Di Paz", "de Roa")
    chains = link(text, named(*((each, person) for each in words), text=text))
    assert [(chain.name, len(chain.mentions)) for chain in chains] == [("Bill de Roa", 3), ("Ann Di Paz", 2)]
    text = "Quarn left. Ben Quarn spoke."
    assert [chain.name for chain in link(text, named(("Quarn", person), ("Ben Quarn", person), text=text))] == [
        "Ben Quarn"
    ]


def test_an_abbreviation_in_brackets_makes_no_organisation_of_what_is_none() -> None:
    text = "The Quarm Under Test (QUT), the Quarm Union (QU) and the Demo Ilva (DIV) met."
    untyped = ("Quarm Under Test", "Quarm Union", "Demo Ilva")
    names = named(*((each, None) for each in untyped), ("DIV", EntityType.ORGANISATION), text=text)
    assert [chain.type for chain in link(text, names)] == [None, EntityType.ORGANISATION, EntityType.ORGANISATION]


def test_a_place_in_capitals_is_spelt_as_elsewhere() -> None:
    where = (Span(0, 4), Span(9, 13))
    chain = Chain("QUAR", EntityType.PLACE, list(where), aliases=["Quar City", "QUAR.", "Quar"])
    entity = chain.entity("e1")
    assert (entity.name, entity.aliases) == ("Quar", ("QUAR", "Quar City", "QUAR."))


@pytest.mark.parametrize("kin", ["nephew, the miller", "brother-in-law,"])
def test_a_bare_surname_is_not_that_of_kin_who_was_told_of_in_full(kin: str) -> None:
    text = (
        f"Clara Fernhill opened the mill. Her {kin} Bo Fernhill, sang.\n\n"
        "Asked about the mill, Fernhill said that it was old."
    )
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    assert [named[each.speaker] for each in found.statements if each.speaker] == ["Clara Fernhill"]
