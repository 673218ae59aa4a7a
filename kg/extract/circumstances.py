"""What stands beside a statement's words in its sentence: who passes it on, where and when it was said."""

from __future__ import annotations

from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.dates import PARTS
from kg.extract.lexicon import DOCUMENTS, MONTHS, WEEKDAYS, word_set
from kg.extract.own_clauses import (
    ISSUED,
    OCCASIONS,
    clause_between,
    main_adverbial,
    parted,
    when,
    without_relatives,
)
from kg.extract.report import Report
from kg.extract.tokens import Token, Tokens, span_of
from kg.model import Span, SpeechAct

NEAR: Final = 16
"""Tokens on either side of the cue."""

OPENING: Final = 14
"""Tokens that an adverbial may have which opens a sentence."""

SAYING: Final = word_set("said says wrote writes posted posts tweeted tweets told tells shared added")
"""Verbs to which no "on" belongs: what they say on something they say through it."""

TIMES: Final = frozenset(WEEKDAYS) | word_set("this last earlier late early overnight yesterday today tonight")
"""Within a cue these begin the words that tell when: "said [earlier this] year"."""

DAYS: Final = frozenset(day.title() for day in WEEKDAYS)
NOWADAYS: Final = ("today", "yesterday", "tonight")
TRIPS: Final = word_set("visit trip journey tour")
"""Behind these "to" says where it was said: "during a visit to Brussels"."""

RELAYING: Final = word_set("reported collected cited quoted noted published relayed reports writes wrote said says")


def attached(tokens: Tokens, report: Report) -> Tokens:
    """The adverbials of a report: what stands beside cue and source in the same clause, and what opens the sentence.

    "On Friday, Lee told reporters in a video": a clause of its own ("…, who was born in May") ends them.
    """
    cue = report.cue
    if cue is None:
        return ()
    said = (*report.pieces, *([report.source] if report.source else []))
    ours = [token for token in tokens if not any(span.start < token.end and token.start < span.end for span in said)]
    first = min(span.start for span in (cue, report.source) if span)
    before = [token for token in ours if token.end <= cue.start]
    ahead = [token for token in before if token.end <= first]
    opening = undated(ahead)[:OPENING]
    if any(parted(opening, at) for at in range(1, len(opening))):
        opening = main_adverbial(opening) or when(ahead)
    middle = without_relatives([token for token in before if token.start >= first])
    begin = adverbial_start(ours, cue)
    behind = [token for token in ours if token.start >= begin][: NEAR + OPENING]
    end = next((at for at in range(len(behind)) if parted(behind, at) or described(behind, at)), len(behind))
    return (*opening, *dated_inside(tokens, report), *middle, *behind[:end])


def adverbial_start(tokens: list[Token], cue: Span) -> int:
    """Where what follows a cue begins: its end, or the adverbial that it took in ("said [in a letter]", "[Friday]")."""
    inside = [token for token in tokens if cue.start <= token.start < cue.end]
    particles = ("in", "at", "during", "via", "through", *(("on",) if inside and inside[0].lower in SAYING else ()))
    begins = (token.start for token in inside[1:] if token.lower in particles or token.lower in TIMES)
    return next(begins, cue.end)


def undated(opening: list[Token]) -> list[Token]:
    """What opens a sentence, without a dateline that a scrape put before it: "Friday, May 7 [On Tuesday, …]"."""
    starts = [at for at, token in enumerate(opening) if token.text in ("On", "In", "At", "During", "Earlier", "Last")]
    return opening[starts[-1] :] if starts else opening


def described(tokens: list[Token], at: int) -> bool:
    """Whether a comma begins what is said of somebody: "…, exiled from Russia"."""
    return tokens[at].lower == "," and at + 1 < len(tokens) and tokens[at + 1].lower.endswith("ed")


def dated_inside(tokens: Tokens, report: Report) -> Tokens:
    """The day in a source or cue: "the ministry [on Monday] said", "a report [released Friday]", "[today] said"."""
    source, cue = report.source, report.cue
    if cue is None:
        return ()
    found = tuple(token for token in tokens if cue.start <= token.start < cue.end and token.lower in NOWADAYS)
    if source is None:
        return found
    inside = tuple(token for token in tokens if source.start <= token.start and token.end <= source.end)
    near = range(len(inside) - 1, max(0, len(inside) - 4), -1) if source.end <= cue.start else range(0)
    last = min(
        (at for at in near if inside[at].lower in ("on", "last", "this") or inside[at].text in DAYS), default=None
    )
    if last is not None and clause_between(inside[:last]):
        last = None
    issued = next((at for at, token in enumerate(inside) if token.lower in ISSUED), last)
    return found + (inside[issued:] if issued else ())


def place_name(tokens: Tokens, report: Report) -> Span | None:
    """The name behind "in", "at" or "from" among the adverbials of a report: "said in a speech in Brussels"."""
    if of_document(tokens, report):
        return None
    near = attached(tokens, report)
    for at in range(len(near) - 1):
        name = near[at + 1]
        if not leads_to_place(near, at, report) or not name.text[0].isupper() or name.quote:
            continue
        if name.lower in MONTHS or name.lower in WEEKDAYS:
            continue
        end = at + 2
        while end < len(near) and near[end].text[0].isupper() and not near[end].quote:
            end += 1
        return span_of(near, at + 1, end)
    return None


def of_document(tokens: Tokens, report: Report) -> bool:
    """Whether a document speaks, which says nothing at any place: "in Florida, a poll found"."""
    source = report.source
    return source is not None and any(source.start <= t.start < source.end and t.lower in DOCUMENTS for t in tokens)


def leads_to_place(near: Tokens, at: int, report: Report) -> bool:
    """Whether a preposition says where it was said, and not where something else is: "Russia's war in Ukraine"."""
    word = near[at].lower
    if word == "to":
        return at > 0 and near[at - 1].lower in TRIPS
    if word not in ("in", "at", "from"):
        return False
    addressee = report.addressee if report.act not in (SpeechAct.ACCUSES, SpeechAct.DEMANDS) else None
    ends = {span.end for span in (report.cue, report.source, addressee) if span}
    if any(0 <= near[at].start - end <= 1 for end in ends):
        return True
    if not at:
        return report.cue is not None and near[0].end <= report.cue.start and word != "from"
    before = near[at - 1].lower
    return word != "from" and (before in (",", *PARTS, *WEEKDAYS, "today", "yesterday") or before in OCCASIONS)


def is_relaying(word: str) -> bool:
    """Whether a word may pass a report on."""
    return word in ("collected", "relayed", "cited") or is_reporting_form(word) or word == "reported"
