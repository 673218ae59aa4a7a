"""What leads somebody to speak, and leaves no doubt of it: "was quick to say that …", "took the stage to announce …".

So too who says "only that …", and who is understood "to have said" something.
"""

from __future__ import annotations

from typing import Final

from kg.extract import phrases
from kg.extract.cues import Cue, Verb, forms
from kg.extract.lexicon import BE, MODALS, NEGATIONS, word_set
from kg.extract.reporting_verbs import follows, group
from kg.extract.tokens import QUOTED, Tokens

WENT_ON: Final = word_set(
    "hastened hastens rushed proceeded chose paused stopped interrupted returned came stood rose emerged stepped dared"
    " phoned rang telephoned intervened hurried ventured spoke"
)
"""Before "to say" these tell that it was said."""
PARTICLES: Final = word_set("out forward up in back on again late")
MOVED: Final = word_set(
    "quick keen careful forced obliged moved compelled pleased proud delighted sorry sad happy swift eager pained glad"
    " prompted relieved bound"
)
"""Behind "was" and before "to say" these tell it too."""
USED: Final = word_set(
    "used uses took takes seized phoned rang telephoned called emailed contacted wrote writes texted"
)
"""With whom or what they use, before "to say", these tell it too: "used the speech to say"."""
TAKES: Final = ("took", "takes")
"""With "to" these lead to a platform: "took to the radio to say" is another rule's."""
OBJECT: Final = 9
"""Tokens of whom or what they use."""
PASSED_ON: Final = word_set("understood reported believed thought said alleged rumoured rumored claimed known reputed")
"""What one is, to have said something."""
ONLY: Final = word_set("only just merely simply")
TOLD: Final = 5
"""Tokens of whom it is told, before "that"."""
NOBODY: Final = word_set("it that this there")


def led(tokens: Tokens, at: int) -> Cue | None:
    """The cue whose verb of saying stands at a token behind what leads to it; None if nothing does."""
    return to_speak(tokens, at) or to_have_said(tokens, at) or only_that(tokens, at)


def to_speak(tokens: Tokens, at: int) -> Cue | None:
    """The cue "was quick to say", "used the speech to point out" with "say" at a token."""
    if at < 3 or tokens[at - 1].lower != "to":
        return None
    verbs, last = saying(tokens, at, "plain"), at + 1
    if not verbs and (phrase := points_out(tokens, at)):
        verbs, last = (phrase,), last + len(phrase.lemma.split()) - 1
    head = at - 2
    first = (went(tokens, head) or far(tokens, head) or moved(tokens, head) or used(tokens, head)) if verbs else 0
    return Cue(first, at, last, verbs, "past") if first and tokens[first - 1].lower not in NOBODY else None


def points_out(tokens: Tokens, at: int) -> Verb | None:
    """The verb of saying in several words that begins at a token: "point out", "make clear"."""
    every = (form for form in forms().get(tokens[at].lower, ()) if form.tense == "plain" and form.rest)
    return next((f.verb for f in every if {"quote", "that"} <= f.verb.takes and follows(tokens, at + 1, f.rest)), None)


def went(tokens: Tokens, at: int) -> int:
    """Where "hastened", "came forward" begins that ends at a token; 0 if none does."""
    if tokens[at].lower in PARTICLES:
        at -= 1
    return told(tokens, at) if at > 0 and tokens[at].lower in WENT_ON else 0


def far(tokens: Tokens, at: int) -> int:
    """Where "went so far as" begins that ends at a token; 0 if none does."""
    words = [token.lower for token in tokens[max(0, at - 3) : at + 1]]
    goes = len(words) == 4 and words[0] in ("went", "goes", "gone") and words[1] in ("so", "as")
    return told(tokens, at - 3) if goes and words[2:] == ["far", "as"] and at > 3 else 0


def moved(tokens: Tokens, at: int) -> int:
    """Where "was quick", "was at pains" begins that ends at a token; 0 if none does."""
    pains = tokens[at].lower == "pains" and tokens[at - 1].lower == "at"
    if tokens[at].lower not in MOVED and not pains:
        return 0
    first, before = group(tokens, at - pains)
    return first if before & BE and not before & (MODALS | NEGATIONS) else 0


def used(tokens: Tokens, at: int) -> int:
    """Where "used the speech", "wrote to the council" begins that ends at a token; 0 if none does."""
    for n in range(at - 1, max(0, at - OBJECT), -1):
        if tokens[n].lower in USED:
            return told(tokens, n) if tokens[n].lower not in TAKES or tokens[n + 1].lower != "to" else 0
        if tokens[n].lower in (",", ";", ":", "that") or tokens[n].quote or phrases.is_finite(tokens[n]):
            return 0
    return 0


def told(tokens: Tokens, at: int) -> int:
    """Where the verb group at a token begins; 0 if it is denied, or only may be."""
    first, before = group(tokens, at)
    return 0 if before & (MODALS | NEGATIONS | BE) else first


def to_have_said(tokens: Tokens, at: int) -> Cue | None:
    """The cue "is understood to have said" with "said" at a token."""
    if at < 4 or tokens[at - 1].lower != "have" or tokens[at - 2].lower != "to":
        return None
    verbs, head = saying(tokens, at, "past"), at - 3
    first, before = group(tokens, head)
    passed = tokens[head].lower in PASSED_ON and before & BE and not before & (MODALS | NEGATIONS)
    return Cue(first, at, at + 1, verbs, "past") if verbs and passed and first else None


def only_that(tokens: Tokens, at: int) -> Cue | None:
    """The cue "would say only", "would only say" before "that" or a quotation, with "say" at a token."""
    verbs = saying(tokens, at, "plain")
    if not verbs:
        return None
    ahead = at > 0 and tokens[at - 1].lower in ONLY
    first, before = group(tokens, at - ahead)
    last = at + 1 + (tokens[at + 1 : at + 2] != () and tokens[at + 1].lower in ONLY)
    if not first or not before & MODALS or before & NEGATIONS:
        return None
    opens = any(token.lower in ("that", ":", QUOTED) for token in tokens[last : last + TOLD])
    return Cue(first, at, last, verbs, "past") if opens and (ahead or last > at + 1) else None


def saying(tokens: Tokens, at: int, tense: str, takes: str = "that") -> tuple[Verb, ...]:
    """The readings of a form of a verb of saying at a token."""
    every = forms().get(tokens[at].lower, ())
    if not every:
        return ()
    verbs = tuple(form.verb for form in every if form.tense == tense and not form.rest)
    return verbs if any({"quote", takes} <= verb.takes for verb in verbs) else ()
