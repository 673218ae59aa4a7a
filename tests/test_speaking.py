"""Who speaks where names are shared: countries that speak, people of one last name, names that are only titles."""

import pytest

from kg.extract import extract, tagged_names
from kg.extract.network.tagged import TaggedName
from kg.extract.tagged_names import merge
from kg.model import AnnotatedArticle, Article, EntityType, Span


def read(text: str) -> AnnotatedArticle:
    return extract(Article(text), "rules")


def speakers(text: str) -> list[tuple[str, EntityType]]:
    found = read(text)
    named = {entity.id: (entity.name, entity.type) for entity in found.entities}
    return [named[statement.speaker] for statement in found.statements if statement.speaker]


def tagged(text: str, words: str, kind: EntityType, probability: float) -> TaggedName:
    start = text.index(words)
    return TaggedName(Span(start, start + len(words)), kind, probability)


def test_a_country_that_speaks_is_an_organisation_and_remains_a_place() -> None:
    text = "China said on Monday that it would not attend the talks. The envoy flew to China on Tuesday."
    assert speakers(text) == [("China", EntityType.ORGANISATION)]
    types = {(entity.name, entity.type): len(entity.mentions) for entity in read(text).entities}
    assert types[("China", EntityType.PLACE)] == 1


def test_a_country_that_only_speaks_is_no_place() -> None:
    found = read("China said that it would not attend the talks.")
    assert [(entity.name, entity.type) for entity in found.entities] == [("China", EntityType.ORGANISATION)]


def test_titles_tell_people_of_one_last_name_apart() -> None:
    text = (
        "John Fernhill met Anna Fernhill at the bridge. Mr. Fernhill smiled. “We stay,” Mrs. Fernhill said. "
        "Mr. Fernhill said the bridge was closed. Mrs. Fernhill said the mill was open."
    )
    assert [name for name, _ in speakers(text)] == ["Anna Fernhill", "John Fernhill", "Anna Fernhill"]


def test_kin_beside_a_first_mention_and_a_title_tell_namesakes_apart() -> None:
    text = (
        "Xu Fernhill and his wife, Yi Fernhill, came to the bridge. Mrs. Fernhill smiled. "
        "Mr. Fernhill said the bridge was closed."
    )
    assert [name for name, _ in speakers(text)] == ["Xu Fernhill"]


def test_a_surname_of_two_words_may_be_shortened_to_its_first() -> None:
    text = "Marta Quell Febo came to the bridge. Ms. Quell said the bridge was closed."
    assert [name for name, _ in speakers(text)] == ["Marta Quell Febo"]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("the live count of the independent organization Harbour Watch", "Harbour Watch"),
        ("the count of the Harbour Council", "Harbour Council"),
        ("figures from the rights group Harbour Watch", "Harbour Watch"),
        ("an analysis of the Harbour Council", "an analysis of the Harbour Council"),
        ("a report on the Harbour Council", "a report"),
    ],
)
def test_a_count_is_told_by_who_counted_and_an_analysis_is_about_whom_it_names(source: str, who: str) -> None:
    text = f"The Harbour Council met. At least 1,311 people were detained, according to {source}."
    assert [name for name, _ in speakers(text)] == [who]


def test_an_institute_for_the_study_of_war_is_no_war() -> None:
    text = "The Institute for the Study of War (ISW) said that the war drags on. The Winter War dragged on."
    names = [("Institute for the Study of War", 0.9), ("ISW", 0.9), ("Winter War", 0.9)]
    seen = [tagged(text, words, EntityType.ORGANISATION, likely) for words, likely in names]
    assert [name.text for name in merge(text, [], seen)] == ["Institute for the Study of War", "ISW"]


def test_an_analysis_of_records_is_not_their_owner() -> None:
    text = "Prices rose by half, according to a Herald analysis of Harbour Council records."
    assert [name for name, _ in speakers(text)] == ["a Herald analysis of Harbour Council records"]


def test_a_country_with_an_apposition_speaks() -> None:
    text = "China, the largest buyer of the ore, said that it would not attend the talks."
    assert speakers(text) == [("China", EntityType.ORGANISATION)]


def test_a_title_or_a_mark_is_no_name() -> None:
    text = "Mr. Fernhill left. Marand came."
    seen = [tagged(text, "Mr", EntityType.PERSON, 0.9), tagged(text, ".", EntityType.PERSON, 0.9)]
    assert merge(text, [], [*seen, tagged(text, "Marand", EntityType.PERSON, 0.9)])[0].text == "Marand"


@pytest.mark.parametrize(("probability", "kind"), [(0.7, EntityType.PLACE), (tagged_names.CERTAIN, EntityType.PERSON)])
def test_the_list_of_places_outweighs_a_tagger_that_is_not_certain(probability: float, kind: EntityType) -> None:
    text = "“We will wait,” Moscow replied."
    place = tagged(text, "Moscow", EntityType.PLACE, 1.0)
    (known,) = merge(text, [], [place])
    (found,) = merge(text, [known], [tagged(text, "Moscow", EntityType.PERSON, probability)])
    assert found.type is kind


def test_places_within_tagged_names_join_them() -> None:
    text = "The University of Oslo opened."
    found = merge(text, [], [tagged(text, "University of Oslo", EntityType.ORGANISATION, 0.95)])
    assert [(name.text, name.type) for name in found] == [
        ("University of Oslo", EntityType.ORGANISATION),
        ("Oslo", EntityType.PLACE),
    ]


def test_one_of_many_is_no_name() -> None:
    text = "A 30-year-old Muscovite and two Democrats spoke to Marand, another Muscovite."
    seen = [tagged(text, words, EntityType.PERSON, 0.9) for words in ("Muscovite", "Democrats", "Marand")]
    assert [name.text for name in merge(text, [], seen)] == ["Marand"]


def test_the_end_of_an_organisations_name_is_none_by_itself() -> None:
    text = "The Riga Prosecutor’s Office warned them."
    (body,) = merge(text, [], [tagged(text, "Riga Prosecutor’s Office", EntityType.ORGANISATION, 1.0)])[:1]
    found = merge(text, [body], [tagged(text, "Office", EntityType.ORGANISATION, 0.95)])
    assert "Office" not in [name.text for name in found]
    assert "Riga Prosecutor’s Office" in [name.text for name in found]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("The man who lives in the house, Bo Finch,", "Bo Finch"),
        ("The judge who leads it, Counsellor Bo Finch,", "Bo Finch"),
        ("chief operating officer Bo Finch", "Bo Finch"),
        ("Sam Hill KC", "Sam Hill"),
        ("Bo Finch, OBE,", "Bo Finch"),
        ("Its head, Minister of Roads Bo Finch,", "Bo Finch"),
        ("The baker herself", "Ann Lee"),
    ],
)
def test_the_name_in_a_description_speaks_without_what_is_no_part_of_it(source: str, who: str) -> None:
    text = f"Ann Lee, a baker, opened the doors on Monday. “The bridge is closed,” {source} said on Tuesday."
    assert [name.removeprefix("Counsellor ") for name, _ in speakers(text)] == [who]


def test_who_works_at_an_institute_is_none() -> None:
    text = "Warm water drives the cod together, said Turid Eikland, a biologist at the institute. “It does,” she said."
    assert set(speakers(text)) == {("Turid Eikland", EntityType.PERSON)}
