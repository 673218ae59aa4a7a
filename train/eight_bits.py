"""What rounding to 8 bits does to a network: felt while it learns, and the table of its words rounded row by row."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

STEPS, LARGEST, TINY = 255, 127, 1e-8


class RoundedLinear(nn.Linear):
    """A linear map that computes with its weights and its input rounded; gradients pass as if they were not."""

    def forward(self, given: Tensor) -> Tensor:
        """As nn.Linear."""
        return functional.linear(rounded_input(given), rounded_weights(self.weight), self.bias)


def rounded_input(given: Tensor) -> Tensor:
    """A tensor on 256 levels from its least to its largest number, 0 among them, as at run time."""
    fixed = given.detach()
    low, high = fixed.amin().clamp(max=0).float(), fixed.amax().clamp(min=0).float()
    scale = ((high - low) / STEPS).clamp(min=TINY)
    zero = (-low / scale).round()
    levels = ((fixed / scale).round() + zero).clamp(0, STEPS)
    return given + ((levels - zero) * scale - fixed).to(given.dtype)


def rounded_weights(weights: Tensor) -> Tensor:
    """A matrix in 8 bits with a scale for each row."""
    fixed = weights.detach()
    scale = scales(fixed)
    return weights + ((fixed / scale).round() * scale - fixed)


def scales(matrix: Tensor) -> Tensor:
    """What one of 127 levels is worth in each row, [rows, 1]."""
    return (matrix.abs().amax(1, keepdim=True) / LARGEST).clamp(min=TINY)


class RoundedTable(nn.Module):
    """A table of vectors in 8 bits with a scale for each row, where one scale for all loses what small rows say."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = scales(weight)
        self.register_buffer("scale", scale)
        self.register_buffer("levels", (weight / scale).round().to(torch.int8))
        self.scale: Tensor
        self.levels: Tensor

    def forward(self, ids: Tensor) -> Tensor:
        """The rows with these numbers."""
        return self.levels[ids].float() * self.scale[ids]
