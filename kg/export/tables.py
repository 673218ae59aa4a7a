"""A dataset as CSV: statements, figures, articles, actors and places, a row for each (docs/export.md).

Words stand as they were printed, even where they begin with "=" or "@", which a spreadsheet may take for a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.export.dataset import Dataset
from kg.export.folder import Folder
from kg.export.formats import Graphs
from kg.rdf import by_subject
from kg.vocab import GEO, QUOTH, RDF, RDFS, SKOS, Term, code_value, read_span

About = dict[NamedNode, list[Term]]
"""predicate → objects, of one subject"""

HEADERS: Final = {
    "articles": "article id url title published published_at publisher authors language translated_from text_sha256"
    " text_length statements",
    "statements": "statement text speaker speaker_iri source cue kind act quoted about about_iris addressed_to"
    " relayed_by said_at medium date said_not_before said_not_after within article article_title article_url"
    " article_publisher article_published text_sha256 content_span cue_span source_span confidence rule extractor"
    " polarity stance role role_span anonymity anonymity_span date_precision date_span source_kind source_number"
    " speaker_confidence",
    "figures": "figure statement text value unit counted qualifier text_sha256 span",
    "actors": "actor name type unnamed also_known_as",
    "places": "place name also_known_as geonames latitude longitude",
}
MANY: Final = " | "
"""Between the values of a cell that holds several."""


def tables(graphs: Graphs, folder: Folder, dataset: Dataset) -> None:
    """The five tables, written while the graphs are read."""
    with ExitStack() as stack:
        rows = {}
        for name, header in HEADERS.items():
            output = io.TextIOWrapper(stack.enter_context(folder.file(f"{name}.csv")), "utf-8", newline="")
            stack.callback(output.detach)
            rows[name] = csv.writer(output)
            rows[name].writerow(header.split())
        for graph, _, quads in graphs:
            for table, row in _rows(dataset, graph, quads):
                rows[table].writerow(row)


def _rows(dataset: Dataset, graph: NamedNode, quads: Iterator[Quad]) -> Iterator[tuple[str, list[str]]]:
    kind = dataset.kind(graph)
    if kind == "evidence":
        derived = dataset.quads(dataset.iris.derived_graph(graph))
        yield from _Evidence(dataset, [*quads, *derived]).rows()
    elif kind == "actors":
        for subject, about in groupby(quads, key=lambda quad: quad.subject):
            yield _named(subject, by_subject(about)[subject])
    else:
        for _ in quads:
            pass


def _named(subject: NamedNode, about: About) -> tuple[str, list[str]]:
    """The row of an actor or a place."""
    types = about[RDF.type]
    names = [subject.value, _text(about[RDFS.label]), _text(about[SKOS.altLabel])]
    if QUOTH.Place in types:
        return "places", [*names, *(_text(about[p]) for p in (QUOTH.geonamesId, GEO.lat, GEO.long))]
    own = {QUOTH.Person, QUOTH.Organisation, QUOTH.Group, QUOTH.Document}
    type = MANY.join(sorted(code_value(t) for t in types if isinstance(t, NamedNode) and t in own))
    return "actors", [*names[:2], type, str(QUOTH.UnnamedSource in types).lower(), names[2]]


class _Evidence:
    """One article with what was derived from it, as rows."""

    def __init__(self, dataset: Dataset, quads: list[Quad]) -> None:
        self.dataset = dataset
        self.subjects = by_subject(quads)
        self.article = next(self._of(QUOTH.Article))
        self.about_article = self.subjects[self.article]

    def rows(self) -> Iterator[tuple[str, list[str]]]:
        statements = sorted(self._of(QUOTH.Statement), key=self._place)
        yield "articles", [*self._article_row(), str(len(statements))]
        for statement in statements:
            about = self.subjects[statement]
            yield "statements", self._statement_row(statement, about)
            for figure in sorted(about[QUOTH.figure], key=str):
                if isinstance(figure, NamedNode):
                    yield "figures", self._figure_row(figure, statement)

    def _of(self, cls: NamedNode) -> Iterator[NamedNode]:
        return (subject for subject, about in self.subjects.items() if cls in about[RDF.type])

    def _place(self, statement: NamedNode) -> tuple[int, int, str]:
        """Where the statement's words begin and end in the text."""
        spans = [read_span(piece.value)[1] for piece in self.subjects[statement][QUOTH.contentSpan]]
        return min(s.start for s in spans), max(s.end for s in spans), statement.value

    def _article_row(self) -> list[str]:
        about = self.about_article
        plain = (
            *(QUOTH.givenId, QUOTH.url, QUOTH.title, QUOTH.publishedOn, QUOTH.publishedAt, QUOTH.publisher),
            *(QUOTH.author, QUOTH.language, QUOTH.translatedFrom, QUOTH.textHash, QUOTH.textLength),
        )
        return [self.article.value, *(_text(about[predicate]) for predicate in plain)]

    def _statement_row(self, statement: NamedNode, about: About) -> list[str]:
        printed = self.about_article
        return [
            *(statement.value, _text(about[QUOTH.text]), self._names(about[QUOTH.saidBy]), _text(about[QUOTH.saidBy])),
            *(_text(about[QUOTH.source]), _text(about[QUOTH.cue]), _code(about[QUOTH.kind]), _code(about[QUOTH.act])),
            *(_text(about[QUOTH.quotedText]), self._names(about[QUOTH.about]), _text(about[QUOTH.about])),
            *(self._names(about[p]) for p in (QUOTH.addressedTo, QUOTH.relayedBy, QUOTH.saidAt)),
            *(_code(about[QUOTH.medium]), _text(about[QUOTH.date])),
            _text(about[QUOTH.saidOn] or about[QUOTH.saidNotBefore]),
            _text(about[QUOTH.saidOn] or about[QUOTH.saidNotAfter]),
            *(_text(about[QUOTH.within]), self.article.value, _text(printed[QUOTH.title]), _text(printed[QUOTH.url])),
            *(_text(printed[p]) for p in (QUOTH.publisher, QUOTH.publishedOn, QUOTH.textHash)),
            *(_spans(about[p]) for p in (QUOTH.contentSpan, QUOTH.cueSpan, QUOTH.sourceSpan)),
            *(_text(about[p]) for p in (QUOTH.confidence, QUOTH.rule, QUOTH.extractedBy)),
            *(_code(about[p]) for p in (QUOTH.polarity, QUOTH.stance)),
            *(_text(about[QUOTH.role]), _spans(about[QUOTH.roleSpan])),
            *(_text(about[QUOTH.anonymity]), _spans(about[QUOTH.anonymitySpan])),
            *(_code(about[QUOTH.datePrecision]), _spans(about[QUOTH.dateSpan])),
            *self._unnamed(about),
            _text(about[QUOTH.speakerConfidence]),
        ]

    def _unnamed(self, about: About) -> tuple[str, str]:
        """Who a source without a name is said to be, and how many."""
        mentions = (mention for mention in about[QUOTH.sourceMention] if isinstance(mention, NamedNode))
        chains = (chain for m in mentions for chain in self.subjects[m][QUOTH.inChain] if isinstance(chain, NamedNode))
        found = [self.subjects[chain] for chain in chains]
        return _code(v for f in found for v in f[QUOTH.sourceKind]), _text(v for f in found for v in f[QUOTH.number])

    def _figure_row(self, figure: NamedNode, statement: NamedNode) -> list[str]:
        about = self.subjects[figure]
        plain = (QUOTH.figureText, QUOTH.value, QUOTH.unit, QUOTH.counted, QUOTH.qualifier)
        words = [_text(about[predicate]) for predicate in plain]
        where = [_text(self.about_article[QUOTH.textHash]), _spans(about[QUOTH.figureSpan])]
        return [figure.value, statement.value, *words, *where]

    def _names(self, iris: Iterable[Term]) -> str:
        """The names of actors or places, in the order in which `_text` gives their IRIs."""
        return MANY.join(self.dataset.name(iri) for iri in sorted(iri.value for iri in iris))


def _text(values: Iterable[Term]) -> str:
    return MANY.join(sorted(value.value for value in values))


def _code(values: Iterable[Term]) -> str:
    return MANY.join(sorted(code_value(value) for value in values if isinstance(value, NamedNode)))


def _spans(values: Iterable[Term]) -> str:
    """Spans as "start-end", in text order, a blank between pieces."""
    spans = sorted(read_span(value.value)[1] for value in values)
    return " ".join(f"{span.start}-{span.end}" for span in spans)
