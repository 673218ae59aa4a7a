"""One article from what was read to the store, whole or not at all; a refused one waits in quarantine.

with Library.open(path) as library:
    library.add(articles)        extract, check and commit; one outcome for each article
    library.reextract(name)      the archived articles again, by another extractor or a newer one
    library.remove(iri)          an article and exactly what rested on it
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg import derive, imports, rdf, refused
from kg.derive import Change
from kg.errors import ArchiveError, NotFound, StoreError, StoreMissing, ValidationFailed
from kg.extract import DEFAULT, extractor_named
from kg.imports import Imported
from kg.model import AnnotatedArticle, Article
from kg.parallel import Failed, evidence_of_all
from kg.resources import folder as resource
from kg.sources import metadata_from
from kg.store import WriteStore
from kg.store.folder import Folder
from kg.validate import Validator, reference
from kg.verify import verify_article
from kg.vocab import DEFAULT_BASE, ONTOLOGY_GRAPH, QUOTH, RDF, SHAPES_GRAPH, Iris

SNAPSHOT_EVERY = 1000
"""After so many commits of one batch, readers get to see them."""


class Fate(StrEnum):
    """What became of an article."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: its IRI, how many statements it reports, and why it was refused."""

    article: Article
    iri: NamedNode
    fate: Fate
    statements: int = 0
    reason: str = ""


