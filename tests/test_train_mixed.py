"""The mean of two fits of judge and confidence."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kg.extract.network.judge import Weighted
from train.mixed import Earlier


def earlier(folder: Path) -> Earlier:
    scale = {"features": ["cue", "rules"], "weights": [2.0, 4.0], "bias": -1.0}
    written = {"judge": {"weights": [1.0, -1.0], "bias": 0.5}, "confidence": scale}
    (folder / "model.json").write_text(json.dumps(written), encoding="utf-8")
    return Earlier.read(folder)


def test_judges_are_averaged(tmp_path: Path) -> None:
    mean = earlier(tmp_path).judged(Weighted([3.0, 1.0], 1.5))
    assert [*mean.weights.tolist(), mean.bias] == pytest.approx([2.2, 0.2, 1.1])


def test_a_feature_that_only_the_new_scale_knows_keeps_its_weight(tmp_path: Path) -> None:
    mean = earlier(tmp_path).scaled(["cue", "quoted"], Weighted(np.array([4.0, 6.0]), 0.0))
    assert [*mean.weights.tolist(), mean.bias] == pytest.approx([3.2, 6.0, -0.4])


def test_a_model_that_is_not_fitted_is_no_earlier_fit(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text("{}", encoding="utf-8")
    with pytest.raises(KeyError, match="confidence"):
        Earlier.read(tmp_path)
