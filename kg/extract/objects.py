"""Noun phrases as what a cue reports: "denied the charges", "called it a crime", "counted 700 arrests"."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from kg.extract import told_things
from kg.extract.adverbials import OBJECTS, SUBJECTS, quantity
from kg.extract.cues import Cue, Verb
from kg.extract.lexicon import DETERMINERS, PREPOSITIONS, ROLES, ROUGHLY, is_adverb, word_set
from kg.extract.numbers import number
from kg.extract.phrases import RELATIVES, is_finite, is_time
from kg.extract.tokens import Token, Tokens
from kg.extract.words_end import end_of
from kg.model import SpeechAct

FRAMES: Final = (
    *("of", "blaming", "naming", "asclause", "rating", "being", "deed", "figure"),
    *("forecast", "warning", "allegation", "told", "object"),
)
"""How a noun phrase can be attached to a cue, in the order in which they are tried."""
TELLING: Final = {"deed": told_things.is_deed, "allegation": told_things.is_allegation, "told": told_things.is_told}
CREDITS: Final = ("attribute", "ascribe")
"""What these put down to something is told "to" it; others blame "on" or "for" something."""
COUNTING: Final = ROUGHLY | word_set("between and to half a")
"""What a figure may hold besides numbers: "between 40 and 50"."""
JUDGED: Final = word_set(
    "absurd unfair unjust wrong illegal unlawful false untrue fake cruel mad insane premature invalid void criminal"
    " unconstitutional political biased arbitrary unprecedented inhumane"
)
JUDGING: Final = ("less", "ous", "able", "ible", "ful")
AHEAD: Final = (SpeechAct.DEMANDS, SpeechAct.PROMISES, SpeechAct.THREATENS)
"""What is asked for or promised "within a week" is to come by then."""
FAR: Final = 8
"""Tokens behind "as" in which the verb of a clause stands."""
ENDS_NAME: Final = RELATIVES | word_set("that , ; :")
NO_NAMES: Final = SUBJECTS | word_set("well part long soon far if though early late many much")
"""Behind "as" these do not tell what a thing is called: "as well as", "as they left"."""


def object_at(tokens: Tokens, cue: Cue, limit: int) -> tuple[str, int, Verb] | None:
    """How the noun phrase behind a cue is attached to it, where it ends, and the reading of the cue that takes it."""
    start = cue.last
    if (
        start >= limit
        or tokens[start].lower in (",", ":", ".", ";", "and", "or", "but")
        or not (takes_phrase(tokens, start) or (cue.takes("figure") and quantity(tokens, start)))
    ):
        return None
    end = end_of(tokens, start, limit, "object")
    for frame in FRAMES:
        verb = cue.takes(frame)
        if verb and fits(tokens, frame, verb.lemma, start, end):
            return frame, soon(tokens, start, end) if frame == "told" and verb.act not in AHEAD else end, verb
    return None


def soon(tokens: Tokens, start: int, end: int) -> int:
    """The end of a noun phrase before how soon it was told: "ruled out an attack [within hours]"."""
    return next((at for at in range(start + 1, end) if tokens[at].lower == "within"), end)


def takes_phrase(tokens: Tokens, start: int) -> bool:
    """Whether a noun phrase begins at a token."""
    token = tokens[start]
    return (
        (token.quote is not None or token.text[0].isalnum()) and token.lower not in PREPOSITIONS and not is_time(token)
    )


def fits(tokens: Tokens, frame: str, verb: str, start: int, end: int) -> bool:
    """Whether a noun phrase has what the frame of a verb asks for."""
    if frame in TELLING:
        return TELLING[frame](verb, tokens[start:end])
    if frame == "of":
        return any(t.lower == "of" for t in tokens[start + 1 : end])
    if frame in ("asclause", "rating"):
        return any(is_as(tokens, at) for at in range(start + 1, end)) and not compares(tokens[start:end])
    if frame == "being":
        return is_being(tokens[start:end])
    if frame == "blaming":
        links = ("to",) if verb in CREDITS else ("on", "for")
        return any(t.lower in links for t in tokens[start + 1 : end - 1])
    if frame == "figure":
        return is_figure(verb, tokens[start:end])
    if frame == "naming":
        named = any(t.quote or t.lower in ("a", "an", "the") for t in tokens[start + 1 : end])
        return (end - start > 2 and named) or is_judged(tokens[start:end])
    return end - start > 1 or tokens[start].lower not in OBJECTS


def is_figure(verb: str, tokens: Tokens) -> bool:
    """Whether a number stands in a noun phrase; what one says is nothing else: "the sign says 412"."""
    if verb == "say":
        return all(number(t)[0] is not None or t.lower in COUNTING for t in tokens) and tokens[-1].lower not in COUNTING
    one = tokens[0].lower in ("a", "an", "the")  # "a case against 35 people" counts nobody
    counted = takewhile(lambda token: not (one and token.lower == "against"), tokens[:5])
    return any(number(t)[0] is not None for t in counted)


def is_judged(tokens: Tokens) -> bool:
    """Whether an adjective ends the phrase of what is judged by it: "these claims baseless", "it absurd"."""
    last = tokens[-1].lower
    thing = (len(tokens) > 2 and tokens[0].lower in DETERMINERS) or (len(tokens) > 1 and tokens[0].lower in OBJECTS)
    other = any(token.quote or token.lower in PREPOSITIONS or is_finite(token) for token in tokens)
    return thing and not other and last not in ROLES and (last in JUDGED or last.endswith(JUDGING))


def is_being(tokens: Tokens) -> bool:
    """Whether a noun phrase is told to be something, no clause before: "the word [to be] a lie"."""
    to = next((at for at, token in enumerate(tokens[:-1]) if token.lower == "to"), 0)
    return to > 0 and tokens[to + 1].lower in ("be", "have") and not any(is_finite(token) for token in tokens[:to])


def is_as(tokens: Tokens, at: int) -> bool:
    """Whether "as" stands at a token before what a thing is called, no example ("such as") and no clause."""
    if tokens[at].lower != "as" or tokens[at - 1].lower == "such" or at + 1 >= len(tokens):
        return False
    behind = tuple(takewhile(lambda token: token.lower not in ENDS_NAME, tokens[at + 1 : at + FAR]))
    clause = any(is_finite(token) for token in behind) or any(map(is_past, behind, behind[1:]))
    return tokens[at + 1].lower not in NO_NAMES and not clause


def is_past(previous: Token, token: Token) -> bool:
    """Whether a word in -ed is the verb of a clause: "arrived" of "as the police arrived", not "deeply flawed"."""
    before = previous.lower
    return token.lower.endswith("ed") and before not in DETERMINERS | {"and", "or"} and not is_adverb(before)


def compares(tokens: Tokens) -> bool:
    """Whether "as" only compares among these tokens: "as fully as it must"."""
    return any(a.lower == b.lower == "as" for a, b in zip(tokens, tokens[2:], strict=False))
