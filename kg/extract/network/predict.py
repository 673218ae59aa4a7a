"""Reads an article with a trained model: candidates for statements, before any rule or threshold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from kg.extract.network.candidate import Candidate
from kg.extract.network.decode import arguments, cues
from kg.extract.network.labels import ARGUMENT_TAGS, NAME_TAGS, ROLES
from kg.extract.network.runtime import Read, Runtime
from kg.extract.network.tagged import TaggedName, tagged_names
from kg.extract.network.tokens import END, START, Tokens, tokens
from kg.extract.network.viterbi import CONTENT, best_tags, best_tags_with_content, content_probability
from kg.extract.network.windows import Window, overlapping
from kg.model import Span

WINDOW, CONTEXT, CUES = 256, 40, 64
"""Tokens of a window with [CLS] and [SEP], tokens of context where a paragraph is cut, and cues tagged at once."""
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


@dataclass(frozen=True)
class View:
    """A cue, its first and last token among those of its window, and what the network sees from there.

    `vectors` [tokens, width] and `stated` [tokens, 1] are what it reads in the window, with [CLS] and [SEP];
    `emissions` [tokens, tags] score the tags of this cue's arguments.
    """

    window: Window
    first: int
    last: int
    probability: float
    vectors: Any
    stated: Any
    emissions: Any


def read(text: str, using: Any, model: Runtime) -> Reading:
    """What the network sees in a text; `using` is its tokenizer."""
    pieces = tokens(text, using)
    if not pieces.ids:
        return Reading([], [])
    windows = overlapping(pieces.paragraphs, len(pieces.ids), WINDOW - 2, CONTEXT)
    # Cues are tagged together, and as many steps are taken for all as the longest window of them has tokens.
    windows.sort(key=lambda w: (w.end - w.start, w.start))
    tags = np.zeros((len(pieces.ids), NAME_TAGS), dtype=np.float32)
    views = (view for w in windows for view in views_of(w, pieces, model, tags))
    found: list[Candidate] = []
    while part := list(islice(views, CUES)):
        found += of_views(part, pieces, model)
    names = tagged_names(softmax(tags), pieces.offsets, text)
    return Reading(sorted(found, key=lambda c: c.cue), names)


def views_of(w: Window, pieces: Tokens, model: Runtime, tags: Any) -> list[View]:
    """What is seen from each cue in the core of a window; its scores go into the name `tags` [tokens, NAME_TAGS]."""
    # One window at a time: without padding the encoder needs no mask, and that is faster than several at once.
    ids = np.array([[START, *pieces.ids[w.start : w.end], END]], dtype=np.int64)
    features = np.zeros((1, ids.shape[1], 3), dtype=np.int64)
    features[0, 1:-1] = pieces.features[w.start : w.end]
    read = model.encode(ids, features)
    tags[w.core_start : w.core_end] = read.names[0, w.core_start - w.start + 1 : w.core_end - w.start + 1]
    found = list(cues_of(w, read))
    if not found:
        return []
    first, last = (np.array([cue[k] for cue in found], dtype=np.int64) for k in range(2))
    emissions = model.arguments(read.vectors, np.zeros_like(first), first, last)
    return [View(w, *cue, read.vectors[0], read.stated[0], emissions[k]) for k, cue in enumerate(found)]


def cues_of(w: Window, read: Read) -> Iterator[tuple[int, int, float]]:
    """First and last token, [CLS] being 0, and probability of each cue in the core of a window."""
    probabilities = softmax(read.roles[0, 1:-1, ROLES.index("cue")])
    for first, last, probability in cues(probabilities.tolist(), LEAST_CUE):
        if w.core_start <= w.start + first < w.core_end:
            yield first + 1, last + 1, probability


def of_views(views: list[View], pieces: Tokens, model: Runtime) -> list[Candidate]:
    """The candidates of some cues."""
    emissions = padded([view.emissions for view in views])
    likely = content_probability(emissions, model.transitions)
    tags = best_tags(emissions, model.transitions)
    bare = ~CONTENT[tags].any(axis=1) & (likely >= LEAST_CONTENT)
    if bare.any():
        tags[bare] = best_tags_with_content(emissions[bare], model.transitions)
    stated = model.judge(np.stack([seen_from(view, row) for view, row in zip(views, tags, strict=True)]))
    made = (candidate(view, tags[k], float(likely[k]), float(stated[k]), pieces) for k, view in enumerate(views))
    return [c for c in made if c is not None]


def padded(emissions: list[Any]) -> Any:
    """Emissions [cues, tokens, tags] of windows of any length: [CLS], [SEP] and padding have the outside tag alone."""
    whole = np.full((len(emissions), max(map(len, emissions)), len(ARGUMENT_TAGS)), -1e4, dtype=np.float32)
    whole[:, :, 0] = 0
    for row, given in zip(whole, emissions, strict=True):
        row[1 : len(given) - 1] = given[1:-1]
    return whole


def seen_from(view: View, tags: Any) -> Any:
    """What a judge looks at, [1 + 2 × width]: the score of a statement, the cue's vector, its content's mean."""
    cue = (view.vectors[view.first] + view.vectors[view.last]) / 2
    stated = (view.stated[view.first] + view.stated[view.last]) / 2
    within = CONTENT[tags[: len(view.vectors)]]
    content = view.vectors[within].sum(0) / max(np.count_nonzero(within), 1)
    return np.concatenate([stated, cue, content])


def candidate(view: View, tags: Any, likely: float, stated: float, pieces: Tokens) -> Candidate | None:
    """The candidate of a cue with its tags; None without content."""

    def span(first: int, last: int) -> Span:
        start = view.window.start - 1
        return Span(pieces.offsets[start + first][0], pieces.offsets[start + last][1])

    sources, contents = arguments(tags.tolist())
    if not contents:
        return None
    spans = (tuple(span(*s) for s in sources), tuple(span(*s) for s in contents))
    return Candidate(span(view.first, view.last), *spans, view.probability, likely, stated)


def softmax(scores: Any) -> Any:
    """Probabilities along the last axis."""
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    return weights / weights.sum(-1, keepdims=True)
