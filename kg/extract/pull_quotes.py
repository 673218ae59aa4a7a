"""Pull quotes: somebody's own words set apart with only a name behind them, and the same words again in the text."""

from __future__ import annotations

from kg.extract.phrases import is_name
from kg.extract.report import Report, implied
from kg.extract.sentences import Sentence
from kg.extract.tokens import Tokens, span_of
from kg.model import Span, SpeechAct, StatementKind


def pull_quotes(sentences: list[Sentence]) -> dict[int, Report]:
    """The reports that pull quotes make, by the number of their sentence."""
    found: dict[int, Report] = {}
    repeated: set[tuple[str, ...]] = set()
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


def own_words(tokens: Tokens) -> bool:
    """Whether a sentence is told in the first person, outside quotation marks."""
    return tokens[0].lower in ("i", "we") and not any(token.quote for token in tokens)


def is_signature(tokens: Tokens) -> bool:
    """Whether a sentence is nothing but a name of two or three words."""
    return 2 <= len(tokens) <= 3 and all(is_name(token) for token in tokens)
