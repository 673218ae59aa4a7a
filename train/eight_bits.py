"""Tables of vectors in 8 bits."""

from __future__ import annotations

import torch
from torch import Tensor, nn

LARGEST, TINY = 127, 1e-8


class RoundedTable(nn.Module):
    """A table [rows, width] of vectors in 8 bits with a scale for each row: one for all loses what small rows say."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = (weight.abs().amax(1, keepdim=True) / LARGEST).clamp(min=TINY)
        self.register_buffer("scale", scale)
        self.register_buffer("levels", (weight / scale).round().to(torch.int8))
        self.scale: Tensor
        self.levels: Tensor

    def forward(self, ids: Tensor) -> Tensor:
        """The rows with these numbers, in 32 bits: `ids` [windows, tokens] gives [windows, tokens, width]."""
        return self.levels[ids].float() * self.scale[ids]
