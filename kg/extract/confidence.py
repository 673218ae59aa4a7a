"""How sure a reading is: a logistic regression over its features, fitted on annotated articles."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import ModelError


@dataclass(frozen=True)
class Scale:
    """How features become a confidence: a weight for each by its name, and a bias."""

    weights: Mapping[str, float]
    bias: float

    @classmethod
    def described(cls, by: Mapping[str, Any]) -> Scale:
        """The scale {"features": [names], "weights": [numbers], "bias": number}; raises ModelError if it is none."""
        try:
            pairs = zip(map(str, by["features"]), map(float, by["weights"]), strict=True)
            return cls(dict(pairs), float(by["bias"]))
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"the network's scale of confidence cannot be read: {error!r}; reinstall quoth") from None

    def confidence(self, features: Mapping[str, float]) -> float:
        """The probability that a reading with these features is one that readers mark."""
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
