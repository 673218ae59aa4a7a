"""Where a statement's words stand: the paragraph around them, a link to them, and W3C Web Annotation selectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from kg.answers import Context, StatementAnswer
from kg.model import PIECES, Span
from kg.vocab import RDF, XSD, Iris, Namespace

OA = Namespace("oa")
AROUND = 32
"""How many characters before and after its words a quote selector gives."""

LONG = 120
"""Words longer than this are linked by their first and last few."""

ENDS = 5
"""How many words a link gives of each end, and of what stands before."""


def context(answer: StatementAnswer, text: str) -> Context:
    """The paragraphs of the archived text in which the statement's words stand.

    Paragraphs end at blank lines or, in a text without one, at each line's end.
    """
    start, end = _paragraphs(text, answer.content[0].start, answer.content[-1].end)
    return Context(text[start:end], start)


def _paragraphs(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the paragraphs that hold the characters [start, end), without space at their ends."""
    gap = re.compile(r"\n[^\S\n]*\n\s*" if re.search(r"\n[^\S\n]*\n", text) else r"\n\s*")
    begins = [found.end() for found in gap.finditer(text, 0, start)]
    after = gap.search(text, end)
    begin, stop = begins[-1] if begins else 0, after.start() if after else len(text)
    inside = text[begin:stop]
    return begin + len(inside) - len(inside.lstrip()), begin + len(inside.rstrip())


def text_fragment_url(answer: StatementAnswer, text: str | None = None) -> str | None:
    """A link that opens the article at the statement's words (`#:~:text=`); None if it has no URL.

    Given the archived text, words that occur in it more than once are told apart by the words before them.
    """
    if not answer.article.url:
        return None
    pieces = [piece.of(text) for piece in answer.content] if text else answer.text.split(PIECES)
    before = [_before(text, piece) if text else "" for piece in answer.content] or [""]
    directives = [f"text={_directive(*each)}" for each in zip(pieces, before, strict=False)]
    joint = ":~:" if "#" in answer.article.url else "#:~:"
    return f"{answer.article.url}{joint}{'&'.join(directives)}"


def _before(text: str, piece: Span) -> str:
    """The last few words of the paragraph before words that stand elsewhere too."""
    if text.count(piece.of(text)) == 1:
        return ""
    start, _ = _paragraphs(text, piece.start, piece.end)
    return " ".join(text[start : piece.start].split()[-ENDS:])


def _directive(words: str, before: str) -> str:
    """One text directive: [before-,]start[,end]."""
    parts = words.split()
    prefix = f"{_encoded(before)}-," if before else ""
    if len(parts) <= 2 * ENDS or (len(words) <= LONG and "\n" not in words):
        return prefix + _encoded(" ".join(parts))
    return f"{prefix}{_encoded(' '.join(parts[:ENDS]))},{_encoded(' '.join(parts[-ENDS:]))}"


def _encoded(words: str) -> str:
    """Percent-encoded, the hyphen too: it has a meaning in text directives."""
    return quote(words, safe="").replace("-", "%2D")


def selectors(answer: StatementAnswer, text: str) -> list[Quad]:
    """The statement's words as Web Annotations on the archived text, in the graph of the article's evidence.

    Each piece at [s, e) has an oa:Annotation `{statement}#evidence={s},{e}` whose target, the piece's own IRI, is
    selected by an oa:TextQuoteSelector `…#quote={s},{e}` and an oa:TextPositionSelector `…#position={s},{e}`. Positions
    count code points, as oa:start and oa:end do.
    """
    iris = Iris(answer.article.iri.rpartition("article/")[0])
    graph = iris.evidence_graph(NamedNode(answer.article.iri))
    return [Quad(*triple, graph) for piece in answer.content for triple in _annotation(answer, piece, text, iris)]


Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def _annotation(answer: StatementAnswer, piece: Span, text: str, iris: Iris) -> Iterator[Triple]:
    at = f"={piece.start},{piece.end}"
    annotation, quoted, position = (NamedNode(f"{answer.iri}#{part}{at}") for part in ("evidence", "quote", "position"))
    source, target = iris.text(answer.article.sha256), iris.span(answer.article.sha256, piece)
    yield annotation, RDF.type, OA.Annotation
    yield annotation, OA.motivatedBy, OA.linking
    yield annotation, OA.hasBody, NamedNode(answer.iri)
    yield annotation, OA.hasTarget, target
    yield target, RDF.type, OA.SpecificResource
    yield target, OA.hasSource, source
    yield target, OA.hasSelector, quoted
    yield target, OA.hasSelector, position
    yield quoted, RDF.type, OA.TextQuoteSelector
    yield quoted, OA.exact, Literal(piece.of(text))
    yield quoted, OA.prefix, Literal(text[max(0, piece.start - AROUND) : piece.start])
    yield quoted, OA.suffix, Literal(text[piece.end : piece.end + AROUND])
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, Literal(str(piece.start), datatype=XSD.integer)
    yield position, OA.end, Literal(str(piece.end), datatype=XSD.integer)
