"""What a model proposes as a statement, before any rule or threshold."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span


@dataclass(frozen=True)
class Candidate:
    """One cue with its sources and contents, as tagged, and three probabilities.

    A cue is here; it has a content; what it reports is a statement, not a wish or feeling.
    """

    cue: Span
    sources: tuple[Span, ...]
    contents: tuple[Span, ...]
    cue_probability: float
    content_probability: float
    statement: float = 1.0

    @property
    def score(self) -> float:
        """The probability that this is a statement."""
        return self.cue_probability * self.content_probability
