"""What an extractor found: the JSON Lines that `quoth extract` prints, from ours or any other (docs/extraction.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from kg.errors import InputError
from kg.extract import extract
from kg.extract.jsonl import record
from kg.scoring.spans import spans
from kg.scoring.told import predicted_details
from kg.scoring.values import GoldArticle, PredictedStatement, Prediction

__all__ = ["PredictedStatement", "Prediction", "Predictions", "predict", "prediction", "read_predictions"]


class Predictions:
    """Predictions by the text that they were made from, else by the name of its file."""

    def __init__(self, predictions: Iterable[Prediction]) -> None:
        self._all = list(predictions)
        self._by_text = {each.sha256: each for each in self._all if each.sha256}
        self._by_name = {each.name: each for each in self._all}

    def __len__(self) -> int:
        return len(self._all)

    def of(self, gold: GoldArticle) -> Prediction | None:
        """What was predicted for an article, if anything; raises InputError if its offsets cannot be into its text."""
        found = self._by_text.get(gold.article.sha256) or self._by_name.get(gold.name)
        if found:
            _check(found, gold)
        return found


def _check(prediction: Prediction, gold: GoldArticle) -> None:
    if prediction.sha256 not in (None, gold.article.sha256):
        raise InputError(f"{prediction.where}: was not made from the text that was annotated as {gold.name!r}")
    ends = [span.end for each in prediction.statements for span in (*each.content, *each.source, *each.cue)]
    if max(ends, default=0) > len(gold.article.text):
        raise InputError(f"{prediction.where}: offset {max(ends)} lies beyond the text annotated as {gold.name!r}")


def predict(gold: Iterable[GoldArticle], extractor: str) -> Predictions:
    """What one of our extractors finds in annotated articles; attitudes too where the readers marked them."""
    return Predictions(
        prediction(record(extract(each.article, extractor), each.marks_attitudes), each.name) for each in gold
    )


def read_predictions(path: Path) -> Predictions:
    """The predictions in a file of JSON Lines; raises InputError with the line that is not of the format."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            return Predictions(_read_lines(path, lines))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: is not UTF-8; write JSON Lines as `quoth extract` prints them") from None


def _read_lines(path: Path, lines: Iterable[str]) -> Iterator[Prediction]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{path}:{number}"
            try:
                yield prediction(json.loads(line), where)
            except KeyError as error:
                raise InputError(f"{where}: {error} is missing") from None
            except (ValueError, TypeError, AttributeError) as error:
                raise InputError(f"{where}: is not as `quoth extract` prints it: {error}") from None


def prediction(found: Mapping[str, Any], where: str) -> Prediction:
    """What one object of the JSON Lines holds; `where` names it in messages.

    Raises KeyError, ValueError, TypeError or AttributeError if it is none.
    """
    entities = {entity["id"]: entity for entity in found.get("entities", ())}
    article = found["article"]
    return Prediction(
        where=where,
        name=PurePath(article.get("path") or "").stem,
        sha256=article.get("sha256"),
        statements=tuple(_statement(each, entities) for each in found["statements"]),
    )


def _statement(found: Mapping[str, Any], entities: Mapping[str, Mapping[str, Any]]) -> PredictedStatement:
    speaker = entities.get(found.get("speaker") or "", {})
    return PredictedStatement(
        content=spans(found["content"]),
        source=spans(found.get("source")),
        cue=spans(found.get("cue")),
        kind=found.get("kind"),
        speaker=_name(speaker) if speaker else None,
        type=speaker.get("type"),
        id=found.get("id"),
        details=predicted_details(found, entities),
        confidence=_chance(found.get("confidence")),
        speaker_confidence=_chance(found.get("speaker_confidence")),
    )


def _chance(value: Any) -> float | None:
    if value is None:
        return None
    if not 0 <= float(value) <= 1:
        raise ValueError(f"a confidence lies between 0 and 1: {value!r}")
    return float(value)


def _name(entity: Mapping[str, Any]) -> str | None:
    name = entity.get("name")
    if not isinstance(name, str | None):
        raise TypeError(f"the name of an entity is a string: {name!r}")
    return name or None
