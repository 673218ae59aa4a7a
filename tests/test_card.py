"""The papers of the trained network: its card fits its files, and its credits name all that it learned from."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kg.extract.trained import VERSION
from kg.extract.weights import DESCRIPTION, FILES, FOLDER, checked
from train import credits
from train.card import CARD, RESULTS, filled, name
from train.gum import held
from train.readers import GOLD, measured

SHARED = Path(__file__).parents[2] / "shared"
PLACES = "".join(f"<!-- {part} -->\nold\n<!-- end of {part} -->\nkept\n" for part in ("scores", "calibration", "files"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Small files in the place of a network's."""
    for each in FILES:
        (tmp_path / each).write_bytes(each.encode())
    describe(tmp_path)
    return tmp_path


def describe(folder: Path, **fields: Any) -> None:
    (folder / DESCRIPTION).write_text(json.dumps(fields), encoding="utf-8")


def measured_with(version: str) -> dict[str, Any]:
    """Results as `make bench` leaves them."""
    content = {"p": 0.8, "r": 0.9, "f1": 0.847, "interval": [0.8, 0.9]}
    network = {"version": version, "scores": {"gold": {"content": content, "speaker-wrong": {"rate": 0.031}}}}
    sets = {"gold": {"articles": 12, "words": 100}}
    return {"accuracy": {"machine": {"date": "2026-01-31"}, "sets": sets, "extractors": {"network": network}}}


def credited() -> set[str]:
    """The documents that the credits name."""
    return set(re.findall(r"^\| (GUM_\w+) \|", credits.FILE.read_text(encoding="utf-8"), flags=re.MULTILINE))


def test_the_card_fits_the_network_beside_it() -> None:
    card = (FOLDER / CARD).read_text(encoding="utf-8")
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    assert filled(card, FOLDER, results) == card, "the network or its figures changed: run python -m train.card"


def test_the_network_calls_itself_what_the_card_says() -> None:
    assert name(FOLDER) == f"network/{VERSION}+{checked().hash}"


def test_a_cards_parts_are_made_anew_and_the_rest_stays(folder: Path) -> None:
    once = filled(PLACES, folder, {})
    assert "old" not in once
    assert once.count("\nkept\n") == 3
    assert filled(once, folder, {}) == once
    assert "| `encoder.onnx` | 12 | `" in once


def test_another_file_is_another_hash_on_the_card(folder: Path) -> None:
    before = filled(PLACES, folder, {})
    (folder / "encoder.onnx").write_bytes(b"other bytes!")
    assert filled(PLACES, folder, {}) != before


def test_figures_of_another_network_are_not_shown(folder: Path) -> None:
    own = filled(PLACES, folder, measured_with(name(folder)))
    assert "| content | 0.85 (0.80–0.90) |" in own
    assert "| named speakers that are wrong | 0.03 |" in own
    other = filled(PLACES, folder, measured_with(f"network/{VERSION}+000000000000"))
    assert "0.85" not in other
    assert "Not measured with these files yet" in other


def test_calibration_is_shown_as_the_fit_left_it(folder: Path) -> None:
    assert "Not fitted yet" in filled(PLACES, folder, {})
    describe(folder, calibration={"error": 0.0217, "reliability": [[0.15, 0.141, 170]]})
    card = filled(PLACES, folder, {})
    assert "Expected calibration error: 0.022." in card
    assert "| 0.15 | 0.14 | 170 |" in card


def test_a_card_without_a_place_for_a_part_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="0 places for 'calibration'"):
        filled(PLACES.replace("end of calibration", "end"), folder, {})


def test_what_is_measured_on_was_not_learned_from() -> None:
    assert not credited() & measured()
    assert len(credited()) > 50


def test_every_document_learned_from_is_credited_and_no_other() -> None:
    if not (SHARED / "gum" / "MEASURE.txt").is_file():
        pytest.skip(f"no GUM files at {SHARED}: the credits are not compared with what is learned from")
    unseen = {*(SHARED / "gum" / "MEASURE.txt").read_text(encoding="utf-8").split(), *held()}
    marked = {path.name.removesuffix(".gold.json") for path in GOLD.glob("GUM_*.gold.json")}
    names = {path.stem for path in (SHARED / "gum").glob("*.conllu")} - unseen
    assert credited() == names | (marked - measured())


def test_a_credit_is_read_from_the_head_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "GUM_voyage_marand.conllu"
    meta = {
        "genre": "voyage",
        "author": "Ann  Author",
        "title": "Marand | a guide",
        "sourceURL": "https://example.org/",
    }
    lines = [f"# meta::{key} = {value}" for key, value in meta.items()]
    path.write_text("\n".join([*lines, "1\tMarand", "# meta::title = Another"]), encoding="utf-8")
    found = credits.credit(path)
    assert (found.title, found.author, found.licence) == ("Marand | a guide", "Ann Author", "CC BY-SA 3.0")
