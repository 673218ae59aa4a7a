"""The ontology keeps every rule of this folder, and every rule can be broken.

A rule is a query that returns nothing; its first line says the rule. Beside it stands a small graph that breaks it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from kg.resources import folder
from kg.vocab import PREFIXES

HERE = Path(__file__).parent
RULES = sorted(HERE.glob("*.rq"), key=lambda rule: rule.stem)


def load(files: Iterable[Path]) -> Store:
    store = Store()
    for file in files:
        store.load(path=str(file), format=RdfFormat.TURTLE)
    return store


def offenders(rule: Path, store: Store) -> list[list[str]]:
    rows = store.query(rule.read_text(encoding="utf-8"))
    assert isinstance(rows, QuerySolutions)
    return [[str(term) for term in row] for row in rows]


def broken(rule: Path) -> Path:
    return rule.with_name(f"{rule.stem}.broken.ttl")


@pytest.fixture(scope="module")
def ontology() -> Store:
    return load(sorted(folder("ontology").glob("*.ttl")))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_the_ontology_keeps_the_rule(rule: Path, ontology: Store) -> None:
    found = offenders(rule, ontology)
    assert not found, f"{rule.read_text(encoding='utf-8').splitlines()[0]}\n{found}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_the_rule_finds_all_that_break_it(rule: Path) -> None:
    store = load([broken(rule)])
    found = {term for row in offenders(rule, store) for term in row}
    assert found
    assert {str(quad.subject) for quad in store if isinstance(quad.subject, NamedNode)} <= found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_the_rule_is_said_in_words_and_its_prefixes_are_ours(rule: Path) -> None:
    banner, *lines = rule.read_text(encoding="utf-8").splitlines()
    assert banner.startswith("# ")
    assert banner.endswith(".")
    declared = dict(line.removeprefix("PREFIX ").split(": ") for line in lines if line.startswith("PREFIX"))
    assert declared == {prefix: f"<{PREFIXES[prefix]}>" for prefix in declared}


def test_no_broken_graph_is_left_without_its_rule() -> None:
    assert {file.name for file in HERE.glob("*.ttl")} == {broken(rule).name for rule in RULES}
