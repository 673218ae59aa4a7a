"""The tokenizer of the encoder, without the cutting and padding that its file asks for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from kg.extract.network.features import features
from kg.extract.network.windows import paragraph_starts

START, END = 101, 102
"""The ids of [CLS] and [SEP], which enclose every window."""


@dataclass(frozen=True)
class Tokens:
    """The word pieces of one text: ids, offsets in code points, features, and the first piece of each paragraph."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    features: list[tuple[int, int, int]]
    paragraphs: list[int]


def tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer in `folder`/tokenizer.json."""
    loaded = Tokenizer.from_file(str(folder / "tokenizer.json"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def tokens(text: str, using: Tokenizer) -> Tokens:
    """The word pieces of a text; characters the tokenizer does not know are one unknown piece, never lost."""
    encoding = using.encode(text, add_special_tokens=False)
    offsets = [(int(start), int(end)) for start, end in encoding.offsets]
    return Tokens(list(encoding.ids), offsets, features(text, offsets), paragraph_starts(text, offsets))
