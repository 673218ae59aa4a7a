"""Tables of vectors in 8 bits, and linear maps that lose little by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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


class Evened(nn.Module):
    """A linear map for 8 bits, whose few inputs far larger than the rest are made smaller.

    One scale holds for all inputs of a map, and where one of them reaches 28 and most reach 2 the steps are too wide
    for most. What is taken from an input here its weights are given: the map is the same.
    """

    def __init__(self, linear: nn.Linear, peaks: Tensor, most: float = 4) -> None:
        """`peaks` [inputs] are the largest sizes they reach; behind this they are at most `most`."""
        super().__init__()
        larger = (peaks / most).clamp(min=1)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        self.linear.load_state_dict({"weight": linear.weight.detach() * larger, "bias": linear.bias.detach()})
        self.register_buffer("smaller", 1 / larger)
        self.smaller: Tensor

    def forward(self, x: Tensor) -> Tensor:
        """As the map itself."""
        return self.linear(x * self.smaller)


def peaks_of(linears: Sequence[nn.Linear], run: Callable[[], object]) -> list[Tensor]:
    """The largest size that each input of some linear maps has while something runs, [inputs] for each."""
    peaks = [torch.zeros(linear.in_features) for linear in linears]

    def watch(peak: Tensor) -> Callable[[nn.Module, tuple[Tensor]], None]:
        def see(_: nn.Module, given: tuple[Tensor]) -> None:
            torch.maximum(peak, given[0].abs().amax((0, 1)), out=peak)

        return see

    watching = [linear.register_forward_pre_hook(watch(peak)) for linear, peak in zip(linears, peaks, strict=True)]
    with torch.no_grad():
        run()
    for each in watching:
        each.remove()
    return peaks
