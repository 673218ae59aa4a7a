"""Pull quotes: somebody's own words set apart with only a name behind them, and the same words again in the text.

Where they stand in quotation marks, a dash and a name behind them in the same line tell whose they are.
"""

from __future__ import annotations

from typing import Final

from kg.extract.before_cue import DASHES
from kg.extract.phrases import is_finite, is_name
from kg.extract.report import Report, implied, quoted_words
from kg.extract.sentences import Sentence
from kg.extract.tokens import Tokens, span_of
from kg.model import Span, SpeechAct, StatementKind

LEAST: Final = 8
"""Words of a quotation that does not end as a sentence does: a shorter one is a title, "“Old Boats” — Ana Brandt"."""
MOST_NAMES: Final = 5
MOST: Final = 14
"""Tokens of a name, and of all that stands behind the dash."""


def pull_quotes(sentences: list[Sentence]) -> dict[int, Report]:
    """The reports that pull quotes make, by the number of their sentence."""
    found: dict[int, Report] = {}
    repeated: set[tuple[str, ...]] = set()
    for number in range(len(sentences)):
        if by_line := signed(sentences, number):
            found[number] = by_line
    for number in range(len(sentences) - 1):
        words, name = sentences[number], sentences[number + 1]
        if not own_words(words.tokens):
            continue
        if words.paragraph == name.paragraph and is_signature(name.tokens):
            source = span_of(name.tokens, 0, len(name.tokens))
            piece = (Span(words.tokens[0].start, words.tokens[-1].end),)
            found[number] = Report(
                StatementKind.DIRECT, piece, (), source, None, SpeechAct.ASSERTS, "pull-quote", number
            )
            repeated.add(tuple(token.text for token in words.tokens))
        elif tuple(token.text for token in words.tokens) in repeated:
            found[number] = implied((Span(words.tokens[0].start, words.tokens[-1].end),), number)
    return found


def signed(sentences: list[Sentence], number: int) -> Report | None:
    """The report that a line makes which is a quotation, a dash and a name: "“We are done.” — Ana Brandt, 34"."""
    tokens = sentences[number].tokens
    title = not tokens[0].text.endswith((".", "!", "?", "…", ",")) and len(tokens[0].text.split()) < LEAST
    if not tokens[0].quote or title or (number and sentences[number - 1].paragraph == sentences[number].paragraph):
        return None
    if len(tokens) == 1 and number + 1 < len(sentences):
        following = sentences[number + 1]
        tokens += following.tokens if following.paragraph == sentences[number].paragraph else ()
    last = tokens[-1].end
    name = tuple(token for token in tokens[2:] if token.text != ".")
    if len(tokens) < 3 or tokens[1].lower not in DASHES or not is_by_line(name):
        return None
    words, cue = (quoted_words(tokens[0]),), span_of(tokens, 1, 2)
    source = Span(name[0].start, name[-1].end)
    end = number + (sentences[number].tokens[-1].end < last)
    return Report(
        StatementKind.DIRECT, words, (), source, cue, SpeechAct.ASSERTS, "pull-quote", end, first_sentence=number
    )


def is_by_line(tokens: Tokens) -> bool:
    """Whether tokens name somebody, with what may stand behind a name: "Ana Brandt, 34, of Riga"."""
    named = next((at for at, token in enumerate(tokens) if not is_name(token)), len(tokens))
    ends = named == len(tokens) or tokens[named].lower in (",", "(")
    return 1 <= named <= MOST_NAMES and ends and len(tokens) <= MOST and not any(map(is_finite, tokens))


def own_words(tokens: Tokens) -> bool:
    """Whether a sentence is told in the first person, outside quotation marks."""
    return tokens[0].lower in ("i", "we") and not any(token.quote for token in tokens)


def is_signature(tokens: Tokens) -> bool:
    """Whether a sentence is nothing but a name of two or three words."""
    return 2 <= len(tokens) <= 3 and all(is_name(token) for token in tokens)
