"""Other nouns for an organisation told to be of a kind: "the carrier" is the airline, "the paper" the French daily."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Final

from kg.extract.bodies import PLATFORMS
from kg.extract.chains import Chain
from kg.extract.descriptions import COLLECTIVE, PRESS_NAME
from kg.extract.lexicon import DEMONYMS, word_set
from kg.extract.own_actors import FIRMS, NEWS
from kg.model import EntityType

MAKERS: Final = word_set("carmaker automaker planemaker drugmaker chipmaker toymaker phonemaker maker manufacturer")
SHOPS: Final = word_set("supermarket grocer retailer chain")
PAPERS: Final = word_set("newspaper daily weekly tabloid broadsheet paper magazine journal fortnightly monthly")
STATIONS: Final = word_set("broadcaster channel station network")
SITES: Final = word_set("website portal site")
RIGHTS: Final = word_set("group charity ngo nonprofit non-profit organisation organization")
RULING: Final = word_set(
    "regulator watchdog body federation association confederation committee council commission union agency authority"
    " inspectorate organisation organization league"
)
ARMED: Final = word_set("militia movement group faction organisation organization militants")
LEARNED: Final = word_set("university college school institute academy museum gallery hospital")

TOLD: Final[Mapping[str, frozenset[str]]] = {
    "carrier": word_set("airline flyer"),
    "airline": word_set("carrier"),
    "automaker": word_set("carmaker"),
    "carmaker": word_set("automaker"),
    **dict.fromkeys(("manufacturer", "maker"), MAKERS),
    **dict.fromkeys(("retailer", "chain"), SHOPS),
    "grocer": word_set("supermarket"),
    "supermarket": word_set("grocer"),
    **dict.fromkeys(("newspaper", "paper"), word_set("newspaper daily weekly tabloid broadsheet paper")),
    **dict.fromkeys(("daily", "weekly", "tabloid", "broadsheet"), word_set("newspaper paper")),
    **dict.fromkeys(("outlet", "publication"), PAPERS | STATIONS | SITES | {"outlet", "publication"}),
    **dict.fromkeys(("broadcaster", "channel", "station", "network"), STATIONS),
    **dict.fromkeys(("website", "site", "portal"), SITES | {"outlet"}),
    "lender": word_set("bank lender"),
    "bank": word_set("lender"),
    **dict.fromkeys(("charity", "ngo", "nonprofit", "non-profit"), RIGHTS - {"group"}),
    **dict.fromkeys(("regulator", "watchdog"), word_set("regulator watchdog inspectorate ombudsman")),
    "body": RULING,
    **dict.fromkeys(("militia", "faction"), ARMED - {"organisation", "organization", "movement"}),
    "institution": LEARNED | {"bank", "court"},
    "tribunal": word_set("court"),
    "side": word_set("club team"),
    "team": word_set("club side"),
    "club": word_set("side"),
    "utility": word_set("supplier utility"),
    "supplier": word_set("utility"),
    "platform": word_set("app platform site network website"),
    "app": word_set("platform"),
    "giant": word_set("giant major"),
    "think-tank": word_set("institute thinktank"),
    "corporation": word_set("broadcaster company conglomerate"),
    "conglomerate": word_set("company group"),
}  # fmt: skip
"""Nouns by which an organisation is named once more, and what it was told to be."""

NOUNS: Final = (
    frozenset(TOLD).union(*TOLD.values())
    | word_set(
        "regulator watchdog insurer brewer utility fund giant app airport startup start-up bloc housebuilder museum"
        " gallery theatre orchestra school hospital zoo university college consultancy studio publisher shipyard"
        " brokerage exchange cooperative co-operative conglomerate contractor developer plant factory hotel shipper"
        " cartel think-tank"
    )
) - word_set("site side militants major")
"""What is said of organisations; with a name beside it, none of these is said of a person."""

PERSONAL: Final = word_set(
    "giant grocer brewer maker flyer channel chain weekly monthly school union council publisher contractor developer"
    " shipper exchange plant hotel hospital studio factory"
)
"""What may be said of people and things too, or begins names."""

NAMED: Final[Mapping[str, frozenset[str]]] = {
    "carrier": word_set("airlines airways air airline ryanair easyjet lufthansa qantas klm aeroflot iberia"),
    "airline": word_set("ryanair easyjet lufthansa qantas klm aeroflot iberia"),
    "utility": word_set("water energy power gas electric electricity"),
    **dict.fromkeys(("regulator", "watchdog"), word_set("agency authority commission inspectorate regulator")),
    "bloc": word_set("union alliance asean ecowas mercosur brics eu nato opec community"),
    "cartel": word_set("opec"),
    **dict.fromkeys(("platform", "network"), PLATFORMS),
    "agency": word_set("agency bureau service"),
    "body": RULING - {"regulator", "watchdog", "body", "league", "union"},
    "institution": word_set("university college museum gallery institute academy"),
    "insurer": word_set("insurance assurance"),
    **dict.fromkeys(("carmaker", "automaker", "manufacturer"), word_set(
        "motors motor toyota honda nissan volkswagen bmw mercedes-benz ford renault stellantis tesla fiat hyundai kia"
        " volvo porsche audi byd suzuki mazda subaru"
    )),
    "drugmaker": word_set("pharma pharmaceuticals pharmaceutical"),
    "chipmaker": word_set("semiconductor semiconductors microelectronics"),
    "miner": word_set("mining mines minerals"),
    "retailer": word_set("stores"),
    "brewer": word_set("brewery breweries brewing"),
    "ngo": word_set("watch international"),
    **dict.fromkeys(("broadcaster", "station", "channel"), word_set(
        "tv television radio broadcasting bbc itv cnn nbc cbs abc npr pbs rai zdf ard"
    )),
    "corporation": word_set("corporation corp"),
    "operator": word_set("rail railways trains buses ferries lines"),
    "housebuilder": word_set("homes"),
    "planemaker": word_set("boeing airbus embraer bombardier"),
}  # fmt: skip
"""Words in an organisation's own name by which such a noun means it, if it is the only such one."""


