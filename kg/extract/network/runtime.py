"""What runs a trained model: torch while training, onnxruntime afterwards. Both take and give numpy arrays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from kg.extract.network.judge import Judge, Weighted, by_score

ENCODER, ARGUMENTS, DESCRIPTION = "encoder.onnx", "arguments.onnx", "model.json"
SLOWER = "SkipLayerNormFusion"
"""What onnxruntime makes of an addition and a normalisation takes twice as long as the two."""


class Read(NamedTuple):
    """What the network says of the tokens of windows, each an array [windows, tokens, …].

    `vectors` [width] are what `arguments` looks at. Scores: `roles` [roles, tags], `names` [NAME_TAGS], `stated` [1] (a
    statement follows the cue here, no attitude).
    """

    vectors: Any
    roles: Any
    names: Any
    stated: Any


class Runtime(Protocol):
    """A trained model: `encode` reads windows of one length, `arguments` looks at their tokens from cues.

    `transitions` [tags, tags] are scores of argument tags that follow each other; `judge` tells statements from
    attitudes.
    """

    transitions: Any
    judge: Judge

    def encode(self, ids: Any, features: Any) -> Read:
        """Reads windows: ids [windows, tokens], features [windows, tokens, 3]."""

    def arguments(self, tokens: Any, window: Any, first: Any, last: Any) -> Any:
        """Emissions [cues, tokens, tags] of cues given as window, first and last token, each [cues]."""


class TorchRuntime:
    """A checkpoint of training."""

    def __init__(self, folder: Path, threads: int) -> None:
        import torch
        from safetensors.torch import load_file

        from train.model import of_weights

        torch.set_num_threads(threads)
        self.torch = torch
        self.model = of_weights(load_file(folder / "model.safetensors"))
        self.transitions = self.model.transitions.detach().numpy()
        self.judge: Judge = by_score

    def encode(self, ids: Any, features: Any) -> Read:
        """See Runtime."""
        with self.torch.no_grad():
            read = self.model(self.torch.from_numpy(ids), self.torch.from_numpy(features))
        return Read(*(getattr(read, name).numpy() for name in Read._fields))

    def arguments(self, tokens: Any, window: Any, first: Any, last: Any) -> Any:
        """See Runtime."""
        given = [self.torch.from_numpy(array) for array in (tokens, window, first, last)]
        with self.torch.no_grad():
            return self.model.arguments(*given).numpy()


class OnnxRuntime:
    """An exported model: two ONNX files and the transitions in model.json."""

    def __init__(self, folder: Path, threads: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Threads that spin while they wait take the cores from whatever else runs.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.encoder, self.head = (
            onnxruntime.InferenceSession(folder / name, options, disabled_optimizers=[SLOWER])
            for name in (ENCODER, ARGUMENTS)
        )
        description = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        self.transitions = np.array(description["transitions"], dtype=np.float32)
        judge = description.get("judge")
        self.judge: Judge = Weighted(judge["weights"], judge["bias"]) if judge else by_score

    def encode(self, ids: Any, features: Any) -> Read:
        """See Runtime."""
        return Read(*self.encoder.run(None, {"ids": ids, "features": features}))

    def arguments(self, tokens: Any, window: Any, first: Any, last: Any) -> Any:
        """See Runtime."""
        return self.head.run(None, {"tokens": tokens, "window": window, "first": first, "last": last})[0]


def runtime(folder: Path, threads: int) -> Runtime:
    """The model in a folder: exported if the folder holds an ONNX file, else a checkpoint."""
    return OnnxRuntime(folder, threads) if (folder / ENCODER).exists() else TorchRuntime(folder, threads)
