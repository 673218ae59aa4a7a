"""The best tags of a cue's arguments, against all paths counted one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from kg.extract.network.labels import ARGUMENT_TAGS, may_end, may_follow, may_start
from kg.extract.network.viterbi import CONTENT, best_tags, best_tags_with_content, content_probability

TOKENS = 4
RNG = np.random.default_rng(7)
EMISSIONS = (RNG.normal(size=(3, TOKENS, len(ARGUMENT_TAGS))) * 2).astype(np.float32)
TRANSITIONS = RNG.normal(size=(len(ARGUMENT_TAGS), len(ARGUMENT_TAGS))).astype(np.float32)
PATHS = [
    path
    for path in product(range(len(ARGUMENT_TAGS)), repeat=TOKENS)
    if may_start(path[0]) and may_end(path[-1]) and all(map(may_follow, path, path[1:]))
]


def score(cue: int, path: tuple[int, ...]) -> float:
    """The summed score of a path for one cue."""
    moves = sum(TRANSITIONS[a, b] for a, b in pairwise(path))
    return float(EMISSIONS[cue, range(TOKENS), path].sum() + moves)


def with_content(path: tuple[int, ...]) -> bool:
    return any(CONTENT[tag] for tag in path)


@pytest.mark.parametrize("cue", range(len(EMISSIONS)))
def test_the_best_path_is_that_of_all_allowed_ones(cue: int) -> None:
    assert tuple(best_tags(EMISSIONS, TRANSITIONS)[cue]) == max(PATHS, key=lambda path: score(cue, path))


@pytest.mark.parametrize("cue", range(len(EMISSIONS)))
def test_the_best_path_with_a_content_is_that_of_all_with_one(cue: int) -> None:
    paths = filter(with_content, PATHS)
    without = EMISSIONS.copy()
    without[:, :, CONTENT] -= 6
    found = best_tags_with_content(without, TRANSITIONS)[cue]
    dear = {path: score(cue, path) - 6 * sum(bool(CONTENT[tag]) for tag in path) for path in paths}
    assert tuple(found) == max(dear, key=lambda path: dear[path])


@pytest.mark.parametrize("cue", range(len(EMISSIONS)))
def test_how_likely_a_content_is_are_the_weights_of_paths_with_one(cue: int) -> None:
    weights = {path: np.exp(score(cue, path)) for path in PATHS}
    share = sum(weight for path, weight in weights.items() if with_content(path)) / sum(weights.values())
    assert content_probability(EMISSIONS, TRANSITIONS)[cue] == pytest.approx(share, abs=1e-4)
