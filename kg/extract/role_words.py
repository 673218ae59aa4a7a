"""Words of roles: the nouns for an office or work, what may stand within a role, and what stands outside of any."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from kg.extract import lexicon
from kg.extract.cues import forms
from kg.extract.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    MODALS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    WEEKDAYS,
    is_adverb,
    word_set,
)
from kg.extract.tokens import Token

ARTICLES: Final = word_set("the a an this that one another")
LINKS: Final = word_set("of for at in to on with and the a an &")
"""What may stand within a role: "head of the board for the harbour"."""

OWNS: Final = ("'s", "’s")
NOT_OFFICES: Final = word_set(
    "man woman boy girl child teenager mr mrs ms miss mx voice friend fellow native member rival opponent ally mother"
    " father wife husband son daughter brother sister uncle aunt cousin nephew niece grandmother grandfather widow sir"
    " dame lord lady dr prof"
)
"""Nouns for people that say kin, age or rank, and titles that are part of a name: by themselves no role."""

WORKERS: Final = word_set(
    "carpenter plumber midwife dentist vet veterinarian attendant beekeeper unionist fellow baker butcher florist"
    " tailor barber hairdresser grocer cobbler joiner roofer painter decorator bricklayer stonemason welder fitter"
    " caretaker porter postman postwoman bartender barista chef cook waiter waitress nanny childminder carer optician"
    " physiotherapist osteopath paramedic pharmacist radiographer surveyor draughtsman developer programmer coder"
    " courier shepherd herder gardener landscaper forester ranger gamekeeper angler shopkeeper stallholder innkeeper"
    " publican hotelier restaurateur brewer winemaker vintner distiller jeweller potter weaver blacksmith locksmith"
    " janitor glazier upholsterer cabinetmaker seamstress dressmaker stylist stuntman screenwriter playwright"
    " sculptor illustrator animator curator archivist bookseller typesetter stenographer paralegal bookkeeper actuary"
    " underwriter broker lifeguard skipper deckhand boatman stevedore machinist signalman conductor trucker cabbie"
    " dispatcher cashier clerk secretary-general editor-in-chief commander-in-chief headmaster headmistress"
)
"""Nouns for what people do, beside those of data/roles.txt; names of people too, which is why they are not there."""

FORMS: Final = ("ex-", "co-", "vice-", "sub-", "under-")
"""Beginnings of nouns for an office: "co-founder", "vice-president"."""

PUBLIC: Final = word_set("public family audience crowd household gang group")
"""To be a member of one of these is no office."""

STANDING: Final = word_set(
    "acting leading sitting ruling founding managing outgoing incoming visiting commanding supporting defending"
    " reigning presiding investigating attending consulting retiring rising contributing governing"
)
"""Participles that belong to a role; any other tells what somebody did: "beating rival Ann Lee"."""

KIN: Final = word_set(
    "mother father wife husband son daughter brother sister uncle aunt cousin nephew niece widow friend"
)


@cache
def offices() -> frozenset[str]:
    """The nouns that a role is about, singular, in lower case."""
    return (lexicon.ROLES | lexicon.TITLES) - NOT_OFFICES


def is_office(word: str) -> bool:
    """Whether a lower-case noun says what somebody does."""
    if word in offices() or word in WORKERS or word.endswith("ologist"):
        return True
    return any(word.startswith(form) and word.removeprefix(form) in offices() for form in FORMS)


def leads(token: Token) -> bool:
    """Whether a token before a role does not belong to it: "beating rival Ann Lee" tells what somebody did."""
    word = token.lower
    return word in ARTICLES or word in LINKS or (word.endswith("ing") and word not in STANDING and "-" not in word)


def is_verb_that_reports(token: Token) -> bool:
    """Whether a token is a past or present form of a verb that reports."""
    return token.lower in reporting() and not token.text[0].isupper()


def parts(tokens: list[Token], at: int) -> bool:
    """Whether a joining word stands outside a role: "Ann Lee [and] mayor Bo Ek", "according [to] mayor Bo Ek"."""
    word = tokens[at].lower
    if word not in ("and", "&", "to", "on", "with", "in") or not at:
        return False
    before = tokens[at - 1]
    joined = word in ("and", "&", "in") and not before.text[0].isupper()
    return not joined and not is_office(before.lower.strip("."))


def bounds(token: Token) -> bool:
    """Whether a token stands outside any role."""
    word = token.lower
    if word in LINKS or word in OWNS:
        return False
    if not token.text[0].isalpha() or word in PREPOSITIONS or word in CONJUNCTIONS or word in PRONOUNS:
        return True
    timed = word in WEEKDAYS or (word in MONTHS and token.text[0].isupper())
    return timed or is_verb(token) or (is_adverb(word) and word not in ("first", "early", "then"))


def is_verb(token: Token) -> bool:
    """Whether a token is surely a verb."""
    word = token.lower
    if word in VERBS or word in MODALS or word in AUXILIARIES - {"'s"}:
        return True
    return is_verb_that_reports(token) and word not in offices()


@cache
def reporting() -> frozenset[str]:
    """The past and present forms of the verbs that report."""
    return frozenset(
        word for word, found in forms().items() if any(form.tense in ("past", "present") for form in found)
    )


def is_role(tokens: Sequence[Token], last: bool) -> bool:
    """Whether a noun phrase is about an office or work; `last`: its noun ends it, as right before a name.

    "chief of staff" and "head of the board" are about what stands before "of".
    """
    head = next((at for at, t in enumerate(tokens) if t.lower in LINKS or t.lower in PREPOSITIONS), len(tokens))
    noun = tokens[head - 1].lower.strip(".") if head else ""
    if noun == "fellow" and head == len(tokens):
        return False  # of a kind, unless it is told where: "a fellow at the institute"
    if is_office(noun) or is_member(tokens, head) or (noun in KIN and any(token.lower in OWNS for token in tokens)):
        return True
    final = tokens[-1].lower.strip(".")
    return last and is_office(final) and head == len(tokens)


def is_member(tokens: Sequence[Token], head: int) -> bool:
    """Whether a phrase whose noun stands before `head` tells of which body somebody is a member."""
    body = {token.lower for token in tokens[head:]}
    return head > 0 and tokens[head - 1].lower == "member" and len(body) > 1 and not body & PUBLIC
