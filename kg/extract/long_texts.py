"""Texts of any length and sort before the network: read in stretches, so that memory does not grow with the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.borders import LINE
from kg.extract.network.candidate import Candidate
from kg.extract.weights import Network
from kg.model import Span

if TYPE_CHECKING:
    from kg.extract.network import predict
    from kg.extract.network.tagged import TaggedName

STRETCH: Final = 200_000
"""Characters read at once, at most; what the network keeps of them takes some 100 MB at worst."""
JUNK: Final = 1000
"""A longer line with hardly a letter in it is no prose and is not read."""
LETTERS: Final = 0.2
"""The least share of letters in a line of prose."""


class Seen:
    """What the network sees in a text: candidates in the order of their cues, names in the order of the text."""

    def __init__(self, parts: Iterable[tuple[Span, predict.Reading]]) -> None:
        self.candidates: list[Candidate] = []
        self.names: list[TaggedName] = []
        for at, part in parts:
            self.candidates += [moved(c, at.start) for c in part.candidates]
            self.names += [replace(name, span=later(name.span, at.start)) for name in part.names]


def see(text: str, network: Network) -> Seen:
    """What the network sees in a text of any length."""
    # Imported here, like the network: most commands read nothing.
    from kg.extract.network.predict import read

    return Seen((at, read(at.of(text), network.tokenizer, network.runtime)) for at in stretches(text, STRETCH))


def stretches(text: str, most: int) -> Iterator[Span]:
    """The lines of a text that are prose, in stretches of at most `most` characters; a longer line is cut at spaces."""
    together: Span | None = None
    for part in parts(text, most):
        if together and (part is None or part.end - together.start > most):
            yield together
            together = None
        if part:
            together = Span(together.start, part.end) if together else part
    if together:
        yield together


def parts(text: str, most: int) -> Iterator[Span | None]:
    """The lines of a text, those longer than `most` cut; None in the place of one that is no prose."""
    for found in LINE.finditer(text):
        line = Span(*found.span())
        if is_prose(line.of(text)):
            yield from cut(text, line, most)
        else:
            yield None


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
    sources, contents = (tuple(later(span, by) for span in spans) for spans in (candidate.sources, candidate.contents))
    return replace(candidate, cue=later(candidate.cue, by), sources=sources, contents=contents)


def later(span: Span, by: int) -> Span:
    """A span so many characters further on."""
    return Span(span.start + by, span.end + by)
