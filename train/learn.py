"""The training loop: reproducible for one machine and seed, resumable from any checkpoint."""

from __future__ import annotations

import json
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from kg.extract.network.labels import BEGIN, INSIDE, ROLES
from train.batches import Batch, Labelled, batches, epoch
from train.data import Example
from train.loss import argument_loss, name_loss, reference_loss, role_loss, stated_loss
from train.model import Model, Read
from train.report import say

ROLE_WEIGHTS = (0.5, 1.0, 0.5)
"""How much the tags of single tokens count, by role; the cue is what is decoded from them."""
OTHER_HEADS = ("naming", "names", "stated", "query", "key", "apart")
LAYERED = ("encoder.", "naming.")
"""What learns at the encoder's rate."""
FALSE_CUES = 4
"""At most this many wrong cues of the model's own are learned from, per window on average."""


@dataclass(frozen=True)
class Recipe:
    """How to train. Rates are reached after the warm-up and fall to zero linearly.

    `names_only` leaves encoder and attributions as they are and teaches the heads of names and references alone;
    `naming` is how many layers names have to themselves in place of the encoder's last.
    `silver` is how much names and references count that a program marked, and with `agreed` only names count that the
    extractor sees too, as it is at that moment, with the network that it has. In an epoch `polnear_share` of PolNeAR is
    read, GUM's documents `gum_repeats` times, and our texts in which names are marked `text_repeats` times.
    """

    epochs: int = 5
    window: int = 256
    batch: int = 8
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warmup: float = 0.06
    clip: float = 1.0
    bfloat16: bool = True
    names_only: bool = False
    naming: int = 0
    silver: float = 0.5
    agreed: bool = False
    polnear_share: float = 1.0
    gum_repeats: int = 2
    text_repeats: int = 0
    seed: int = 1


