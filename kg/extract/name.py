"""A name in a text, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EntityType, Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; `type` is None where nothing tells; `titled` if a title or role stands before it.

    `doubtful` is a word that may be written with a capital only because it begins a sentence; `team` is the name of a
    place that stands for a team.
    """

    span: Span
    text: str
    words: tuple[str, ...]
    type: EntityType | None
    titled: bool = False
    described: str | None = None
    doubtful: bool = False
    team: bool = False
