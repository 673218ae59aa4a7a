"""What runs a trained model: torch while training, onnxruntime afterwards. Both take and give numpy arrays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

import numpy as np

ENCODER, ARGUMENTS, DESCRIPTION = "encoder.onnx", "arguments.onnx", "model.json"


class Runtime(Protocol):
    """A trained model: `encode` reads windows, `arguments` looks at their tokens from cues."""

    transitions: Any

    def encode(self, ids: Any, features: Any) -> tuple[Any, Any]:
        """Token vectors and role scores of windows: ids [windows, tokens], features [windows, tokens, 3]."""

    def arguments(self, tokens: Any, window: Any, first: Any, last: Any) -> Any:
        """Emissions [cues, tokens, tags] of cues given as window, first and last token, each [cues]."""


class TorchRuntime:
    """A checkpoint of training."""

    def __init__(self, folder: Path, threads: int) -> None:
        import torch
        from safetensors.torch import load_file

        from train.model import Model

        torch.set_num_threads(threads)
        self.torch = torch
        self.model = Model().eval()
        self.model.load_state_dict(load_file(folder / "model.safetensors"))
        self.transitions = self.model.transitions.detach().numpy()

    def encode(self, ids: Any, features: Any) -> tuple[Any, Any]:
        """See Runtime."""
        with self.torch.no_grad():
            tokens, roles = self.model(self.torch.from_numpy(ids), self.torch.from_numpy(features))
        return tokens.numpy(), roles.numpy()

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
        self.encoder = onnxruntime.InferenceSession(folder / ENCODER, options, providers=["CPUExecutionProvider"])
        self.head = onnxruntime.InferenceSession(folder / ARGUMENTS, options, providers=["CPUExecutionProvider"])
        description = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        self.transitions = np.array(description["transitions"], dtype=np.float32)

    def encode(self, ids: Any, features: Any) -> tuple[Any, Any]:
        """See Runtime."""
        tokens, roles = self.encoder.run(None, {"ids": ids, "features": features})
        return tokens, roles

    def arguments(self, tokens: Any, window: Any, first: Any, last: Any) -> Any:
        """See Runtime."""
        return self.head.run(None, {"tokens": tokens, "window": window, "first": first, "last": last})[0]


def runtime(folder: Path, threads: int) -> Runtime:
    """The model in a folder: exported if the folder holds an ONNX file, else a checkpoint."""
    return OnnxRuntime(folder, threads) if (folder / ENCODER).exists() else TorchRuntime(folder, threads)
