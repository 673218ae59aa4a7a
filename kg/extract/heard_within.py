"""What somebody tells within a quotation of words without marks: "“We were told it was safe”", "“I said, who?”"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import hearings
from kg.extract.lexicon import AUXILIARIES, BE, word_set
from kg.extract.report import Report, kind_of, pieces
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of, trim
from kg.model import Span, SpeechAct

RULE: Final = "heard-within"
HEARERS: Final = word_set("i we they he she")
SAID: Final = word_set("said says")
LINKS: Final = word_set("and so then but when because")
"""Before "I said, …" these begin the clause; behind other words it is an insertion: "as I said, …"."""


def reports(tokens: Tokens, number: int) -> Iterator[Report]:
    """What the sentence of a quotation tells that somebody was told, or said as he speaks."""
    for at in range(1, len(tokens) - 1):
        if heard := hearer(tokens, at):
            start = hearings.words_behind(tokens, at + 1)
            words = pieces(tokens, start, end_of(tokens, start, len(tokens), "that")) if start else ()
            yield from made(tokens, at, words, None, heard, number)
        elif plain(tokens, at):
            words = pieces(tokens, at + 2, trim(tokens, at + 2, len(tokens)))
            yield from made(tokens, at, words, span_of(tokens, at - 1, at), None, number)


def made(
    tokens: Tokens, at: int, words: tuple[Span, ...], source: Span | None, heard: Span | None, number: int
) -> Iterator[Report]:
    """The report of the cue at a token, if it has words."""
    if words:
        kind, quoted = kind_of(tokens, words)
        yield Report(
            kind, words, quoted, source, span_of(tokens, at, at + 1), SpeechAct.ASSERTS, RULE, number, addressee=heard
        )


def hearer(tokens: Tokens, at: int) -> Span | None:
    """Who was told what follows a token: "we" of "we had been told"."""
    first = hearings.passive(tokens, at)
    while first and tokens[first - 1].lower in AUXILIARIES | BE:
        first -= 1
    return span_of(tokens, first - 1, first) if first and tokens[first - 1].lower in HEARERS else None


def plain(tokens: Tokens, at: int) -> bool:
    """Whether a comma alone introduces what somebody said, to the end of the sentence: "and I said, no way"."""
    if tokens[at].lower not in SAID or tokens[at + 1].lower != "," or tokens[at - 1].lower not in HEARERS:
        return False
    opens = at == 1 or tokens[at - 2].lower in LINKS
    behind = [token.lower for token in tokens[at + 2 :]]
    return opens and bool(behind) and "that" not in behind and not any(token.quote for token in tokens[at + 2 :])
