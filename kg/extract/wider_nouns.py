"""People meant once more by a wider noun or by another word for their office: "Colonel Lee … the officer said".

"The politician" is the one deputy, minister or mayor told of just before, "the athlete" the runner; "the head of
state" is the president, "the first magistrate of the town" its mayor; "the latter" and "this farmer" are whom was told
of last.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import Head, personal
from kg.extract.genders import WORDS
from kg.extract.introductions import Introductions
from kg.extract.lexicon import word_set
from kg.extract.source_names import SourceNames
from kg.model import EntityType, Span

COMMAND: Final = word_set(
    "colonel lieutenant captain major general brigadier sergeant commander commissar admiral marshal corporal"
    " colonel-general lieutenant-general major-general inspector superintendent constable detective"
)
POLITICS: Final = word_set(
    "deputy minister mayor governor senator mp lawmaker legislator premier president congressman congresswoman"
    " councillor parliamentarian chancellor candidate alderman mep msp"
)
CLERGY: Final = word_set(
    "bishop archbishop imam pastor priest father metropolitan cardinal patriarch rabbi mufti abbot vicar"
)
SPORT: Final = word_set(
    "biathlete skier runner swimmer boxer wrestler gymnast sprinter champion striker midfielder defender goalkeeper"
    " player cyclist rower fencer judoka skater jumper shooter golfer winger"
    " racer climber marathoner hurdler triathlete paralympian olympian batsman bowler pitcher quarterback"
)
PUBLIC: Final = word_set(
    "head director mayor governor minister commissioner chief prefect administrator secretary commissar deputy"
    " superintendent inspector ombudsman chairman chairwoman"
)

DOCTORS: Final = word_set(
    "doctor surgeon physician paediatrician pediatrician cardiologist dermatologist neurologist oncologist urologist gp"
    " gynaecologist gynecologist ophthalmologist radiologist pathologist anaesthetist anesthesiologist obstetrician"
    " psychiatrist neurosurgeon endocrinologist haematologist hematologist rheumatologist internist clinician"
)
MUSIC: Final = word_set(
    "singer musician rapper pianist violinist guitarist drummer cellist composer songwriter singer-songwriter soprano"
    " tenor baritone saxophonist trumpeter flautist bassist dj conductor"
)
BOSSES: Final = word_set("ceo executive chairman chairwoman director head chief president")
BUSINESS: Final = word_set(
    "businessman businesswoman tycoon entrepreneur mogul magnate billionaire millionaire investor industrialist ceo"
    " executive founder financier"
)

WIDER: Final = {
    **dict.fromkeys(("officer", "serviceman"), COMMAND),
    **dict.fromkeys(("politician", "parliamentarian"), POLITICS),
    **dict.fromkeys(("cleric", "clergyman", "religious", "prelate"), CLERGY),
    **dict.fromkeys(("athlete", "sportsman", "sportswoman"), SPORT),
    **dict.fromkeys(("official", "functionary"), PUBLIC),
    "lawmaker": word_set("deputy mp parliamentarian councillor"),
    "diplomat": word_set("ambassador consul envoy attaché"),
    "specialist": word_set("trainer coach doctor engineer expert") | DOCTORS,
    "mentor": word_set("trainer coach"),
    **dict.fromkeys(("scientist", "researcher", "academic", "scholar"), word_set(
        "professor historian economist biologist physicist chemist geologist archaeologist sociologist psychologist"
        " climatologist hydrologist ecologist epidemiologist virologist seismologist political-scientist"
    )),
    "jurist": word_set("lawyer judge attorney advocate prosecutor"),
    **dict.fromkeys(("lawyer", "attorney"), word_set("lawyer attorney solicitor barrister advocate counsel")),
    **dict.fromkeys(("doctor", "physician", "clinician"), DOCTORS), "medic": DOCTORS | {"paramedic", "nurse"},
    **dict.fromkeys(("author", "writer"), word_set("author writer novelist poet essayist playwright biographer")),
    "novelist": word_set("author writer"),
    **dict.fromkeys(("musician", "performer"), MUSIC), "star": MUSIC | SPORT | word_set("actor actress"),
    **dict.fromkeys(("artist",), word_set("painter sculptor illustrator muralist ceramicist") | MUSIC),
    **dict.fromkeys(("coach", "manager"), word_set("coach manager")),
    "boss": BOSSES | {"coach", "manager"}, **dict.fromkeys(("executive", "chief executive", "ceo"), BOSSES),
    **dict.fromkeys(("businessman", "businesswoman", "tycoon", "entrepreneur", "mogul", "magnate"), BUSINESS),
    **dict.fromkeys(("skipper", "captain"), word_set("skipper captain")),
    **dict.fromkeys(("accused", "defendant", "suspect"), word_set("accused defendant suspect")),
    **dict.fromkeys(("policeman", "policewoman"), COMMAND - {"captain", "general", "admiral", "marshal"}),
    "keeper": word_set("goalkeeper"), **dict.fromkeys(("frontman", "frontwoman"), MUSIC),
    "journalist": word_set("reporter editor correspondent columnist anchor broadcaster"),
    "reporter": word_set("journalist correspondent"), "educator": word_set("teacher professor principal headteacher"),
    "activist": word_set("campaigner"), "campaigner": word_set("activist"), "broker": word_set("stockbroker"),
    "physio": word_set("physiotherapist"), "footballer": word_set("player"), "soldier": COMMAND,
    "entertainer": MUSIC | word_set("comedian comic magician"), "filmmaker": word_set("director"),
    "incumbent": word_set("incumbent president governor mayor senator"),
}  # fmt: skip
"""Nouns by which somebody is named once more, and what he or she was told to be."""

OFFICE: Final = (
    (re.compile(r"the deputy (?:mayor|governor|leader|head|chief|director)", re.IGNORECASE), word_set("deputy")),
    (re.compile(r"the (?:\w+ )?head of state", re.IGNORECASE), word_set("president king queen emperor emir sultan")),
    (re.compile(r"the head of (?:the )?government", re.IGNORECASE), word_set("premier chancellor")),
    (re.compile(r"the (?:top|chief) diplomat", re.IGNORECASE), word_set("foreign")),
    (
        re.compile(r"the head of (?:the|this) (?:region|province|oblast|state|republic|krai)", re.IGNORECASE),
        word_set("governor"),
    ),
    (
        re.compile(r"the (?:first magistrate|head) of (?:the|this) (?:commune|city|town|municipality)", re.IGNORECASE),
        word_set("mayor"),
    ),
)
"""Other words for an office."""

AGES: Final = {
    **dict.fromkeys(("teenager", "teen", "youth", "youngster", "adolescent"), range(12, 20)),
    **dict.fromkeys(("boy", "girl", "schoolboy", "schoolgirl"), range(3, 19)),
    **dict.fromkeys(("pensioner", "retiree"), range(60, 110)), "sexagenarian": range(60, 70),
    "septuagenarian": range(70, 80), "octogenarian": range(80, 90), "nonagenarian": range(90, 100),
    "centenarian": range(100, 115),
}  # fmt: skip
"""What somebody of an age is called."""

BARE: Final = re.compile(r"(?:the|this) (?P<noun>chief executive|[\w-]+)", re.IGNORECASE)
THIS: Final = re.compile(r"(?:this(?: same)?|the same) (?P<noun>[\w-]+)", re.IGNORECASE)
LATTER: Final = re.compile(r"(?:the|this) latter", re.IGNORECASE)

PARAGRAPHS: Final = 1
"""Paragraphs that may end between the name and the wider noun."""

FAR: Final = 900


class WiderNouns:
    """Finds whom such phrases mean among the people whom an article names."""

    def __init__(self, text: str, names: SourceNames, introduced: Introductions) -> None:
        self.text, self.names, self.introduced = text, names, introduced

    def who(self, head: Head, source: Span) -> Chain | None:
        """The person named just before whom a description means; None in doubt."""
        phrase = " ".join(source.of(self.text).split())
        if LATTER.fullmatch(phrase):
            return next(iter(self.people(source)), None)
        for office, nouns in OFFICE:
            if office.fullmatch(phrase):
                return self.holder(nouns, source)
        bare = BARE.fullmatch(phrase)
        if bare and (narrow := WIDER.get(bare["noun"].lower())):
            fitting = [chain for chain in self.people(source) if is_one(self.introduced.said.get(chain, set()), narrow)]
            return fitting[0] if len(fitting) == 1 and fits(fitting[0], head.noun) else None
        if bare and (ages := AGES.get(bare["noun"].lower())):
            return self.of_age(ages, head.noun, source)
        this = THIS.fullmatch(phrase)
        return self.this_one(this["noun"].lower(), source) if this else None

    def of_age(self, ages: range, noun: str, source: Span) -> Chain | None:
        """The only person named just before of whom such an age is told."""
        told = {t.chain for age in ages for t in self.introduced.told.get(f"{age}-year-old", ())}
        fitting = [chain for chain in self.people(source) if chain in told]
        return fitting[0] if len(fitting) == 1 and fits(fitting[0], noun) else None

    def this_one(self, noun: str, source: Span) -> Chain | None:
        """The only person named just before, whom "this lawyer" means."""
        people = self.people(source) if personal(noun) else []
        told = [chain for chain in people if noun in self.introduced.said.get(chain, ())] or people
        return told[0] if len(told) == 1 and fits(told[0], noun) else None

    def holder(self, nouns: frozenset[str], source: Span) -> Chain | None:
        """The only person told before to hold an office."""
        told = (t for noun in nouns for t in self.introduced.told.get(noun, ()))
        people = {t.chain for t in told if t.at < source.start and "former" not in t.words}
        return people.pop() if len(people) == 1 else None

    def people(self, source: Span) -> list[Chain]:
        """The people named just before a description, the nearest first."""
        found: dict[Chain, None] = {}
        for span, chain in self.names.before(source):
            between = self.text[span.end : source.start]
            if len(between) > FAR or between.count("\n\n") > PARAGRAPHS:
                break
            if chain.type is EntityType.PERSON and not chain.unnamed and not self.names.owned(span):
                found[chain] = None
        return list(found)


def is_one(said: Set[str], narrow: frozenset[str]) -> bool:
    """Whether what is said of somebody is a narrower noun; every scientist is not listed, but ends alike."""
    return bool(said & narrow) or ("biologist" in narrow and any(word.endswith("ologist") for word in said - DOCTORS))


def fits(chain: Chain, noun: str) -> bool:
    """Whether a person may be meant by a noun that tells a man or woman."""
    return WORDS.get(noun) in (None, chain.gender)
