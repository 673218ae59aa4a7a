"""What a model proposes as a statement, before any rule or threshold."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span


@dataclass(frozen=True)
class Candidate:
    """One cue with its sources and contents, as tagged, and two probabilities: a cue is here; it has a content."""

    cue: Span
    sources: tuple[Span, ...]
    contents: tuple[Span, ...]
    cue_probability: float
    content_probability: float

    @property
    def score(self) -> float:
        """The probability that this is a statement."""
        return self.cue_probability * self.content_probability
