"""Windows of annotated articles, labelled and put together into tensors."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from kg.extract.cues import forms
from kg.extract.network.labels import PRONOUN, ROLES, Offsets, argument_tags, name_tags, role_tags, token_range
from kg.extract.network.tokens import END, START, Tokens, tokens
from kg.extract.network.windows import Window, packed
from kg.model import Span
from train.augment import augmented
from train.data import UNKNOWN, Attribution, Example, Mention

IGNORED = -100
NOTHING = 0.5
"""How much a pronoun or description counts that means nothing with a name."""


@dataclass(frozen=True)
class Labelled:
    """One window with what it teaches; positions count its tokens with [CLS] as 0."""

    ids: list[int]
    features: list[tuple[int, int, int]]
    roles: list[tuple[int, ...]]
    cues: list[tuple[int, int, list[int], int]]
    names: list[int]
    references: list[tuple[int, list[int], list[int], float]]
    """Of each pronoun or description: its token, the last tokens of all names there, of those it means, its weight."""
    silver: bool
    """Whether a program, not a reader, marked the names and references."""


@dataclass(frozen=True)
class Batch:
    """Windows as tensors: ids [windows, tokens], features [.., 3], roles [.., 3], names [..]; silver, lengths [..].

    Cues: their window, first and last token, whether a statement or an attitude follows (1, 0, or not known), each
    [cues], and the argument tags seen from them [cues, tokens]. References: their window, token and weight, each
    [references], and which tokens they may mean and do mean [references, tokens].
    """

    ids: Tensor
    features: Tensor
    roles: Tensor
    lengths: Tensor
    window: Tensor
    first: Tensor
    last: Tensor
    tags: Tensor
    stated: Tensor
    names: Tensor
    silver: Tensor
    referring: Tensor
    reference: Tensor
    reference_weights: Tensor
    possible: Tensor
    meant: Tensor


def labelled(example: Example, read: Tokens, window: Window) -> Labelled:
    """The window of a tokenised example with its labels; an attribution belongs where its cue lies."""
    offsets = read.offsets[window.start : window.end]
    inside = Span(offsets[0][0], offsets[-1][1])
    here = [a for a in example.attributions or () if inside.holds(a.cue)]
    outside = (0, 0, 0)
    return Labelled(
        ids=[START, *read.ids[window.start : window.end], END],
        features=[outside, *read.features[window.start : window.end], outside],
        roles=[outside, *role_labels(offsets, here, example.attributions is not None), outside],
        cues=list(cue_labels(example.text, offsets, here)),
        names=[0, *name_labels(offsets, example.mentions), 0],
        references=list(reference_labels(offsets, inside, example.mentions or ())),
        silver=example.attributions is not None,
    )


def role_labels(offsets: Offsets, here: list[Attribution], annotated: bool) -> list[tuple[int, ...]]:
    """The role tags of each token; where attributions are not annotated nothing is to be learned."""
    if not annotated:
        return [(IGNORED,) * len(ROLES)] * len(offsets)
    layers = (sources(here), [a.cue for a in here], [c for a in here for c in a.contents])
    return list(zip(*(role_tags(offsets, spans) for spans in layers), strict=True))


def cue_labels(text: str, offsets: Offsets, here: list[Attribution]) -> Iterator[tuple[int, int, list[int], int]]:
    """First and last token of each cue, the argument tags seen from it, and whether a statement follows."""
    for attribution in here:
        if found := token_range(offsets, attribution.cue):
            tags = argument_tags(offsets, attribution.sources, attribution.contents)
            yield found[0] + 1, found[1] + 1, [0, *tags, 0], stated(attribution.cue.of(text))


def stated(cue: str) -> int:
    """By the list of verbs: 1 if a cue's words report, 0 if they tell of a wish or feeling, else IGNORED."""
    attitudes = [form.verb.attitude for word in cue.lower().split() for form in forms().get(word, ())]
    if "according" in cue.lower().split() or False in attitudes:
        return 1
    return 0 if attitudes else IGNORED


def name_labels(offsets: Offsets, mentions: tuple[Mention, ...] | None) -> list[int]:
    """The name tags of each token; where it is not known whether words are a name nothing is to be learned."""
    if mentions is None:
        return [IGNORED] * len(offsets)
    within = Span(offsets[0][0], offsets[-1][1])
    here = [m for m in mentions if m.kind < PRONOUN and within.overlaps(m.span)]
    tags = name_tags(offsets, [(m.span, m.kind) for m in here if m.kind != UNKNOWN])
    for mention in here:
        if mention.kind == UNKNOWN and (found := token_range(offsets, mention.span)):
            tags[found[0] : found[1] + 1] = [IGNORED] * (found[1] + 1 - found[0])
    return tags


def reference_labels(
    offsets: Offsets, inside: Span, mentions: tuple[Mention, ...]
) -> Iterator[tuple[int, list[int], list[int], float]]:
    """What each pronoun and description means: names of the window, or [CLS] for nothing that has a name.

    Where what it means is named in other windows alone, there is nothing to learn from.
    """
    mentions = tuple(m for m in mentions if m.kind != UNKNOWN)
    here = [m for m in mentions if inside.holds(m.span)]
    named = [(token_range(offsets, m.span), m.entity) for m in here if m.kind < PRONOUN]
    known = {m.entity for m in mentions if m.kind < PRONOUN}
    names = [(found[1] + 1, entity) for found, entity in named if found]
    for mention in here:
        found = token_range(offsets, mention.span)
        if mention.kind < PRONOUN or found is None:
            continue
        meant = [at for at, entity in names if mention.entity is not None and entity == mention.entity]
        if meant or mention.entity not in known:
            possible = [0, *(at for at, _ in names)]
            yield found[1] + 1, possible, meant or [0], 1.0 if meant else NOTHING


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
    cues = [(k, *cue) for k, w in enumerate(windows) for cue in w.cues]
    references = [(k, *reference) for k, w in enumerate(windows) for reference in w.references]
    return Batch(
        ids=padded([w.ids for w in windows], length, 0),
        features=padded([w.features for w in windows], length, (0, 0, 0)),
        roles=padded([w.roles for w in windows], length, (IGNORED,) * len(ROLES)),
        lengths=torch.tensor(lengths),
        window=numbers(cue[0] for cue in cues),
        first=numbers(cue[1] for cue in cues),
        last=numbers(cue[2] for cue in cues),
        tags=padded([cue[3] for cue in cues], length, 0).view(-1, length),
        stated=numbers(cue[4] for cue in cues),
        names=padded([w.names for w in windows], length, IGNORED),
        silver=torch.tensor([w.silver for w in windows]),
        referring=numbers(reference[0] for reference in references),
        reference=numbers(reference[1] for reference in references),
        possible=marked([reference[2] for reference in references], length),
        meant=marked([reference[3] for reference in references], length),
        reference_weights=torch.tensor([reference[4] for reference in references], dtype=torch.float32),
    )


def numbers(values: Iterable[int]) -> Tensor:
    """Whole numbers as a tensor, which may be empty."""
    return torch.tensor(list(values), dtype=torch.long)


def marked(rows: list[list[int]], length: int) -> Tensor:
    """[rows, length], true at the places that each row names."""
    mask = torch.zeros(len(rows), length, dtype=torch.bool)
    for k, row in enumerate(rows):
        mask[k, row] = True
    return mask


def padded(rows: list[list[Any]], length: int, filler: Any) -> Tensor:
    """The rows as one tensor of whole numbers, each filled up to `length`."""
    return torch.tensor([row + [filler] * (length - len(row)) for row in rows], dtype=torch.long)
