"""Quotations that any verb closes, one too that elsewhere tells of no words: "“…”, launches its president, Ana Lee".

A quotation that opens its sentence, a verb and somebody who speaks, to the sentence's end: nothing else is told there.
"""

from __future__ import annotations

from typing import Final

from kg.extract import phrases, phrases_behind
from kg.extract.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    GROUPS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    ROLES,
    is_adverb,
    word_set,
)
from kg.extract.phrases import Range
from kg.extract.report import Report, quoted_words
from kg.extract.tokens import Token, Tokens, span_of
from kg.model import SpeechAct, StatementKind

RULE: Final = "closing-verb"
LEAST: Final = 3
"""Words of a quotation; a shorter one may be a title."""
PEOPLE: Final = word_set("he she they")
LONGEST: Final = 4
"""Words from the verb on, behind a pronoun: "he makes to know", "she shrugs"."""
MARKS: Final = frozenset((",", "-", "–", "—"))
ENDS: Final = frozenset(",!?…")
"""What stands before a closing mark, or a comma or dash behind it."""


def closed(tokens: Tokens, number: int) -> Report | None:
    """The report that a sentence makes whose quotation such a verb closes."""
    if len(tokens) < LEAST or not tokens[0].quote or len(tokens[0].text.split()) < LEAST:
        return None
    if tokens[1].lower not in MARKS and tokens[0].text.rstrip()[-1:] not in ENDS:
        return None
    at = next((n for n in range(1, len(tokens)) if tokens[n].lower not in MARKS), len(tokens))
    end = next((n for n in range(at, len(tokens)) if tokens[n].lower in (".", "!", "?")), len(tokens))
    found = behind(tokens, at, end) or ahead(tokens, at, end)
    if found is None:
        return None
    source, cue = (span_of(tokens, *each) for each in found)
    words = (quoted_words(tokens[0]),)
    return Report(StatementKind.DIRECT, words, (), source, cue, SpeechAct.ASSERTS, RULE, number)


def behind(tokens: Tokens, at: int, end: int) -> tuple[Range, Range] | None:
    """Somebody behind the verb, who ends the sentence: "launches its president, Ana Lee"."""
    if at + 1 >= end or not is_verb(tokens[at]):
        return None
    first = tokens[at + 1]
    source = phrases_behind.after(tokens, at + 1)
    opens = first.lower in DETERMINERS | POSSESSIVES or phrases.is_name(first)
    if source is None or source[1] != end or not opens or phrases.is_time(first):
        return None
    people = any(phrases.is_name(token) or token.lower in ROLES | GROUPS for token in tokens[slice(*source)])
    return (source, (at, at + 1)) if people else None


def ahead(tokens: Tokens, at: int, end: int) -> tuple[Range, Range] | None:
    """A pronoun before the verb: "she shrugs", "he makes to know"."""
    if at + 1 >= end or tokens[at].lower not in PEOPLE or not is_verb(tokens[at + 1]) or end - at - 1 > LONGEST:
        return None
    return (at, at + 1), (at + 1, end)


def is_verb(token: Token) -> bool:
    """Whether a token has the form of a verb that people do, and is no auxiliary or adverb."""
    word = token.lower
    other = word in AUXILIARIES | MODALS | PREPOSITIONS | DETERMINERS | ROLES | GROUPS or is_adverb(word)
    return token.text.islower() and word.endswith(("s", "ed")) and not other
