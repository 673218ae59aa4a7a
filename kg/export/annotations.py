"""The evidence as Web Annotations, as the service gives them too (`kg.read.selectors`): a file for each article.

Selectors can be made again from the graph and the text at any time; so they are never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.answers import ArticleRef, StatementAnswer
from kg.errors import ArchiveError
from kg.export.folder import Folder
from kg.export.formats import ANNOTATION, Graphs, write_turtle
from kg.export.ordered import order
from kg.model import PIECES, SpeechAct, StatementKind
from kg.rdf import Values, by_subject
from kg.read import selectors
from kg.vocab import QUOTH, RDF, code_value, read_span


def write_annotations(graphs: Graphs, folder: Folder, texts: Callable[[str], str]) -> int:
    """A file for each evidence graph; answers for how many articles there is no text. Raises as `annotate` does."""
    missing = 0
    for _, path, quads in graphs:
        subjects = by_subject(quads)
        article = _article(subjects)
        try:
            text = texts(article.sha256)
        except ArchiveError:
            missing += 1
            continue
        with folder.file(f"annotations/{path.rpartition('/')[2]}.ttl") as output:
            write_turtle((quad.triple for quad in annotate(subjects, article, text)), output, ANNOTATION)
    return missing


def annotate(subjects: Values, article: ArticleRef, text: str) -> list[Quad]:
    """The annotations of one article's statements, in order; `subjects` is its evidence, `text` its archived text.

    Raises ArchiveError if the text doesn't hold a statement's words where the evidence says.
    """
    found = {quad for answer in _statements(subjects, article) for quad in selectors(_checked(answer, text), text)}
    return sorted(found, key=order)


def _checked(answer: StatementAnswer, text: str) -> StatementAnswer:
    if answer.text != PIECES.join(piece.of(text) for piece in answer.content):
        raise ArchiveError(f"the text of {answer.article.iri} lacks the words of {answer.iri}; run quoth verify")
    return answer


def _article(subjects: Values) -> ArticleRef:
    iri, about = next((s, about) for s, about in subjects.items() if QUOTH.Article in about[RDF.type])
    return ArticleRef(iri.value, None, None, None, None, about[QUOTH.textHash][0].value)


def _statements(subjects: Values, article: ArticleRef) -> Iterator[StatementAnswer]:
    """As much of each statement as its selectors follow from."""
    for iri, about in subjects.items():
        if QUOTH.Statement in about[RDF.type]:
            yield StatementAnswer(
                iri=iri.value,
                text=about[QUOTH.text][0].value,
                kind=StatementKind(_code(about[QUOTH.kind])),
                act=SpeechAct(_code(about[QUOTH.act])),
                speaker=None,
                article=article,
                content=tuple(sorted(read_span(piece.value)[1] for piece in about[QUOTH.contentSpan])),
            )


def _code(values: Iterable[object]) -> str:
    return next(code_value(value) for value in values if isinstance(value, NamedNode))