OF_OTHERS: Final = word_set("union federation association regulator watchdog body agency ministry inspectorate monitor")
"""Nouns before which it is told whose union or regulator an organisation is."""

WHAT: Final = NOUNS | COLLECTIVE | FIRMS
"""Nouns that tell what an organisation is."""


WIDE: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("group", "organisation", "organization"), RIGHTS | ARMED | word_set(
        "alliance coalition network association federation initiative campaign union foundation party institute body"
    )),
    **dict.fromkeys(("company", "firm", "business"), FIRMS | MAKERS | SHOPS | word_set(
        "company firm business group bank giant conglomerate startup start-up insurer brewer contractor studio label"
    )),
}  # fmt: skip
"""Nouns that may be said of many, and what such an organisation may have been told to be."""


COMPANY: Final = WIDE["company"] - {"group"}
CAUSES: Final = word_set(
    "rights environmental advocacy militant rebel campaign armed aid monitoring lobby consumer islamist jihadist"
    " pressure"
)
"""What tells a group that is no company."""

APART: Final = word_set("watchdog charity ngo club party")
"""Nouns that no organisation is called that is told to be something else."""


def head(words: Iterable[str]) -> frozenset[str]:
    """The noun that some words say of an organisation, the last that may: "union" of "the airline workers' union"."""
    nouns = [word.lower().rpartition("-")[2] for word in words]
    found = [noun for noun in nouns if noun in WHAT]
    return frozenset(found[-1:])


def nouns(words: Iterable[str], known: Set[str]) -> frozenset[str]:
    """The nouns that some words may say of an organisation: of a union or regulator of airlines not that it is one."""
    said = head(words)
    return said if said & OF_OTHERS else frozenset(known) | FIRMS | NOUNS


MANY: Final = 2
"""Words in the name of an administration that is no president's."""

COMPANIES: Final = word_set("giant major conglomerate multinational corporation behemoth heavyweight")
"""Nouns for a company that are said of hardly any other body: "the oil giant"."""


def told(noun: str, of_kind: Mapping[str, Iterable[Chain]], at: int) -> list[Chain]:
    """The organisations named before an offset that the article tells to be of the kind that a noun means."""
    found = dict.fromkeys(chain for kind in TOLD.get(noun, ()) for chain in of_kind.get(kind, ()))
    return [chain for chain in found if chain.before(at) >= 0]


def named(noun: str, near: Iterable[Chain]) -> Chain | None:
    """The only organisation whose own name shows that a noun means it."""
    kinds = NAMED.get(noun, frozenset())
    found = {chain for chain in near if chain.type is EntityType.ORGANISATION and shows(chain, noun, kinds)}
    return found.pop() if len(found) == 1 else None


def shows(chain: Chain, noun: str, kinds: Set[str]) -> bool:
    """Whether an organisation's name tells its kind; a newspaper's own words tell nothing of what it is."""
    federal = (
        noun in ("regulator", "agency") and chain.name.endswith(" Administration") and len(chain.name.split()) > MANY
    )
    return federal or (bool(chain.words & {*kinds, noun}) and not PRESS_NAME.search(chain.name))


def rather(noun: str, body: Chain | None, near: Iterable[Chain]) -> Chain | None:
    """The organisation that a noun means, or the only one near whose name shows it: no planemaker is "the agency"."""
    if noun != "agency" or body is None or body.words & NEWS or may_mean(noun, body):
        return body
    return named(noun, near) or body


def is_apart(noun: str, phrase: str, kinds: Set[str]) -> bool:
    """Whether what an organisation is told to be speaks against a noun: no club is "the charity"."""
    if noun == "group" and CAUSES & set(phrase.lower().split()):
        return bool(kinds) and not kinds - COMPANY
    return noun in APART and bool(kinds) and not kinds & (TOLD.get(noun, frozenset()) | RULING | {noun})


def abroad(phrase: str, said: Iterable[str]) -> bool:
    """Whether a description tells of another country than what is said of an organisation: no "Spanish" is British."""
    wanted, told = peoples(phrase.split()), peoples(said)
    return bool(wanted and told) and not wanted & told


def at_home(phrase: str, said: Iterable[str]) -> bool:
    """Whether a description tells of the country that is said of an organisation."""
    return bool(peoples(phrase.split()) & peoples(said))


def peoples(words: Iterable[str]) -> frozenset[str]:
    """The words among some that tell of a country."""
    return frozenset(word.capitalize() for word in words) & DEMONYMS


def may_mean(noun: str, chain: Chain) -> bool:
    """Whether an organisation's name shows that a noun means it; of a newspaper's noun also by its own words."""
    press = noun in PAPERS | STATIONS and PRESS_NAME.search(chain.name) is not None
    return press or shows(chain, noun, NAMED.get(noun, frozenset()))
