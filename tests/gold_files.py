"""The files *.gold.json as they are, to look at their form; `kg.scoring` reads them to score."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import SpeechAct, StatementKind


@dataclass(frozen=True)
class GoldStatement:
    """What a reader found. Spans are half-open [start, end); `names` are all that the speaker may be called.

    The act is not told in invented news.
    """

    kind: StatementKind
    act: SpeechAct | None
    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    speaker: str
    type: str
    names: tuple[str, ...]
    within: int | None
    optional: bool
    unmarked: bool


@dataclass(frozen=True)
class Gold:
    """The statements of one text, known by the SHA-256 of its UTF-8 bytes."""

    sha256: str
    statements: tuple[GoldStatement, ...]


def span(value: list[int] | None) -> tuple[int, int] | None:
    return (value[0], value[1]) if value else None


def gold_statement(found: dict[str, Any]) -> GoldStatement:
    """One entry of a gold file; raises KeyError or ValueError where the entry is not of the format."""
    return GoldStatement(
        kind=StatementKind(found["kind"]),
        act=SpeechAct(found["act"]) if "act" in found else None,
        content=tuple((start, end) for start, end in found["content"]),
        cue=span(found["cue"]),
        source=span(found["source"]),
        speaker=found["speaker"],
        type=found["type"],
        names=(found["speaker"], *found.get("also", [])),
        within=found.get("within"),
        optional=found.get("optional", False),
        unmarked=found.get("unmarked", False),
    )


def read_gold(path: Path) -> Gold:
    found = json.loads(path.read_text(encoding="utf-8"))
    return Gold(found["text_sha256"], tuple(gold_statement(each) for each in found["statements"]))
