"""Verbs of saying behind another verb: "was heard to mutter: “…”", "used to say that …", "wanted to know why …".

So too what somebody is remembered saying, what is put to somebody, and calls on people whom a clause tells apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from kg.extract import appeals, phrases, subjects
from kg.extract.adverbials import OBJECTS
from kg.extract.after_cue import right
from kg.extract.article_again import own_pieces
from kg.extract.complements import has_verb
from kg.extract.cues import Cue, Verb
from kg.extract.led_to_say import led, saying
from kg.extract.lexicon import BE, DETERMINERS, MODALS, NEGATIONS, QUESTION_WORDS, word_set
from kg.extract.phrases import Range
from kg.extract.report import Report, kind_of, pieces
from kg.extract.reporting_verbs import find, group
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of
from kg.model import SpeechAct

RULE: Final = "to-say"
HEARD: Final = word_set("heard overheard filmed recorded")
KNOW: Final = Verb("want to know", SpeechAct.ASKS, frozenset(["question", "quote"]), False, False, False, False)


PUT: Final = Verb("put it to", SpeechAct.ASSERTS, frozenset(["that"]), True, False, False, False)
VIEW: Final = Verb("be of the view", SpeechAct.BELIEVES, frozenset(["that"]), False, False, False, False)
SURE: Final = (["in", "no", "doubt"], ["under", "no", "illusion"], ["in", "little", "doubt"])
DOUBTLESS: Final = (["no", "doubt", "that"], ["little", "doubt", "that"], ["no", "doubts", "that"])
VIEWS: Final = word_set("view opinion belief conviction")
PUTTING: Final = (["put", "it", "to"], ["puts", "it", "to"])
REMEMBERS: Final = word_set("recall recalls recalled remember remembers remembered heard hears overheard")
MOST: Final = 8
"""Cues looked at in one sentence, so that the work on it stays bounded."""
WHOM: Final = 7
"""Tokens of who is remembered, and their verb; of whom something is put to."""
PLATFORM: Final = 7
"""Tokens of where somebody takes to, to speak: "the social network X"."""
TIMES: Final = word_set("day night week month year morning afternoon evening season spring summer autumn winter time")
"""Before these "that" opens no clause: "put it to the test that day"."""


def reports(tokens: Tokens, sentence: int) -> Iterator[Report]:
    """What the subjects of a sentence were heard to say, used to say or wanted to know."""
    yield from called_on(tokens, sentence)
    remembers = any(token.lower in REMEMBERS for token in tokens)
    for at in range(1, len(tokens) - 3):
        if remembers and (recalled := remembered(tokens, at)):
            yield from report(tokens, *recalled, sentence)
        cue = heard(tokens, at) or used(tokens, at) or wanted(tokens, at) or put(tokens, at) or took(tokens, at)
        cue = cue or of_view(tokens, at) or led(tokens, at)
        source = subjects.before(tokens, cue.first) if cue else None
        if cue and source:
            yield from report(tokens, cue, source, sentence)


def report(tokens: Tokens, cue: Cue, source: Range, sentence: int) -> Iterator[Report]:
    """The report that a cue and its source make with what stands behind them, if they make one."""
    found = right(tokens, cue, span_of(tokens, *source), len(tokens), RULE)
    if found:
        words = own_pieces(tokens, found.pieces, (cue.first, cue.last))
        kind, quoted = kind_of(tokens, words)
        span = span_of(tokens, cue.first, cue.last)
        yield Report(kind, words, quoted, found.source, span, found.verb.act, RULE, sentence)


def called_on(tokens: Tokens, sentence: int) -> Iterator[Report]:
    """What whoever a clause tells apart is called on to do: "urged anyone who saw it to ring"."""
    for cue in islice(find(tokens), MOST):
        start = appeals.deed(tokens, cue)
        source = subjects.before(tokens, cue.first) if start else None
        if start and source and (verb := cue.takes("infinitive")):
            words = pieces(tokens, start, end_of(tokens, start, len(tokens), "infinitive"))
            kind, quoted = kind_of(tokens, words)
            who, span = span_of(tokens, *source), span_of(tokens, cue.first, cue.last)
            yield Report(kind, words, quoted, who, span, verb.act, RULE, sentence)


def remembered(tokens: Tokens, at: int) -> tuple[Cue, Range] | None:
    """Who is remembered saying something, with the verb of saying at a token: "recalls her telling them that …"."""
    verbs = saying(tokens, at, "ing") or saying(tokens, at, "ing", "question")
    verb = next((n for n in range(at - 2, max(0, at - WHOM), -1) if tokens[n].lower in REMEMBERS), None)
    if not verbs or verb is None or group(tokens, verb)[1] & (MODALS | NEGATIONS):
        return None
    who = tokens[verb + 1 : at]
    phrase = who[0].lower in DETERMINERS | OBJECTS or phrases.is_name(who[0])
    plain = phrase and not any(t.quote or t.lower in (",", "of", "that") or phrases.is_finite(t) for t in who)
    return (Cue(at, at, at + 1, verbs, "past"), (verb + 1, at)) if plain else None


def put(tokens: Tokens, at: int) -> Cue | None:
    """The cue "put it to" before whom something is put, with "put" at a token; None in "put it to use that day"."""
    if tokens[at].lower not in ("put", "puts"):
        return None
    whom = tokens[at + 3]
    if [token.lower for token in tokens[at : at + 3]] not in PUTTING or not (
        whom.lower in DETERMINERS | OBJECTS or phrases.is_name(whom)
    ):
        return None
    that = next((n for n in range(at + 4, min(len(tokens) - 1, at + 4 + WHOM)) if tokens[n].lower == "that"), None)
    told = that is not None and tokens[that + 1].lower not in TIMES and has_verb(tokens[that + 1 :])
    return Cue(group(tokens, at)[0], at, at + 3, (PUT,), "past") if told else None


def heard(tokens: Tokens, at: int) -> Cue | None:
    """The cue "was heard to say", "was overheard saying" with "heard" at a token; None if none stands there."""
    if tokens[at].lower not in HEARD:
        return None
    first, before = group(tokens, at)
    verb, tense = (at + 2, "plain") if tokens[at + 1].lower == "to" else (at + 1, "ing")
    verbs = saying(tokens, verb, tense)
    return Cue(first, verb, verb + 1, verbs, "past") if verbs and before & BE and not before & NEGATIONS else None


def used(tokens: Tokens, at: int) -> Cue | None:
    """The cue "used to say" with "used" at a token; None if none stands there, or a thing is used to say so."""
    if tokens[at].lower != "used" or tokens[at + 1].lower != "to" or tokens[at - 1].lower in BE | MODALS:
        return None
    verbs = saying(tokens, at + 2, "plain")
    return Cue(at, at + 2, at + 3, verbs, "past") if verbs else None


def took(tokens: Tokens, at: int) -> Cue | None:
    """The cue "took to Facebook to say" with "took" at a token; None if none stands there."""
    if tokens[at].lower not in ("took", "takes") or tokens[at + 1].lower != "to":
        return None
    verb = next((n + 1 for n in range(at + 3, min(at + 3 + PLATFORM, len(tokens) - 2)) if tokens[n].lower == "to"), 0)
    verbs = saying(tokens, verb, "plain") if verb else ()
    return Cue(at, verb, verb + 1, verbs, "past") if verbs else None


def of_view(tokens: Tokens, at: int) -> Cue | None:
    """The cue "is of the opinion" before "that", with "is" at a token; None if none stands there."""
    words = [token.lower for token in tokens[at + 1 : at + 4]]
    if tokens[at].lower in BE and words in SURE and tokens[at + 4 : at + 5] and tokens[at + 4].lower == "that":
        return Cue(group(tokens, at)[0], at, at + 4, (VIEW,), "past")
    if tokens[at].lower in ("has", "have", "had") and words in DOUBTLESS:
        return Cue(group(tokens, at)[0], at, at + 3, (VIEW,), "past")
    if tokens[at].lower not in BE or words[:2] != ["of", "the"]:
        return None
    noun = next((n for n in range(at + 3, min(at + 5, len(tokens) - 1)) if tokens[n].lower in VIEWS), 0)
    that = noun and tokens[noun + 1].lower == "that"
    return Cue(group(tokens, at)[0], at, noun + 1, (VIEW,), "past") if that else None


def wanted(tokens: Tokens, at: int) -> Cue | None:
    """The cue "wanted to know" before a question, with "wanted" at a token; None if none stands there."""
    if tokens[at].lower != "wanted":
        return None
    asks = [token.lower for token in tokens[at + 1 : at + 3]] == ["to", "know"]
    question = tokens[at + 3].lower in QUESTION_WORDS or tokens[at + 3].lower in (":", ",")
    first, before = group(tokens, at)
    return Cue(first, at, at + 3, (KNOW,), "past") if asks and question and not before & NEGATIONS else None
