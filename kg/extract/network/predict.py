"""Reads an article with a trained model: candidates for statements, before any rule or threshold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from kg.extract.network.candidate import Candidate
from kg.extract.network.decode import arguments, cues
from kg.extract.network.labels import NAME_TAGS, ROLES
from kg.extract.network.runtime import Read, Runtime
from kg.extract.network.tagged import TaggedName, tagged_names
from kg.extract.network.tokens import END, START, Tokens, tokens
from kg.extract.network.viterbi import CONTENT, best_tags, best_tags_with_content, content_probability
from kg.extract.network.windows import Window, overlapping
from kg.model import Span

WINDOW, CONTEXT, BATCH, CUES = 256, 40, 2, 64
"""Tokens of a window with [CLS] and [SEP], tokens of context where a paragraph is cut, windows and cues at once.

With more windows at once it reads no faster and takes more memory.
"""
LEAST_CUE, LEAST_CONTENT = 0.1, 0.1
"""How likely a cue, and a content for it, must be at least for a candidate."""


@dataclass(frozen=True)
class Reading:
    """What the network sees in a text: candidates in the order of their cues, and names."""

    candidates: list[Candidate]
    names: list[TaggedName]


def candidates(text: str, using: Any, model: Runtime) -> list[Candidate]:
    """The candidates of a text, in the order of their cues; those whose best tags have no content are left out."""
    return read(text, using, model).candidates


def read(text: str, using: Any, model: Runtime) -> Reading:
    """What the network sees in a text; `using` is its tokenizer."""
    pieces = tokens(text, using)
    if not pieces.ids:
        return Reading([], [])
    windows = overlapping(pieces.paragraphs, len(pieces.ids), WINDOW - 2, CONTEXT)
    windows.sort(key=lambda w: (w.end - w.start, w.start))
    tags = np.zeros((len(pieces.ids), NAME_TAGS), dtype=np.float32)
    found = [c for k in range(0, len(windows), BATCH) for c in of_windows(windows[k : k + BATCH], pieces, model, tags)]
    names = tagged_names(softmax(tags), pieces.offsets, text)
    return Reading(sorted(found, key=lambda c: c.cue), names)


def of_windows(windows: list[Window], pieces: Tokens, model: Runtime, tags: Any) -> list[Candidate]:
    """The candidates of some windows, read at once; their scores go into the name `tags` [tokens, NAME_TAGS]."""
    length = max(w.end - w.start for w in windows) + 2
    ids = np.zeros((len(windows), length), dtype=np.int64)
    features = np.zeros((len(windows), length, 3), dtype=np.int64)
    for k, w in enumerate(windows):
        ids[k, : w.end - w.start + 2] = [START, *pieces.ids[w.start : w.end], END]
        features[k, 1 : w.end - w.start + 1] = pieces.features[w.start : w.end]
    read = model.encode(ids, features)
    for k, w in enumerate(windows):
        tags[w.core_start : w.core_end] = read.names[k, w.core_start - w.start + 1 : w.core_end - w.start + 1]
    found = [cue for k, w in enumerate(windows) for cue in cues_of(k, w, read)]
    parts = (found[k : k + CUES] for k in range(0, len(found), CUES))
    return [candidate for part in parts for candidate in of_cues(part, windows, read, pieces, model)]


def of_cues(
    cues: list[tuple[int, int, int, float]], windows: list[Window], read: Read, pieces: Tokens, model: Runtime
) -> list[Candidate]:
    """The candidates of some cues (window, first and last token, probability) of windows that were read."""
    window, first, last = (np.array([cue[k] for cue in cues], dtype=np.int64) for k in range(3))
    emissions = model.arguments(read.vectors, window, first, last)
    mask_padding(emissions, np.array([windows[k].end - windows[k].start + 1 for k in window]))
    likely = content_probability(emissions, model.transitions)
    tags = best_tags(emissions, model.transitions)
    bare = ~CONTENT[tags].any(axis=1) & (likely >= LEAST_CONTENT)
    if bare.any():
        tags[bare] = best_tags_with_content(emissions[bare], model.transitions)
    stated = model.judge(seen_from(read, window, first, last, tags))
    made = (
        candidate(cues[k], tags[k], float(likely[k]), float(stated[k]), windows[window[k]], pieces)
        for k in range(len(cues))
    )
    return [c for c in made if c is not None]


def seen_from(read: Read, window: Any, first: Any, last: Any, tags: Any) -> Any:
    """What a judge looks at, [cues, 1 + 2 × width]: the score of a statement, the cue's vector, its content's mean."""
    cue = (read.vectors[window, first] + read.vectors[window, last]) / 2
    content = means(read.vectors, window, CONTENT[tags])
    stated = (read.stated[window, first] + read.stated[window, last]) / 2
    return np.concatenate([stated, cue, content], axis=1)


def means(vectors: Any, window: Any, within: Any) -> Any:
    """The mean vector of some tokens of a window, [rows, width]: `window` [rows], `within` [rows, tokens]."""
    # By differences of running sums: a product of matrices would start threads that fight with other processes.
    sums = np.cumsum(vectors, axis=1)
    edges = np.diff(within.astype(np.int8), axis=1, prepend=0, append=0)
    total = np.zeros((len(window), vectors.shape[2]), dtype=np.float32)
    for row, past in zip(*np.nonzero(edges), strict=True):
        if past:
            total[row] -= edges[row, past] * sums[window[row], past - 1]
    return total / np.maximum(within.sum(1, keepdims=True), 1)


def cues_of(number: int, w: Window, read: Read) -> Iterator[tuple[int, int, int, float]]:
    """(window, first and last token, probability) of each cue in the core of a window of a batch."""
    probabilities = softmax(read.roles[number, 1 : w.end - w.start + 1, ROLES.index("cue")])
    for first, last, probability in cues(probabilities.tolist(), LEAST_CUE):
        if w.core_start <= w.start + first < w.core_end:
            yield number, first + 1, last + 1, probability


def mask_padding(emissions: Any, lengths: Any) -> None:
    """Leave no tag but the outside one to [CLS] and to all tokens from `lengths` on, in place."""
    outside = np.arange(emissions.shape[1])[None] >= lengths[:, None]
    outside[:, 0] = True
    emissions[outside, 1:] = -1e4


def candidate(
    cue: tuple[int, int, int, float], tags: Any, likely: float, stated: float, w: Window, pieces: Tokens
) -> Candidate | None:
    """The candidate of one cue (window, first, last, probability) with its tags; None without content."""

    def span(first: int, last: int) -> Span:
        return Span(pieces.offsets[w.start + first - 1][0], pieces.offsets[w.start + last - 1][1])

    sources, contents = arguments(tags.tolist())
    if not contents:
        return None
    _, first, last, probability = cue
    spans = (tuple(span(*s) for s in sources), tuple(span(*s) for s in contents))
    return Candidate(span(first, last), *spans, probability, likely, stated)


def softmax(scores: Any) -> Any:
    """Probabilities along the last axis."""
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    return weights / weights.sum(-1, keepdims=True)
