"""Fits the judge that tells statements from wishes, topics and acts, on what readers marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from kg.extract.network.judge import Weighted, sigmoid
from kg.extract.network.predict import candidates
from kg.extract.network.runtime import Runtime
from train.readers import Judged, verdict

LEAST = 0.05
"""Candidates less likely than this are not learned from."""
FOLDS = 5
STRENGTHS = (30.0, 100.0, 300.0, 1000.0, 3000.0)
"""How strongly weights are held near 0; the best by cross-validation is taken."""


@dataclass(frozen=True)
class Seen:
    """Candidates of judged articles: what is seen from their cues [n, width], verdicts [n], numbers of articles [n]."""

    seen: Any
    verdicts: Any
    articles: Any


class Recorder:
    """A judge that keeps what it is shown and finds everything certain."""

    def __init__(self) -> None:
        self.shown: dict[float, Any] = {}

    def __call__(self, seen: Any) -> Any:
        """Give each row a probability of its own, by which it is found again."""
        marks = 0.5 + (len(self.shown) + np.arange(len(seen))) * 1e-6
        self.shown.update(zip(marks.tolist(), seen, strict=True))
        return marks


def look(articles: list[Judged], using: Any, model: Runtime) -> Seen:
    """Read the articles and pair what is seen with the readers' verdicts; where these differ nothing is learned."""
    rows, verdicts, numbers = [], [], []
    for number, judged in enumerate(articles):
        model.judge = recorder = Recorder()
        for candidate in candidates(judged.text, using, model):
            answer = verdict(judged, candidate)
            if answer is not None and candidate.score >= LEAST:
                rows.append(recorder.shown[candidate.statement])
                verdicts.append(answer)
                numbers.append(number)
    return Seen(np.array(rows), np.array(verdicts, dtype=np.float64), np.array(numbers))


def fit_judge(seen: Any, verdicts: Any, strength: float) -> Weighted:
    """A judge: what is seen counts in its own spread, and the network's own score is hardly held down."""
    spread = seen.std(0) + 1e-6
    hold = np.full(seen.shape[1], strength)
    hold[0] = 1.0
    found = fit(seen / spread, verdicts, hold)
    return Weighted(found.weights / spread, found.bias)


def fit(seen: Any, verdicts: Any, hold: Any) -> Weighted:
    """Logistic regression by Newton's method; `hold` [width] is how strongly each squared weight is held near 0."""
    rows = np.concatenate([seen, np.ones((len(seen), 1))], axis=1).astype(np.float64)
    hold = np.append(hold, 1e-6)
    weights = np.zeros(rows.shape[1])
    for _ in range(25):
        chance = sigmoid(rows @ weights)
        slope = rows.T @ (chance - verdicts) + hold * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(hold)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return Weighted(weights[:-1], float(weights[-1]))


def unseen(data: Seen, learn: Callable[[Any, Any], Callable[[Any], Any]]) -> Any:
    """Probabilities of all rows, each from what was learned on other articles, [n]."""
    answers = np.zeros(len(data.verdicts))
    for fold in range(FOLDS):
        here = data.articles % FOLDS == fold
        answers[here] = learn(data.seen[~here], data.verdicts[~here])(data.seen[here])
    return answers


def loss(chances: Any, verdicts: Any) -> float:
    """The mean negative log-likelihood."""
    kept = np.clip(chances, 1e-4, 1 - 1e-4)
    return float(-(verdicts * np.log(kept) + (1 - verdicts) * np.log(1 - kept)).mean())


def best(data: Seen) -> tuple[float, dict[float, float]]:
    """The strength that does best on articles not learned from, and the loss of each."""
    losses = {s: loss(unseen(data, partial(fit_judge, strength=s)), data.verdicts) for s in STRENGTHS}
    return min(losses, key=losses.__getitem__), losses
