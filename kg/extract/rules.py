"""The rules extractor: reports found by cues and quotation marks alone."""

from __future__ import annotations

from typing import Final

from kg.extract.assemble import annotated, ground
from kg.extract.borders import shared
from kg.extract.choose import SAME
from kg.extract.headline_quotes import headline_quotes
from kg.extract.headlines import headline
from kg.extract.inscriptions import inscriptions
from kg.extract.lexicon import lines
from kg.extract.quoted_titles import without_titles
from kg.extract.report import Report
from kg.extract.reports import read
from kg.extract.said_afterwards import said_afterwards
from kg.extract.spoken_within import spoken_within
from kg.extract.termed import termed
from kg.model import AnnotatedArticle, Article

NAME: Final = "rules/0.1.0"
CONFIDENCE: Final = {rule: float(share) for rule, share in (line.split("\t")[:2] for line in lines("confidence.tsv"))}
"""The confidence of each rule's statements; measured, see the file."""


def annotate(article: Article) -> AnnotatedArticle:
    """What the rules read in an article."""
    on = ground(article.text)
    reports = read(on.sentences)
    heads = [*headline(on), *headline_quotes(on)]
    heads = [head for head in heads if not any(shared(head.pieces, each.pieces) >= SAME for each in reports)]
    borne = [*inscriptions(on.sentences), *termed(on.sentences), *said_afterwards(on.sentences)]
    reports = [*borne, *(each for each in reports if not any(again(each, other) for other in borne))]
    reports = without_titles(on.text, on.quotes, [*heads, *reports, *spoken_within(on.text, on.sentences)])
    reports.sort(key=lambda report: report.home)
    return annotated(article, NAME, on, reports, [CONFIDENCE[report.rule] for report in reports])


def again(report: Report, borne: Report) -> bool:
    """Whether a report has the words or the cue of another, which a thing bears or of which more is told behind."""
    cue = report.cue is not None and borne.cue is not None and report.cue.overlaps(borne.cue)
    return cue or shared(report.pieces, borne.pieces) >= SAME