class Training:
    """A model being trained: its optimiser, its place in the schedule, and its checkpoints in `folder`."""

    def __init__(self, model: Model, recipe: Recipe, folder: Path, device: str = "cpu") -> None:
        self.model, self.recipe, self.folder, self.device = model.to(device), recipe, folder, device
        for name, parameter in model.named_parameters():
            parameter.requires_grad = not recipe.names_only or name.partition(".")[0] in OTHER_HEADS
        learning = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
        encoder = [p for name, p in learning if name.startswith(LAYERED)]
        heads = [p for name, p in learning if not name.startswith(LAYERED)]
        groups = [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
        learnt = [group for group in groups if group["params"]]
        self.optimiser = torch.optim.AdamW(learnt, weight_decay=recipe.decay, fused=True)
        self.rates = [group["lr"] for group in self.optimiser.param_groups]
        self.done = 0.0
        folder.mkdir(parents=True, exist_ok=True)

    def run(self, examples: list[Example], using: Any) -> None:
        """Train for all epochs; a checkpoint is written after each half of an epoch."""
        start = int(self.done)
        for number in range(start, self.recipe.epochs):
            rng = random.Random(f"{self.recipe.seed}/{number}")
            torch.manual_seed(self.recipe.seed * 1000 + number)
            windows = epoch(examples, using, self.recipe.window, rng)
            halves = [windows[: len(windows) // 2], windows[len(windows) // 2 :]]
            for k, half in enumerate(halves):
                if number + k / 2 < self.done:
                    continue
                self.half(half, number + k / 2, rng)
                self.done = number + (k + 1) / 2
                self.save()

    def half(self, windows: list[Labelled], begun: float, rng: random.Random) -> None:
        """Half an epoch, from the place `begun` in the schedule, in epochs."""
        self.model.train()
        total, seen, clock = 0.0, 0, time.monotonic()
        count = -(-len(windows) // self.recipe.batch)
        for k, batch in enumerate(batches(windows, self.recipe.batch, rng), start=1):
            self.set_rates((begun + k / count / 2) / self.recipe.epochs)
            total += self.step(moved(batch, self.device))
            seen += int(batch.lengths.sum())
            if k % 20 == 0 or k == count:
                pace = seen / (time.monotonic() - clock)
                say(f"epoch {begun + k / count / 2:.3f}  loss {total / k:.3f}  {pace:.0f} tokens/s")

    def set_rates(self, place: float) -> None:
        """Learning rates at `place` in the schedule, between 0 and 1."""
        warm = self.recipe.warmup
        scale = place / warm if place < warm else (1 - place) / (1 - warm)
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * max(scale, 0.0)

    def step(self, batch: Batch) -> float:
        """One update; returns the loss per window."""
        count = len(batch.ids)
        loss = self.loss(batch) / count
        self.optimiser.zero_grad()
        (loss / 30).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.recipe.clip)
        self.optimiser.step()
        return float(loss.detach())

    def loss(self, batch: Batch) -> Tensor:
        """The summed loss of a batch: both heads, the second also from cues that the first wrongly sees."""
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.recipe.bfloat16):
            read = self.model(batch.ids, batch.features)
            if self.recipe.names_only:
                return self.other_losses(batch, read)
            window, first, last, tags = with_false_cues(batch, read.roles.detach())
            emissions = self.model.arguments(read.vectors, window, first, last)
        weights = torch.tensor(ROLE_WEIGHTS, device=read.roles.device)
        loss = (role_loss(read.roles, batch.roles) * weights).sum()
        if len(window):
            nll = argument_loss(emissions, self.model.transitions, tags, batch.lengths[window])
            loss = loss + nll.sum()
        return loss + self.other_losses(batch, read)

    def other_losses(self, batch: Batch, read: Read) -> Tensor:
        """The summed loss of names, references and what is stated."""
        weights = torch.where(batch.silver, self.recipe.silver, 1.0)
        loss = name_loss(read.names, batch.names, weights)
        scores = (read.stated[batch.window, batch.first, 0] + read.stated[batch.window, batch.last, 0]) / 2
        loss = loss + stated_loss(scores, batch.stated)
        meanings = self.model.meanings(read, batch.referring, batch.reference)
        counts = batch.reference_weights * weights[batch.referring]
        return loss + reference_loss(meanings, batch.possible, batch.meant, counts)

    def save(self) -> None:
        """Write weights, optimiser and place in the schedule; each file replaces its predecessor whole."""
        state = {"optimiser": self.optimiser.state_dict(), "done": self.done, "recipe": asdict(self.recipe)}
        torch.save(state, self.folder / "state.new")
        save_file(self.model.state_dict(), self.folder / "model.new")
        (self.folder / "model.new").replace(self.folder / "model.safetensors")
        (self.folder / "state.new").replace(self.folder / "state.pt")
        (self.folder / "recipe.json").write_text(json.dumps(asdict(self.recipe), indent=1) + "\n", encoding="utf-8")
        say(f"checkpoint after {self.done} epochs")

    def resume(self) -> None:
        """Go on from the checkpoint in the folder; raises FileNotFoundError if there is none."""
        self.model.load_state_dict(load_file(self.folder / "model.safetensors"))
        state = torch.load(self.folder / "state.pt", weights_only=True)
        self.optimiser.load_state_dict(state["optimiser"])
        self.done = state["done"]

    def start_from(self, folder: Path) -> None:
        """Begin with the weights in a checkpoint's folder; heads that it lacks stay as they are."""
        weights = load_file(folder / "model.safetensors")
        self.model.load_state_dict(weights, strict=False)
        if not any(name.startswith("naming.") for name in weights):
            self.model.begin_naming()


def with_false_cues(batch: Batch, roles: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The cues of a batch (window, first, last, tags) with some that the model wrongly sees, all tagged outside.

    A predicted cue that overlaps a true one is no false one.
    """
    cue = ROLES.index("cue")
    seen, true = roles[:, :, cue].argmax(-1), batch.roles[:, :, cue]
    wrong = (seen == BEGIN) & (true == 0)
    found = wrong.nonzero()[: FALSE_CUES * len(batch.ids)]
    window, first = found[:, 0], found[:, 1]
    last = first.clone()
    inside = (seen == INSIDE) & (true == 0)
    for _ in range(4):
        follows = torch.clamp(last + 1, max=seen.shape[1] - 1)
        last = torch.where(inside[window, follows], follows, last)
    tags = torch.zeros(len(found), seen.shape[1], dtype=torch.long, device=seen.device)
    return (
        torch.cat([batch.window, window]),
        torch.cat([batch.first, first]),
        torch.cat([batch.last, last]),
        torch.cat([batch.tags, tags]),
    )


def moved(batch: Batch, device: str) -> Batch:
    """The batch on a device."""
    return Batch(**{name: tensor.to(device) for name, tensor in vars(batch).items()})