class Library:
    """A store's folder, opened for writing by this process alone."""

    def __init__(self, folder: Folder, store: WriteStore) -> None:
        self.folder, self.store = folder, store
        self.iris = Iris(store.base)
        self.validator = Validator()
        self._commits = 0
        self._dropped: set[str] = set()

    @classmethod
    def open(cls, path: Path, base: str | None = None, *, create: bool = True) -> Self:
        """The store in this folder; with `create`, made if there is none, its IRIs hanging below `base`.

        Raises StoreError if it is missing, locked, newer or damaged, and if it has another base than the one asked for.
        """
        folder = _open_or_create(path, base) if create else Folder.open(path)
        if base and base != folder.base:
            raise StoreError(
                f"{path}: its IRIs begin with {folder.base}, not {base}; `quoth export --base` rewrites them"
            )
        library = cls(folder, folder.writer())
        try:
            library._bring_vocabulary()
        except BaseException:
            library.store.close()
            raise
        return library

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.store.snapshot()
            self._drop_texts()
        finally:
            self.store.close()

    def add(
        self, articles: Iterable[Article], extractor: str = DEFAULT, processes: int | None = None
    ) -> Iterator[Outcome]:
        """Read articles into the store; what is there already unchanged is not read again."""
        unchanged: list[Outcome] = []
        for outcome in self._read(self._without_known(articles, unchanged), extractor, processes):
            yield from _taken(unchanged)
            yield outcome
        yield from _taken(unchanged)

    def reextract(self, extractor: str, processes: int | None = None) -> Iterator[Outcome]:
        """Read every archived article again; raises ArchiveError at the end if a text is missing or damaged."""
        damaged: list[ArchiveError] = []
        yield from self._read(self.articles(damaged), extractor, processes)
        if damaged:
            more = f" ({len(damaged) - 1:,} more like it; `quoth verify` names them)" if damaged[1:] else ""
            raise ArchiveError(f"{damaged[0]}{more}; the other articles were read")

    def remove(self, iri: NamedNode) -> None:
        """Take an article away, with exactly what rested on it; raises NotFound if it is not there."""
        old = self._evidence(iri)
        if not old:
            raise NotFound(f"no article {iri.value} in {self.folder.path}")
        self._commit(derive.change(self.store, iri, [], self.iris))
        self._dropped.add(_text_hash(old))
        self.folder.quarantine.discard(iri.value.rpartition("/")[2])

    def find(self, name: str) -> NamedNode:
        """The article with this URL, id, hash of its text, or IRI; raises NotFound."""
        for iri in self._named(name):
            if self._evidence(iri):
                return iri
        raise NotFound(f"no article {name} in {self.folder.path}; `quoth articles` lists what there is")

    def _named(self, name: str) -> Iterator[NamedNode]:
        """What the name of an article may stand for."""
        if re.fullmatch(rf"{re.escape(self.store.base)}article/[0-9a-f]{{16}}", name):
            yield NamedNode(name)
        yield from map(self.iris.article, (name, f"id:{name}", f"sha256:{name}"))
        if url := metadata_from({"url": name}, lenient=True).url:
            yield self.iris.article(url)

    def rebuild(self) -> tuple[int, int]:
        """Make all derived graphs anew from the evidence; returns how many triples went and came.

        Nothing changes if all was as it must be. Holds the derived triples in memory.
        """
        wanted = set(derive.rebuild(self._all_evidence, self.iris))
        graphs = [self.iris.actors_graph, *map(self.iris.derived_graph, self._article_iris())]
        stored = {quad for graph in graphs for quad in self.store.quads(graph=graph)}
        self.store.commit(remove=stored - wanted, add=wanted - stored)
        return len(stored - wanted), len(wanted - stored)

    def retry(
        self, ids: Iterable[str] | None = None, extractor: str = DEFAULT, processes: int | None = None
    ) -> Iterator[Outcome]:
        """Try to store refused articles again: those with these ids, or all."""
        waiting = self.folder.quarantine
        records = [waiting.get(id) for id in ids] if ids else waiting.list()
        # Read anew even where an older reading is stored: what was refused is another reading of the same article.
        yield from self._read(map(refused.article, records), extractor, processes)

    def articles(self, damaged: list[ArchiveError]) -> Iterator[Article]:
        """The archived articles, as they were read, in the order of their IRIs.

        Those whose text is missing or damaged are passed over; the reasons go to `damaged`.
        """
        for evidence in self._all_evidence():
            try:
                text = self.folder.texts.get(_text_hash(evidence))
            except ArchiveError as error:
                damaged.append(error)
            else:
                yield rdf.read_article(evidence, text)

    def bring(self, paths: Iterable[Path]) -> Imported:
        """Bring exported datasets in, all of them or nothing, through the same gate; their texts do not come with them.

        Raises InputError for what is malformed or foreign, ValidationFailed naming the article that is refused.
        """
        brought = imports.load(self.store, paths, self._check_foreign)
        if brought.replaced:
            self._dropped.update(self.folder.texts.hashes())
        return brought

    def _check_foreign(self, article: NamedNode, quads: list[Quad]) -> None:
        violations = self.validator.check(quads).violations
        if violations:
            raise ValidationFailed(f"{article.value} is refused, and nothing was imported: {violations[0]}")

    def _read(self, articles: Iterable[Article], extractor: str, processes: int | None) -> Iterator[Outcome]:
        """Read the articles by so many processes, by default on all cores, and store each."""
        extractor_named(extractor)  # refused before anything is read, also where nothing has to be
        processes = os.cpu_count() or 1 if processes is None else processes
        for article, found in evidence_of_all(articles, extractor, self.store.base, processes):
            yield self._unread(article, found) if isinstance(found, Failed) else self._put(article, found)

    def _unread(self, article: Article, failed: Failed) -> Outcome:
        """An article that was not read waits in quarantine, with the traceback if the extractor broke on it."""
        iri = self.iris.article(article.key)
        self.folder.quarantine.put(refused.record(article, iri, [failed.reason], failed.trace))
        return Outcome(article, iri, Fate.REFUSED, reason=failed.reason)

    def _without_known(self, articles: Iterable[Article], unchanged: list[Outcome]) -> Iterator[Article]:
        for article in articles:
            iri = self.iris.article(article.key)
            if self._same(article, iri):
                self.folder.texts.put(article.text)  # mends the archived one, should it be damaged
                unchanged.append(Outcome(article, iri, Fate.UNCHANGED))
            else:
                yield article

    def _same(self, article: Article, iri: NamedNode) -> bool:
        stored = set(self.store.quads(subject=iri, graph=self.iris.evidence_graph(iri)))
        same = stored == set(rdf.evidence(AnnotatedArticle(article, ""), self.iris))
        return same and article.sha256 in self.folder.texts  # an imported article has no text yet

    def _put(self, article: Article, evidence: list[Quad]) -> Outcome:
        iri = self.iris.article(article.key)
        old = self._evidence(iri)
        statements = sum(q.object == QUOTH.Statement for q in evidence)
        if set(old) == set(evidence):
            self.folder.texts.put(article.text)
            self.folder.quarantine.discard(iri.value.rpartition("/")[2])
            return Outcome(article, iri, Fate.UNCHANGED, statements)
        change = derive.change(self.store, iri, evidence, self.iris)
        reason = self._refusal(article, evidence, change)
        if reason:
            return Outcome(article, iri, Fate.REFUSED, statements, reason)
        self.folder.texts.put(article.text)
        self._commit(change)
        if old:
            self._dropped.add(_text_hash(old))
        self.folder.quarantine.discard(iri.value.rpartition("/")[2])
        return Outcome(article, iri, Fate.REPLACED if old else Fate.ADDED, statements)

    def _refusal(self, article: Article, evidence: list[Quad], change: Change) -> str:
        """Why the article may not be stored, put into quarantine with it; "" if it may."""
        quads = self._to_check(change)
        report = self.validator.check(quads)
        problems = [str(problem) for problem in verify_article(evidence, article.text)]
        reasons = [*map(str, report.violations), *problems]
        if reasons:
            w3c = "" if report.conforms else reference(quads).turtle or ""
            self.folder.quarantine.put(refused.record(article, self.iris.article(article.key), reasons, w3c))
        return "; ".join(reasons)

    def _to_check(self, change: Change) -> list[Quad]:
        """What a change adds, with what the store has of the actors that it points to."""
        removed = set(change.remove)
        about = {rdf.value(q) for q in change.add if q.predicate == QUOTH.denotes} | {
            rdf.subject(q) for q in change.add if q.graph_name == self.iris.actors_graph
        }
        graph = self.iris.actors_graph
        stored = (q for iri in about if isinstance(iri, NamedNode) for q in self.store.quads(iri, graph=graph))
        return [*change.add, *(q for q in stored if q not in removed)]

    def _article_iris(self) -> list[NamedNode]:
        found = {rdf.subject(q).value for q in self.store.quads(predicate=RDF.type, object=QUOTH.Article)}
        return [NamedNode(iri) for iri in sorted(found)]

    def _all_evidence(self) -> Iterator[list[Quad]]:
        return map(self._evidence, self._article_iris())

    def _evidence(self, iri: NamedNode) -> list[Quad]:
        return list(self.store.quads(graph=self.iris.evidence_graph(iri)))

    def _commit(self, change: Change) -> None:
        self.store.commit(drop=change.drop, remove=change.remove, add=change.add)
        self._commits += 1
        if self._commits % SNAPSHOT_EVERY == 0:
            self.store.snapshot()

    def _drop_texts(self) -> None:
        """Take texts out of the archive that no article has any longer; only once the commits are durable."""
        for sha256 in sorted(self._dropped):
            if not any(True for _ in self.store.quads(predicate=QUOTH.textHash, object=Literal(sha256))):
                self.folder.texts.remove(sha256)

    def _bring_vocabulary(self) -> None:
        """Put this version's ontology and shapes into the store, if it has others or none."""
        for graph, name in ((ONTOLOGY_GRAPH, "ontology"), (SHAPES_GRAPH, "shapes")):
            shipped = vocabulary(name, graph)
            if set(self.store.quads(graph=graph)) != shipped:
                self.store.commit(drop=[graph], add=shipped)


def _open_or_create(path: Path, base: str | None) -> Folder:
    try:
        return Folder.open(path)
    except StoreMissing:
        return Folder.create(path, base or DEFAULT_BASE)


def vocabulary(name: str, graph: NamedNode) -> set[Quad]:
    """The Turtle files that travel with the code below `name` ("ontology", "shapes"), as one graph."""
    files = sorted(resource(name).glob("*.ttl"))
    triples = (t for file in files for t in parse(path=file, format=RdfFormat.TURTLE))
    return {Quad(t.subject, t.predicate, t.object, graph) for t in triples}


def _text_hash(evidence: Iterable[Quad]) -> str:
    return next(rdf.value(q).value for q in evidence if q.predicate == QUOTH.textHash)


def _taken(outcomes: list[Outcome]) -> list[Outcome]:
    taken, outcomes[:] = outcomes[:], []
    return taken
