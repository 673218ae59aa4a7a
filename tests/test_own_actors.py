"""Bodies that are described and not named: actors of their own, unless one that is named may be meant."""

import pytest
from test_topics import speaker

from kg.extract import extract
from kg.model import Article


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Roads were closed. The transport ministry said that they would reopen.", "transport ministry"),
        ("Trams stood still, Ann Lee told the BBC. The tram operator said that they would run.", "tram operator"),
        ("The tram operator said that no fares would rise.", "tram operator"),
        ("It rained in the hills. The regional water agency said that the dams would hold.", "regional water agency"),
        ("Roads were closed. The ministry said that they would reopen.", "ministry"),
        ("Roads were closed. The company said that they would reopen.", None),
        ("Tarvia Rail Ltd stopped its trains. Later, the train company said that they would go on.", "Tarvia Rail Ltd"),
        ("The Finance Ministry paid. The transport ministry said that roads would reopen.", "transport ministry"),
        ("Roads were closed. The district commissariat said that they would reopen.", "district commissariat"),
        ("The Federal Reserve raised rates. The central bank said that it was sure.", None),
        ("The Transport Ministry paid. The ministry said that roads would reopen.", "Transport Ministry"),
        ("The Example Bank paid. The diocese said that the church would reopen.", "diocese"),
        ("The Example Bank paid. The cup will wait, the lottery fund said.", "lottery fund"),
        ("The Example Bank paid. The main opposition party said that the cup would wait.", "main opposition party"),
        ("The Example Bank paid. The party said that the cup would wait.", None),
        ("The Example Bank paid. In its answer, the regulator said that it was too late.", "regulator"),
        ("The Banking Authority came. The regulator said that it was too late.", "Banking Authority"),
        ("Harrow Freight met its crews. The union of carriers said that roads were full.", "union of carriers"),
        ("The Carriers Union met its crews. The union of carriers said that roads were full.", "Carriers Union"),
        ("Roads were closed. Utopian intelligence said that they would reopen.", "Utopian intelligence"),
        ("Roads were closed. The prefecture said that they would reopen.", "prefecture"),
        ("It rained in the hills. A parliamentary panel said that dams would hold.", "A parliamentary panel"),
        ("The Example Bank paid. The regulator said it was late. The company said that it was sorry.", "Example Bank"),
        (
            "News\n\nFernhill Ltd cut the pay. The union USQ called it a theft. The company said that it was sorry.",
            "Fernhill Ltd",
        ),
        ("Observers from the Quarn Civic Watch came. The mission said that it was calm.", "Quarn Civic Watch"),
        ("Bo Finch led the march. The carabinieri said that it was late.", "The carabinieri"),
        ("The owners, a Harrow firm, said that the dams would hold.", "The owners"),
        ("The rowing club, based in a shed, said that dams would hold.", "rowing club"),
        ("A footnote said that the dams would hold.", "A footnote"),
        ("Harrow Lines owed money. The coast guard said that the ferry was held.", "coast guard"),
        ("A memo from the dam, read by few, nevertheless says that it will hold.", "A memo"),
        ("Tarvia Rail Corporation met the Rail Union. The railway said that it would pay.", "Tarvia Rail Corporation"),
    ],
)
def test_a_body_that_is_only_described_speaks_unless_one_with_a_name_may_be_meant(told: str, who: str | None) -> None:
    assert speaker(told) == who


def test_later_descriptions_mean_the_body_described_before() -> None:
    told = (
        "The transport ministry said that roads would reopen. The labour ministry said that shops would not."
        " The transport ministry said that it was sure."
    )
    assert speaker(told) == "transport ministry"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Bridges were shut. Surveyors said that they would hold.", "Surveyors"),
        ("Bridges were shut. Trustees of the mill said that they would hold.", "Trustees of the mill"),
        ("It was a long trial. The defence said that he was asleep.", "The defence"),
        ("Bridges were shut. Fishermen said that they would hold.", "Fishermen"),
        ("Bridges were shut. Thirty-six per cent said that they would hold.", "Thirty-six per cent"),
        ("Bridges were shut. A notice on the door said that they would hold.", "A notice on the door"),
        ("Nothing was sold. The auction catalogue said that the clock was older.", "The auction catalogue"),
        ("A bridge fell. No group claimed that it had blown it up.", None),
    ],
)
def test_people_documents_and_sides_that_are_only_described_speak_and_nobody_does_not(
    told: str, who: str | None
) -> None:
    assert speaker(told) == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (
            "Five fell ill, according to the city water agency. It said one of them had drunk.",
            "city water agency",
        ),
        ("The inquiry's report says the dam was old. It recommends a new one.", "The inquiry's report"),
        ("The inquiry's report says the dam was old.\n\nRain fell. It recommends a new one.", None),
    ],
)
def test_it_goes_on_with_the_body_or_document_that_spoke_in_the_sentence_before(told: str, who: str | None) -> None:
    found = extract(Article(told), "network")
    named = {entity.id: entity.name for entity in found.entities}
    assert named.get(found.statements[-1].speaker or "") == who


def test_who_is_introduced_by_age_behind_the_verb_is_meant_by_who() -> None:
    assert speaker("Among them was a 17-year-old from Guinea who said that he had swum.") == "a 17-year-old"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The Transport Ministry said that roads were shut. “Go home,” its press service said.", "Transport Ministry"),
        ("Farmers said that it rained. The Ermine club said that they were wrong.", "Ermine club"),
    ],
)
def test_a_press_service_is_its_owner_and_a_name_in_a_description_tells_whose_it_is(told: str, who: str) -> None:
    assert speaker(told) == who


def test_a_body_called_by_its_country_has_a_name_though_no_article_stands_before_it() -> None:
    found = extract(Article("It was over. Belgium army said that it was calm."), "rules")
    assert [(entity.name, entity.unnamed) for entity in found.entities if entity.name != "Belgium"] == [
        ("Belgium army", False)
    ]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("It was Monday. “We knew it,” the gatekeeper said.", "the gatekeeper"),
        ("Ann Lee was out. It was Monday. “We knew it,” the gatekeeper said.", None),
        ("Ann Lee, a teacher in Sorrel, was dismissed. The head teacher said that it was legal.", None),
        ("Ann Lee, a teacher in Sorrel, was dismissed. The teacher said that it was not legal.", "Ann Lee"),
        ("It was late. Her roommate said that she was asleep.", "Her roommate"),
        ("It was late. Superintendent of Police R. Talvik said that roads were shut.", "R. Talvik"),
    ],
)
def test_a_person_who_is_only_described_speaks_where_nobody_named_may_be_meant(told: str, who: str | None) -> None:
    assert speaker(told) == who


def test_a_claim_is_no_part_of_those_who_deny_it() -> None:
    found = extract(Article("Farmers say that the dam was never mended, a charge engineers deny."), "rules")
    assert not [entity.name for entity in found.entities if "charge" in entity.name]
