"""Windows of annotated articles, labelled and put together into tensors."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from kg.extract.network.labels import ROLES, argument_tags, role_tags, token_range
from kg.extract.network.tokens import END, START, Tokens, tokens
from kg.extract.network.windows import Window, packed
from kg.model import Span
from train.augment import augmented
from train.data import Attribution, Example

IGNORED = -100


@dataclass(frozen=True)
class Labelled:
    """One window with what it teaches; positions count its tokens with [CLS] as 0."""

    ids: list[int]
    features: list[tuple[int, int, int]]
    roles: list[tuple[int, ...]]
    cues: list[tuple[int, int, list[int]]]


@dataclass(frozen=True)
class Batch:
    """Windows as tensors: ids [windows, tokens], features [.., 3], roles [.., 3], lengths [windows].

    Cues: their window, first and last token, each [cues], and the argument tags seen from them [cues, tokens].
    """

    ids: Tensor
    features: Tensor
    roles: Tensor
    lengths: Tensor
    window: Tensor
    first: Tensor
    last: Tensor
    tags: Tensor


def labelled(example: Example, read: Tokens, window: Window) -> Labelled:
    """The window of a tokenised example with its labels; an attribution belongs where its cue lies."""
    offsets = read.offsets[window.start : window.end]
    inside = Span(offsets[0][0], offsets[-1][1])
    here = [a for a in example.attributions if inside.holds(a.cue)]
    layers = (sources(here), [a.cue for a in here], [c for a in here for c in a.contents])
    roles = list(zip(*(role_tags(offsets, spans) for spans in layers), strict=True))
    cues = []
    for attribution in here:
        found = token_range(offsets, attribution.cue)
        if found:
            tags = argument_tags(offsets, attribution.sources, attribution.contents)
            cues.append((found[0] + 1, found[1] + 1, [0, *tags, 0]))
    ids = [START, *read.ids[window.start : window.end], END]
    outside = (0, 0, 0)
    features = [outside, *read.features[window.start : window.end], outside]
    return Labelled(ids, features, [outside, *roles, outside], cues)


def sources(attributions: Iterable[Attribution]) -> list[Span]:
    """The source phrases, each once: several cues often share one."""
    return sorted({span for a in attributions for span in a.sources})


def epoch(examples: list[Example], using: Any, size: int, rng: random.Random) -> list[Labelled]:
    """The windows of all examples, changed and cut anew at random, in random order; `size` counts [CLS] and [SEP]."""
    found = []
    for example in examples:
        changed = augmented(example, rng)
        read = tokens(changed.text, using)
        first = rng.randint(size // 4, size - 2)
        for window in packed(read.paragraphs, len(read.ids), size - 2, first):
            found.append(labelled(changed, read, window))
    rng.shuffle(found)
    return found


def batches(windows: list[Labelled], size: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of about equally long windows, in random order, so that little is padding."""
    reach = size * 16
    for start in range(0, len(windows), reach):
        near = sorted(windows[start : start + reach], key=lambda w: len(w.ids))
        groups = [near[k : k + size] for k in range(0, len(near), size)]
        rng.shuffle(groups)
        yield from map(collated, groups)


def collated(windows: list[Labelled]) -> Batch:
    """The windows padded to the longest and stacked."""
    lengths = [len(w.ids) for w in windows]
    length = max(lengths)
    cues = [(k, first, last, tags) for k, w in enumerate(windows) for first, last, tags in w.cues]
    return Batch(
        padded([w.ids for w in windows], length, 0),
        padded([w.features for w in windows], length, (0, 0, 0)),
        padded([w.roles for w in windows], length, (IGNORED,) * len(ROLES)),
        torch.tensor(lengths),
        torch.tensor([cue[0] for cue in cues], dtype=torch.long),
        torch.tensor([cue[1] for cue in cues], dtype=torch.long),
        torch.tensor([cue[2] for cue in cues], dtype=torch.long),
        padded([cue[3] for cue in cues], length, 0).view(-1, length),
    )


def padded(rows: list[list[Any]], length: int, filler: Any) -> Tensor:
    """The rows as one tensor of whole numbers, each filled up to `length`."""
    return torch.tensor([row + [filler] * (length - len(row)) for row in rows], dtype=torch.long)
