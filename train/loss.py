"""How wrong the model's answers are: a conditional random field over argument tags, cross-entropy over role tags."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from kg.extract.network.labels import ARGUMENT_TAGS, may_end, may_follow, may_start

FORBIDDEN = -1e4
TAGS = range(len(ARGUMENT_TAGS))


def allowed() -> tuple[Tensor, Tensor, Tensor]:
    """0 where tags may follow each other [tags, tags], may start and may end [tags]; else a huge negative score."""
    follow = torch.tensor([[0.0 if may_follow(a, b) else FORBIDDEN for b in TAGS] for a in TAGS])
    start = torch.tensor([0.0 if may_start(tag) else FORBIDDEN for tag in TAGS])
    end = torch.tensor([0.0 if may_end(tag) else FORBIDDEN for tag in TAGS])
    return follow, start, end


def argument_loss(emissions: Tensor, transitions: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
    """The negative log-likelihood of each cue's tags, [cues].

    `emissions` is [cues, tokens, tags], `tags` [cues, tokens]; tokens from a cue's length on count for nothing.
    """
    follow, start, end = (t.to(emissions.device) for t in allowed())
    scores = emissions.float()
    moves = transitions.float() + follow
    return partition(scores, moves, start, end, lengths) - path_score(scores, moves, tags, lengths)


def partition(scores: Tensor, moves: Tensor, start: Tensor, end: Tensor, lengths: Tensor) -> Tensor:
    """The log of the summed weights of all tag sequences, [cues]."""
    total = scores[:, 0] + start
    live = torch.arange(scores.shape[1], device=scores.device)[None, :] < lengths[:, None]
    for k in range(1, scores.shape[1]):
        top = total.amax(-1, keepdim=True)
        step = (total - top).exp() @ moves.exp()
        total = torch.where(live[:, k, None], step.clamp(min=1e-30).log() + top + scores[:, k], total)
    return torch.logsumexp(total + end, -1)


def path_score(scores: Tensor, moves: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
    """The score of the given tag sequences, [cues]; sequences that may not be have a very low one."""
    live = torch.arange(scores.shape[1], device=scores.device)[None, :] < lengths[:, None]
    single = scores.gather(-1, tags[:, :, None])[:, :, 0] * live
    pairs = moves[tags[:, :-1], tags[:, 1:]] * live[:, 1:]
    return single.sum(-1) + pairs.sum(-1)


def role_loss(scores: Tensor, tags: Tensor) -> Tensor:
    """Summed cross-entropy per role, [roles]; `scores` is [windows, tokens, roles, tags], tag -100 is padding."""
    flat = functional.cross_entropy(scores.float().flatten(0, 2), tags.flatten(), ignore_index=-100, reduction="none")
    return flat.view(-1, tags.shape[-1]).sum(0)


def name_loss(scores: Tensor, tags: Tensor, weights: Tensor) -> Tensor:
    """Summed cross-entropy of name tags; `scores` is [windows, tokens, tags], `weights` [windows]."""
    flat = functional.cross_entropy(scores.float().flatten(0, 1), tags.flatten(), ignore_index=-100, reduction="none")
    return (flat.view(tags.shape).sum(1) * weights).sum()


def stated_loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Summed cross-entropy of whether statements follow cues; both [cues], labels 1, 0 or -100 for not known."""
    known = labels >= 0
    return functional.binary_cross_entropy_with_logits(scores[known].float(), labels[known].float(), reduction="sum")


def reference_loss(scores: Tensor, possible: Tensor, meant: Tensor, weights: Tensor) -> Tensor:
    """The summed negative log-likelihood that references mean one of the right names; all but weights [.., tokens]."""
    open_ = scores.float().masked_fill(~possible, FORBIDDEN).logsumexp(-1)
    right = scores.float().masked_fill(~meant, FORBIDDEN).logsumexp(-1)
    return ((open_ - right) * weights).sum()
