"""Where a verb reports: the cues found among the tokens of a sentence, each with its verb group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import lexicon
from kg.extract.cues import UNREPORTED, Cue, Form, forms
from kg.extract.lexicon import AUXILIARIES, BE, DETERMINERS, MODALS, NEGATIONS, POSSESSIVES, is_adverb, word_set
from kg.extract.tokens import QUOTED, Tokens

WARNED: Final = word_set("that of about against the a an his her their it he she they there not to : ,")
"""What may follow "warning" where it is no noun: "a letter warning that", not "a warning label"."""
PHRASES: Final = word_set("figure told rating blaming")
"""What verbs take that are told from nouns by the noun phrase behind them: "counts nine deaths"."""
CLAUSE_ENDS: Final = word_set(", ; : . ( ) – — and but or that which who whose where when while because if")
BEGINNING: Final = word_set("began begun continued continues")
BEFORE_TO: Final = BEGINNING | {"has", "had", "have", "on"}
"""Before "to" these make one verb group with the verb behind it: "had begun to say"."""
RULERS: Final = word_set("party parties coalition bloc class council family junta elite majority camp")
"""Behind "ruling" these tell who rules, not what was ruled."""
KEEPING: Final = word_set("keeps kept")
"""Before a gerund these say that it goes on: "keeps shouting"."""


def find(tokens: Tokens) -> Iterator[Cue]:
    """The cues of a sentence, in order."""
    table = forms()
    past = 0
    for at, token in enumerate(tokens):
        capital = at > 0 and token.text[0].isupper()
        if at >= past and not capital and token.lower in table and (cue := read(tokens, at, table[token.lower])):
            past = cue.last
            yield cue


def read(tokens: Tokens, at: int, readings: tuple[Form, ...]) -> Cue | None:
    """The cue at a token that has the form of one, or None if it is none there."""
    rest = next((f.rest for f in readings if follows(tokens, at + 1, f.rest)), None)
    if rest is None:
        return None
    readings = tuple(f for f in readings if f.rest == rest)
    first, before = group(tokens, at)
    tense = readings[0].tense
    if tense == "past" and "plain" in (f.tense for f in readings) and before & MODALS:
        tense = "plain"
    last = at + 1 + len(rest)
    if not is_verb(tokens, at, last, first, before, readings, tense):
        return None
    return Cue(first, at, last, tuple(f.verb for f in readings), tense, bool(before & NEGATIONS))


def follows(tokens: Tokens, at: int, rest: tuple[str, ...]) -> bool:
    """Whether these words stand at the token `at`."""
    return all(at + i < len(tokens) and tokens[at + i].lower == word for i, word in enumerate(rest))


def group(tokens: Tokens, at: int) -> tuple[int, frozenset[str]]:
    """Where the verb group of the verb `at` begins, and the words before the verb in it."""
    first = at
    while first and at - first < 6 and in_group(tokens[first - 1].lower, tokens, first):
        first -= 1
    return first, frozenset(token.lower for token in tokens[first:at])


def in_group(word: str, tokens: Tokens, first: int) -> bool:
    """Whether the word before the token `first` belongs to its verb group."""
    if word == "'s":
        return tokens[first].lower in ("been", "now", "also") or tokens[first - 2].lower in ("he", "she", "it", "who")
    if word == "to":
        return first >= 2 and tokens[first - 2].lower in BEFORE_TO
    if word in BEGINNING:
        return tokens[first].lower == "to"
    return word in AUXILIARIES | KEEPING or word in MODALS or word in NEGATIONS or is_adverb(word)


def is_verb(
    tokens: Tokens, at: int, last: int, first: int, before: frozenset[str], readings: tuple[Form, ...], tense: str
) -> bool:
    """Whether the form is a finite, active verb that reports here, and no noun, passive or mere possibility."""
    previous = tokens[first - 1].lower if first else ""
    following = tokens[last].lower if last < len(tokens) else ""
    ruling = tokens[at].lower == "ruling" and following in RULERS
    if following in ("up", "off", "down", "away", "out", "back") or ruling:
        return False
    if (
        (before & MODALS and not before & NEGATIONS)
        or previous in UNREPORTED
        or (previous == "to" and "to" not in before)
    ):
        return False
    if tense == "past":
        passive = (
            before & BE
            or previous in ("from", "of", "with", "by", "in", "on", "for")
            or following == "by"
            or previous in DETERMINERS
            or previous == "'s"
        )
        return not passive
    if tense == "ing":
        return (
            bool(before & (BE | KEEPING)) or previous in (",", "—", "–", "-", "", "by") or plain_gerund(tokens, first)
        )
    if not readings[0].verb.noun:
        return tense == "present" or bool(before) or is_plural(previous)
    takes = any(PHRASES & form.verb.takes for form in readings)
    only = takes and tense in ("present", "plain") and only_verb(tokens, at, last)
    only = only or (last > at + 1 and following in lexicon.GROUPS)  # "appeals to residents to stay at home"
    return is_finite(tokens, first, before, previous, "" if only else following, tense)


def only_verb(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a noun phrase follows and no other verb is in the clause: "the centre counts nine deaths"."""
    if not opens_phrase(tokens, last):
        return False
    start = next((n + 1 for n in range(at - 1, -1, -1) if tokens[n].lower in CLAUSE_ENDS), 0)
    end = next((n for n in range(last, len(tokens)) if tokens[n].lower in CLAUSE_ENDS), len(tokens))
    return not any(may_be_verb(tokens, n) for n in (*range(start, at), *range(last, end)))


