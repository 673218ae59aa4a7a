import re

import pytest

from kg.identity import Chain, key, label, name_in, own_key
from kg.model import EntityType
from kg.vocab import Iris

ORGANISATION, PERSON, PLACE, GROUP = EntityType.ORGANISATION, EntityType.PERSON, EntityType.PLACE, EntityType.GROUP


def chain(name: str, type: EntityType = PERSON, article: str = "a", **more: object) -> Chain:
    return Chain(f"chain/{article}-{name}", f"article/{article}", type, name, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (chain("Leonid Volkov"), chain("leonid  Volkov", article="b")),
        (chain("José Ágreda"), chain("Jose Agreda", article="b")),
        (chain("The Lake Forum", ORGANISATION), chain("Lake Forum", ORGANISATION, "b")),
        (chain("Kyiv", PLACE, geonames=703448), chain("Kiev", PLACE, "b", geonames=703448)),
        (chain("Open Gate", ORGANISATION), chain("Open Gate", ORGANISATION, "b")),
        (chain("MSF", ORGANISATION), chain("Doctors Without Borders", ORGANISATION, "b")),
        (chain("Transnistria", PLACE), chain("Pridnestrovie", PLACE, "b")),
        (chain("The Federal Security Service", ORGANISATION), chain("FSB", ORGANISATION, "b")),
    ],
)
def test_the_same_full_name_is_the_same(one: Chain, other: Chain) -> None:
    assert own_key(one) == own_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (chain("Vladimir"), chain("Vladimir", article="b")),
        (chain("Volkov"), chain("Leonid Volkov", article="b")),
        (chain("a farmer", unnamed=True), chain("a farmer", article="b", unnamed=True)),
        (chain("Karvia", PLACE), chain("Karvia", ORGANISATION)),
        (chain("Nadia Orlov"), chain("Nadja Orlov", article="b")),
        (chain("MSF", PERSON), chain("Doctors Without Borders", ORGANISATION, "b")),
        (chain("the report", EntityType.DOCUMENT), chain("the report", EntityType.DOCUMENT, "b")),
        (chain("郭", PERSON), chain("王", PERSON)),
    ],
)
def test_what_is_less_certain_stays_apart(one: Chain, other: Chain) -> None:
    assert own_key(one) != own_key(other)


def test_a_bare_abbreviation_is_the_one_organisation_that_claims_it() -> None:
    full = chain("Institute for Border Studies", ORGANISATION, abbreviation="IBS")
    bare = chain("IBS", ORGANISATION, "b")
    assert full.claim == ("IBS", own_key(full))
    assert key(bare, {"IBS": {own_key(full)}}) == own_key(full)
    assert key(bare, {}) == own_key(bare)
    assert key(bare, {"IBS": {own_key(full), "organisation:international ballet school"}}) == own_key(bare)


def test_a_person_never_becomes_what_an_abbreviation_stands_for() -> None:
    assert key(chain("Ibs", PERSON), {"Ibs": {"organisation:institute for border studies"}}).startswith("person:")


def test_a_label_does_not_depend_on_the_order_of_names() -> None:
    key = own_key(chain("Leonid Volkov"))
    assert label(key, {"leonid Volkov", "Volkov", "Leonid Volkov", "LEONID VOLKOV"}) == "Leonid Volkov"
    assert label("organisation:lake forum", {"The Lake Forum", "Lake Forum", "LF"}) == "Lake Forum"


def test_the_name_in_a_key_has_no_article_and_no_number() -> None:
    assert name_in(own_key(chain("Vladimir"))) == "vladimir"
    assert name_in(own_key(chain("Kyiv", PLACE, geonames=703448))) == ""


def test_iris_tell_apart_whoever_shares_a_name_with_many() -> None:
    iris = Iris("https://example.org/")
    full = iris.actor("ann lee", "person:ann lee").value
    assert re.fullmatch(r"https://example\.org/actor/ann-lee-[0-9a-f]{8}", full)
    unnamed = (iris.actor("officials", f"group:officials@{n:016x}").value for n in range(3))
    assert all(re.fullmatch(r".+/actor/officials-[0-9a-f]{16}", iri) for iri in unnamed)
    assert re.fullmatch(r".+/actor/[0-9a-f]{16}", iris.actor("анна ли", "person:анна ли").value)
    assert re.fullmatch(r".+/place/[0-9a-f]{16}", iris.place("село", "place:село").value)
