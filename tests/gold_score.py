"""How well an extractor reads annotated articles: the files *.gold.json, and what is counted against them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import AnnotatedArticle, SpeechAct, StatementKind

Characters = frozenset[int]

WORDLESS = " \t\r\n\"'“”‘’«»„‟`.,;:!?-–—()[]"
"""What does not count at the ends of a piece."""
ARTICLES = {"a", "an", "the"}
NAMELESS = {"group", "document", "unnamed"}
"""Types of speakers that the words of the source phrase name as well as any others."""


@dataclass(frozen=True)
class GoldStatement:
    """What a reader found. Spans are half-open [start, end); `names` are all that the speaker may be called."""

    kind: StatementKind
    act: SpeechAct
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
        act=SpeechAct(found["act"]),
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


def characters(text: str, pieces: Iterable[tuple[int, int]]) -> Characters:
    """Where the characters of the pieces stand, white space and the marks at their ends aside."""
    found: set[int] = set()
    for start, end in pieces:
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip(WORDLESS))
        last = start + len(piece.rstrip(WORDLESS))
        found.update(at for at in range(first, last) if not text[at].isspace())
    return frozenset(found)


def words(name: str) -> tuple[str, ...]:
    """The words of a name, accents, case, punctuation and articles aside."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return tuple(word for word in re.findall(r"\w+", plain) if word not in ARTICLES)


def same_name(found: str, accepted: Iterable[str]) -> bool:
    """Whether a name is an accepted one, or one holds the words of the other and begins or ends alike."""
    mine = words(found)
    return bool(mine) and any(alike(mine, theirs) for theirs in map(words, accepted) if theirs)


def alike(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    nested = set(mine) <= set(theirs) or set(theirs) <= set(mine)
    return nested and (mine[0] == theirs[0] or mine[-1] == theirs[-1])


def matches(found: list[Characters], wanted: list[Characters]) -> dict[int, int]:
    """Which found content is which wanted one: one to one, best first, half of all characters in common."""
    pairs = []
    for i, mine in enumerate(found):
        for j, theirs in enumerate(wanted):
            overlap = len(mine & theirs) / (len(mine | theirs) or 1)
            if overlap >= 0.5:
                pairs.append((-overlap, i, j))
    taken: dict[int, int] = {}
    for _, i, j in sorted(pairs):
        if j not in taken and i not in taken.values():
            taken[j] = i
    return taken


@dataclass
class Score:
    """Counts over articles; statements that are optional count neither way."""

    found: int = 0
    wanted: int = 0
    matched: int = 0
    direct: int = 0
    direct_matched: int = 0
    right_speaker: int = 0

    @property
    def content_f1(self) -> float:
        return 2 * self.matched / ((self.found + self.wanted) or 1)

    @property
    def direct_recall(self) -> float:
        return self.direct_matched / (self.direct or 1)

    @property
    def speaker_agreement(self) -> float:
        """Of the matched statements, the share whose speaker has the right name; an unresolved one has none."""
        return self.right_speaker / (self.matched or 1)

    def add(self, read: AnnotatedArticle, gold: Gold) -> None:
        text = read.article.text
        found = [s for s in read.statements if not s.attitude]
        taken = matches(
            [characters(text, [(p.start, p.end) for p in s.content]) for s in found],
            [characters(text, s.content) for s in gold.statements],
        )
        self.found += len(found) - sum(gold.statements[j].optional for j in taken)
        for j, wanted in enumerate(gold.statements):
            if wanted.optional:
                continue
            is_direct = wanted.kind is StatementKind.DIRECT
            self.wanted += 1
            self.direct += is_direct
            if j in taken:
                self.matched += 1
                self.direct_matched += is_direct
                self.right_speaker += speaks(read, found[taken[j]].speaker, wanted)


def speaks(read: AnnotatedArticle, entity: str | None, wanted: GoldStatement) -> bool:
    """Whether an entity of an article has the name of the wanted speaker."""
    accepted = list(wanted.names)
    if wanted.type in NAMELESS and wanted.source:
        accepted.append(read.article.text[slice(*wanted.source)])
    return entity is not None and same_name(read.entity(entity).name, accepted)
