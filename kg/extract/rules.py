"""The rules extractor: sentences, names, reports, speakers, and what stands beside them, in this order."""

from __future__ import annotations

from kg.extract import names
from kg.extract.chains import Chain, link
from kg.extract.lexicon import lines
from kg.extract.quotes import paragraphs
from kg.extract.reports import Report, read
from kg.extract.sentences import split
from kg.extract.speakers import Speakers
from kg.model import AnnotatedArticle, Article, Statement

NAME = "rules/0.1.0"
CONFIDENCE = {rule: float(value) for rule, value in (line.split("\t")[:2] for line in lines("confidence.tsv"))}


def annotate(article: Article) -> AnnotatedArticle:
    """What the rules read in an article."""
    text = article.text
    chains = link(text, names.find(text, paragraphs(text)))
    reports = read(split(text))
    speakers = Speakers(text, chains)
    said = [(report, speakers.resolve(report)) for report in reports]
    kept = sorted((c for c in chains if c.type), key=lambda c: min(c.mentions))
    ids = {id(chain): f"e{number}" for number, chain in enumerate(kept, 1)}
    statements = tuple(statement(f"s{n}", report, chain, ids) for n, (report, chain) in enumerate(said, 1))
    return AnnotatedArticle(article, NAME, tuple(chain.entity(ids[id(chain)]) for chain in kept), statements)


def statement(id_: str, report: Report, chain: Chain | None, ids: dict[int, str]) -> Statement:
    """A report as a statement."""
    return Statement(
        id=id_,
        kind=report.kind,
        content=report.pieces,
        source=report.source,
        cue=report.cue,
        speaker=ids[id(chain)] if chain else None,
        confidence=CONFIDENCE[report.rule],
        rule=report.rule,
        act=report.act,
        quoted=report.quoted,
        attitude=report.attitude,
    )
