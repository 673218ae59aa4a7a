"""The weighted mean of two fits of judge and confidence: an earlier one on other articles, and a new one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from kg.extract.network.judge import Weighted
from kg.extract.weights import DESCRIPTION

SHARE = 0.4
"""How much of the mean comes from the earlier fit."""


@dataclass(frozen=True)
class Earlier:
    """An earlier fit: its judge, and the weights and the bias of its scale of confidence."""

    judge: Weighted
    weights: Mapping[str, float]
    bias: float

    @classmethod
    def read(cls, folder: Path) -> Earlier:
        """The fit that the model.json of a folder holds; raises KeyError if it holds none."""
        by = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        scale = by["confidence"]
        weights = dict(zip(scale["features"], scale["weights"], strict=True))
        return cls(Weighted(by["judge"]["weights"], by["judge"]["bias"]), weights, scale["bias"])

    def judged(self, new: Weighted) -> Weighted:
        """The mean of the two judges."""
        return Weighted(mean(self.judge.weights, new.weights), mean(self.judge.bias, new.bias))

    def scaled(self, names: Sequence[str], new: Weighted) -> Weighted:
        """The mean of the two scales, the new one over these features; one that only the new knows keeps its weight."""
        pairs = zip(names, new.weights.tolist(), strict=True)
        weights = [mean(self.weights.get(name, weight), weight) for name, weight in pairs]
        return Weighted(np.array(weights), mean(self.bias, new.bias))


def mean(earlier: Any, new: Any) -> Any:
    """The weighted mean of two numbers, or arrays of them."""
    return SHARE * earlier + (1 - SHARE) * new
