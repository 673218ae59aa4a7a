"""Two who are meant together by what both are: "Tarvia Rail will buy Sorrel Lines. The companies said …"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import bodies
from kg.extract.chains import Chain
from kg.extract.layout import Layout
from kg.extract.source_names import SourceNames
from kg.model import EntityType, Span

BOTH: Final = re.compile(
    r"(?:both|the two|the)(?: (?:big|main|leading|rival|opposition))? (?:companies|firms|parties|clubs|banks|airlines"
    r"|unions|groups|charities|organi[sz]ations|universities)",
    re.IGNORECASE,
)
"""How two bodies are called together."""

BACK: Final = 3
"""Sentences that are looked at, that of the words among them."""


def two_named(phrase: str, source: Span, layout: Layout, names: SourceNames) -> tuple[Chain, Chain] | None:
    """The two organisations whom a phrase calls by what both are: those of the nearest sentence that names any.

    None where it names one, or three.
    """
    if not BOTH.fullmatch(phrase):
        return None
    own = layout.sentence(source.start)
    for number in range(own, max(-1, own - BACK), -1):
        begin = layout.sentences[number]
        end = source.start if number == own else layout.sentences[number + 1]
        if named := organisations(Span(begin, max(begin + 1, end)), names):
            return (named[0], named[1]) if len(named) == 2 else None
    return None


def organisations(stretch: Span, names: SourceNames) -> list[Chain]:
    """The organisations that a stretch of text names, but for those that only pass words on."""
    found = (
        chain
        for name, chain in names.inside(stretch)
        if chain.type is EntityType.ORGANISATION and not bodies.is_channel(names.text, name, chain)
    )
    return list(dict.fromkeys(found))
