"""From a network's candidates alone to statements, to judge training: what is likely enough, with its borders set."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import quotes
from kg.extract.borders import kind, nearest, set_borders, shared
from kg.extract.cue_words import is_attitude
from kg.extract.network.candidate import Candidate
from kg.extract.quotes import Quote
from kg.model import Span, StatementKind


@dataclass(frozen=True)
class Options:
    """What is kept and how borders are set.

    `threshold` is the least score of a statement; `overlap` how much of its content a likelier one may share; `quote`
    the share of a quotation from which on a piece within it means the whole; `polnear` counts as content what PolNeAR
    does and readers for the graph do not, the word "that" at its head and asides; `attitudes` keeps reports of wishes
    and feelings.
    """

    threshold: float = 0.3
    overlap: float = 0.5
    quote: float = 0.3
    polnear: bool = True
    attitudes: bool = True


@dataclass(frozen=True)
class Found:
    """One statement: content in pieces, source, cue, how it is reported, and its probability."""

    kind: StatementKind
    contents: tuple[Span, ...]
    source: Span | None
    cue: Span
    score: float


def statements(text: str, candidates: list[Candidate], options: Options) -> list[Found]:
    """The statements among the candidates of a text, in the order of their content."""
    quoted = quotes.pair(text, quotes.paragraphs(text))
    likely = [c for c in candidates if c.score >= options.threshold]
    if not options.attitudes:
        likely = [c for c in likely if not is_attitude(c.cue.of(text))]
    kept: list[Found] = []
    for c in sorted(likely, key=lambda c: (-c.score, c.cue)):
        found = statement(text, c, quoted, options)
        if found and all(shared(found.contents, other.contents) < options.overlap for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda s: (s.contents, s.cue))


def statement(text: str, c: Candidate, quoted: list[Quote], options: Options) -> Found | None:
    """The candidate with its borders set; None if no content is left."""
    contents = set_borders(text, c.contents, c.cue, quoted, options.quote, asides=options.polnear)
    if not contents:
        return None
    return Found(kind(text, contents, quoted), contents, nearest(c.sources, c.cue), c.cue, c.score)
