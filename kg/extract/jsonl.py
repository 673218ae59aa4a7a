"""What `quoth extract` prints: one JSON object per article."""

from __future__ import annotations

import re
from typing import Any, Final

from kg.model import PIECES, AnnotatedArticle, Entity, Figure, Span, Statement

THAT: Final = re.compile(r"\b(that)\s+$", re.IGNORECASE)


def record(annotated: AnnotatedArticle, attitudes: bool = False) -> dict[str, Any]:
    """An annotated article as a JSON object; statements of wishes, intentions and feelings only with `attitudes`.

    With them contents are as wide as corpora of attributions mark them: the conjunction "that" belongs to the content.

    Offsets are half-open and count Unicode code points of the article's text. `language` is what the text looks like,
    `skipped` says why it was not read; both are None where there is nothing to say.
    """
    article = annotated.article
    if not attitudes:
        annotated = annotated.without_attitudes()
    kept = {s.id for s in annotated.statements}
    return {
        "article": {
            "path": article.path,
            "title": article.title,
            "url": article.url,
            "published": article.published.isoformat() if article.published else None,
            "sha256": article.sha256,
        },
        "extractor": annotated.extractor,
        "language": annotated.language,
        "skipped": annotated.skipped or None,
        "entities": [entity(e) for e in annotated.entities],
        "statements": [statement(s, article.text, kept, attitudes) for s in annotated.statements],
    }


def pair(span: Span | None) -> list[int] | None:
    """A span as [start, end]."""
    return [span.start, span.end] if span else None


def entity(e: Entity) -> dict[str, Any]:
    """An entity; its type is "unnamed" where it has no name, and `kind` then says what it is."""
    return {
        "id": e.id,
        "type": "unnamed" if e.unnamed else e.type.value,
        "kind": e.type.value,
        "name": e.name,
        "aliases": list(e.aliases),
        "abbreviation": e.abbreviation,
        "geonames": e.geonames,
        "source_kind": e.source_kind.value if e.source_kind else None,
        "number": e.number,
        "mentions": [pair(m) for m in e.mentions],
    }


def content(s: Statement, text: str, wide: bool) -> list[Span]:
    """The pieces of a statement, if `wide` with the conjunction that stands before the first."""
    first, *others = s.content
    joined = THAT.search(text, max(0, first.start - 12), first.start) if wide else None
    return [Span(joined.start(1), first.end) if joined else first, *others]


def statement(s: Statement, text: str, kept: set[str], wide: bool = False) -> dict[str, Any]:
    """A statement; `within` only where the reporting statement is printed too."""
    pieces = content(s, text, wide)
    return {
        "id": s.id,
        "kind": s.kind.value,
        "act": s.act.value,
        "polarity": s.polarity.value,
        "stance": s.stance.value,
        "text": PIECES.join(piece.of(text) for piece in pieces),
        "content": [pair(piece) for piece in pieces],
        "quoted": [pair(span) for span in s.quoted],
        "source": pair(s.source),
        "cue": pair(s.cue),
        "speaker": s.speaker,
        "role": pair(s.role),
        "anonymity": pair(s.anonymity),
        "addressees": list(s.addressees),
        "relayed_by": list(s.relayed_by),
        "within": s.within if s.within in kept else None,
        "place": s.place,
        "medium": s.medium.value if s.medium else None,
        "said": [s.said.not_before.isoformat(), s.said.not_after.isoformat()] if s.said else None,
        "said_precision": s.said.precision.value if s.said else None,
        "said_span": pair(s.said.span) if s.said else None,
        "figures": [figure(f) for f in s.figures],
        "attitude": s.attitude,
        "confidence": s.confidence,
        "speaker_confidence": s.speaker_confidence,
        "rule": s.rule,
    }


def figure(f: Figure) -> dict[str, Any]:
    """A figure; its value as a string, so that nothing is rounded."""
    return {"span": pair(f.span), "value": str(f.value), "unit": f.unit, "counted": f.counted, "qualifier": f.qualifier}
