"""Documents of GUM as training examples: names, and which names pronouns and descriptions refer to; no attributions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.extract.lexicon import TITLES
from kg.extract.network.labels import DESCRIPTION, KINDS, PRONOUN
from kg.model import Span
from train.data import Example, Mention

TYPES = {"person": "person", "organization": "organisation", "place": "place"}
JOINING = frozenset(
    ["of", "the", "and", "&", "for", "de", "la", "del", "von", "van", "al", "el", "bin", "-", "'", "'s", "’s", "’", "."]
)
PIECE = re.compile(r"\([^()]*\)?|[^()]+\)|\)")


@dataclass(frozen=True)
class Word:
    """A syntactic word: its characters, part of speech (Penn), and its head's place in the document or -1."""

    span: Span
    pos: str
    head: int


@dataclass(frozen=True)
class Marked:
    """An annotated mention: the entity's id within the document, its type, first and last word, inclusive."""

    entity: str
    type: str
    first: int
    last: int


@dataclass
class Document:
    """A document while it is read."""

    text: str = ""
    words: list[Word] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    opened: list[tuple[str, str, int]] = field(default_factory=list)


def read_gum(folder: Path) -> list[Example]:
    """The documents of a folder of CoNLL-U files that the network may learn from.

    Not those of the folder's MEASURE.txt, and not the held ones: on these is fitted what builds on its answers.
    Raises FileNotFoundError where the folder holds no MEASURE.txt: without it nothing says what must stay unseen.
    """
    unseen = {*(folder / "MEASURE.txt").read_text(encoding="utf-8").split(), *held()}
    return [example(path) for path in sorted(folder.glob("*.conllu")) if path.stem not in unseen]


def held() -> list[str]:
    """The names of the documents that the network does not learn from although they are there to learn from."""
    return (Path(__file__).parent / "gum-held.txt").read_text(encoding="utf-8").split()


def example(path: Path) -> Example:
    """One document; its text joins the words as GUM prints them, sentences by a space, paragraphs by an empty line."""
    document = Document()
    paragraph, rows = False, []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line == "# newpar":
            paragraph = True
        elif line and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line and rows:
            add_sentence(document, rows, paragraph)
            paragraph, rows = False, []
    return Example(path.stem, document.text.rstrip() + "\n", None, tuple(mentions(document)))


def add_sentence(document: Document, rows: list[list[str]], paragraph: bool) -> None:
    """The rows of one sentence, put behind what is read already."""
    if document.text:
        document.text = document.text.rstrip(" ") + ("\n\n" if paragraph else " ")
    base, joined, places = len(document.words), ["", "", ""], {}
    rows = [columns for columns in rows if "." not in columns[0]]
    for columns in rows:
        if "-" in columns[0]:
            joined = [*columns[0].split("-"), columns[9]]
            continue
        places[columns[0]] = len(document.words)
        tight = "SpaceAfter=No" in (joined[2] if columns[0] == joined[1] else columns[9])
        within = joined[0] and int(joined[0]) <= int(columns[0]) < int(joined[1])
        start = len(document.text)
        document.text += columns[1] + ("" if tight or within else " ")
        document.words.append(Word(Span(start, start + len(columns[1])), columns[4], int(columns[6])))
        bracket(document, columns[9], len(document.words) - 1)
    for at in range(base, len(document.words)):
        word = document.words[at]
        document.words[at] = Word(word.span, word.pos, places.get(str(word.head), -1))


def bracket(document: Document, misc: str, at: int) -> None:
    """Opens and closes the mentions that begin and end at a word."""
    found = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
    for piece in PIECE.findall(found[1]) if found else []:
        if piece.startswith("("):
            parts = [*piece.strip("()").split("-"), ""]
            document.opened.append((parts[0], parts[1], at))
            if piece.endswith(")"):
                document.marked.append(Marked(*document.opened.pop(), at))
        else:
            ends = [k for k, one in enumerate(document.opened) if one[0] == piece.rstrip(")")]
            if ends:
                document.marked.append(Marked(*document.opened.pop(ends[-1]), at))


def mentions(document: Document) -> Iterator[Mention]:
    """The names, then the pronouns and the definite descriptions with the entity that each refers to."""
    named: set[str] = set()
    taken: set[int] = set()
    heads = {m: head(document, m) for m in document.marked}
    for m in sorted(document.marked, key=lambda m: m.last - m.first):
        if m.type in TYPES and document.words[heads[m]].pos in ("NNP", "NNPS") and heads[m] not in taken:
            first, last = name_around(document, m, heads[m])
            taken.update(range(first, last + 1))
            named.add(m.entity)
            span = Span(document.words[first].span.start, document.words[last].span.end)
            yield Mention(span, KINDS.index(TYPES[m.type]), m.entity)
    entities = {(m.first, m.last): m.entity for m in document.marked}
    for at, word in enumerate(document.words):
        if word.pos in ("PRP", "PRP$"):
            yield Mention(word.span, PRONOUN, entities.get((at, at)))
    for m in document.marked:
        noun = document.words[heads[m]]
        opens = document.words[m.first].span.of(document.text).lower()
        if noun.pos in ("NN", "NNS") and opens in ("the", "this", "that", "these", "those"):
            yield Mention(noun.span, DESCRIPTION, m.entity)


def head(document: Document, m: Marked) -> int:
    """The word of a mention that hangs on none of its others."""
    words = range(m.first, m.last + 1)
    return next((at for at in words if not m.first <= document.words[at].head <= m.last), m.last)


def name_around(document: Document, m: Marked, at: int) -> tuple[int, int]:
    """The first and last word of the name at a head: the proper nouns beside it, without titles before them.

    "of" joins in the names of organisations alone: in "President of France" two are named.
    """
    joining = JOINING if m.type == "organization" else JOINING - {"of", "and", "the", "for"}
    first = last = at
    for step in range(at - 1, m.first - 1, -1):
        if is_proper(document, step):
            first = step
        elif not joins(document, step, joining):
            break
    for step in range(at + 1, m.last + 1):
        if is_proper(document, step):
            last = step
        elif not joins(document, step, joining):
            break
    while first < at and document.words[first].span.of(document.text).lower().rstrip(".") in TITLES:
        first += 1
    return first, last


def is_proper(document: Document, at: int) -> bool:
    """Whether a word is a proper noun."""
    return document.words[at].pos in ("NNP", "NNPS")


def joins(document: Document, at: int, joining: frozenset[str]) -> bool:
    """Whether a word may stand within a name."""
    return document.words[at].span.of(document.text).lower() in joining
