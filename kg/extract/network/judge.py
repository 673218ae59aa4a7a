"""Whether what a cue reports is a statement, and no wish, topic or act: a weighted sum of what is seen there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Judge = Callable[[Any], Any]
"""Probabilities [cues] for what is seen from cues, [cues, 1 + 2 × width]; see predict.seen_from."""


def by_score(seen: Any) -> Any:
    """The network's own score alone."""
    return sigmoid(seen[:, 0])


class Weighted:
    """A judge with weights [1 + 2 × width] and a bias, fitted on statements that readers marked."""

    def __init__(self, weights: Any, bias: float) -> None:
        self.weights, self.bias = np.asarray(weights, dtype=np.float32), bias

    def __call__(self, seen: Any) -> Any:
        """See Judge."""
        return sigmoid(seen @ self.weights + self.bias)


def sigmoid(scores: Any) -> Any:
    """Probabilities of log-odds."""
    return 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
