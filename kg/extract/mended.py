"""A text as it was before a scrape lost spaces, quotation marks and capitals, and the way back to its own offsets.

What is mended is only read: every span that is found leads back to the characters of the text as it was printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract import block_quotations, dash_quotations, lost_capitals, lost_marks, lost_spaces
from kg.extract.edits import Edit
from kg.model import AnnotatedArticle, Entity, Figure, Span, Statement

STEPS: Final[tuple[Callable[[str], Sequence[Edit]], ...]] = (
    block_quotations.edits,
    dash_quotations.edits,
    lost_marks.closings,
    lost_spaces.edits,
    lost_marks.doubled,
    lost_marks.openings,
    lost_capitals.edits,
)
"""What is mended, one after the other: a glued word shows where a quotation ends, and is then cut."""


@dataclass(frozen=True)
class Mended:
    """A mended text; `origin` holds for each of its offsets the one in the text as printed; empty if they agree."""

    text: str
    origin: tuple[int, ...] = ()

    def step(self, edits: Sequence[Edit]) -> Mended:
        """The text with further edits, which come in text order and do not overlap."""
        if not edits:
            return self
        parts, own, at = [], [], 0
        for edit in edits:
            parts += [self.text[at : edit.start], edit.text]
            own += [*range(at, edit.start), *(min(edit.start + n, edit.end) for n in range(len(edit.text)))]
            at = edit.end
        parts.append(self.text[at:])
        own += range(at, len(self.text) + 1)
        return Mended("".join(parts), tuple(self.origin[n] for n in own) if self.origin else tuple(own))

    def back(self, span: Span) -> Span:
        """Where a span of the mended text stands in the text as printed."""
        start = self.origin[span.start]
        # Behind its last character, so that a mark that was left out there is no part of it.
        end = min(self.origin[span.end], self.origin[span.end - 1] + 1)
        return Span(start, max(end, start + 1))

    def restored(self, found: AnnotatedArticle) -> AnnotatedArticle:
        """What was found in the mended text, with the offsets of the text as printed."""
        if not self.origin:
            return found
        entities = tuple(self.entity(entity) for entity in found.entities)
        return replace(found, entities=entities, statements=tuple(self.statement(s) for s in found.statements))

    def entity(self, entity: Entity) -> Entity:
        """An entity with its mentions in the text as printed."""
        return replace(entity, mentions=tuple(map(self.back, entity.mentions)))

    def statement(self, one: Statement) -> Statement:
        """A statement with all its spans in the text as printed."""
        return replace(
            one,
            content=tuple(map(self.back, one.content)),
            quoted=tuple(map(self.back, one.quoted)),
            source=self.maybe(one.source),
            cue=self.maybe(one.cue),
            role=self.maybe(one.role),
            anonymity=self.maybe(one.anonymity),
            figures=tuple(map(self.figure, one.figures)),
            said=one.said and replace(one.said, span=self.back(one.said.span)),
        )

    def figure(self, figure: Figure) -> Figure:
        """A figure where it stands in the text as printed."""
        return replace(figure, span=self.back(figure.span))

    def maybe(self, span: Span | None) -> Span | None:
        """Where a span stands in the text as printed, if there is one."""
        return span and self.back(span)


def mended(text: str) -> Mended:
    """A text with what a scrape lost put back, as far as that is certain."""
    found = Mended(text)
    for step in STEPS:
        found = found.step(step(found.text))
    return found