def opens_phrase(tokens: Tokens, at: int) -> bool:
    """Whether a noun phrase begins at a token, its article left out: a number, also behind "at least", or a word."""
    while at < len(tokens) and tokens[at].lower in lexicon.ROUGHLY:
        at += 1
    if at >= len(tokens):
        return False
    word = tokens[at].lower
    other = word in lexicon.PREPOSITIONS | CLAUSE_ENDS or is_adverb(word)
    return (word.isalpha() or word[0].isdigit()) and not other


def may_be_verb(tokens: Tokens, at: int) -> bool:
    """Whether a token may be the verb of its clause."""
    word = tokens[at].lower
    past = word.endswith("ed") and at > 0 and tokens[at - 1].lower not in DETERMINERS
    return past or word in lexicon.VERBS | MODALS | AUXILIARIES - {"'s"}


def plain_gerund(tokens: Tokens, first: int) -> bool:
    """Whether a gerund that no comma sets off reports: "in a post saying that", "signs reading"."""
    if tokens[first].lower == "warning" and tokens[first + 1 : first + 2]:
        following, noun = tokens[first + 1], tokens[first - 1].lower in DETERMINERS
        if noun or not (
            following.lower in WARNED | lexicon.GROUPS | lexicon.ROLES or following.text[0].isupper() or following.quote
        ):
            return False
    return tokens[first].lower in ("saying", "reading", "stating", "arguing", "claiming", "warning") and first > 0


def is_finite(tokens: Tokens, first: int, before: frozenset[str], previous: str, following: str, tense: str) -> bool:
    """Whether a form that is also a noun ("claims", "report") is a verb here."""
    if previous in DETERMINERS or previous in POSSESSIVES or previous in lexicon.PREPOSITIONS:
        return False
    opens = following in (
        "that",
        QUOTED,
        ",",
        ":",
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "it",
        "he",
        "she",
        "they",
        "to",
        "",
    )
    opens = (
        opens
        or following in lexicon.QUESTION_WORDS
        or (first + 1 < len(tokens) and tokens[first + 1].text[:1].isupper())
    )
    if tense == "present":
        return opens and previous not in (",", "and", "or", "")
    return opens and (is_plural(previous) or bool(before & {"do", "have"}))


def is_plural(word: str) -> bool:
    """Whether a plain verb form may follow a word: "they say", "officials say", "who say"."""
    return (
        word in ("they", "we", "i", "you", "who", ")", ",")
        or word in lexicon.GROUPS
        or (word.endswith("s") and len(word) > 3)
    )
