"""What of the training needs torch, which only the environment of training has: skipped elsewhere."""

import random
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is installed for training only: train/requirements.lock")

from safetensors.torch import load_file  # noqa: E402

from kg.extract.network.tokens import END, START  # noqa: E402
from train.batches import MASK, Labelled, masked  # noqa: E402
from train.eight_bits import RoundedLinear, RoundedTable, rounded_input  # noqa: E402
from train.learn import Recipe, Training  # noqa: E402
from train.model import Model  # noqa: E402


def test_rounding_keeps_each_row_to_half_a_level() -> None:
    table = torch.nn.Embedding(3, 4)
    table.weight.data = torch.tensor([[1.0, -0.5, 0.3, 0.0], [0.01, 0.002, -0.01, 0.0], [0.0] * 4])
    rounded = RoundedTable(table)
    off = (rounded(torch.arange(3)) - table.weight).abs()
    assert (off.amax(1) <= torch.tensor([1.0, 0.01, 1.0]) / 127 / 2 + 1e-9).all()
    assert rounded.levels.dtype == torch.int8


def test_inputs_lie_on_256_levels_with_zero_among_them() -> None:
    given = torch.cat([torch.linspace(-1, 3, 1000), torch.zeros(1)])
    seen = rounded_input(given)
    assert len(seen.unique()) <= 256
    assert seen[-1] == 0
    assert (seen - given).abs().max() <= 4 / 255


def test_gradients_pass_the_rounding() -> None:
    layer = RoundedLinear(3, 2)
    given = torch.randn(5, 3, requires_grad=True)
    layer(given).sum().backward()
    assert given.grad is not None
    assert layer.weight.grad is not None
    assert layer.weight.grad.abs().min() > 0


def test_a_constant_rate_keeps_the_mean_of_the_checkpoints(tmp_path: Path) -> None:
    training = Training(Model(eight_bits=True), Recipe(constant=True), tmp_path)
    for number, value in enumerate((1.0, 2.0, 6.0), start=1):
        torch.nn.init.constant_(training.model.names.bias, value)
        training.done = number / 2
        training.save()
    assert load_file(tmp_path / "mean" / "model.safetensors")["names.bias"].unique().tolist() == [3.0]
    assert load_file(tmp_path / "model.safetensors")["names.bias"].unique().tolist() == [6.0]


def test_a_constant_rate_stays_after_the_warm_up(tmp_path: Path) -> None:
    training = Training(Model(), Recipe(constant=True, warmup=0.5, encoder_rate=1e-4), tmp_path)
    rates = []
    for place in (0.25, 0.5, 0.9):
        training.set_rates(place)
        rates.append(training.optimiser.param_groups[0]["lr"])
    assert rates == pytest.approx([5e-5, 1e-4, 1e-4])


def test_pieces_are_hidden_in_every_other_window_but_never_its_ends() -> None:
    window = Labelled([START, *range(1000, 1200), END], [], [], [], [], [], False)
    rng = random.Random(5)
    seen = [masked(window, rng) for _ in range(200)]
    touched = [w for w in seen if w != window]
    assert 70 < len(touched) < 130
    assert all(a in (b, MASK) for w in touched for a, b in zip(w.ids, window.ids, strict=True))
    assert all((w.ids[0], w.ids[-1], len(w.ids)) == (START, END, 202) for w in seen)
    assert 0.04 < sum(w.ids.count(MASK) for w in touched) / len(touched) / 200 < 0.08
