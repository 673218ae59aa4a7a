"""Noun phrases as what a cue reports: "denied the charges", "called it a crime", "counted 700 arrests"."""

from __future__ import annotations

from kg.extract.adverbials import OBJECTS, quantity
from kg.extract.cues import Cue, Verb
from kg.extract.lexicon import PREPOSITIONS
from kg.extract.numbers import number
from kg.extract.phrases import is_time
from kg.extract.tokens import Tokens
from kg.extract.words_end import end_of


def object_at(tokens: Tokens, cue: Cue, limit: int) -> tuple[str, int, Verb] | None:
    """How the noun phrase behind a cue is attached to it, where it ends, and the reading of the cue that takes it."""
    start = cue.last
    if (
        start >= limit
        or tokens[start].lower in (",", ":", ".", ";", "and", "or", "but")
        or not (takes_phrase(tokens, start) or (cue.takes("figure") and quantity(tokens, start)))
    ):
        return None
    end = end_of(tokens, start, limit, "object")
    for frame in ("of", "blaming", "naming", "asclause", "rating", "figure", "forecast", "warning", "object"):
        verb = cue.takes(frame)
        if verb and fits(tokens, frame, start, end):
            return frame, end, verb
    return None


def takes_phrase(tokens: Tokens, start: int) -> bool:
    """Whether a noun phrase begins at a token."""
    token = tokens[start]
    return (
        (token.quote is not None or token.text[0].isalnum()) and token.lower not in PREPOSITIONS and not is_time(token)
    )


def fits(tokens: Tokens, frame: str, start: int, end: int) -> bool:
    """Whether a noun phrase has what the frame asks for."""
    if frame == "of":
        return any(t.lower == "of" for t in tokens[start + 1 : end])
    if frame in ("asclause", "rating"):
        return any(t.lower == "as" for t in tokens[start + 1 : end]) and not compares(tokens[start:end])
    if frame == "blaming":
        return any(t.lower in ("on", "for") for t in tokens[start + 1 : end - 1])
    if frame == "figure":
        return any(number(t)[0] is not None for t in tokens[start : min(end, start + 5)])
    if frame == "naming":
        return end - start > 2 and (any(t.quote or t.lower in ("a", "an", "the") for t in tokens[start + 1 : end]))
    return end - start > 1 or tokens[start].lower not in OBJECTS


def compares(tokens: Tokens) -> bool:
    """Whether "as" only compares among these tokens: "as fully as it must"."""
    return any(a.lower == b.lower == "as" for a, b in zip(tokens, tokens[2:], strict=False))
