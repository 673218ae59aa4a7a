"""Descriptions of sources without a name: their head noun, and what it says of the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.lexicon import DEMONYMS, DOCUMENTS, GROUPS, ORGANISATION_WORDS, PREPOSITIONS, ROLES, word_set

WORD: Final = re.compile(r"\d+(?:[.,]\d+)+|[\w][\w'’-]*|,|\(")
COLLECTIVE: Final = word_set(
    "group organisation organization movement company firm agency party newspaper paper outlet magazine"
    " tabloid broadsheet weekly"
    " broadcaster ngo charity watchdog monitor coalition alliance network team club association institute"
)
"""Nouns by which an organisation named just before is meant: "the group"."""


PRESS: Final = word_set("newspaper paper outlet magazine broadcaster tabloid broadsheet weekly")


PRESS_NAME: Final = re.compile(
    r"\b(Times|Post|News|Gazet\w+|Journal|Tribune|Herald|Guardian|Telegraph|Press|Review|Today|Week|Magazine|Daily|Mail|Radio|TV|Star|Sun|Globe"
    r"|Chronicle|Dispatch|Examiner|Inquirer|Shimbun|Zeitung|Dagblad|Dagbladet|Nieuws|Diario|Jornal|Giornale|Corriere"
    r"|Prensa|Pravda|Izvestia)\b"
)
"""What tells a newspaper, agency or station by its name."""


STAFF: Final = word_set(
    "analysts analyst experts researchers authors economists forecasters scientists monitors fact-checkers editors"
)


FEMALE: Final = word_set(
    "woman girl mother mum mom wife daughter sister aunt niece grandmother widow queen princess actress spokeswoman"
    " fisherwoman saleswoman camerawoman sportswoman servicewoman noblewoman councilwoman assemblywoman anchorwoman"
    " heiress hostess stewardess seamstress headmistress schoolmistress mistress landlady schoolgirl housewife midwife"
    " bride bridesmaid godmother stepmother mother-in-law daughter-in-law sister-in-law stepdaughter granddaughter"
    " half-sister stepsister goddaughter great-grandmother great-aunt ex-wife ex-girlfriend matriarch abbess prioress"
    " priestess poetess governess barmaid chambermaid soprano mezzo-soprano diva"
    " comedienne lass cowgirl showgirl policewoman businesswoman chairwoman congresswoman nun waitress ballerina"
    " mother-of-one mother-of-two mother-of-three mother-of-four mum-of-one mum-of-two mum-of-three mum-of-four"
)


MALE: Final = word_set(
    "man boy father dad husband son brother uncle nephew grandfather king prince actor spokesman"
    " fisherman fireman postman gunman hitman statesman craftsman tradesman salesman cameraman doorman handyman boatman"
    " ferryman milkman frontman cowboy schoolboy playboy groom bridegroom godfather stepfather father-in-law son-in-law"
    " brother-in-law stepson grandson half-brother stepbrother godson great-grandfather great-uncle ex-husband"
    " ex-boyfriend landlord headmaster schoolmaster sportsman batsman horseman huntsman herdsman barman clergyman"
    " nobleman councilman assemblyman anchorman weatherman repairman workman watchman strongman friar lad bloke chap"
    " policeman businessman chairman congressman monk widower patriarch"
    " father-of-one father-of-two father-of-three father-of-four dad-of-one dad-of-two dad-of-three"
)


PERSONS: Final = ROLES | word_set(
    "person staffer republican democrat independent conservative liberal socialist moderate frontrunner front-runner"
    " hopeful contender mogul tycoon magnate lady incumbent operative surrogate delegate superdelegate donor ex-wife"
    " ex-husband mom dad counterpart poet employer somebody someone referee umpire linesman guy bloke chap lad lass"
    " passer-by passerby eyewitness fan relative landlord landlady midwife paramedic medic vet concierge stonemason"
    " nun monk abbot cleric deacon vicar curate chaplain mufti cop gendarme sentry bailiff cadet recruit retiree orphan"
    " schoolgirl schoolboy grandson fiancé fiancée bride groom bridegroom mother-in-law father-in-law son-in-law"
    " daughter-in-law brother-in-law sister-in-law spouse boyfriend girlfriend pal comrade accomplice deckhand steward"
    " stewardess matron shepherd seamstress blacksmith publican barmaid waitress celebrity soprano jockey scrum-half"
    " fly-half rookie teen youth adult lifeguard chieftain warlord thief burglar culprit trainee intern apprentice"
    " detainee convict"
)
"""Nouns for one person."""


PAPERS: Final = DOCUMENTS | word_set(
    "ad ads advert adverts advertisement advertisements commercial commercials timeline brief submission summary"
    " platform platforms bylaws playbook movie film documentary comparison headline headlines column op-ed excerpt"
    " excerpts dossier testimony tape tapes plan proposal results guidelines rules regulations motto manifest manifests"
    " catalogue catalog commentary commentaries template material inspection inspections reanalysis brochure"
    " pamphlet flyer flier circular plaque warrant summons ledger logbook minutes diary diaries obituary biography"
    " notice notices announcement announcements card cards sheet label labels sticker stickers piece slip scrap"
    " biographies memoirs textbook dictionary encyclopedia encyclopaedia preface foreword preamble inventory scorecard"
    " decision timetable paragraph passage inscription signboard billboard blackboard"
    " clause code notebook epitaph"
    " noticeboard motion newsletter certificate contract protocol memorandum ultimatum directive ordinance by-law"
    " regulation questionnaire invitation postcard receipt screenshot podcast poem"
    " injunction subpoena petition roadmap forecast projection ranking advisory alert mural graffiti"
    " footnote footnotes placard placards manual handbook register roll rota"
)
"""Nouns for what is written or shown."""


PERSONAL: Final = re.compile(r"\w{2,}(?:er|or|ist|ian|eer|(?<!m)ent|ant|man|woman|person)")
"""How nouns for one person end; only asked of what is said to have spoken, which a river or a restaurant has not."""


MATE: Final = re.compile(r"(?:room|batch|class|team|flat|house|work|school|cell|ship|squad|band|crew)-?mate")
"""Those who share something with somebody."""


AGED: Final = re.compile(r"\d{1,3}-year-old")
"""An age that stands for a person."""


COUNTED: Final = re.compile(
    r"(?:(?:about|around|nearly|almost|roughly|(?:more|less|fewer) than|over|at least|up to|only|just|a mere"
    r"|an estimated|as many as|some) )*(?:\d[\d,.]*\b|half\b"
    r"|(?:an?|one|two|three)[ -](?:third|quarter|fifth|half|majority|plurality|handful|couple|number|lot|dozen|few)s?\b"
    r"|(?:few|many|most|several|some|both|all)(?= [a-z])"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
    r"|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands|everyone|everybody)(?![\w-])",
    re.IGNORECASE,
)
"""A number of people before what they are: "nearly half", "4 in 10 voters", "two speechwriters"."""


SOME: Final = word_set("all both few many most several some")
"""How many of what follows."""

ONE_OF: Final = re.compile(r"(?:one|another) of (.+)", re.IGNORECASE | re.DOTALL)
SEAT: Final = re.compile(r"^((?:the|an?) )[^,]{2,30}, [\w. ]{2,20}-based ", re.IGNORECASE)
"""Where a body has its seat, in two words with a comma between: "the Harland, Utopia-based company"."""

TRADES: Final = word_set(
    "giant major regulator watchdog supplier operator producer insurer lender retailer carrier maker manufacturer"
    " utility"
)
"""Nouns behind which no other is the head, though it may be an organisation's: "the energy supplier"."""

