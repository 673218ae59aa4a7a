"""Texts of our own in which names are marked: examples for the tagger of names, without attributions."""

from __future__ import annotations

import re
from pathlib import Path

from kg.extract.network.labels import KINDS
from kg.model import Span
from train.data import Example, Mention

TEXTS = Path(__file__).parent / "texts"

MARK = re.compile(r"\[([^\[\]|]+)\|([POL])\]")
TYPES = {"P": "person", "O": "organisation", "L": "place"}


def marked_texts(folder: Path = TEXTS) -> list[Example]:
    """The texts of a folder (`*.txt`), without their marks. Raises ValueError where a mark cannot be read."""
    return [unmarked(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


def unmarked(name: str, marked: str) -> Example:
    """A text whose names stand as "[Ann Quarn|P]" (person; O organisation, L place), as an example."""
    text, mentions, end = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[end : found.start()]
        span = Span(len(text), len(text) + len(found[1]))
        mentions.append(Mention(span, KINDS.index(TYPES[found[2]]), found[1]))
        text, end = text + found[1], found.end()
    text += marked[end:]
    if stray := re.search(r"[\[\]|]", text):
        raise ValueError(f"{name}: no mark of a name: {text[max(0, stray.start() - 20) : stray.end() + 20]!r}")
    return Example(name, text, None, tuple(mentions))
