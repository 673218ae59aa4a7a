"""Learns the weights by which a name is typed: python -m train.names ../shared

The candidates of kg.extract.names in the documents of GUM (annotated) and in PolNeAR's articles (as a program saw them:
they count less) are each a choice between person, organisation, place and none of these; softmax regression with Adam
over all choices at once, so nothing is drawn at random. A word is a feature only if it stands in several names of
several articles, so that no name is learned by heart.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from kg.extract import name_features
from kg.extract.name import Name
from kg.extract.name_features import KINDS, of_name, parts
from kg.extract.names import candidates
from kg.extract.network.labels import PRONOUN
from kg.extract.quotes import pair, paragraphs
from kg.model import Span
from train.data import Example, read_polnear
from train.gum import read_gum
from train.silver import with_silver

STEPS, RATE, DECAY = 250, 0.1, 0.03
"""Steps of Adam, its rate, and how strongly weights are pulled to zero."""
SILVER = 0.02
"""How much a choice counts that no person annotated."""
DOCUMENTS, NAMES, LEAST_WEIGHT = 4, 4, 0.05
"""A feature stands in so many documents and different names at least; smaller weights are left out."""


@dataclass
class Choice:
    """A candidate's features, what it names (index into KINDS), where it stands, and how much it counts."""

    features: list[str]
    kind: int
    document: str
    name: str
    counts: float


def choices(example: Example, counts: float) -> Iterator[Choice]:
    """The candidates of a document with what they name."""
    where = paragraphs(example.text)
    found = candidates(example.text, where, pair(example.text, where))
    whole = parts(found)
    marked = [m for m in example.mentions or () if m.kind < PRONOUN]
    kinds = {at: m.kind for m in marked for at in range(m.span.start, m.span.end)}
    for name in found:
        features = list(of_name(example.text, name, whole))
        yield Choice(features, kind_of(name, kinds), example.name, name.text, counts)


def kind_of(name: Name, kinds: dict[int, int]) -> int:
    """What most of a name's last word is annotated as."""
    last = Span(max(name.span.start, name.span.end - len(name.words[-1])), name.span.end)
    votes = [kinds.get(at, len(KINDS) - 1) for at in range(last.start, last.end)]
    return max(set(votes), key=votes.count)


def kept(posed: list[Choice]) -> list[str]:
    """The features that stand in enough documents and names."""
    documents: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for choice in posed:
        for feature in choice.features:
            documents[feature].add(choice.document)
            names[feature].add(choice.name)
    return sorted(f for f in documents if len(documents[f]) >= DOCUMENTS and len(names[f]) >= NAMES)


def learn(posed: list[Choice]) -> dict[str, list[float]]:
    """The weights of each feature for each kind."""
    features = kept(posed)
    number = {f: n for n, f in enumerate(features)}
    pairs = [(r, number[f]) for r, choice in enumerate(posed) for f in choice.features if f in number]
    row, column = (np.array(part, dtype=np.int64) for part in zip(*pairs, strict=True))
    right = np.eye(len(KINDS))[[choice.kind for choice in posed]]
    counts = np.array([choice.counts for choice in posed])[:, None]
    w, mean, spread = (np.zeros((len(features), len(KINDS))) for _ in range(3))
    for step in range(1, STEPS + 1):
        error = counts * (softmax(summed(w[column], row, len(posed))) - right) / counts.sum()
        slope = summed(error[row], column, len(features)) + DECAY * w / np.sqrt(counts.sum())
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        w -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    w -= w.mean(axis=1, keepdims=True)
    return {f: [round(float(x), 2) for x in w[n]] for f, n in number.items() if np.abs(w[n]).max() >= LEAST_WEIGHT}


def summed(values: Any, at: Any, length: int) -> Any:
    """The rows of `values` added up where `at` sends them."""
    return np.stack([np.bincount(at, weights=values[:, k], minlength=length) for k in range(values.shape[1])], axis=1)


def softmax(scores: Any) -> Any:
    """Probabilities of each row."""
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def train(annotated: Iterable[Example], silver: Iterable[Example]) -> dict[str, list[float]]:
    """The weights from annotated documents and from those that a program read."""
    posed = [choice for example in annotated for choice in choices(example, 1.0)]
    return learn(posed + [choice for example in silver if example.mentions for choice in choices(example, SILVER)])


def main() -> None:
    """Learns the weights and writes them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path, default=Path(name_features.__file__).parent / "data" / "names.tsv")
    arguments = parser.parse_args()
    polnear = arguments.shared / "polnear" / "train"
    weights = train(read_gum(arguments.shared / "gum"), with_silver(read_polnear(polnear), polnear / "corenlp"))
    told = "# Feature, and its weights for person, organisation, place and none of these; learned by train/names.py.\n"
    rows = ("\t".join([feature, *map(str, row)]) + "\n" for feature, row in sorted(weights.items()))
    arguments.out.write_text(told + "".join(rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
