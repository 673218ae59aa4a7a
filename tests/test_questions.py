"""Competency questions: each .rq of tests/questions, asked of its dataset, gives exactly what its .csv says."""

import csv
import io
import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from kg.sparql import with_prefixes
from kg.store.memory import MemoryStore

GUIDE = Path(__file__).parents[1] / "docs" / "questions.md"
FOLDER = Path(__file__).parent / "questions"
QUESTIONS = sorted(FOLDER.glob("*.rq"))


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    store = MemoryStore()
    store.commit(add=parse(path=FOLDER / "dataset.trig", format=RdfFormat.TRIG))
    return store


def answer(store: MemoryStore, question: str) -> list[list[str]]:
    output = io.BytesIO()
    store.write_results(question, output, "csv")
    return list(csv.reader(io.StringIO(output.getvalue().decode(), newline="")))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_the_answer_is_what_is_expected(store: MemoryStore, question: Path) -> None:
    with question.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))
    assert len(expected) > 1, "an expected answer without a row can't fail"
    assert answer(store, question.read_text(encoding="utf-8")) == expected


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_numbered_and_says_what_it_asks(question: Path) -> None:
    first = question.read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(r"# .+\?", first)
    assert question.stem.startswith(f"{QUESTIONS.index(question) + 1:03}-")


def test_there_are_enough_and_each_file_belongs_to_one() -> None:
    assert len(QUESTIONS) >= 25
    assert {path.stem for path in FOLDER.glob("*.csv")} == {path.stem for path in QUESTIONS}


def test_no_triple_of_the_dataset_stands_in_two_graphs() -> None:
    dataset = Store()
    dataset.load(path=FOLDER / "dataset.trig", format=RdfFormat.TRIG)
    triples = {quad.triple for quad in dataset}
    assert len(triples) == len(dataset)


def test_the_guide_shows_real_answers(store: MemoryStore) -> None:
    shown = re.findall(r"```sparql\n(.+?)```\n\n((?:\|[^\n]*\n)+)", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(shown) >= 8
    for question, table in shown:
        rows = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in table.splitlines(keepends=True)]
        assert [rows[0], *rows[2:]] == answer(store, with_prefixes(question))
