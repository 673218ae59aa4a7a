"""A fault in its paragraph: what the readers and the extractor marked, in the article's words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kg.explain.segments import Mark, Role, Segment, paragraphs, segments
from kg.model import Span
from kg.scoring.faults import Fault, Sort
from kg.scoring.values import GoldStatement, PredictedStatement

GOLD: Final = "gold"
FOUND: Final = "found"
AROUND: Final = 400
"""At most so many characters are shown on each side of the marks."""

WHO: Final = {Sort.SPEAKER, Sort.UNRESOLVED, Sort.SOURCE, Sort.RELAYED, Sort.ROLE}
"""Sorts of faults for which the sources are marked too."""


def in_context(fault: Fault) -> list[Segment]:
    """The words of the paragraphs around a fault, with the marks of both sides as labels `GOLD` and `FOUND`.

    None around a statement that was predicted without words.
    """
    text = fault.article.article.text
    marked = list(_marks(fault))
    if not marked:
        return []
    first, last = min(mark.span.start for mark in marked), max(mark.span.end for mark in marked)
    around = [each for each in _paragraphs(text) if each.end > first and each.start < last]
    start = max(min([first, *(each.start for each in around)]), first - AROUND)
    end = min(max([last, *(each.end for each in around)]), last + AROUND)
    return segments(Span(start, end), marked)


@lru_cache(maxsize=4)
def _paragraphs(text: str) -> tuple[Span, ...]:
    return tuple(paragraphs(text))


def _marks(fault: Fault) -> Iterator[Mark]:
    for label, statement in ((GOLD, fault.gold), (FOUND, fault.found)):
        if statement:
            yield from (Mark(span, role, (label,)) for role, span in _spans(statement, fault.sort in WHO))


def _spans(statement: GoldStatement | PredictedStatement, who: bool) -> Iterator[tuple[Role, Span]]:
    yield from ((Role.CONTENT, span) for span in statement.content)
    if who:
        yield from ((Role.SOURCE, span) for span in statement.source)
