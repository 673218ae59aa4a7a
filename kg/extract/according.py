"""Reports without a verb: "according to X", and a name with a colon and a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from kg.extract import phrases, phrases_behind, subjects
from kg.extract.before_cue import clause_start
from kg.extract.lexicon import PREPOSITIONS, word_set
from kg.extract.report import Report, implied, kind_of, pieces
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of, trim
from kg.model import Span, SpeechAct, StatementKind

LEAST: Final = 4
"""Words of a quotation behind a colon; fewer may be a mere word, as in "The answer: “no”"."""
WIDEST: Final = 12
"""Tokens of who somebody is, behind the name."""
LONGEST_NAME: Final = 5
"""Words of a name that stands alone before a colon."""
HABITS: Final = word_set("usual custom tradition schedule plan norm agreement routine protocol")
"""What is done "as per" these was said by nobody."""
WAYS: Final = (("according", "to"), ("as", "per"))
MOST: Final = 5
"""How often "according to" is read in one sentence, so that the work on it stays bounded."""

LABELS: Final = word_set("related also more next watch listen photo photos video gallery caption update")
"""What ends the label of a link or picture: "Read also: “…”" tells a headline, not who says it."""
LABEL: Final = 3
"""Words of a label, at most."""


def according(tokens: Tokens, number: int) -> Iterator[Report]:
    """ "According to X, …", "…, according to X", "…, according to X, …"."""
    for at in islice(places(tokens), MOST):
        begin = behind_words(tokens, at + 2)
        opens = at == 0 or tokens[at - 1].lower == "that"
        opening = phrases_behind.until_comma(tokens, begin) if opens else None
        source = opening or phrases_behind.after(tokens, begin)
        words = around(tokens, at, source[1]) if source else ()
        if source and words:
            kind, quoted = kind_of(tokens, words)
            cue, who = span_of(tokens, at, at + 2), span_of(tokens, *source)
            yield Report(kind, words, quoted, who, cue, SpeechAct.ASSERTS, "according-to", number)


def behind_words(tokens: Tokens, at: int) -> int:
    """The token behind "the words of", if they stand there: no document, but what somebody said."""
    return at + 3 if [token.lower for token in tokens[at : at + 3]] == ["the", "words", "of"] else at


def places(tokens: Tokens) -> Iterator[int]:
    """Where "according to" stands before a source."""
    for at in range(len(tokens) - 2):
        according_to = (tokens[at].lower, tokens[at + 1].lower) in WAYS
        if according_to and tokens[at + 2].lower not in (*phrases.RELATIVES, *HABITS):
            yield at


def around(tokens: Tokens, at: int, past: int) -> tuple[Span, ...]:
    """The clause around "according to X", which stands at the tokens [at, past)."""
    end = 0 if at and tokens[at - 1].lower == "that" else trim(tokens, 0, at)
    start = clause_start(tokens, 0, end)
    before = pieces(tokens, start, end) if any(t.text[0].isalnum() for t in tokens[start:end]) else ()
    begin = past + 1 if past < len(tokens) and tokens[past].lower == "," else past
    opened = before and tokens[start].lower in PREPOSITIONS and not subjects.holds_verb(tokens[start:end])
    if (before and end - start > 3 and not opened) or begin >= len(tokens):
        return before
    return before + pieces(tokens, begin, end_of(tokens, begin, len(tokens), "clause"))


def colon(tokens: Tokens, number: int) -> Report | None:
    """ "Ann Lee: “…”": a name, a colon and a quotation; without a name, the last speaker goes on."""
    at = next((i for i in range(1, len(tokens) - 1) if tokens[i].lower == ":" and tokens[i + 1].quote), None)
    if at is None:
        return None
    first = named_first(tokens, at)
    if len(tokens[at + 1].text.split()) < LEAST and not (first or opens_turn(tokens, at)):
        return None
    if tokens[at - 1].lower in LABELS and at <= LABEL:
        return None
    source, words = first or phrases.before(tokens, at), pieces(tokens, at + 1, at + 2)
    if source is None or not (first or phrases.is_name(tokens[source[1] - 1])):
        return implied(words, number)
    who, cue = span_of(tokens, *source), span_of(tokens, at, at + 1)
    return Report(StatementKind.DIRECT, words, (), who, cue, SpeechAct.ASSERTS, "colon", number)


def named_first(tokens: Tokens, at: int) -> phrases.Range | None:
    """The name that a sentence begins with, and who it is, before the colon at a token: "Ann Lee, a docker: “…”"."""
    comma = next((n for n in range(2, at) if tokens[n].lower == ","), None)
    if comma is None or not all(phrases.is_name(token) for token in tokens[:comma]):
        return None
    described = phrases_behind.is_apposition(tokens, comma + 1) and not subjects.holds_verb(tokens[comma + 1 : at])
    return (0, at) if described and at - comma <= WIDEST else None


def opens_turn(tokens: Tokens, at: int) -> bool:
    """Whether nothing but somebody's name stands before the colon, and nothing but his words behind: "Lee: “Why?”"."""
    named = 2 <= at <= LONGEST_NAME and all(phrases.is_name(token) for token in tokens[:at])
    return named and tokens[at + 1].text.rstrip()[-1:] in (".", "!", "?", "…") and at + 2 == len(tokens)
