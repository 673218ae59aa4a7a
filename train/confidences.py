"""Fits how sure a statement is, on what readers marked in articles that the network did not learn from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from kg.extract.assemble import ground
from kg.extract.combine import features
from kg.extract.long_texts import see
from kg.extract.network.judge import Weighted
from kg.extract.network.runtime import OnnxRuntime
from kg.extract.network.tokens import tokenizer
from kg.extract.trained import read
from kg.extract.weights import DESCRIPTION, Checked, Network
from kg.scoring.calibration import Bin, calibration_error, reliability
from train.judging import FOLDS, Seen, fit, fit_judge, look, unseen
from train.mixed import Earlier
from train.readers import Judged, right

HOLD = 300.0
"""How strongly the weights of a judge are held near 0; the best of judging.STRENGTHS."""
STRENGTH = 2.0
"""How strongly the weights of features are held near 0; they are few."""


@dataclass(frozen=True)
class Fitted:
    """A judge and a scale of confidence as model.json holds them, and how well they do on articles not learned from.

    `chances` [n] and `verdicts` [n] are of readings of the articles that the network did not see; `told_right` is the
    share of candidates that a judge tells right in articles that it was not fitted on.
    """

    judge: dict[str, Any]
    confidence: dict[str, Any]
    chances: Any
    verdicts: Any
    told_right: float

    @property
    def reliability(self) -> list[Bin]:
        """The tenths of the scale of confidence that hold readings."""
        return reliability(zip(self.chances.tolist(), (self.verdicts > 0).tolist(), strict=True))

    @property
    def error(self) -> float:
        """The expected calibration error."""
        return calibration_error(self.reliability)


def network(folder: Path, threads: int) -> Network:
    """An exported model, whatever its model.json says of hashes: fitting changes that file alone."""
    described = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    return Network(Checked(folder, "", described), OnnxRuntime(folder, threads), tokenizer(folder))


def write(folder: Path, fitted: Fitted) -> None:
    """Put the judge, the scale and the reliability of what comes of them into a model's model.json."""
    path = folder / DESCRIPTION
    described = json.loads(path.read_text(encoding="utf-8"))
    rows = [[round(each.stated, 3), round(each.right, 3), each.count] for each in fitted.reliability]
    described |= {
        "judge": fitted.judge,
        "confidence": fitted.confidence,
        "calibration": {"error": round(fitted.error, 4), "reliability": rows},
    }
    path.write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")


def fitted(learnt: list[Judged], fresh: list[Judged], network: Network, earlier: Earlier | None = None) -> Fitted:
    """Fit both: the judge on all articles, the scale on the `fresh` ones, which the network did not learn from.

    Each fresh article is read with a judge that was fitted without it, so that the scale meets judges as unsure as
    the final one will be on news. With an earlier fit the mean of both is taken, and that one may know these articles.
    """
    data = look([*learnt, *fresh], network.tokenizer, network.runtime)
    judge = partial(judge_of, earlier=earlier)
    rows, verdicts, articles = [], [], []
    for fold in range(FOLDS):
        mine = (data.articles >= len(learnt)) & (data.articles % FOLDS == fold)
        network.runtime.judge = judge(data.seen[~mine], data.verdicts[~mine])
        for number, judged in enumerate(fresh, start=len(learnt)):
            if number % FOLDS == fold:
                for found, verdict in readings(judged, network):
                    rows.append(found)
                    verdicts.append(verdict)
                    articles.append(number)
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    read_so = Seen(table, np.array(verdicts, dtype=np.float64), np.array(articles))
    scaled = partial(scale_of, names=names, earlier=earlier)
    final, scale = judge(data.seen, data.verdicts), scaled(read_so.seen, read_so.verdicts)
    return Fitted(
        {"weights": [round(float(w), 5) for w in final.weights], "bias": round(final.bias, 5)},
        {"features": names, "weights": [round(float(w), 4) for w in scale.weights], "bias": round(scale.bias, 4)},
        unseen(read_so, scaled),
        read_so.verdicts,
        float(((unseen(data, judge) > 0.5) == data.verdicts).mean()),
    )


def judge_of(seen: Any, verdicts: Any, earlier: Earlier | None) -> Weighted:
    """A judge, fitted; the mean with an earlier one."""
    new = fit_judge(seen, verdicts, HOLD)
    return earlier.judged(new) if earlier else new


def scale_of(seen: Any, verdicts: Any, names: Sequence[str], earlier: Earlier | None) -> Weighted:
    """A scale of confidence over features of these names, fitted; the mean with an earlier one."""
    new = fit(seen, verdicts, np.full(seen.shape[1], STRENGTH))
    return earlier.scaled(names, new) if earlier else new


def readings(judged: Judged, network: Network) -> list[tuple[dict[str, float], bool]]:
    """The features of each reading of an article and whether it is right; those that may be are left out."""
    seen = see(judged.text, network)
    on = ground(judged.text, seen.names)
    found = read(on, seen)
    verdicts = ((reading, right(judged, reading.report.pieces, reading.report.cue)) for reading in found)
    return [(features(on, reading), verdict) for reading, verdict in verdicts if verdict is not None]
