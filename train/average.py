"""The weighted mean of two checkpoints: weights between two stages of training often do better than either."""

from __future__ import annotations

from pathlib import Path

from safetensors.torch import load_file, save_file

WEIGHTS = "model.safetensors"


def average(first: Path, second: Path, share: float, out: Path) -> None:
    """Write `share` of the second checkpoint and the rest of the first; heads that the first lacks are the second's."""
    before, after = load_file(first / WEIGHTS), load_file(second / WEIGHTS)
    mean = {name: share * new + (1 - share) * before.get(name, new) for name, new in after.items()}
    out.mkdir(parents=True, exist_ok=True)
    save_file({name: weights.contiguous() for name, weights in mean.items()}, out / WEIGHTS)
