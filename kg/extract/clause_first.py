"""Unquoted words whose source and cue stand behind them: "The pier was safe, she told us, and would stay open".

What goes on behind the cue was said too where it lacks a subject ("and would stay open") or has one of its own that is
not who speaks; "he had fallen, he said, and he would say no more" ends with the cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from kg.extract import phrases, phrases_behind, subjects
from kg.extract.adverbials import ADVERBIAL, addressee_at
from kg.extract.before_cue import clause_start
from kg.extract.cues import Cue
from kg.extract.lexicon import DETERMINERS, GROUPS, MODALS, PREPOSITIONS, ROLES, is_adverb, word_set
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
TO: Final = word_set("tell assure inform remind")
"""Verbs with whom it is told right behind them, never who speaks."""

IN: Final = word_set("in on at for by with from under over until")
"""A clause may begin with these; with other prepositions it depends on another."""


def reports(tokens: Tokens, sentence: int) -> Iterator[Report]:
    """The clauses of a sentence with source and cue behind them."""
    if not any(token.lower == "," for token in tokens):
        return
    for cue in islice(find(tokens), MOST):
        if cue.negated or cue.tense not in ("past", "present") or not said(cue):
            continue
        source = ahead(tokens, cue) or behind(tokens, cue)
        words = around(tokens, cue, source) if source else ()
        if source and words:
            kind, quoted = kind_of(tokens, words)
            who, span = span_of(tokens, *source), span_of(tokens, cue.first, cue.last)
            yield Report(kind, words, quoted, who, span, cue.verbs[0].act, RULE, sentence)


def said(cue: Cue) -> bool:
    """Whether a cue's verb reports words, in quotation marks or in a clause."""
    return any({"quote", "that"} <= verb.takes and not verb.attitude for verb in cue.verbs)


def ahead(tokens: Tokens, cue: Cue) -> Range | None:
    """The source between a comma and the cue: "…, she said"."""
    found = subjects.before(tokens, cue.first)
    if found is None or not found[0] or tokens[found[0] - 1].lower != ",":
        return None
    described = found[0] - 1
    while described and tokens[described - 1].lower != ",":
        described -= 1
    own = tokens[described : found[0] - 1]
    role = described and own and own[0].lower in DETERMINERS and not subjects.holds_verb(own)
    return (described, found[1]) if role and tokens[cue.first - 1].lower == "," else found


def behind(tokens: Tokens, cue: Cue) -> Range | None:
    """The source behind a cue that a comma stands before: "…, retorted Lee"; a name, or people by what they are."""
    if cue.verbs[0].lemma in TO:
        return None
    if not cue.first or tokens[cue.first - 1].lower != "," or cue.first + 1 != cue.last - len(rest_of(cue)):
        return None
    found = phrases_behind.after(tokens, cue.last)
    if found is None:
        return None
    name = phrases.is_name(tokens[found[0]]) and not phrases.is_time(tokens[found[0]])
    aside = any(token.lower in phrases.RELATIVES for token in last_clause(tokens, cue.first - 1)[:1])
    people = not aside and any(token.lower in ROLES | GROUPS for token in tokens[slice(*found)])
    return found if name or people else None


def last_clause(tokens: Tokens, end: int) -> Tokens:
    """The tokens between the last two commas before an end: "which was new" in "the map, which was new, says"."""
    begin = next((at + 1 for at in range(end - 1, -1, -1) if tokens[at].lower == ","), 0)
    return tokens[begin:end]


def rest_of(cue: Cue) -> list[str]:
    """The words of a cue behind its verb: "out" of "point out"."""
    return cue.verbs[0].lemma.split()[1:]


def around(tokens: Tokens, cue: Cue, source: Range) -> tuple[Span, ...]:
    """The words before source and cue, and those that go on behind them; none if it is no clause that was said."""
    left, past = min(cue.first, source[0]) - 1, closing(tokens, cue, max(cue.last, source[1]))
    begin = max((at + 1 for at in range(left) if tokens[at].lower in (";", ":")), default=0)
    begin, end = clause_start(tokens, begin, left), trim(tokens, begin, left)
    if past is None or end - begin < LEAST or not is_clause(tokens, begin, end):
        return ()
    if any(token.quote for token in tokens[past : past + 3]):
        return ()
    if past >= len(tokens) or tokens[past].lower in ENDS:
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
    return not first.endswith("ing") and any(phrases.is_finite(token) for token in tokens[begin:end])


def closing(tokens: Tokens, cue: Cue, at: int) -> int | None:
    """Where the mark stands that ends "she told the council on Monday"; None if something else is told there."""
    if any(verb.addressee for verb in cue.verbs) and (to := addressee_at(tokens, at, len(tokens))):
        at = to[1]
    for past in range(at, min(len(tokens), at + BEHIND)):
        if tokens[past].lower in ENDS or tokens[past].lower == ",":
            return past
        if past == at and not is_adverbial(tokens, past):
            return None
        if tokens[past].quote or phrases.is_finite(tokens[past]) or tokens[past].lower in ("that", "to"):
            return None
    return len(tokens) if at + BEHIND >= len(tokens) else None


def is_adverbial(tokens: Tokens, at: int) -> bool:
    """Whether words about when, where or how begin at a token, or a relative clause about who speaks."""
    word = tokens[at].lower
    return word in ADVERBIAL or is_adverb(word) or phrases.is_time(tokens[at]) or word in ("last", "this")


def goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the words from a token on, behind "and", were said too."""
    word = tokens[at].lower if at < len(tokens) else ""
    if word in GOES_ON:
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
