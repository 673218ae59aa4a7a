"""What is told of a person beside the name, and who is meant by it later."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.told_people import beside
from kg.model import Article, EntityType, Span


def nouns(text: str, name: str) -> set[str]:
    at = text.index(name)
    return {told.noun for told in beside(text, Span(at, at + len(name)))}


def speaker(text: str) -> str | None:
    """Who speaks last; None also for somebody who has no name."""
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities if not entity.unnamed}
    return named.get(found.statements[-1].speaker or "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Olga Finch, 23, a zookeeper from Harrow, came.", {"zookeeper"}),
        ("Olga Finch (23), a zookeeper, came.", {"zookeeper"}),
        ("A dermatologist in Harrow, Olga Finch, came.", {"dermatologist"}),
        ("Saddler Olga Finch came.", {"saddler"}),
        ("They met a falconer named Olga Finch there.", {"falconer"}),
        ("Olga Finch, a glazier and retired welder, came.", {"glazier", "welder"}),
        ("Olga Finch, who owns the vineyard, came.", {"owner", "winemaker"}),
        ("Olga Finch, who drives a tram, came.", {"driver"}),
        ("Olga Finch, an accountant whose client was a jeweller, came.", {"accountant"}),
        ("Olga Finch, who is on trial for fraud, wept.", {"accused", "defendant"}),
        ("Olga Finch became a falconer in May.", {"falconer"}),
        ("Olga Finch, who became the mill's manager in May, came.", {"manager"}),
        ("A spokesman for the ministry, Olga Finch, came.", {"spokesman"}),
        ("Tanner-turned-falconer Olga Finch came.", {"tanner-turned-falconer"}),
        ("They saw Olga Finch, a falconer accused of fraud, weep.", {"falconer"}),
        ("Its former owner, Countess Olga Finch, came.", {"owner"}),
        ("Olga Finch, a nurse, cared for the patient, an old sailor.", {"nurse"}),
        ("Bo Lind beat President Olga Finch.", {"president"}),
        ("Olga Finch was with the driver then.", set()),
        ("Olga Finch, like the driver, wept.", set()),
        ("Olga Finch is not a doctor.", set()),
        ("Olga Finch is challenging the mayor.", set()),
        ("Olga Finch, the driver and two passengers were hurt.", set()),
        ("Olga Finch, who drives her brother home, wept.", set()),
        ("Finch, the company said, left.", set()),
        ("The report, Olga Finch wrote, was late.", set()),
    ],
)
def test_what_is_told(text: str, told: set[str]) -> None:
    assert nouns(text, "Finch" if text.startswith("Finch") else "Olga Finch") == told


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Olga Finch, a zookeeper, met the plumber Bo Lind.", "the zookeeper"),
        ("Bo Lind met Olga Finch, 23, a dermatologist in Harrow.", "the dermatologist"),
        ("Olga Finch, who owns the bakery, saw the crash.", "the baker"),
        ("A falconer, Olga Finch, saw the crash. Bo Lind was there too.", "the falconer"),
        ("Olga Finch, a mother-of-three, saw the crash.", "the mother of three"),
        ("Olga Finch, a mother of three, stood beside Bo Lind.", "the mother-of-three"),
        ("Olga Finch, who is charged with fraud, met the judge.", "the accused"),
        ("Bo Lind beat President Olga Finch.", "the president"),
        ("Olga Finch, the owner of the mill, saw the crash.", "the owner of the mill"),
    ],
)
def test_who_is_meant(before: str, source: str) -> None:
    assert speaker(f"{before} “It was late,” {source} said.") == "Olga Finch"


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Olga Finch, daughter of a dermatologist, opened the ward.", "the dermatologist"),
        ("Olga Finch, the former mayor of Harrow, came.", "the mayor"),
        ("Ex-minister Olga Finch was charged.", "the minister"),
        ("Olga Finch, the mayor of Harrow, met her counterpart.", "the mayor of Dunmore"),
        ("Olga Finch, the owner of the mill, saw the crash.", "the owner of the car"),
        ("Olga Finch, a taxi driver, saw the crash.", "the bus driver"),
        ("Olga Finch, Spain's foreign minister, met her French counterpart.", "the French minister"),
        ("Olga Finch, the mayor of Harrow, wrote to the Dunmore mayor.", "the Dunmore mayor"),
        ("Olga Finch, the vice president of Kenya, came.", "the Kenyan president"),
        ("Olga Finch, the culture minister, wrote to the prime minister.", "the prime minister"),
        ("Olga Finch, a police officer, arrested the suspect.", "the suspect"),
        ("Olga Finch hit a cyclist, a mother of three.", "the mother of three"),
        ("Olga Finch hit a cyclist, a 44-year-old man.", "the 44-year-old"),
        ("Olga Finch was appointed by the former governor.", "the former governor"),
        ("Coach Olga Finch dropped the goalkeeper.", "the goalkeeper"),
        ("Olga Finch, an actor, and Ben Ito, an actor, came.", "the actor"),
    ],
)
def test_who_is_not_meant(before: str, source: str) -> None:
    assert speaker(f"{before} “It was late,” {source} said.") is None


def test_whoever_is_new_is_a_source_without_a_name() -> None:
    found = extract(Article("Olga Finch met a falconer. The falconer said that the birds were ill."), "rules")
    assert [e.name for e in found.entities if e.unnamed and e.type is EntityType.PERSON] == ["The falconer"]
