"""An annotated article as paragraphs, each with its words in segments and the statements found in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from kg.explain.segments import Segment, by_paragraph, marks, paragraphs, segments
from kg.model import AnnotatedArticle, Article, Span, Statement


@dataclass(frozen=True, slots=True)
class Found:
    """A statement with its number in the article (from 1), and in words what it otherwise names by ids.

    `speaker` is None where it is unresolved; `within` is the number of the statement that reports this one.
    """

    number: int
    statement: Statement
    speaker: str | None
    relayed_by: tuple[str, ...]
    within: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph: all its characters in segments, and the statements whose words begin in it."""

    segments: tuple[Segment, ...]
    statements: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """An article with all its paragraphs and statements, in the order of their numbers, as `extractor` read it."""

    article: Article
    extractor: str
    paragraphs: tuple[Told, ...]
    statements: tuple[Found, ...]

    @property
    def title(self) -> str:
        """The headline, else what the article is known by, else the name of its file, without the folder."""
        article = self.article
        return article.title or article.url or article.id or PurePath(article.path or "Untitled").name


def explain(annotated: AnnotatedArticle, attitudes: bool = False) -> Explained:
    """The article in paragraphs with its statements; wishes, intentions and feelings only with `attitudes`."""
    text = annotated.article.text
    found = numbered(annotated, attitudes)
    where = paragraphs(text)
    marked = by_paragraph(text, where, (mark for each in found for mark in marks(each.statement, str(each.number))))
    told = zip(where, marked, _begin_in(where, found), strict=True)
    return Explained(
        annotated.article,
        annotated.extractor,
        tuple(Told(tuple(segments(span, inside)), tuple(begun)) for span, inside, begun in told),
        tuple(found),
    )


def numbered(annotated: AnnotatedArticle, attitudes: bool) -> list[Found]:
    """The statements with their numbers, in the order in which `quoth extract` prints them."""
    names = {entity.id: entity.name for entity in annotated.entities}
    kept = [statement for statement in annotated.statements if attitudes or not statement.attitude]
    numbers = {statement.id: number for number, statement in enumerate(kept, 1)}
    return [
        Found(
            number=numbers[each.id],
            statement=each,
            speaker=names.get(each.speaker) if each.speaker else None,
            relayed_by=tuple(names[relay] for relay in each.relayed_by),
            within=numbers.get(each.within) if each.within else None,
        )
        for each in kept
    ]


def _begin_in(where: Sequence[Span], found: Sequence[Found]) -> list[list[Found]]:
    starts = [paragraph.start for paragraph in where]
    begun: list[list[Found]] = [[] for _ in where]
    for each in found:
        begun[max(bisect_right(starts, each.statement.content[0].start) - 1, 0)].append(each)
    return begun
