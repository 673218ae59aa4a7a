"""Reads an article with a trained model: candidates for statements, before any rule or threshold."""

from __future__ import annotations

from typing import Any

import numpy as np

from kg.extract.network.candidate import Candidate
from kg.extract.network.decode import arguments, cues
from kg.extract.network.labels import ROLES
from kg.extract.network.runtime import Runtime
from kg.extract.network.tokens import END, START, Tokens, tokens
from kg.extract.network.viterbi import CONTENT, best_tags, best_tags_with_content, content_probability
from kg.extract.network.windows import Window, overlapping
from kg.model import Span

WINDOW, CONTEXT, BATCH = 256, 40, 8
"""Tokens of a window with [CLS] and [SEP], tokens of context where a paragraph is cut, windows read at once."""
LEAST_CUE, LEAST_CONTENT = 0.1, 0.1
"""How likely a cue, and a content for it, must be at least for a candidate."""


def candidates(text: str, using: Any, model: Runtime) -> list[Candidate]:
    """The candidates of a text, in the order of their cues; those whose best tags have no content are left out."""
    read = tokens(text, using)
    if not read.ids:
        return []
    windows = overlapping(read.paragraphs, len(read.ids), WINDOW - 2, CONTEXT)
    windows.sort(key=lambda w: (w.end - w.start, w.start))
    found = [c for k in range(0, len(windows), BATCH) for c in of_windows(windows[k : k + BATCH], read, model)]
    return sorted(found, key=lambda c: c.cue)


def of_windows(windows: list[Window], read: Tokens, model: Runtime) -> list[Candidate]:
    """The candidates of some windows, read at once."""
    length = max(w.end - w.start for w in windows) + 2
    ids = np.zeros((len(windows), length), dtype=np.int64)
    features = np.zeros((len(windows), length, 3), dtype=np.int64)
    for k, w in enumerate(windows):
        ids[k, : w.end - w.start + 2] = [START, *read.ids[w.start : w.end], END]
        features[k, 1 : w.end - w.start + 1] = read.features[w.start : w.end]
    vectors, roles = model.encode(ids, features)
    probabilities = softmax(roles[:, :, ROLES.index("cue")])
    seen = [
        (k, first + 1, last + 1, p)
        for k, w in enumerate(windows)
        for first, last, p in cues(probabilities[k, 1 : w.end - w.start + 1].tolist(), LEAST_CUE)
        if w.core_start <= w.start + first < w.core_end
    ]
    if not seen:
        return []
    window, first, last = (np.array([cue[k] for cue in seen], dtype=np.int64) for k in range(3))
    emissions = model.arguments(vectors, window, first, last)
    mask_padding(emissions, np.array([windows[k].end - windows[k].start + 1 for k in window]))
    likely = content_probability(emissions, model.transitions)
    tags = best_tags(emissions, model.transitions)
    bare = ~CONTENT[tags].any(axis=1) & (likely >= LEAST_CONTENT)
    if bare.any():
        tags[bare] = best_tags_with_content(emissions[bare], model.transitions)
    made = (candidate(seen[k], tags[k], float(likely[k]), windows[window[k]], read) for k in range(len(seen)))
    return [c for c in made if c is not None]


def mask_padding(emissions: Any, lengths: Any) -> None:
    """Leave no tag but the outside one to [CLS] and to all tokens from `lengths` on, in place."""
    outside = np.arange(emissions.shape[1])[None] >= lengths[:, None]
    outside[:, 0] = True
    emissions[outside, 1:] = -1e4


def candidate(cue: tuple[int, int, int, float], tags: Any, likely: float, w: Window, read: Tokens) -> Candidate | None:
    """The candidate of one cue (window, first, last, probability) with its tags; None without content."""

    def span(first: int, last: int) -> Span:
        return Span(read.offsets[w.start + first - 1][0], read.offsets[w.start + last - 1][1])

    sources, contents = arguments(tags.tolist())
    if not contents:
        return None
    _, first, last, probability = cue
    spans = (tuple(span(*s) for s in sources), tuple(span(*s) for s in contents))
    return Candidate(span(first, last), *spans, probability, likely)


def softmax(scores: Any) -> Any:
    """Probabilities along the last axis."""
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    return weights / weights.sum(-1, keepdims=True)
