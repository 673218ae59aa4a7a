"""Who is quoted by another: "the agency quoted [Lee] as saying that …", "[Lee] was quoted as saying by the agency"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract import phrases, phrases_behind
from kg.extract.after_cue import right
from kg.extract.before_cue import left, quote_before
from kg.extract.cues import Cue, forms
from kg.extract.lexicon import BE, word_set
from kg.extract.phrases import Range
from kg.extract.report import Found, Report, kind_of
from kg.extract.reporting_verbs import group
from kg.extract.subjects import relative_end
from kg.extract.tokens import Tokens, span_of
from kg.model import Span

RULE: Final = "quoted-as"
QUOTING: Final = word_set("quoted cited quotes cites quoting citing")
SPOKEN_OF: Final = 25
"""Tokens that may stand between "quoted" and "as saying"."""
LEAST: Final = 3
"""Tokens of a clause that stands before "Lee was quoted as saying"."""


@dataclass(frozen=True, slots=True)
class QuotedAs:
    """One such construction: its tokens, from "quoted" to "saying", who speaks, and who quotes if that is told.

    The words go on at the token `past`.
    """

    at: Range
    speaker: Range
    quoting: Range | None
    past: int
    start: int


def reports(tokens: Tokens, number: int) -> Iterator[tuple[Report, Span]]:
    """The reports that such constructions make in a sentence, each with all characters from source to "saying"."""
    for found in constructions(tokens):
        cue = cue_of(tokens, found)
        words = words_of(tokens, found, cue)
        if words:
            kind, quoted = kind_of(tokens, words.pieces)
            span, source = span_of(tokens, cue.first, found.at[1]), span_of(tokens, *found.speaker)
            to = span_of(tokens, *words.addressee) if words.addressee else None
            report = Report(kind, words.pieces, quoted, source, span, words.verb.act, RULE, number, addressee=to)
            yield report, span_of(tokens, min(found.start, found.at[0]), found.past)


def quoted_by(tokens: Tokens, report: Report) -> Span | None:
    """Who quotes the speaker of a report: "the agency" of "the agency quoted Lee as saying"; None if nobody does."""
    for found in constructions(tokens):
        own = report.cue is not None and report.cue.overlaps(span_of(tokens, *found.at))
        if own and found.quoting:
            return span_of(tokens, *found.quoting)
    return None


def constructions(tokens: Tokens) -> Iterator[QuotedAs]:
    """Where somebody is quoted "as saying" in a sentence."""
    for at in range(2, len(tokens) - 1):
        if tokens[at].lower == "as" and says(tokens[at + 1].lower):
            verb = next((n for n in range(at - 1, max(-1, at - SPOKEN_OF), -1) if tokens[n].lower in QUOTING), None)
            found = construction(tokens, verb, at) if verb is not None else None
            if found:
                yield found


def says(word: str) -> bool:
    """Whether a word is the gerund of a verb that reports words: "saying", "telling"."""
    return any(form.tense == "ing" and "quote" in form.verb.takes for form in forms().get(word, ()))


def construction(tokens: Tokens, verb: int, at: int) -> QuotedAs | None:
    """The construction with "quoted" and "as" at these tokens; None if it does not tell who speaks."""
    first, before = group(tokens, verb)
    if before & BE:
        speaker = phrases.before(tokens, first)
        by = named(tokens, verb + 2, at) if tokens[verb + 1].lower == "by" else None
        if speaker is None or (by is None and at != verb + 1):
            return None
        behind = (
            phrases_behind.after(tokens, at + 3) if tokens[at + 2 : at + 3] and tokens[at + 2].lower == "by" else None
        )
        return QuotedAs((first, at + 2), speaker, by or behind, behind[1] if behind else at + 2, speaker[0])
    speaker, quoting = named(tokens, verb + 1, at), phrases.before(tokens, first) if first else None
    if speaker is None:
        return None
    return QuotedAs((verb, at + 2), speaker, quoting, at + 2, quoting[0] if quoting else verb)


def named(tokens: Tokens, start: int, end: int) -> Range | None:
    """The phrase at these tokens without the comma that ends it, if it may name somebody: no clause, no quotation."""
    if end > start and tokens[end - 1].lower == ",":
        end -= 1
    own = tokens[start:end]
    relative = next((n for n, token in enumerate(own) if token.lower in phrases.RELATIVES), len(own))
    clause = any(phrases.is_finite(token) for token in own[:relative]) or any(token.quote for token in own)
    return None if start >= end or clause else (start, end)


def cue_of(tokens: Tokens, found: QuotedAs) -> Cue:
    """The cue: all of "was quoted as saying", else "as saying" alone, where other words stand between."""
    saying = found.at[1] - 1
    whole = all(tokens[n].lower in (*QUOTING, "as", *BE) or n in (saying,) for n in range(*found.at))
    verbs = tuple(form.verb for form in forms()[tokens[saying].lower])
    return Cue(found.at[0] if whole else saying - 1, saying, found.past, verbs, "ing")


def words_of(tokens: Tokens, found: QuotedAs, cue: Cue) -> Found | None:
    """What is quoted: the words behind, else a quotation or clause before."""
    source = span_of(tokens, *found.speaker)
    behind = right(tokens, cue, source, relative_end(tokens, cue), RULE)
    if behind:
        return behind
    comma = found.start > LEAST and tokens[found.start - 1].lower == ","
    return (
        left(tokens, cue, found.start, source, 0, found.past)
        if comma or quote_before(tokens, found.start) == found.start - 1
        else None
    )
