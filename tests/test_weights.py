"""The trained network's files: what is said of missing, damaged and other ones, and that whole ones are taken."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ModelError
from kg.extract import weights
from kg.extract.weights import DESCRIPTION, FILES, FORMAT, checked


def described(folder: Path, **fields: Any) -> None:
    """Write model.json over the files that are there."""
    others = (path for path in folder.iterdir() if path.name != DESCRIPTION)
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in others}
    (folder / DESCRIPTION).write_text(json.dumps({"format": FORMAT, "sha256": hashes, **fields}), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Small files in the place of a network's."""
    for name in FILES:
        (tmp_path / name).write_bytes(name.encode())
    described(tmp_path, threshold=0.4)
    return tmp_path


def test_whole_files_are_taken_and_told_apart_by_their_hash(folder: Path) -> None:
    found = checked(folder)
    assert found.description["threshold"] == 0.4
    assert found.hash == hashlib.sha256((folder / DESCRIPTION).read_bytes()).hexdigest()[:12]


@pytest.mark.parametrize("name", [*FILES, DESCRIPTION])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=rf"{name} is missing.*reinstall quoth, or .* --extractor rules"):
        checked(folder)


def test_a_damaged_file_is_named_with_its_hash(folder: Path) -> None:
    (folder / "encoder.onnx").write_bytes(b"cut sho")
    found = hashlib.sha256(b"cut sho").hexdigest()
    with pytest.raises(ModelError, match=rf"encoder\.onnx is damaged: its SHA-256 is {found}.*--extractor rules"):
        checked(folder)


def test_a_file_without_a_hash_is_not_trusted(folder: Path) -> None:
    described(folder, sha256={})
    with pytest.raises(ModelError, match=r"is damaged.*not None"):
        checked(folder)


def test_files_that_only_the_description_names_are_looked_at_too(folder: Path) -> None:
    (folder / "names.onnx").write_bytes(b"names")
    described(folder)
    (folder / "names.onnx").write_bytes(b"other")
    with pytest.raises(ModelError, match=r"names\.onnx is damaged"):
        checked(folder)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON"),
        ("[]", f"is of format None, and this Quoth reads format {FORMAT}"),
        (json.dumps({"format": FORMAT + 1}), f"is of format {FORMAT + 1}"),
        (json.dumps({"format": FORMAT}), "holds no SHA-256"),
    ],
)
def test_a_description_of_another_sort_is_refused(folder: Path, text: str, message: str) -> None:
    (folder / DESCRIPTION).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        checked(folder)


def test_a_folder_in_a_files_place_is_one_error(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    (folder / "tokenizer.json").mkdir()
    with pytest.raises(ModelError, match=r"tokenizer\.json cannot be read"):
        checked(folder)


def test_one_thread_in_a_worker_and_few_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= weights.threads() <= weights.MOST_THREADS
    monkeypatch.setattr("multiprocessing.parent_process", lambda: object())
    assert weights.threads() == 1


def test_commands_that_do_not_extract_load_no_network() -> None:
    code = "import sys, kg.cli; print(sorted({'onnxruntime', 'tokenizers', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[]\n"


def test_without_its_files_the_extractor_is_refused_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.extract import extractor_named

    nowhere = tmp_path / "nowhere"
    monkeypatch.setattr(weights, "checked", lambda: checked(nowhere))
    with pytest.raises(ModelError, match="is missing"):
        extractor_named("network")


COMMAND = """
import sys
from pathlib import Path
from kg.extract import weights

whole, nowhere = weights.checked, Path(sys.argv.pop(1))
weights.checked = lambda: whole(nowhere)
from kg.cli import run
run()
"""


@pytest.mark.parametrize("command", [("extract",), ("add", "--db", "db")], ids=lambda command: command[0])
def test_a_command_without_its_network_says_so_in_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("The mayor said it rained.", encoding="utf-8")
    given = [sys.executable, "-c", COMMAND, str(tmp_path / "nowhere"), *command, "--extractor", "network", "a.txt"]
    env = {name: value for name, value in os.environ.items() if name != "QUOTH_DEBUG"}
    done = subprocess.run(given, capture_output=True, text=True, timeout=60, cwd=tmp_path, env=env)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("quoth: ")
    assert done.stderr.count("\n") == 1
    assert "--extractor rules" in done.stderr
    assert not (tmp_path / "db" / "quarantine").exists() or not list((tmp_path / "db" / "quarantine").iterdir())


def test_the_networks_files_are_whole() -> None:
    """They are part of the checkout: without this, what needs them would only be skipped where they are not."""
    assert weights.checked().description["format"] == weights.FORMAT
