"""Who passes on what another said: "as [the agency] reported", "in remarks carried by [the agency]"."""

from __future__ import annotations

from typing import Final

from kg.extract.circumstances import RELAYING, is_relaying
from kg.extract.lexicon import word_set
from kg.extract.quoted_as import quoted_by
from kg.extract.report import Report
from kg.extract.tokens import Tokens, span_of
from kg.model import Span

CARRIED: Final = word_set(
    "carried published released broadcast aired distributed circulated relayed obtained posted shared"
)
CARRIERS: Final = word_set(
    "remarks comments statement statements interview video message letter speech transcript excerpts recording address"
    " quotes audio footage clip memo email e-mail emails"
)
CITED: Final = word_set("quoted cited")
ENDS: Final = word_set(", ; . : that on in at and as to where which who")
"""These end the name of who passes words on."""


def relay(tokens: Tokens, report: Report) -> Span | None:
    """The stretch that names who passes a report on: "as [the Example Times] reported", "[…] quoted Lee as saying"."""
    return (
        quoted_by(tokens, report)
        or as_reported(tokens)
        or carried_by(outside(tokens, report.pieces))
        or cited_by(tokens, report)
    )


def outside(tokens: Tokens, pieces: tuple[Span, ...]) -> Tokens:
    """The tokens that are none of the pieces."""
    return tuple(t for t in tokens if not any(piece.start < t.end and t.start < piece.end for piece in pieces))


def carried_by(tokens: Tokens) -> Span | None:
    """Who made words public that another said or wrote: "in remarks carried by [the agency]"."""
    for at in range(1, len(tokens) - 2):
        if tokens[at].lower in CARRIED and tokens[at + 1].lower == "by" and tokens[at - 1].lower in CARRIERS:
            stretch = tokens[at + 2 : at + 8]
            end = next((i for i, t in enumerate(stretch) if t.lower in ENDS or t.quote), len(stretch))
            return span_of(stretch, 0, end) if end else None
    return None


def cited_by(tokens: Tokens, report: Report) -> Span | None:
    """Who is told beside a source to cite it: "Lee, quoted by [the agency], said"."""
    source, cue = report.source, report.cue
    if source is None or cue is None:
        return None
    between = tuple(t for t in tokens if source.start <= t.start and t.end <= cue.start)
    for at in range(1, len(between) - 2):
        if between[at - 1].lower == "," and between[at].lower in CITED and between[at + 1].lower == "by":
            stretch = between[at + 2 : at + 8]
            end = next((i for i, t in enumerate(stretch) if t.lower in ENDS or t.quote), len(stretch))
            return span_of(stretch, 0, end) if end else None
    return None


def as_reported(tokens: Tokens) -> Span | None:
    """The stretch between "as" and a verb of passing on, or behind both: "as reported by [the Example Times]"."""
    for at in range(len(tokens) - 2):
        if tokens[at].lower != "as":
            continue
        window = tokens[at + 1 : at + 9]
        verb = next((i for i, t in enumerate(window) if t.lower in RELAYING and is_relaying(t.lower)), None)
        if verb is None or any(t.lower in (",", ";") for t in window[:verb]):
            continue
        stretch = window[1:6] if verb == 0 else window[:verb]
        end = next((i for i, t in enumerate(stretch) if t.lower in (",", ".", ";") or t.quote), len(stretch))
        if end:
            return span_of(stretch, 0, end)
    return None
