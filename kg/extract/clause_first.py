"""Unquoted words whose source and cue stand behind them: "The pier was safe, she told us, and would stay open".

What goes on behind the cue was said too where it lacks a subject ("and would stay open") or has one of its own that is
not who speaks; "he had fallen, he said, and he would say no more" ends with the cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from kg.extract import phrases, subjects
from kg.extract.adverbials import ADVERBIAL, addressee_at
from kg.extract.before_cue import clause_start
from kg.extract.clause_sources import research, source_of
from kg.extract.complements import has_verb
from kg.extract.cues import Cue
from kg.extract.lexicon import DETERMINERS, MODALS, PREPOSITIONS, is_adverb, word_set
from kg.extract.phrases import Range
from kg.extract.report import Report, kind_of, pieces
from kg.extract.reporting_verbs import find
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import CUTTERS, trim
from kg.model import Span

RULE: Final = "clause-first"
MOST: Final = 6
"""Cues read in one sentence, so that the work on it stays bounded."""
LEAST: Final = 3
"""Tokens of a clause."""
BEHIND: Final = 9
"""Tokens of whom it was told, when and how."""
ENDS: Final = frozenset((".", ";", ":", "!", "?"))
LINKS: Final = word_set("and but so")
GOES_ON: Final = MODALS | word_set("had has have was were is are not never then also")
"""Behind "and" these go on with the clause before the cue."""
SAME: Final = word_set("he she they i we")
"""Behind "and" these are who speaks, and what he does or did."""
MANY: Final = word_set("more fewer most half many few several")
"""Behind "but" these begin a count of others, whatever they do: "but more than half complained"."""

RECKONING: Final = word_set("estimate calculate reckon predict forecast project rule decide conclude")
"""Verbs that stand behind a clause too, though they quote nothing."""

IN: Final = word_set("in on at for by with from under over until")
"""A clause may begin with these; with other prepositions it depends on another."""


def reports(tokens: Tokens, sentence: int) -> Iterator[Report]:
    """The clauses of a sentence with source and cue behind them."""
    if not any(token.lower == "," for token in tokens):
        return
    for cue in islice(find(tokens), MOST):
        if cue.negated or cue.tense not in ("past", "present"):
            continue
        source = source_of(tokens, cue)
        words = around(tokens, cue, source) if source and (said(cue) or research(tokens, cue, source)) else ()
        if source and words:
            kind, quoted = kind_of(tokens, words)
            who, span = span_of(tokens, *source), span_of(tokens, cue.first, cue.last)
            yield Report(kind, words, quoted, who, span, cue.verbs[0].act, RULE, sentence)


def said(cue: Cue) -> bool:
    """Whether a cue's verb reports words, in quotation marks or in a clause, or what somebody reckons or rules."""
    return any(not verb.attitude and ({"quote", "that"} <= verb.takes or verb.lemma in RECKONING) for verb in cue.verbs)


def around(tokens: Tokens, cue: Cue, source: Range) -> tuple[Span, ...]:
    """The words before source and cue, and those that go on behind them; none if it is no clause that was said."""
    left, past = min(cue.first, source[0]) - 1, closing(tokens, cue, max(cue.last, source[1]))
    begin = max((at + 1 for at in range(left) if tokens[at].lower in (";", ":")), default=0)
    begin, end = clause_start(tokens, begin, left), trim(tokens, begin, left)
    headed = past is not None and past >= len(tokens) and research(tokens, cue, source) and end - begin > LEAST
    if past is None or end - begin < LEAST or not (headed or is_clause(tokens, begin, end)):
        return ()
    if any(token.quote for token in tokens[past : past + 3]):
        return ()
    if past < len(tokens) - 1 and tokens[past].lower == ":" and has_verb(tokens[past + 1 :]):
        return pieces(tokens, begin, end) + pieces(tokens, past + 1, rest_end(tokens, past + 1))
    if past >= len(tokens) or tokens[past].lower in ENDS:
        return pieces(tokens, begin, end)
    if tokens[past + 1 : past + 2] and tokens[past + 1].lower.endswith("ing") and tokens[past + 1].text.islower():
        return pieces(tokens, begin, end)
    if tokens[past + 1 : past + 2] and tokens[past + 1].lower in LINKS:
        start = past + 1
        more = (start, rest_end(tokens, start)) if goes_on(tokens, start + 1) else None
        return pieces(tokens, begin, end) + (pieces(tokens, *more) if more else ())
    return ()


def is_clause(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether the tokens are an unquoted clause that depends on no other."""
    first = tokens[begin].lower
    if any(token.quote for token in tokens[begin:end]) or (first in PREPOSITIONS and first not in IN):
        return False
    return not first.endswith("ing") and (
        first == "that" or any(phrases.is_finite(token) for token in tokens[begin:end])
    )


def closing(tokens: Tokens, cue: Cue, at: int) -> int | None:
    """Where the mark stands that ends "she told the council on Monday"; None if something else is told there."""
    if any(verb.addressee for verb in cue.verbs) and (to := addressee_at(tokens, at, len(tokens))):
        at = to[1]
    for past in range(at, min(len(tokens), at + BEHIND)):
        if tokens[past].lower in ENDS or tokens[past].lower == ",":
            return past
        if past == at and not is_adverbial(tokens, past):
            return None
        if tokens[past].quote or phrases.is_finite(tokens[past]) or tokens[past].lower == "that":
            return None
        if tokens[past].lower == "to" and not to_somebody(tokens, past):
            return None
    return len(tokens) if at + BEHIND >= len(tokens) else None


def to_somebody(tokens: Tokens, at: int) -> bool:
    """Whether "to" at a token is before a noun: "in a letter to the regulator"."""
    following = tokens[at + 1 : at + 2]
    return bool(following) and (following[0].lower in DETERMINERS or phrases.is_name(following[0]))


def is_adverbial(tokens: Tokens, at: int) -> bool:
    """Whether words about when, where or how begin at a token, or a relative clause about who speaks."""
    word = tokens[at].lower
    return word in ADVERBIAL or is_adverb(word) or phrases.is_time(tokens[at]) or word in ("last", "this")


def goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the words from a token on, behind "and", were said too."""
    word = tokens[at].lower if at < len(tokens) else ""
    if word in GOES_ON or (word in MANY and subjects.holds_verb(tokens[at + 1 :])):
        return True
    if word in SAME or any(True for _ in find(tokens[at:])):
        return False
    return subjects.holds_verb(tokens[at + 1 :]) and not word.endswith("ed")


def rest_end(tokens: Tokens, start: int) -> int:
    """Where the words end that go on: with the sentence, or before the article's own voice comes back."""
    for at in range(start + 1, len(tokens)):
        if tokens[at].lower == ";" or (tokens[at].lower in CUTTERS and tokens[at - 1].lower == ","):
            return trim(tokens, start, at)
    return trim(tokens, start, len(tokens))
