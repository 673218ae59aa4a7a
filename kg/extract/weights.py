"""The trained network's files: looked for, checked against their hashes, loaded once in each process.

They lie in `data/network/`: two ONNX files, the tokenizer, and model.json, which says what they are and
holds their SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from kg.extract.network.runtime import OnnxRuntime

FOLDER: Final = Path(__file__).parent / "data" / "network"
FORMAT: Final = 3
"""The version of model.json and of what the ONNX files take and give."""
DESCRIPTION: Final = "model.json"
FILES: Final = ("encoder.onnx", "arguments.onnx", "tokenizer.json")
"""What there must be; model.json may name more."""
MOST_THREADS: Final = 4
"""More gain nothing on windows of this size."""
MEND: Final = "reinstall quoth, or read by rules with --extractor rules"


@dataclass(frozen=True)
class Checked:
    """A network whose files are whole: where they lie, the first digits of the hash of them all, and what they say."""

    folder: Path
    hash: str
    description: dict[str, Any]


@dataclass(frozen=True)
class Network:
    """A network that runs, with its tokenizer and what its files say."""

    checked: Checked
    runtime: OnnxRuntime
    tokenizer: Tokenizer


@cache
def checked(folder: Path = FOLDER) -> Checked:
    """The network's files, looked at once in each process; raises ModelError if one is missing or not what it was."""
    raw = _bytes(folder / DESCRIPTION)
    described = _description(folder / DESCRIPTION, raw)
    hashes = described["sha256"]
    for name in (*FILES, *sorted(hashes.keys() - set(FILES))):
        found = hashlib.sha256(_bytes(folder / name)).hexdigest()
        if found != hashes.get(name):
            raise ModelError(f"{folder / name} is damaged: its SHA-256 is {found}, not {hashes.get(name)}; {MEND}")
    return Checked(folder, hashlib.sha256(raw).hexdigest()[:12], described)


@cache
def loaded(folder: Path = FOLDER) -> Network:
    """The network, ready to read: loaded once in each process; raises ModelError as `checked` does."""
    # Both take a noticeable while to import, and most commands read nothing.
    from kg.extract.network.runtime import OnnxRuntime
    from kg.extract.network.tokens import tokenizer

    files = checked(folder)
    return Network(files, OnnxRuntime(folder, threads()), tokenizer(folder))


def threads() -> int:
    """How many threads read: one in a process that was started to share the work, else one a core, up to a few."""
    if multiprocessing.parent_process() is not None:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_THREADS)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ModelError(f"{path} is missing, a part of the trained network; {MEND}") from None
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror or error}; {MEND}") from None


def _description(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except ValueError:
        raise ModelError(f"{path} is damaged: it is not JSON; {MEND}") from None
    version = found.get("format") if isinstance(found, dict) else None
    if version != FORMAT:
        raise ModelError(f"{path} is of format {version}, and this Quoth reads format {FORMAT}; {MEND}")
    if not isinstance(found.get("sha256"), dict):
        raise ModelError(f"{path} is damaged: it holds no SHA-256 of the other files; {MEND}")
    described: dict[str, Any] = found
    return described
