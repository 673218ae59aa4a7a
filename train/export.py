"""Writes a checkpoint as two ONNX files, their weights in 8 bits, with all that is needed to run them."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn

from kg.extract.network.features import GAPS, QUOTES, SHAPES
from kg.extract.network.labels import ARGUMENT_TAGS, KINDS, ROLES
from kg.extract.network.predict import CONTEXT, WINDOW
from kg.extract.network.runtime import ARGUMENTS, DESCRIPTION, ENCODER, Read
from kg.extract.network.tokens import END, START, tokenizer, tokens
from kg.extract.weights import FORMAT
from train.eight_bits import Evened, RoundedTable, peaks_of
from train.marked_texts import marked_texts
from train.model import HEADS, WIDTH, Model, attention, of_weights

OPSET = 18
SMALL = [f"/model/{head}/MatMul" for head in ("roles", "names", "stated")]


class Fused(torch.autograd.Function):
    """`attention` without a mask, as the one operation that onnxruntime has for it: with a mask it has none as fast."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """As `attention`."""
        return attention(query, key, value, None)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        """The same in ONNX."""
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS).setType(value.type())


class Reading(nn.Module):
    """What is asked of a window first: all but what is seen from cues, and what pronouns mean, which is not used."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model
        for layer in (*model.encoder.layers, *model.naming):
            layer.attention = lambda query, key, value, _: Fused.apply(query, key, value)

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """As Model."""
        read = self.model(ids, features)
        return tuple(getattr(read, name) for name in Read._fields)


def export(checkpoint: Path, words: Path, out: Path, threshold: float, quantise: bool = True) -> None:
    """Write encoder.onnx, arguments.onnx, model.json and tokenizer.json, that of `words`, into `out`, which is made."""
    model = of_weights(load_file(checkpoint / "model.safetensors"))
    out.mkdir(parents=True, exist_ok=True)
    if quantise:
        evened(model, words)
        model.encoder.words = RoundedTable(model.encoder.words)
    write_encoder(model, out / ENCODER)
    write_arguments(model, out / ARGUMENTS)
    if quantise:
        for name in (ENCODER, ARGUMENTS):
            quantised(out / name)
    shutil.copyfile(words / "tokenizer.json", out / "tokenizer.json")
    (out / DESCRIPTION).write_text(json.dumps(description(model, out, threshold), indent=1) + "\n", encoding="utf-8")


def evened(model: Model, folder: Path) -> None:
    """Even out what goes into the two wide maps of each layer, as seen in texts of our own, in place."""
    layers = [*model.encoder.layers, *model.naming]
    maps = [linear for layer in layers for linear in (layer.up, layer.down)]
    using = tokenizer(folder)
    texts = [tokens(example.text, using) for example in marked_texts()]

    def read_all() -> None:
        for text in texts:
            ids = [START, *text.ids[: WINDOW - 2], END]
            features = [(0, 0, 0), *text.features[: WINDOW - 2], (0, 0, 0)]
            model(torch.tensor([ids]), torch.tensor([features]))

    peaks = iter(peaks_of(maps, read_all))
    for layer in layers:
        layer.up, layer.down = Evened(layer.up, next(peaks)), Evened(layer.down, next(peaks))


def write_encoder(model: Model, path: Path) -> None:
    """The encoder with the role scores, for any number of windows, all of the same number of tokens."""
    ids = torch.randint(1, 1000, (2, 24))
    features = torch.zeros(2, 24, 3, dtype=torch.long)
    any_size = {0: "windows", 1: "tokens"}
    names = {"input_names": ["ids", "features"], "output_names": list(Read._fields)}
    axes = dict.fromkeys(("ids", "features", *Read._fields), any_size)
    write(Reading(model), (ids, features), path, names, axes)


def write_arguments(model: Model, path: Path) -> None:
    """The head that looks from cues, for any number of windows, tokens and cues."""
    given = (torch.randn(2, 24, WIDTH), torch.tensor([0, 1, 1]), torch.tensor([3, 5, 9]), torch.tensor([4, 5, 9]))
    names = {"input_names": ["tokens", "window", "first", "last"], "output_names": ["emissions"]}
    axes = {name: {0: "cues"} for name in ("window", "first", "last")}
    axes |= {"tokens": {0: "windows", 1: "length"}, "emissions": {0: "cues", 1: "length"}}
    write(model.arguments, given, path, names, axes)


def write(module: nn.Module, given: Any, path: Path, names: dict[str, list[str]], axes: dict[str, Any]) -> None:
    """Write one module as ONNX."""
    torch.onnx.export(module, given, path, opset_version=OPSET, dynamic_axes=axes, dynamo=False, **names)


def quantised(path: Path) -> None:
    """Replace an ONNX file by one with 8-bit matrices, a scale for each output channel; small heads keep 32 bits."""
    small = path.with_suffix(".int8")
    quantize_dynamic(
        path,
        small,
        op_types_to_quantize=["MatMul"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=SMALL,
    )
    small.replace(path)


def description(model: Model, out: Path, threshold: float) -> dict[str, Any]:
    """What a program needs to know to run the model, and the hashes of its files."""
    return {
        "format": FORMAT,
        "window": WINDOW,
        "context": CONTEXT,
        "threshold": threshold,
        "roles": ROLES,
        "argument_tags": ARGUMENT_TAGS,
        "features": [SHAPES, GAPS, QUOTES],
        "names": KINDS,
        "transitions": [[round(x, 5) for x in row] for row in model.transitions.tolist()],
        "sha256": {
            name: hashlib.sha256((out / name).read_bytes()).hexdigest()
            for name in (ENCODER, ARGUMENTS, "tokenizer.json")
        },
    }
