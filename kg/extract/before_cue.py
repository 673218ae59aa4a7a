"""Words that stand before their cue, or on both sides: "“…”, said Lee", "The bridge, Lee said, is closed"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from kg.extract import phrases
from kg.extract.adverbials import addressee_at
from kg.extract.cues import Cue, is_reporting_form
from kg.extract.lexicon import PREPOSITIONS, ROLES
from kg.extract.phrases import Range
from kg.extract.report import Found, pieces
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of, trim
from kg.model import Span

NEAR: Final = 15
"""Tokens before a name that are looked at: who has it may be described in them."""
DASHES: Final = ("—", "–", "―", "--", "-")
CLOSERS: Final = frozenset(
    (",", ".", "!", "?", ";", *DASHES, "in", "on", "at", "to", "from", "with", "through", "by", *phrases.LATER)
)
"""What may follow a cue, or the source behind it, when the words stand before."""


def quote_before(tokens: Tokens, at: int) -> int | None:
    """The quotation right before the token `at`, a comma between them or not."""
    for i in (at - 1, at - 2):
        if i >= 0 and tokens[i].quote:
            return i
        if i >= 0 and tokens[i].lower not in (",", *DASHES):
            return None
    return None


def left(tokens: Tokens, cue: Cue, at: int, source: Span | None, floor: int, past: int) -> Found | None:
    """The words from `floor` to `at`, where cue or source begins, and a quotation that goes on behind `past`."""
    end = trim(tokens, floor, at)
    start = clause_start(tokens, floor, end)
    if start >= end:
        return None
    words = pieces(tokens, start, end) + rest(tokens, max(past, cue.last))
    verb = cue.takes("quote") or cue.verbs[0]
    to = addressee_at(tokens, cue.last, len(tokens)) if verb.addressee and past == cue.last else None
    return Found(words, source, verb, "said-after", to)


def left_clause(tokens: Tokens, cue: Cue, subject: Range, floor: int) -> Found | None:
    """The clause before ", X said"."""
    if not subject[0] or tokens[subject[0] - 1].lower != "," or not cue.takes("clause"):
        return None
    if not stands_last(tokens, cue.last) or subject[0] - 1 - floor < 3 or according(tokens[: subject[0]]):
        return None
    start = 0 if cue.last >= len(tokens) - 1 else floor
    return left(tokens, cue, subject[0] - 1, span_of(tokens, *subject), start, cue.last)


def according(tokens: Tokens) -> bool:
    """Whether "to what", as in "according to what Lee says", stands near the end of tokens: Lee is no subject then."""
    near = tokens[-NEAR:]
    return any(to.lower == "to" and what.lower == "what" for to, what in pairwise(near))


def stands_last(tokens: Tokens, at: int) -> bool:
    """Whether nothing but adverbials or who is spoken to follows a cue."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    spoken_to = phrases.is_name(token) or token.lower in ("a", "the", "reporters", "me", "us")
    return token.lower in CLOSERS or spoken_to or phrases.is_time(token)


def interrupted(tokens: Tokens, cue: Cue, source: Range, floor: int) -> Found | None:
    """A clause that cue and source interrupt: "The bridge, Lee said, was closed", "…, said Lee, …"."""
    left_end, past = min(cue.first, source[0]) - 1, insertion_end(tokens, max(cue.last, source[1]))
    if left_end < floor or tokens[left_end].lower != "," or past is None or not cue.takes("clause"):
        return None
    end = trim(tokens, floor, left_end)
    begin = clause_start(tokens, floor, end)
    if begin >= end or not resumes(tokens, begin, end, past):
        return None
    words = pieces(tokens, begin, end) + pieces(tokens, past, end_of(tokens, past, len(tokens), "clause"))
    return Found(words, span_of(tokens, *source), cue.verbs[0], "interrupted")


def insertion_end(tokens: Tokens, at: int) -> int | None:
    """The token behind the comma that ends "X said", at `at` or behind a short adverbial."""
    adverbial = at < len(tokens) and tokens[at].lower in ("in", "on", "at", "from", "during", "after")
    for i in range(at, min(len(tokens) - 1, at + 8 if adverbial else at + 1)):
        if tokens[i].lower == ",":
            return i + 1
    return None


def resumes(tokens: Tokens, begin: int, end: int, past: int) -> bool:
    """Whether the words at `past` go on with the clause [begin, end), which is not complete without them."""
    if tokens[past].lower.endswith("ing") and not tokens[past].quote:
        return False
    if tokens[begin].lower in PREPOSITIONS and not tokens[past].quote:
        return True
    complete = any(phrases.is_finite(t) or t.lower.endswith("ed") for t in tokens[begin:end])
    goes_on = tokens[past].text[:1].islower() and not (complete and tokens[past].quote)
    return tokens[end - 1].quote is None and goes_on


def unmarked(tokens: Tokens, cue: Cue) -> Found | None:
    """Somebody's own words whose marks a scrape lost: "I want to go home a resident told the newspaper"."""
    if tokens[0].lower not in ("i", "we") or any(t.quote for t in tokens) or not cue.takes("quote"):
        return None
    start = next((i for i in range(cue.first - 1, 2, -1) if tokens[i].lower in ("a", "an", "another", "one")), None)
    if start is None or cue.first - start > 6 or tokens[cue.first - 1].lower not in ROLES:
        return None
    words = pieces(tokens, 0, trim(tokens, 0, start))
    to = addressee_at(tokens, cue.last, len(tokens)) if cue.verbs[0].addressee else None
    return Found(words, span_of(tokens, start, cue.first), cue.verbs[0], "unmarked", to)


def clause_start(tokens: Tokens, floor: int, end: int) -> int:
    """Where the words before a cue begin: conjunctions and marks left out ("y" is a scrape's untranslated "and")."""
    start = floor
    leads = (",", "and", "but", "y", ")", ":", ".", *DASHES)
    while start < end and not tokens[start].quote and tokens[start].lower in leads:
        start += 1
    return start


def rest(tokens: Tokens, at: int) -> tuple[Span, ...]:
    """The quotation behind the cue and its source, no other cue before it: "…”, said Lee, “…”"."""
    for i in range(at, min(len(tokens), at + 25)):
        if is_reporting_form(tokens[i].lower) and tokens[i].lower.endswith("ing"):
            return ()
        if tokens[i].quote and tokens[i - 1].lower in (",", ":", ".", *DASHES):
            return pieces(tokens, i, i + 1)
    return ()
