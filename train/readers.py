"""What readers marked as statements: labels of PolNeAR's attributions, and documents of GUM with their statements."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.extract.network.candidate import Candidate
from kg.model import Article, Span
from kg.sources import read
from train.gum import example

LABELS = Path(__file__).parent / "labels"
GOLD = Path(__file__).parent / "gold"
ARTICLES = Path(__file__).parents[1] / "tests" / "articles"
SEEN = GOLD / "seen"
FIT = GOLD / "fit"


@dataclass(frozen=True)
class Marked:
    """Words that a reader judged: a statement, none, or (None) one on which careful readers may differ."""

    contents: tuple[Span, ...]
    cue: Span | None
    statement: bool | None


@dataclass(frozen=True)
class Judged:
    """An article with all that a reader marked in it. `name` says where it comes from: "dev/…", "train/…", "GUM_…"."""

    name: str
    text: str
    marked: tuple[Marked, ...]


def polnear(folder: Path) -> Iterator[Judged]:
    """The labelled articles of PolNeAR; `folder` holds train/ and dev/. Raises ValueError if a text is another."""
    for path in sorted(LABELS.glob("polnear-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            labelled = json.loads(line)
            part, name = labelled["article"].split("/", 1)
            with (folder / part / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
                text = file.read()
            checked(text, labelled, path)
            yield Judged(labelled["article"], text, tuple(marked(one, one["label"]) for one in labelled["labels"]))


def gum(folder: Path) -> Iterator[Judged]:
    """The documents of GUM whose statements are marked; turns of transcripts are left out."""
    for path in sorted(GOLD.glob("GUM_*.gold.json")):
        labelled = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.json")
        text = example(folder / f"{name}.conllu").text
        checked(text, labelled, path)
        spoken = [one for one in labelled["statements"] if not one.get("turn")]
        yield Judged(name, text, tuple(marked(one, "O" if one.get("optional") else "S") for one in spoken))


def own(folder: Path = ARTICLES) -> Iterator[Judged]:
    """The project's own articles in a folder, with the statements that a reader marked."""
    for article, statements in own_articles(folder):
        found = tuple(marked(one, "O" if one.get("optional") else "S") for one in statements)
        yield Judged(article.path or "", article.text, found)


def own_articles(folder: Path = ARTICLES) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """The project's own articles in a folder, each with the statements of its gold file."""
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        beside = [p for p in folder.glob(f"{name}.*") if p.suffix in (".txt", ".html", ".jsonl")]
        labelled = json.loads(path.read_text(encoding="utf-8"))["statements"]
        for article in read(beside):
            if isinstance(article, Article):
                yield article, labelled


def measured() -> set[str]:
    """The names of the documents that are kept to measure on."""
    files = (GOLD / name for name in ("measure.txt", "measure-transcripts.txt"))
    return {name for file in files for name in file.read_text(encoding="utf-8").split()}


def checked(text: str, labelled: dict[str, Any], path: Path) -> None:
    """Raises ValueError if the labels were made on another text."""
    if hashlib.sha256(text.encode()).hexdigest() != labelled["text_sha256"]:
        raise ValueError(f"{path}: {labelled.get('article', path.stem)}: the text is not the one that was labelled")


def marked(one: dict[str, Any], label: str) -> Marked:
    """A label of a file; of a content in one piece the file may hold the piece alone."""
    cue = one["cue"]
    if cue and isinstance(cue[0], list):
        cue = cue[0]
    contents = tuple(Span(*piece) for piece in one["content"])
    return Marked(contents, Span(*cue) if cue else None, {"S": True, "O": None}.get(label, False))


def verdict(judged: Judged, candidate: Candidate) -> bool | None:
    """Whether a reader called what a cue reports a statement; None if it may be. What no reader marked is none."""
    same = [m for m in judged.marked if m.cue and m.cue.overlaps(candidate.cue) and share(m, candidate.contents) > 0]
    return likest(same, candidate.contents) if same else right(judged, candidate.contents, candidate.cue)


def right(judged: Judged, contents: Iterable[Span], cue: Span | None) -> bool | None:
    """Whether a reader marked at least half of these words, and none much else, as a statement.

    None if it may be; so it is with reports within reports, of which readers marked only some.
    """
    pieces = tuple(contents)
    alike = [m for m in judged.marked if share(m, pieces) >= 0.5]
    if not alike and cue and any(m.statement and piece.holds(cue) for m in judged.marked for piece in m.contents):
        return None
    return likest(alike, pieces)


def likest(marked: list[Marked], contents: tuple[Span, ...]) -> bool | None:
    """The verdict on the words most like these; they are no statement if there are none."""
    return max(marked, key=lambda m: share(m, contents)).statement if marked else False


def share(marked: Marked, contents: tuple[Span, ...]) -> float:
    """The characters that both contents hold as a share of those that either holds."""
    one, other = (
        {at for piece in pieces for at in range(piece.start, piece.end)} for pieces in (marked.contents, contents)
    )
    return len(one & other) / len(one | other)
