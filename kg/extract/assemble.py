"""From reports to an annotated article, whoever found the reports: speakers, circumstances, dates, figures, nesting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Final

from kg.extract import (
    after_kinds,
    anonymity,
    circumstances,
    closing_names,
    dates,
    figures,
    inscriptions,
    media,
    names,
    no_names,
    unnamed,
)
from kg.extract.chains import Chain
from kg.extract.details import Details
from kg.extract.linking import link
from kg.extract.names_in_marks import without_names
from kg.extract.numbers import NUMERIC
from kg.extract.occasions import Occasions
from kg.extract.quotes import Quote, pair, paragraphs
from kg.extract.relays import relay
from kg.extract.report import Report
from kg.extract.sentences import Sentence, split
from kg.extract.speakers import Speakers
from kg.extract.spoken_to import spoken_to
from kg.extract.tagged_names import merge
from kg.extract.tagged_spans import Tagged
from kg.extract.tokens import words
from kg.extract.told_behind import without_reporters
from kg.extract.turns import with_turns
from kg.model import AnnotatedArticle, Article, EntityType, Figure, Span, Statement, StatementKind

FAR: Final = 500
"""So many pieces before an inner report are looked at for the one around it, so that the work stays bounded."""


@dataclass(frozen=True)
class Ground:
    """A text, cut up: its paragraphs, quotations, sentences, and the chains of the names in it."""

    text: str
    paragraphs: list[Span]
    quotes: list[Quote]
    chains: list[Chain]
    sentences: list[Sentence]


@dataclass(frozen=True, slots=True)
class Said:
    """A report with the chains of those it names, and how sure the speaker is."""

    report: Report
    speaker: Chain | None
    addressees: tuple[Chain, ...]
    relays: tuple[Chain, ...]
    place: Chain | None
    sure: float | None


def ground(text: str, tagged: Iterable[Tagged] | None = None) -> Ground:
    """A text, cut up; `tagged` are the names that a network sees in it, if one has read it."""
    where = paragraphs(text)
    quotes = without_names(text, pair(text, where))
    by_rules = names.find(text, where, quotes)
    found = after_kinds.apart(text, by_rules if tagged is None else merge(text, by_rules, tagged))
    chains = link(text, no_names.told(text, found))
    return Ground(text, where, quotes, chains, split(text, where, quotes))


def annotated(
    article: Article,
    extractor: str,
    on: Ground,
    reports: Sequence[Report],
    confidences: Sequence[float],
) -> AnnotatedArticle:
    """The article with these reports, in this order, as its statements; `confidences` holds one for each."""
    told = [k for k, each in enumerate(reports) if not anonymity.explains(on.text, each.cue, each.pieces)]
    reports = without_reporters([reports[k] for k in told])
    reports, confidences = with_turns(on, reports, [confidences[k] for k in told])
    closing_names.settle(on.text, on.chains, reports)
    speakers = Speakers(on.text, on.chains, reports)
    said = [resolved(report, on.sentences, speakers) for report in reports]
    speakers.finish()
    kept = sorted((c for c in on.chains if c.type and c.mentions), key=lambda c: c.mentions[0])
    ids = {id(chain): f"e{number}" for number, chain in enumerate(kept, 1)}
    outer = nesting(reports)
    entities = tuple(unnamed.described(chain.entity(ids[id(chain)])) for chain in kept)
    details = Details(on.text, entities)
    plain = [statement(n, one, confidences[n], ids, outer, on, article.published) for n, one in enumerate(said)]
    mentions = {entity.id: entity.mentions for entity in entities if entity.type is not EntityType.PLACE}
    dated = Occasions(on.sentences, reports, mentions, article.published).dated(plain)
    statements = tuple(
        details.complete(one, on.sentences[report.home].tokens) for one, report in zip(dated, reports, strict=True)
    )
    return AnnotatedArticle(article, extractor, entities, statements)


def resolved(report: Report, sentences: list[Sentence], speakers: Speakers) -> Said:
    """A report with those it names: who speaks, to whom, who passes it on, where."""
    tokens = sentences[report.home].tokens
    # Only quoted words go on with the last speaker; "it was said that …" names nobody, a label and shouts neither.
    goes_on = report.kind is StatementKind.DIRECT and report.rule != inscriptions.RULE
    speaks = report.source is not None or goes_on
    speaker = speakers.resolve(report) if speaks else None
    told = report.addressee or spoken_to(tokens, report)
    addressees = speakers.named_sources.addressed(told) if told else ()
    passes_on = relay(tokens, report) if report.cue else None
    named = speakers.named_sources.named_in(passes_on) if passes_on else ()
    relays = tuple(c for c in named if c is not speaker and c.type is not EntityType.PLACE)
    where = circumstances.place_name(tokens, report)
    places = [c for c in (speakers.named_sources.named_in(where) if where else ()) if c.type is EntityType.PLACE]
    how = speakers.how(report) if speaker else None
    sure = round(how.confidence, 2) if how else None
    return Said(report, speaker, addressees, relays, places[0] if places else None, sure)


def nesting(reports: Sequence[Report]) -> list[int | None]:
    """For each report the number of the innermost one in whose words its source, else its cue, stands.

    Of two that stand in each other's words the longer one is outside.
    """
    pieces = sorted((piece, number) for number, report in enumerate(reports) for piece in report.pieces)
    reach = list(accumulate((piece.end for piece, _ in pieces), max))
    outer: list[int | None] = [None] * len(reports)
    for number in sorted(range(len(reports)), key=lambda n: sum(p.end - p.start for p in reports[n].pieces)):
        anchor = reports[number].source or reports[number].cue
        if anchor:
            found = [n for n in holders(pieces, reach, anchor) if n != number and number not in chain(outer, n)]
            outer[number] = found[0] if found else None
    return outer


def holders(pieces: list[tuple[Span, int]], reach: list[int], anchor: Span) -> list[int]:
    """The numbers of the reports with a piece that holds a span, the shortest piece first."""
    found = []
    past = bisect_right(pieces, anchor.start, key=lambda each: each[0].start)
    for at in range(past - 1, max(-1, past - 1 - FAR), -1):
        if reach[at] < anchor.end:
            break
        piece, number = pieces[at]
        if piece.holds(anchor):
            found.append((piece.end - piece.start, number))
    return [number for _, number in sorted(found)]


def chain(outer: list[int | None], number: int) -> list[int]:
    """The numbers of the reports around a report, as far as they are known."""
    found = []
    at = outer[number]
    while at is not None:
        found.append(at)
        at = outer[at]
    return found


def statement(
    number: int,
    said: Said,
    confidence: float,
    ids: dict[int, str],
    outer: list[int | None],
    on: Ground,
    published: date | None,
) -> Statement:
    """A report as a statement."""
    report, text = said.report, on.text
    tokens = on.sentences[report.home].tokens
    beside = circumstances.attached(tokens, report)
    reporter = outer[number]
    return Statement(
        id=f"s{number + 1}",
        kind=report.kind,
        content=report.pieces,
        source=report.source,
        cue=report.cue,
        speaker=ids[id(said.speaker)] if said.speaker else None,
        confidence=confidence,
        rule=report.rule,
        act=report.act,
        quoted=report.quoted,
        # Who has no mention left, since all were found to name somebody else, is no entity.
        addressees=tuple(ids[id(c)] for c in said.addressees if id(c) in ids),
        relayed_by=tuple(ids[id(c)] for c in said.relays if id(c) in ids),
        place=ids.get(id(said.place)),
        medium=media.medium(
            beside, words_at(report.cue, text), words_at(report.source, text), words_at(report.addressee, text)
        ),
        said=dates.said_date(beside, published),
        figures=figures_in(text, report.pieces),
        within=None if reporter is None else f"s{reporter + 1}",
        attitude=report.attitude,
        speaker_confidence=said.sure,
    )


def words_at(span: Span | None, text: str) -> str:
    """The words at a span; none at None."""
    return span.of(text) if span else ""


def figures_in(text: str, pieces: tuple[Span, ...]) -> tuple[Figure, ...]:
    """The figures in the pieces of a statement."""
    return tuple(
        figure
        for piece in pieces
        if NUMERIC.search(text, piece.start, piece.end)
        for figure in figures.find(tuple(words(text, piece.start, piece.end)))
    )
