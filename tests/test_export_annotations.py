"""Web Annotations: an annotation for each piece of a statement, selectors that find the words again."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from export_data import COUNCIL, council, dataset, mayor, shelf, texts
from pyoxigraph import NamedNode

from kg import rdf
from kg.errors import ArchiveError
from kg.export import export
from kg.export.ordered import order
from kg.vocab import DEFAULT_BASE, PREFIXES, QUOTH, Iris, Namespace

OA = Namespace("oa")
EVIDENCE = rdf.evidence(council(), Iris())
BASE = "https://data.example.org/id/"


def written(folder: Path) -> ox.Store:
    store = ox.Store()
    for path in (folder / "annotations").iterdir():
        store.load(path=path)
    return store


def values(store: ox.Store, subject: object, predicate: NamedNode) -> set[str]:
    found = store.quads_for_pattern(subject, predicate, None)  # type: ignore[arg-type]
    return {quad.object.value for quad in found}  # type: ignore[union-attr]


@pytest.mark.parametrize("base", [DEFAULT_BASE, BASE])
def test_each_statement_is_the_body_of_annotations_on_its_pieces(base: str, tmp_path: Path) -> None:
    export(shelf(dataset()), tmp_path / "out", "turtle", base=base, texts=texts)
    made = written(tmp_path / "out")
    evidence = rdf.evidence(council(), Iris(base))
    for statement in [quad.subject for quad in evidence if quad.object == QUOTH.Statement]:
        annotations = [quad.subject for quad in made.quads_for_pattern(None, OA.hasBody, statement)]
        targets = set().union(*(values(made, annotation, OA.hasTarget) for annotation in annotations))
        pieces = [q.object for q in evidence if q.subject == statement and q.predicate == QUOTH.contentSpan]
        assert targets == {piece.value for piece in pieces}  # type: ignore[union-attr]


def test_they_are_in_order(tmp_path: Path) -> None:
    export(shelf(dataset()), tmp_path / "out", "turtle", texts=texts)
    for path in (tmp_path / "out" / "annotations").iterdir():
        found = list(ox.parse(path=path))
        assert found == sorted(found, key=order)


def test_selectors_find_the_words(tmp_path: Path) -> None:
    export(shelf(dataset(council())), tmp_path / "out", "turtle", texts=texts)
    made = written(tmp_path / "out")
    found = set()
    for quad in made.quads_for_pattern(None, OA.hasSelector, None):
        (target,) = [q.subject for q in made.quads_for_pattern(None, OA.hasSelector, quad.object)]
        start, _, end = target.value.partition("#char=")[2].partition(",")  # type: ignore[union-attr]
        words = COUNCIL[int(start) : int(end)]
        assert values(made, quad.object, OA.exact) <= {words}
        found |= values(made, quad.object, OA.exact)
        assert values(made, quad.object, OA.start) <= {start}
    assert found == {"the bridge is closed", "for good", "Closed."}


def test_they_stand_apart_from_the_dataset(tmp_path: Path) -> None:
    done = export(shelf(dataset()), tmp_path / "out", "trig", texts=texts)
    assert len([name for name in done.files if name.startswith("annotations/")]) == 2
    assert PREFIXES["oa"].encode() not in (tmp_path / "out" / "dataset.trig").read_bytes()
    assert not [name for name in export(shelf(dataset()), tmp_path / "out", "trig").files if "annotations" in name]


def test_an_article_without_text_is_left_out_and_told(tmp_path: Path) -> None:
    def gone(sha256: str) -> str:
        if sha256 == mayor().article.sha256:
            raise ArchiveError("missing")
        return texts(sha256)

    done = export(shelf(dataset()), tmp_path / "out", "turtle", texts=gone)
    assert len([name for name in done.files if name.startswith("annotations/")]) == 1
    assert any("1 article has no archived text" in warning for warning in done.warnings)


def test_a_text_with_other_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="quoth verify"):
        export(shelf(dataset(council())), tmp_path / "out", "turtle", texts=lambda sha256: COUNCIL[1:])
    assert not any(tmp_path.iterdir())
