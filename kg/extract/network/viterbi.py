"""The best argument tags of many cues at once, and how likely each cue has a content at all."""

from __future__ import annotations

from typing import Any

import numpy as np

from kg.extract.network.labels import ARGUMENT_TAGS, may_end, may_follow, may_start

FORBIDDEN = np.float32(-1e4)
TAGS = range(len(ARGUMENT_TAGS))
FOLLOW = np.array([[0 if may_follow(a, b) else FORBIDDEN for b in TAGS] for a in TAGS], dtype=np.float32)
START = np.array([0 if may_start(tag) else FORBIDDEN for tag in TAGS], dtype=np.float32)
END = np.array([0 if may_end(tag) else FORBIDDEN for tag in TAGS], dtype=np.float32)
CONTENT: Any = np.array([name.endswith("content") for name in ARGUMENT_TAGS])


def best_tags(emissions: Any, transitions: Any) -> Any:
    """The likeliest allowed tags, [cues, tokens]; `emissions` is [cues, tokens, tags], `transitions` [tags, tags]."""
    return viterbi(emissions, transitions + FOLLOW, START, END)


def best_tags_with_content(emissions: Any, transitions: Any) -> Any:
    """As best_tags, but the likeliest of those that tag a content somewhere.

    Each tag is there twice: before any content was seen, and from the first one on, which is where a path must end.
    """
    moves = transitions + FOLLOW
    never = np.full(moves.shape, FORBIDDEN, dtype=np.float32)
    first = np.where(CONTENT, moves, FORBIDDEN)
    before = np.where(CONTENT, FORBIDDEN, moves)
    twice = np.block([[before, first], [never, moves]])
    start = np.concatenate([np.where(CONTENT, FORBIDDEN, START), np.where(CONTENT, START, FORBIDDEN)])
    end = np.concatenate([np.full(len(END), FORBIDDEN, dtype=np.float32), END])
    return viterbi(np.concatenate([emissions, emissions], axis=-1), twice, start, end) % len(ARGUMENT_TAGS)


def viterbi(emissions: Any, moves: Any, start: Any, end: Any) -> Any:
    """The states of the best path for each cue, [cues, tokens], for any number of states."""
    count, length, _ = emissions.shape
    best = np.empty_like(emissions)
    best[:, 0] = emissions[:, 0] + start
    for k in range(1, length):
        best[:, k] = (best[:, k - 1, :, None] + moves).max(1) + emissions[:, k]
    states = np.zeros((count, length), dtype=np.int64)
    states[:, -1] = (best[:, -1] + end).argmax(-1)
    into = moves.T
    for k in range(length - 1, 0, -1):
        states[:, k - 1] = (best[:, k - 1] + into[states[:, k]]).argmax(-1)
    return states


def content_probability(emissions: Any, transitions: Any) -> Any:
    """For each cue the probability that any token is its content, [cues]."""
    without = np.where(CONTENT, FORBIDDEN, emissions)
    # Both at once: the steps from token to token take longer than what is counted in them.
    masses = partition(np.concatenate([without, emissions]), transitions)
    return 1 - np.exp(np.minimum(masses[: len(emissions)] - masses[len(emissions) :], 0))


def partition(emissions: Any, transitions: Any) -> Any:
    """The log of the summed weights of all allowed tag sequences, [cues]."""
    moves = np.exp(transitions + FOLLOW)
    total = emissions[:, 0] + START
    for k in range(1, emissions.shape[1]):
        top = total.max(-1, keepdims=True)
        total = np.log(np.maximum(np.exp(total - top) @ moves, 1e-30)) + top + emissions[:, k]
    total = total + END
    top = total.max(-1, keepdims=True)
    return np.log(np.exp(total - top).sum(-1)) + top[:, 0]
