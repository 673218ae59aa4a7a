"""Quotation marks around the title of a work or a name: "her memoir, “A Cold Harbour”,", "a file called “final_v3”"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.borders import near
from kg.extract.lexicon import word_set
from kg.extract.local_names import is_local_name
from kg.extract.quotes import Quote
from kg.extract.report import Report
from kg.model import StatementKind

NAMED: Final = re.compile(
    r"\b(?:(?:titled|entitled|subtitled|nicknamed)"
    r"|[Aa]n?\s+(?:(?!that\b|which\b|wh?om?\b|s?he\b|they\b|was\b|is\b)[\w-]+\s){1,4}(?:called|named|dubbed))\s+$"
)
"""What stands before a name; "an act that he called “a disgrace”" tells what somebody said of it."""
WORKS: Final = (
    "memoirs?|autobiography|book|novel|novella|story|film|movie|documentary|series|show|programme|program|podcast|play"
    "|opera|musical|album|song|single|ballad|anthem|poem|essay|paper|column|painting|symphony|bestseller|thriller"
)
BESIDE: Final = re.compile(rf"(?:\b(?:{WORKS}),?|['’]s|\b(?:in|on|of|for|from|to|sang|singing|the))\s+$", re.IGNORECASE)
"""Behind these a quotation is a title if it is written as one."""
CALLED: Final = re.compile(r"\b(?:that|which) (?:s?he|they|it) (?:called|named|titled) (?:(?:simply|just|only) )?$")
"""Behind these too: "the series that she called “The Neighbours”"."""
OF_A_WORK: Final = re.compile(
    rf",? (?:the|an?|his|her|their) (?:[\w’'-]+ ){{0,4}}?(?:{WORKS}|feature|debut|sequel|trilogy)\b"
)
"""Behind a title this tells of what work it is: "“The Salt Road”, the second novel by Lee"."""
ENDS: Final = frozenset(".!?…")
SMALL: Final = word_set(
    "a an the of in on at to for and or but from with by is as not it its be de la le el der die das"
)
WIDE: Final = 50
"""Characters looked at before a quotation."""


def without_titles(text: str, quotes: list[Quote], reports: Iterable[Report]) -> list[Report]:
    """The reports without the titles that stand among quoted words; one of nothing but a title is none."""
    return [kept for report in reports if (kept := own_words(text, quotes, report))]


def own_words(text: str, quotes: list[Quote], report: Report) -> Report | None:
    """A report without titles among its quoted words; None if there is nothing else."""
    if report.kind is not StatementKind.DIRECT:
        return None if named_by_people(text, quotes, report) else report
    pieces = tuple(piece for piece in report.pieces if not any(is_title(text, quote) for quote in near(quotes, piece)))
    if pieces == report.pieces:
        return report
    return replace(report, pieces=pieces) if pieces else None


def named_by_people(text: str, quotes: list[Quote], report: Report) -> bool:
    """Whether a whole piece of a report is what people call a thing, and so none of it is said."""
    marked = (quote for piece in report.pieces for quote in near(quotes, piece) if quote.outer == piece)
    return any(is_local_name(text, quote.outer.start, quote.inner.of(text)) for quote in marked)


def is_title(text: str, quote: Quote) -> bool:
    """Whether a quotation is the title of a work or the name of a thing, and nobody's words."""
    before = text[max(0, quote.outer.start - WIDE) : quote.outer.start]
    inner = quote.inner.of(text).rstrip(",; ")
    if not inner or inner[-1] in ENDS:
        return False
    beside = BESIDE.search(before) or CALLED.search(before) or OF_A_WORK.match(text, quote.outer.end)
    return (
        bool(NAMED.search(before))
        or is_local_name(text, quote.outer.start, inner)
        or (bool(beside) and written_as_title(inner))
    )


def written_as_title(words: str) -> bool:
    """Whether each word that is not small begins with a capital or a digit."""
    parts = words.split()
    return all(part[0].isupper() or part[0].isdigit() or part.lower() in SMALL for part in parts) and any(
        part[0].isupper() for part in parts
    )
