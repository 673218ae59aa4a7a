"""Learns the weights by which a pronoun is put to an entity: python -m train.pronouns ../shared

Each pronoun of the training documents is one choice among the candidates that kg.extract.pronouns proposes and "none of
them"; the weights make the right ones likely (softmax, L2, Adam over all choices at once: nothing is drawn at random).
While the features are made, earlier pronouns are answered as the annotators did. A second round, in which they were
answered by the weights of the first, was tried and lost (5 points of F1 on documents not learned from).
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from kg.extract import pronouns
from kg.extract.assemble import Ground, ground
from kg.extract.chains import Chain
from kg.extract.network.labels import PRONOUN
from kg.extract.pronoun_features import Candidate, Context, Pronoun, of_candidate, of_none
from kg.extract.pronouns import FORMS, Pronouns
from kg.extract.report import Report
from kg.extract.reports import read
from kg.extract.speakers import Speakers
from kg.model import Span
from train.data import Example
from train.gum import read_gum
from train.speakers import Spoken, Voiced, voiced

STEPS, RATE, DECAY = 400, 0.1, 0.015
"""Steps of Adam, its rate, and how strongly weights are pulled to zero."""
LABELLED = ("polnear-train-1", "polnear-train-2")
"""The files of train/labels to learn from; on the others it is counted how often the speakers are right."""
LEAST_SEEN, LEAST_WEIGHT = 3, 0.02
"""Features seen less often, and weights smaller than this, are left out."""

Weights = dict[str, float]


@dataclass
class Choice:
    """The features of each answer to one pronoun, "none" first, and the numbers of the right ones."""

    answers: list[list[str]]
    right: list[int]


class Gold(Protocol):
    """Whom the pronouns of an article mean."""

    def tells(self, pronoun: Span) -> bool:
        """Whether it is known whom a pronoun means, also that it is nobody named."""

    def agrees(self, pronoun: Span, chain: Chain) -> bool:
        """Whether a pronoun means an entity."""


@dataclass
class Annotated:
    """All pronouns of a document of GUM: their entities, and the entity of each chain."""

    pronouns: dict[Span, str | None]
    chains: dict[Chain, str]

    def tells(self, pronoun: Span) -> bool:
        """Always: those that are not annotated mean nobody."""
        return True

    def agrees(self, pronoun: Span, chain: Chain) -> bool:
        """Whether both have the same entity."""
        entity = self.pronouns.get(pronoun)
        return entity is not None and self.chains.get(chain) == entity


@dataclass
class Labelled:
    """Those pronouns of a labelled article that are sources, with who speaks."""

    pronouns: dict[Span, Spoken]

    def tells(self, pronoun: Span) -> bool:
        """Whether the pronoun is such a source."""
        return pronoun in self.pronouns

    def agrees(self, pronoun: Span, chain: Chain) -> bool:
        """Whether the entity is the speaker."""
        return self.pronouns[pronoun].is_by(chain.name)


class Recorder(Pronouns):
    """Reads pronouns, answers them as annotated, and writes down each choice."""

    gold: Gold
    choices: list[Choice]

    def fits(self, pronoun: Pronoun, chain: Chain) -> bool:
        """Leaves out sources without a name where only names are annotated: nothing tells when they are right."""
        return super().fits(pronoun, chain) and not (chain.unnamed and isinstance(self.gold, Annotated))

    def decide(self, here: Context, candidates: list[Candidate]) -> tuple[int | None, float]:
        """The right candidate; the choice is kept. None where it is not known who is right."""
        span = here.pronoun.span
        if not self.gold.tells(span):
            return None, 0.0
        right = [number for number, c in enumerate(candidates) if self.gold.agrees(span, c.chain)]
        answers = [list(of_none(here)), *(list(of_candidate(here, c)) for c in candidates)]
        self.choices.append(Choice(answers, [number + 1 for number in right] or [0]))
        return (right[0], 1.0) if right else (None, 0.0)


def entities(example: Example, chains: Iterable[Chain]) -> dict[Chain, str]:
    """The entity that most names of a chain are annotated with."""
    marked: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    for mention in example.mentions or ():
        if mention.kind != PRONOUN and mention.entity:
            for block in range(mention.span.start // 64, mention.span.end // 64 + 1):
                marked[block].append((mention.span, mention.entity))
    found = {}
    for chain in chains:
        votes = Counter(entity for span in chain.mentions for m, entity in marked[span.start // 64] if m.overlaps(span))
        if votes:
            found[chain] = votes.most_common(1)[0][0]
    return found


def choices(on: Ground, reports: Sequence[Report], gold: Gold) -> list[Choice]:
    """The choices that the pronouns of an article pose."""
    speakers = Speakers(on.text, on.chains, reports)
    recorder = Recorder(on.text, on.chains, reports)
    recorder.gold, recorder.choices = gold, []
    speakers.pronouns = speakers.descriptions.pronouns = recorder
    for report in reports:
        speakers.resolve(report)
    speakers.finish()
    return recorder.choices


def of_document(example: Example) -> list[Choice]:
    """The choices of a document of GUM."""
    on = ground(example.text)
    pronouns = {m.span: m.entity for m in example.mentions or () if m.kind == PRONOUN}
    return choices(on, read(on.sentences), Annotated(pronouns, entities(example, on.chains)))


def of_labelled(article: Voiced) -> list[Choice]:
    """The choices that the sources of a labelled article pose."""
    on = article.on
    sources = {one.report.source: one for one in article.spoken if one.report.source}
    pronouns = {span: one for span, one in sources.items() if span.of(on.text).lower() in FORMS}
    return choices(on, article.reports, Labelled(pronouns))


def learn(posed: list[Choice]) -> Weights:
    """The weights that make the right answers of all choices likely."""
    seen = Counter(f for choice in posed for answer in choice.answers for f in answer)
    kept = sorted(f for f, count in seen.items() if count >= LEAST_SEEN)
    number = {f: n for n, f in enumerate(kept)}
    rows = [
        (r, number[f]) for r, answer in enumerate(a for c in posed for a in c.answers) for f in answer if f in number
    ]
    row, column = (np.array(part, dtype=np.int64) for part in zip(*rows, strict=True))
    of = np.concatenate([np.full(len(c.answers), n) for n, c in enumerate(posed)])
    starts = np.concatenate([[0], np.cumsum([len(c.answers) for c in posed])[:-1]])
    right = np.concatenate([np.isin(np.arange(len(c.answers)), c.right) for c in posed])
    w, mean, spread = (np.zeros(len(kept)) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = np.bincount(row, weights=w[column], minlength=len(of))
        error = (softmax(scores, of, starts) - softmax(np.where(right, scores, -1e9), of, starts)) / len(posed)
        slope = np.bincount(column, weights=error[row], minlength=len(kept)) + DECAY * w / math.sqrt(len(posed))
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        w -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {f: round(float(w[n]), 3) for f, n in number.items() if abs(w[n]) >= LEAST_WEIGHT}


def softmax(scores: Any, of: Any, starts: Any) -> Any:
    """Probabilities of the answers of each choice."""
    weights = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
    return weights / np.add.reduceat(weights, starts)[of]


def train(examples: Iterable[Example], articles: Iterable[Voiced]) -> Weights:
    """The weights from annotated documents and from labelled articles."""
    of_gum = [choice for example in examples for choice in of_document(example)]
    return learn(of_gum + [choice for article in articles for choice in of_labelled(article)])


def main() -> None:
    """Learns the weights and writes them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path, default=Path(pronouns.__file__).parent / "data" / "pronouns.tsv")
    arguments = parser.parse_args()
    articles = list(voiced(arguments.shared, LABELLED))
    weights = train(read_gum(arguments.shared / "gum"), articles)
    told = "# Feature and weight of a pronoun meaning an entity; learned by train/pronouns.py.\n"
    arguments.out.write_text(
        told + "".join(f"{f}\t{w}\n" for f, w in sorted(weights.items())), encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()
