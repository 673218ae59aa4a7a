"""Nouns that tell what somebody said: "Lee's claim that …", "a warning from Lee that …", "his answer was that …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import phrases, phrases_behind
from kg.extract.cues import forms, is_reporting_form
from kg.extract.lexicon import DETERMINERS, GROUPS, PREPOSITIONS, ROLES, is_adverb, word_set
from kg.extract.phrases import Range
from kg.extract.report import Report, kind_of, pieces
from kg.extract.tokens import Token, Tokens, span_of
from kg.extract.words_end import end_of
from kg.model import SpeechAct

RULE: Final = "noun-that"
ACTS: Final = {
    **dict.fromkeys(word_set("claim claims assertion assertions contention contentions"), SpeechAct.ASSERTS),
    **dict.fromkeys(word_set("argument arguments insistence suggestion suggestions"), SpeechAct.ASSERTS),
    **dict.fromkeys(word_set("acknowledgment acknowledgement admission admissions confession"), SpeechAct.ADMITS),
    **dict.fromkeys(word_set("warning warnings"), SpeechAct.WARNS),
    **dict.fromkeys(word_set("allegation allegations accusation accusations"), SpeechAct.ACCUSES),
    **dict.fromkeys(word_set("complaint complaints"), SpeechAct.CRITICISES),
    **dict.fromkeys(word_set("belief beliefs view opinion conviction"), SpeechAct.BELIEVES),
    **dict.fromkeys(word_set("prediction predictions forecast"), SpeechAct.PREDICTS),
    **dict.fromkeys(word_set("promise promises pledge pledges vow vows assurance assurances"), SpeechAct.PROMISES),
    **dict.fromkeys(word_set("announcement declaration ruling rulings"), SpeechAct.ANNOUNCES),
    **dict.fromkeys(word_set("denial denials"), SpeechAct.DENIES),
    **dict.fromkeys(word_set("demand demands"), SpeechAct.DEMANDS),
}
STATED: Final = ACTS | {
    **dict.fromkeys(
        word_set("answer reply point position message theory thesis explanation response"), SpeechAct.ASSERTS
    ),
    **dict.fromkeys(
        word_set("conclusion finding holding statement testimony verdict assessment advice hope fear word"),
        SpeechAct.ASSERTS,
    ),
}
"""Those that tell it where "is that" follows."""
ARTICLES: Final = word_set("a an the this that")
OWNERS: Final = word_set("his her their its")
MODIFIERS: Final = 3
"""Words that may stand between who says it and the noun: "his own oft-repeated claim"."""
WIDEST: Final = 5
"""Words of a possessor without a name."""
BREAKS: Final = frozenset(("-", "–", "—", "--", "(", ")"))
OPENERS: Final = word_set(", ; that and but or while when because if although though whereas since as once")
"""Behind these a clause begins."""
IS: Final = ("is", "was")
FAR: Final = 10
"""Tokens of whose it is, behind the noun."""
LEAST: Final = 3
"""Tokens of what is said."""


def reports(tokens: Tokens, number: int) -> Iterator[Report]:
    """The reports that nouns with a clause make in a sentence, where it is told whose they are."""
    for at in range(1, len(tokens) - LEAST):
        stated = tokens[at + 1].lower in IS or is_stated(tokens, at)
        act = (STATED if stated else ACTS).get(tokens[at].lower)
        found = whose(tokens, at) if act else None
        if act is None or found is None or not opens(tokens, found[1]):
            continue
        source, that = found
        end = clause_end(tokens, that + 1, not stated and is_subject(tokens, min(source[0], at)))
        words = pieces(tokens, that + 1, end) if end and end - that > LEAST else ()
        if words:
            kind, quoted = kind_of(tokens, words)
            cue = span_of(tokens, at, at + 1)
            yield Report(kind, words, quoted, span_of(tokens, *source), cue, act, RULE, number)


def whose(tokens: Tokens, at: int) -> tuple[Range, int] | None:
    """Who says what the noun at a token tells, before it or behind it, and where "that" stands."""
    that = at + 2 if tokens[at + 1].lower in IS else at + 1
    if tokens[that].lower == "that":
        source = owner(tokens, at)
        return (source, that) if source else None
    if tokens[at + 1].lower in ("came", "comes") and tokens[at + 2].lower == "from":
        at += 1
    link = tokens[at + 1].lower
    if link not in ("by", "from", "of"):
        return None
    source = phrases_behind.after(tokens, at + 2)
    if source is None:
        return None
    that = source[1] + (tokens[source[1] : source[1] + 1] != () and tokens[source[1]].lower in IS)
    if that >= len(tokens) or tokens[that].lower != "that":
        return None
    return (source, that) if link != "of" or may_speak(tokens[slice(*source)]) else None


def is_stated(tokens: Tokens, at: int) -> bool:
    """Whether "is that" follows the noun at a token and whose it is: "the answer from Lee is that …".

    So too "came from" whoever it is, and "that": "word came from the port that …".
    """
    if tokens[at + 1].lower in ("came", "comes"):
        return True
    if tokens[at + 1].lower not in ("from", "of"):
        return False
    past = next((n for n in range(at + 3, min(len(tokens) - 1, at + 3 + FAR)) if tokens[n].lower in IS), None)
    return past is not None and tokens[past + 1].lower == "that"


def may_speak(tokens: Tokens) -> bool:
    """Whether a phrase names or describes people: "the promise of the governor that …", not "the promise of help"."""
    return any(phrases.is_name(token) or token.lower in ROLES | GROUPS for token in tokens)


def owner(tokens: Tokens, at: int) -> Range | None:
    """The possessor before the noun at a token: "Lee" of "Lee's repeated claim", "his"."""
    if named := name_before(tokens, at):
        return named
    for n in range(at - 1, max(-1, at - 2 - MODIFIERS), -1):
        if tokens[n].lower in OWNERS:
            return (n, n + 1)
        if tokens[n].lower in ("'s", "'"):
            return possessor(tokens, n)
        if tokens[n].quote or not tokens[n].text[0].isalpha() or tokens[n].lower in PREPOSITIONS:
            return None
    return None


def name_before(tokens: Tokens, at: int) -> Range | None:
    """The name right before the noun at a token: "Supreme Court" of "a Supreme Court ruling"."""
    start = at
    while start and phrases.is_name(tokens[start - 1]) and not phrases.is_time(tokens[start - 1]):
        start -= 1
    return (start, at) if 0 < start < at and tokens[start - 1].lower in ARTICLES else None


def possessor(tokens: Tokens, end: int) -> Range | None:
    """The phrase before "'s": a name with what stands before it, or a noun back to its article."""
    at = end
    while at and (is_named(tokens[at - 1]) or is_genitive(tokens, at - 1)):
        at -= 1
    if at < end:
        while at and tokens[at - 1].lower in ROLES:
            at -= 1
        return (at - 1 if at and tokens[at - 1].lower in ("the", "former") else at, end)
    for n in range(end - 1, max(-1, end - 1 - WIDEST), -1):
        if tokens[n].lower in DETERMINERS:
            return (n, end)
        if not tokens[n].text[0].isalpha() or is_verb(tokens[n]) or tokens[n].lower in PREPOSITIONS:
            return (n + 1, end) if n + 1 < end else None
    return None


def is_named(token: Token) -> bool:
    """Whether a token belongs to a name; "By" of "By Lee's words" does not."""
    return phrases.is_name(token) and token.lower not in PREPOSITIONS


def is_genitive(tokens: Tokens, at: int) -> bool:
    """Whether a mark within a name stands at a token: "the Farmers' Union's view"."""
    return tokens[at].lower == "'" and at > 0 and phrases.is_name(tokens[at - 1]) and tokens[at - 1].lower.endswith("s")


def opens(tokens: Tokens, that: int) -> bool:
    """Whether a clause with a subject stands behind "that", not the verb of a relative clause."""
    at = that + 1
    while at < len(tokens) - 1 and is_adverb(tokens[at].lower):
        at += 1
    return (
        tokens[at].text[0].isalnum()
        and not phrases.is_finite(tokens[at])
        and any(phrases.is_finite(token) or token.lower.endswith("ed") for token in tokens[at + 1 :])
    )


def is_verb(token: Token) -> bool:
    """Whether a token may be the verb of a sentence."""
    return phrases.is_finite(token) or token.lower.endswith("ed") or is_reporting_form(token.lower)


def is_subject(tokens: Tokens, start: int) -> bool:
    """Whether the noun phrase that begins at a token, its article apart, may be what a sentence is about."""
    at = start - 1
    while at >= 0 and tokens[at].lower in DETERMINERS:
        at -= 1
    if at < 0 or tokens[at].lower in OPENERS:
        return True
    verbs = [form.verb.takes for form in forms().get(tokens[at].lower, ())]
    return any("clause" in takes and "object" not in takes for takes in verbs)


def opens_verb(tokens: Tokens, at: int) -> bool:
    """Whether a verb with its auxiliaries begins at a token: "have" of "the talks have been", not "talks" or "been"."""
    before = tokens[at - 1]
    inside = before.lower in DETERMINERS or phrases.is_finite(before)
    return phrases.is_finite(tokens[at]) and not inside


def clause_end(tokens: Tokens, start: int, subject: bool) -> int | None:
    """Where the clause ends: with the sentence, before a comma, or before the verb whose subject it is.

    None where that verb cannot be told.
    """
    end = end_of(tokens, start, len(tokens), "object")
    end = next((at for at in range(start, end) if tokens[at].lower in BREAKS), end)
    if not subject:
        return end
    verbs = [n for n in range(start, end) if opens_verb(tokens, n)]
    return verbs[-1] if len(verbs) == 2 and verbs[1] - verbs[0] > 1 else None
