"""Organisations named once more by another noun for what they were told to be."""

import pytest

from kg.extract import extract
from kg.model import Article


def speaker(text: str) -> str | None:
    """Who speaks the last statement of a text: a name; None for nobody, and for whoever has none."""
    found = extract(Article(text), "rules")
    named = {entity.id: None if entity.unnamed else entity.name for entity in found.entities}
    told = sorted(found.statements, key=lambda statement: statement.content[0].start)
    return named.get(told[-1].speaker or "")


@pytest.mark.parametrize(
    ("told", "noun", "who"),
    [
        ("Quarnair, the budget airline, cancelled 40 flights.", "carrier", "Quarnair"),
        ("Quarnair, the budget airline, cancelled 40 flights.", "airline", "Quarnair"),
        ("Dendra, a business daily, published the list.", "newspaper", "Dendra"),
        ("Dendra, a business daily, published the list.", "paper", "Dendra"),
        ("Dendra, an independent website, published the list.", "outlet", "Dendra"),
        ("FUQA, handball's governing body, met in Harrow.", "governing body", "FUQA"),
        ("The Utopian carmaker Dendra closed a plant.", "manufacturer", "Dendra"),
        ("The Quarn Fishing Authority closed the bay.", "regulator", "Quarn Fishing Authority"),
        ("Quarn Airways cancelled 40 flights.", "carrier", "Quarn Airways"),
        ("The Karvian Union closed its borders.", "bloc", "Karvian Union"),
        ("The oil company Dendra closed the pit.", "oil giant", "Dendra"),
        ("The charity Dendra sent lorries.", "NGO", "Dendra"),
        ("The startup Dendra, founded in 2019, raised $40m.", "Harrow-based firm", "Dendra"),
        ("Dendra Ltd, the streaming service, raised its price.", "company", "Dendra Ltd"),
        ("The bank Dendra bought Quarn, a German bank.", "German lender", "Quarn"),
        ("The planemaker Dendra said it would wait for the Quarn Safety Agency.", "agency", "Quarn Safety Agency"),
        ("Seville, the Spanish club, lost again.", "club", "Seville"),
    ],
)
def test_another_noun_of_the_kind_means_the_organisation(told: str, noun: str, who: str) -> None:
    assert speaker(f"{told} The {noun} said the plan had failed.\n") == who


@pytest.mark.parametrize(
    "text",
    [
        "Unity, the airline workers' union, called a strike. The airline said the plan had failed.\n",
        "Quarnair, the budget airline, cancelled 40 flights. The regulator said the plan had failed.\n",
        "Quarnair, the budget airline, cancelled 40 flights. Dendra Group did too. The carrier said that it rained.\n",
        "Quarn Foods and Dendra Foods cut their budgets. The company said the plan had failed.\n",
        "The north Harrow club Dendra won again. The charity said the plan had failed.\n",
        "The mobile operator Dendra agreed to merge. The watchdog said the plan had failed.\n",
        "The energy company Dendra agreed to merge. The environmental group said the plan had failed.\n",
        "The Quarn Authority and the Dendra Agency met. The regulator said the plan had failed.\n",
    ],
)
def test_nobody_is_meant_by_a_noun_that_may_mean_another(text: str) -> None:
    assert speaker(text) is None


def test_of_two_groups_the_one_that_just_spoke_is_meant() -> None:
    text = (
        "Harrow in fear\n\nIn the city 210 people were arrested, according to the rights group Open Door.\n\n"
        "“Nobody asked us”, said the movement Mothers of the Hill in a statement. The group said that it would march.\n"
    )
    assert speaker(text) == "Mothers of the Hill"
    whole = text.replace("Harrow in fear\n\n", "Harrow waited for the buses on Monday.\n\n")
    assert speaker(whole) == "Mothers of the Hill"