OWNER: Final = re.compile(r"(?<=s)'|'s")


@dataclass(frozen=True, slots=True)
class Head:
    """The noun that a description is about, and how it begins."""

    noun: str
    definite: bool
    plural: bool


def head_of(phrase: str) -> Head | None:
    """The head noun of a description: its last word before a preposition, comma or relative clause."""
    if (one := ONE_OF.match(phrase)) and (several := head_of(one[1])):
        return Head(singular(several.noun), False, False)
    kept = first_words(phrase)
    if not kept:
        return None
    noun = next((w for w in reversed(kept) if known_noun(w) and (w not in SOME or w == kept[-1])), "")
    noun = kept[-1] if kept[-1] in TRADES else noun
    definite = kept[0] in ("the", "this", "that", "these", "those", "his", "her", "their", "its", "both")
    if not noun:
        noun = OWNER.sub("", kept[-1]) if len(kept) > 1 or not known_noun(OWNER.sub("", kept[-1])) else kept[-1]
        several_of = COUNTED.match(phrase) is not None or looks_plural(noun, kept[0], phrase)
        return Head(noun, definite, several_of and singular(noun) not in PAPERS)
    plural = noun in GROUPS or (noun.endswith("s") and singular(noun) in PERSONS | PAPERS)
    return Head(noun, definite, plural and noun not in PAPERS)


def one_person(phrase: str) -> Head | None:
    """The head of a description of one person; None of any other."""
    head = head_of(phrase)
    return head if head and not head.plural and personal(head.noun) else None


def first_words(phrase: str) -> list[str]:
    """The words of a phrase up to the first preposition, comma or relative clause, in lower case."""
    kept: list[str] = []
    for number, found in enumerate(WORD.findall(SEAT.sub(r"\1", phrase))):
        word = found.lower().replace("’", "'")
        if number and (word in (",", "(") or word in PREPOSITIONS or word in ("who", "which", "whose", "that")):
            break
        kept.append(word)
    return kept


def known_noun(word: str) -> bool:
    """Whether a word is a noun for people, documents or organisations."""
    known = word in PERSONS or word in GROUPS or word in PAPERS
    return known or word in COLLECTIVE or word in ORGANISATION_WORDS


def looks_plural(noun: str, first: str, phrase: str) -> bool:
    """Whether an unknown noun is a plural by its ending: "advocates", no name and nothing that is one."""
    ending = noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics", "'s"))
    ending = ending or (noun.endswith("men") and personal(singular(noun)))
    opening = phrase.startswith(noun.capitalize()) and personal(singular(noun))
    written = noun in phrase or opening or singular(noun) in PERSONS or singular(noun).capitalize() in DEMONYMS
    return ending and len(noun) > 3 and written and first not in ("a", "an", "one", "another", "this", "that")


def singular(noun: str) -> str:
    """A noun without its plural ending."""
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    return noun.replace("women", "woman").replace("men", "man") if noun.endswith("men") else noun.removesuffix("s")


def personal(noun: str) -> bool:
    """Whether a noun is one for a person, known or by its ending."""
    shaped = AGED.fullmatch(noun) or MATE.fullmatch(noun)
    return noun in PERSONS or shaped is not None or (not known_noun(noun) and PERSONAL.fullmatch(noun) is not None)
