"""How sure a reading is: a logistic regression over its features, fitted on annotated articles."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from kg.errors import ModelError


class Confidence(Protocol):
    """How sure a reading with these features is, between 0 and 1."""

    def __call__(self, features: Mapping[str, float]) -> float:
        """See the class."""


def described(by: Mapping[str, Any]) -> Confidence:
    """The confidence that a network's description holds, else one that multiplies what the network says."""
    return Scale.described(by["confidence"]) if "confidence" in by else bare


def bare(features: Mapping[str, float]) -> float:
    """The network's probabilities multiplied, without any fitting; nothing for what it does not see."""
    if "network" not in features:
        return 0.0
    return math.prod(probability(features.get(name, 0.0)) for name in ("cue", "content", "statement"))


def probability(logit: float) -> float:
    """The probability with these log odds."""
    return 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))


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

    def __call__(self, features: Mapping[str, float]) -> float:
        """The probability that a reading with these features is one that readers mark."""
        return probability(self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items()))
