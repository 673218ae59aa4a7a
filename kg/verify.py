"""Whether what the graph says stands in the archived texts, character by character.

    verify_article(quads, text)   one article's evidence against its text: before it is stored, and at any time
    verify(store, texts)          all articles of a store against the archive

SHACL cannot see the texts, so this stands beside `kg.validate`: the words of every piece are exactly the characters of
the archived text at its span.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import ArchiveError
from kg.model import PIECES, Span
from kg.store import ReadStore
from kg.validate.graph import NONE, Graph, Node, node, written
from kg.vocab import MENTION, QUOTH, read_mention, read_span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an article's evidence that its archived text does not bear out.

    `article` and `node` are IRIs; they are the same where the article itself is at fault.
    """

    article: str
    node: str
    what: str

    def __str__(self) -> str:
        return f"{self.node}: {self.what}" + ("" if self.node == self.article else f" (article {self.article})")


Fault = tuple[Node, str]
"""A node, and what is wrong with it."""

POINTERS: Final = tuple(
    QUOTH[name].value
    for name in (
        *("contentSpan", "cueSpan", "sourceSpan", "roleSpan", "anonymitySpan", "dateSpan", "figureSpan"),
        *("sourceMention", "addresseeMention", "relayMention", "placeMention"),
    )
)
"""What points to characters of the text."""

COPIES: Final = tuple(
    (f"quoth:{copy}", QUOTH[copy].value, QUOTH[span].value)
    for copy, span in (
        *(("cue", "cueSpan"), ("source", "sourceSpan"), ("role", "roleSpan"), ("anonymity", "anonymitySpan")),
        ("figureText", "figureSpan"),
    )
)
"""Which property repeats the characters of which span."""

TEXT, QUOTED, CONTENT = QUOTH.text.value, QUOTH.quotedText.value, QUOTH.contentSpan.value
HASH = QUOTH.textHash


def verify_article(quads: Iterable[Quad], text: str) -> list[Problem]:
    """What in one article's evidence is not borne out by its text; empty if all of it is."""
    graph = Graph(quads)
    articles = list(graph.instances.get(QUOTH.Article.value, NONE))
    if len(articles) != 1:
        what = f"{len(articles)} articles stand in the evidence of one; describe exactly one quoth:Article"
        return [Problem("", "", what)]
    article = _iri(articles[0])
    return [Problem(article, _iri(node), what) for node, what in _Evidence(graph, articles[0], text).faults()]


def verify(store: ReadStore, texts: Callable[[str], str]) -> Iterator[Problem]:
    """What in the evidence of all articles is not borne out by the archive, one article after the other.

    `texts` gives the archived text that has a SHA-256, and raises ArchiveError if it is missing or damaged: a problem
    like any other here.
    """
    for name in sorted(name.value for name in store.graphs()):
        if name.startswith(f"{store.base}graph/evidence/"):
            yield from _verify_stored(name, list(store.quads(graph=NamedNode(name))), texts)


def _verify_stored(name: str, quads: list[Quad], texts: Callable[[str], str]) -> Iterator[Problem]:
    hashes = [str(q.object.value) for q in quads if q.predicate == HASH and isinstance(q.object, Literal)]
    if len(hashes) != 1:
        yield Problem(name, name, f"{len(hashes)} text hashes stand in this graph; read its article again")
        return
    try:
        text = texts(hashes[0])
    except ArchiveError as error:
        article = next(_iri(node(q.subject)) for q in quads if q.predicate == HASH)
        yield Problem(article, article, str(error))
    else:
        yield from verify_article(quads, text)


class _Evidence:
    """One article's evidence beside its text."""

    def __init__(self, graph: Graph, article: Node, text: str) -> None:
        self.graph, self.article, self.text = graph, article, text
        self._seen: dict[Node, Span | str] = {}

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def faults(self) -> Iterator[Fault]:
        """All that is wrong; where the text is another one than the article names, only that."""
        other_text = list(self._article())
        if other_text:
            yield from other_text
            return
        yield from self._spans()
        yield from self._copies()
        for statement in self.graph.instances.get(QUOTH.Statement.value, NONE):
            yield from self._words(statement)

    def _article(self) -> Iterator[Fault]:
        expected = {"textHash": self.sha256, "textLength": str(len(self.text))}
        for name, value in expected.items():
            stated = self._strings(self.article, QUOTH[name].value)
            if stated != [value]:
                yield self.article, f"quoth:{name} says {', '.join(stated) or 'nothing'}, its text says {value}"
        for archived in self.graph.values(self.article, QUOTH.archivedAs.value):
            if _iri(archived).rpartition("/")[2] != self.sha256:
                yield self.article, f"quoth:archivedAs names {_iri(archived)}, its text has the hash {self.sha256}"

    def _spans(self) -> Iterator[Fault]:
        mentions = self.graph.instances.get(QUOTH.Mention.value, NONE)
        yield from ((mention, fault) for mention in mentions if (fault := self._misplaced(mention)))
        for pointer in POINTERS:
            for subject in self.graph.subjects_of.get(pointer, NONE):
                for span in self.graph.values(subject, pointer):
                    fault = None if span in mentions else self._misplaced(span)
                    if fault:
                        yield subject, fault

    def _misplaced(self, span: Node) -> str | None:
        place = self._place(span)
        return place if isinstance(place, str) else None

    def _place(self, span: Node) -> Span | str:
        """Where in the text a span's IRI points to, or what is wrong with it."""
        if span not in self._seen:
            self._seen[span] = self._find(_iri(span))
        return self._seen[span]

    def _find(self, iri: str) -> Span | str:
        try:
            whose, place = read_mention(iri) if MENTION.fullmatch(iri) else read_span(iri)
        except ValueError as error:
            return str(error)
        if whose not in (self.sha256, _iri(self.article)):
            return f"{iri} lies in another text than the article's, which has the hash {self.sha256}"
        if place.end > len(self.text):
            return f"{iri} ends beyond the text, which has {len(self.text)} characters"
        return place

    def _copies(self) -> Iterator[Fault]:
        for name, copy_iri, span_iri in COPIES:
            for subject in self.graph.subjects_of.get(copy_iri, NONE):
                stands = [place.of(self.text) for place in self._places(subject, span_iri)]
                for copy in self._strings(subject, copy_iri):
                    if stands and copy not in stands:
                        yield subject, _differs(name, copy, stands[0])

    def _words(self, statement: Node) -> Iterator[Fault]:
        pieces = [place.of(self.text) for place in self._places(statement, CONTENT)]
        expected = PIECES.join(pieces)
        for words in self._strings(statement, TEXT):
            if words != expected:
                yield statement, _differs("quoth:text", words, expected)
        for quoted in self._strings(statement, QUOTED):
            if not any(quoted in piece for piece in pieces):
                yield statement, f"quoth:quotedText stands in none of its pieces: {quoted!r}"

    def _places(self, subject: Node, predicate: str) -> list[Span]:
        """The spans that a property names, in text order; those that are no spans of the text left out."""
        places = map(self._place, self.graph.values(subject, predicate))
        return sorted(place for place in places if isinstance(place, Span))

    def _strings(self, subject: Node, predicate: str) -> list[str]:
        return [v if isinstance(v, str) else v.value for v in self.graph.values(subject, predicate)]


def _iri(node: Node) -> str:
    return node if isinstance(node, str) else written(node)


def _differs(name: str, stated: str, stands: str) -> str:
    return f"{name} is not what stands at its span: {stated!r} instead of {stands!r}"
