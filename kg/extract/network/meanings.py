"""How well a pronoun or description means a name, by the network's vectors."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import Any

import numpy as np

from kg.extract.network.labels import Offsets
from kg.model import Span


class Meanings:
    """The vectors of a text's tokens by which pronouns and names are compared.

    `query` and `key` are [tokens, width]; `nothing` [tokens] is how well a token means nothing that has a name; `apart`
    are the scores of distances in tokens.
    """

    def __init__(self, offsets: Offsets, query: Any, key: Any, nothing: Any, apart: Any) -> None:
        self.ends = [end for _, end in offsets]
        self.query, self.key, self.nothing, self.apart = query, key, nothing, apart

    def __call__(self, referring: Span, name: Span) -> float:
        """The log-odds that the words at `referring` mean the name, against meaning nothing that has a name."""
        at, other = self.last(referring), self.last(name)
        fits = float(self.query[at].astype(np.float32) @ self.key[other].astype(np.float32))
        return fits / math.sqrt(self.key.shape[1]) + self.distance(at - other) - float(self.nothing[at])

    def last(self, span: Span) -> int:
        """The last token of a span."""
        return min(bisect_left(self.ends, span.end), len(self.ends) - 1)

    def distance(self, tokens: int) -> float:
        """The score of a name that ends so many tokens before what refers to it, or behind if negative."""
        half = len(self.apart) // 2
        far = min(int(2 * np.log2(max(abs(tokens), 1))), half - 1)
        return float(self.apart[far + half if tokens < 0 else far])
