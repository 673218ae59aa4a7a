"""The rules extractor: sentences, names, reports, speakers, and what stands beside them, in this order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.extract import circumstances, dates, figures, media, names
from kg.extract.chains import Chain, link
from kg.extract.lexicon import lines
from kg.extract.quotes import pair, paragraphs
from kg.extract.report import Report
from kg.extract.reports import read
from kg.extract.sentences import Sentence, split
from kg.extract.speakers import Speakers
from kg.extract.tokens import Tokens, words
from kg.model import AnnotatedArticle, Article, EntityType, Figure, Span, Statement

NAME: Final = "rules/0.1.0"
CONFIDENCE: Final = {rule: float(share) for rule, share in (line.split("\t")[:2] for line in lines("confidence.tsv"))}
"""The confidence of each rule's statements; measured, see the file."""


@dataclass(frozen=True, slots=True)
class Said:
    """A report with the chains of those it names."""

    report: Report
    speaker: Chain | None
    addressees: tuple[Chain, ...]
    relays: tuple[Chain, ...]
    place: Chain | None


def annotate(article: Article) -> AnnotatedArticle:
    """What the rules read in an article."""
    text = article.text
    where = paragraphs(text)
    quotes = pair(text, where)
    chains = link(text, names.find(text, where, quotes))
    sentences = split(text, where, quotes)
    reports = read(sentences)
    speakers = Speakers(text, chains)
    said = [resolved(report, sentences, speakers) for report in reports]
    kept = sorted((c for c in chains if c.type), key=lambda c: c.mentions[0])
    ids = {id(chain): f"e{number}" for number, chain in enumerate(kept, 1)}
    outer = nesting(reports)
    statements = tuple(
        statement(n, one, ids, outer, text, sentences[one.report.home].tokens, article.published)
        for n, one in enumerate(said)
    )
    return AnnotatedArticle(article, NAME, tuple(chain.entity(ids[id(chain)]) for chain in kept), statements)


def resolved(report: Report, sentences: list[Sentence], speakers: Speakers) -> Said:
    """A report with those it names: who speaks, to whom, who passes it on, where."""
    tokens = sentences[report.home].tokens
    speaker = speakers.resolve(report)
    addressees = speakers.addressed(report.addressee) if report.addressee else ()
    relay = circumstances.relay(tokens) if report.cue else None
    named = speakers.named_in(relay) if relay else ()
    relays = tuple(c for c in named if c is not speaker and c.type is not EntityType.PLACE)
    where = circumstances.place_name(tokens, report)
    places = [c for c in (speakers.named_in(where) if where else ()) if c.type is EntityType.PLACE]
    return Said(report, speaker, addressees, relays, places[0] if places else None)


def nesting(reports: list[Report]) -> list[int | None]:
    """For each report the number of the one that reports it."""
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        by_sentence[report.home].append(number)
    outer: list[int | None] = [None] * len(reports)
    for numbers in by_sentence.values():
        here = [reports[number] for number in numbers]
        for position, number in enumerate(numbers):
            found = circumstances.within(here, position)
            outer[number] = None if found is None else numbers[found]
    return outer


def statement(
    number: int,
    said: Said,
    ids: dict[int, str],
    outer: list[int | None],
    text: str,
    tokens: Tokens,
    published: date | None,
) -> Statement:
    """A report as a statement."""
    report, beside = said.report, circumstances.beside(tokens, said.report)
    cue = report.cue.of(text) if report.cue else ""
    reporter = outer[number]
    return Statement(
        id=f"s{number + 1}",
        kind=report.kind,
        content=report.pieces,
        source=report.source,
        cue=report.cue,
        speaker=ids[id(said.speaker)] if said.speaker else None,
        confidence=CONFIDENCE[report.rule],
        rule=report.rule,
        act=report.act,
        quoted=report.quoted,
        addressees=tuple(ids[id(c)] for c in said.addressees),
        relayed_by=tuple(ids[id(c)] for c in said.relays),
        place=ids[id(said.place)] if said.place else None,
        medium=media.medium(beside, cue, report.source.of(text) if report.source else ""),
        said=dates.said_date(circumstances.when(tokens, report), published),
        figures=figures_in(text, report.pieces),
        within=None if reporter is None else f"s{reporter + 1}",
        attitude=report.attitude,
    )


def figures_in(text: str, pieces: tuple[Span, ...]) -> tuple[Figure, ...]:
    """The figures in the pieces of a statement."""
    return tuple(
        figure
        for piece in pieces
        if figures.NUMERIC.search(text, piece.start, piece.end)
        for figure in figures.find(tuple(words(text, piece.start, piece.end)))
    )
