"""Texts of any length and sort before the network: read in stretches, so that memory does not grow with the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.borders import LINE
from kg.extract.network.candidate import Candidate
from kg.extract.weights import Network
from kg.model import Span

STRETCH: Final = 200_000
"""Characters read at once, at most; what the network keeps of them takes some 100 MB at worst."""
JUNK: Final = 1000
"""A longer line with hardly a letter in it is no prose and is not read."""
LETTERS: Final = 0.2
"""The least share of letters in a line of prose."""


def candidates(text: str, network: Network) -> list[Candidate]:
    """The network's candidates of a text, in the order of their cues."""
    # Imported here, like the network: most commands read nothing.
    from kg.extract.network import predict

    return [
        moved(candidate, stretch.start)
        for stretch in stretches(text, STRETCH)
        for candidate in predict.candidates(stretch.of(text), network.tokenizer, network.runtime)
    ]


def stretches(text: str, most: int) -> Iterator[Span]:
    """The lines of a text that are prose, in stretches of at most `most` characters; a longer line is cut at spaces."""
    start = end = 0
    for line in (part for found in LINE.finditer(text) for part in cut(text, Span(*found.span()), most)):
        prose = is_prose(line.of(text))
        if start < end and (not prose or line.end - start > most):
            yield Span(start, end)
            start = end
        if prose:
            start, end = (start if start < end else line.start), line.end
        else:
            start = end = line.end
    if start < end:
        yield Span(start, end)


def cut(text: str, line: Span, most: int) -> Iterator[Span]:
    """A line in parts of at most `most` characters, each ending behind a space if there is one."""
    start = line.start
    while line.end - start > most:
        space = text.rfind(" ", start, start + most)
        end = space + 1 if space > start else start + most
        yield Span(start, end)
        start = end
    yield Span(start, line.end)


def is_prose(line: str) -> bool:
    """Whether a line may hold sentences."""
    return len(line) <= JUNK or sum(map(str.isalpha, line)) >= LETTERS * len(line)


def moved(candidate: Candidate, by: int) -> Candidate:
    """A candidate whose offsets count from `by` characters earlier."""
    if not by:
        return candidate

    def span(of: Span) -> Span:
        return Span(of.start + by, of.end + by)

    sources, contents = tuple(map(span, candidate.sources)), tuple(map(span, candidate.contents))
    return replace(candidate, cue=span(candidate.cue), sources=sources, contents=contents)
