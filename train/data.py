"""Annotated articles to learn from, read from PolNeAR's standoff files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.model import Span

TRAILING = " \t\r\n.,;:"

UNKNOWN = -1
"""The kind of mentions that may be names or not."""


@dataclass(frozen=True)
class Attribution:
    """One cue with the phrases that name its source and the pieces of its content, all in text order."""

    cue: Span
    sources: tuple[Span, ...]
    contents: tuple[Span, ...]


@dataclass(frozen=True)
class Mention:
    """A name, or a pronoun or description (its head word) that refers to one.

    `kind` is an index into KINDS, PRONOUN, DESCRIPTION or UNKNOWN. Mentions with the same `entity` mean the same, None
    means nothing that has a name.
    """

    span: Span
    kind: int
    entity: str | None


@dataclass(frozen=True)
class Example:
    """One annotated article. Every span lies within `text`; what is not annotated in it is None."""

    name: str
    text: str
    attributions: tuple[Attribution, ...] | None
    mentions: tuple[Mention, ...] | None = None


def read_polnear(folder: Path) -> list[Example]:
    """The articles of a PolNeAR folder (`text/*.txt`, `attributions/*.ann`), each with its first annotator's reading.

    Raises FileNotFoundError where the folder holds no annotations, ValueError where an annotation cannot be read.
    """
    chosen: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        chosen.setdefault(path.stem.rsplit("_", 1)[0], path)
    if not chosen:
        raise FileNotFoundError(f"{folder}: no attributions/*.ann; name the folder with text/ and attributions/")
    return [read_example(folder / "text" / f"{name}.txt", path) for name, path in chosen.items()]


def read_example(text_path: Path, annotation_path: Path) -> Example:
    """One article with one annotator's attributions; those without a cue are left out."""
    with text_path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    attributions = (clean(text, a) for a in parse(annotation_path.read_text(encoding="utf-8"), str(annotation_path)))
    found = sorted((a for a in attributions if a is not None), key=lambda a: a.cue)
    return Example(text_path.stem, text, tuple(found))


def parse(annotation: str, where: str) -> Iterator[dict[str, list[Span]]]:
    """The events of a standoff annotation as spans by role ("Source", "Cue", "Content"), as they stand.

    Other lines are passed over: notes, and the rest of a covered text that holds a line end.
    """
    spans: dict[str, list[Span]] = {}
    for number, line in enumerate(annotation.split("\n"), start=1):
        fields = line.split("\t")
        try:
            if re.match(r"T\d+\t", line):
                spans[fields[0]] = [Span(*map(int, piece.split())) for piece in fields[1].split(" ", 1)[1].split(";")]
            elif re.match(r"E\d+\t", line):
                roles = [role.split(":") for role in fields[1].split()]
                event: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
                for kind, reference in roles:
                    event.get(re.sub(r"\d+$", "", kind), []).extend(spans.get(reference, []))
                yield event
        except (IndexError, ValueError, TypeError) as error:
            raise ValueError(f"{where}: line {number} is no standoff annotation: {error}") from error


def clean(text: str, event: dict[str, list[Span]]) -> Attribution | None:
    """An event as an attribution with borders set the same way everywhere; None if it has no cue or no content."""
    cues = [span for span in (trim(text, span) for span in event["Cue"]) if span]
    contents = sorted(span for span in (content_borders(text, span) for span in event["Content"]) if span)
    sources = sorted(span for span in (trim(text, span) for span in event["Source"]) if span)
    if not cues or not contents:
        return None
    return Attribution(min(cues), tuple(sources), tuple(contents))


def trim(text: str, span: Span) -> Span | None:
    """The span without white space, full stops and commas at its ends; None if nothing is left."""
    start, end = span.start, min(span.end, len(text))
    while start < end and text[start] in TRAILING:
        start += 1
    while end > start and text[end - 1] in TRAILING:
        end -= 1
    return Span(start, end) if start < end else None


def content_borders(text: str, span: Span) -> Span | None:
    """The span trimmed, and with the quotation marks that enclose it: annotators left them out now and then."""
    trimmed = trim(text, span)
    if trimmed is None:
        return None
    opened, closed = text[trimmed.start - 1 : trimmed.start], text[trimmed.end : trimmed.end + 1]
    start = trimmed.start - 1 if opened and opened in "“„«" else trimmed.start
    end = trimmed.end + 1 if closed and closed in "”»" else trimmed.end
    return replace(trimmed, start=start, end=end)
