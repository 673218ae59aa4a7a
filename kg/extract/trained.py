"""The trained extractor: a network finds who said what, and rules set what they know for sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from kg.extract import (
    closing_verbs,
    fixed,
    headline_quotes,
    inscriptions,
    quoted_as,
    said_afterwards,
    said_that,
    spoken_within,
    termed,
)
from kg.extract.assemble import Ground, annotated, ground
from kg.extract.called_by_friends import is_nickname
from kg.extract.candidate_reports import report_of
from kg.extract.choose import Sure, chosen
from kg.extract.combine import features, readings, told_within, without_relays
from kg.extract.confidence import described
from kg.extract.continued import continued
from kg.extract.cue_words import own_voice
from kg.extract.headlines import headline
from kg.extract.idioms import is_idiom
from kg.extract.inserted import with_own_subjects
from kg.extract.long_texts import Seen, see
from kg.extract.merged import Reading
from kg.extract.quoted_titles import own_words
from kg.extract.report import Report
from kg.extract.reports import alone
from kg.extract.retold import retold
from kg.extract.rules import CONFIDENCE
from kg.extract.weights import loaded
from kg.model import AnnotatedArticle, Article

VERSION: Final = "1.0.0"
STATED: Final = 0.5
"""The least confidence of a statement."""
WITHIN: Final = 0.65
"""The least confidence of one within another that only a rule found: readers marked too few to fit it on."""
RARE: Final = fixed.RULES | {
    "said-figure",
    "said-blaming",
    "said-forecast",
    "said-warning",
    "said-denying",
    "said-rating",
    "said-denial",
    "said-told",
    "said-being",
    "said-for",
    "said-deed",
    "said-allegation",
    quoted_as.RULE,
    headline_quotes.RULE,
    closing_verbs.RULE,
    spoken_within.RULE,
    inscriptions.RULE,
    said_afterwards.RULE,
    termed.RULE,
}
"""Rules that fire too seldom to be fitted ("OVD-Info counted 700 arrests") are as sure as they are by themselves."""
RETOLD: Final = 0.4
"""The least confidence of one that a statement around it is nothing but: that one vouches for it."""


def annotate(article: Article) -> AnnotatedArticle:
    """What the network and the rules read in an article; raises ModelError if the network's files are not whole."""
    network = loaded()
    seen = see(article.text, network)
    on = ground(article.text, seen.names)
    found = read(on, seen)
    sure = chosen(list(judged(on, found, network.checked.description)))
    kept = continued(sure, on.sentences, CONFIDENCE["implied"])
    reports, confidences = [report for report, _ in kept], [round(confidence, 2) for _, confidence in kept]
    return annotated(article, f"network/{VERSION}+{network.checked.hash}", on, reports, confidences)


def read(on: Ground, seen: Seen) -> list[Reading]:
    """What the network and the rules read in a text, however unsure: with their features what a scale is fitted on."""
    by_rules = [*alone(on.sentences), *headline(on), *headline_quotes.headline_quotes(on)]
    by_rules += [*inscriptions.inscriptions(on.sentences), *said_afterwards.said_afterwards(on.sentences)]
    by_rules += [*spoken_within.spoken_within(on.text, on.sentences), *termed.termed(on.sentences)]
    found = with_own_subjects(on.text, readings(on, seen.candidates, by_rules))
    own = ((own_words(on.text, on.quotes, reading.report), reading) for reading in found)
    return [replace(reading, report=r) for r, reading in own if r and not is_nickname(on.text, r)]


def judged(on: Ground, found: Iterable[Reading], description: Mapping[str, Any]) -> Iterator[Sure]:
    """The readings that are sure enough, as statements or as attitudes, each with how likely it is right.

    What is no statement is an attitude where the network is sure that somebody says, wants or feels it.
    """
    confidence = described(description)
    kept = without_relays(on, found)
    within = told_within(kept)
    passed_on = retold(on.text, kept)
    for reading in kept:
        report, candidate = reading.report, reading.candidate
        likely = confidence(features(on, reading))
        plain = report not in within and said_that.is_plain(on.text, report, reading.rule or "")
        if reading.rule and (plain or reading.rule in RARE):
            likely = max(likely, CONFIDENCE[reading.rule])
        if said_that.is_answer(on.text, report):
            likely = max(likely, CONFIDENCE["said-clause"])
        sure_within = said_that.least_within(on.text, report, reading.rule or "") or WITHIN
        least = min(RETOLD, sure_within) if report in passed_on else sure_within if report in within else STATED
        if likely >= least and not report.attitude and not nobodys(on.text, report):
            yield report, likely
        elif candidate and candidate.score >= description["threshold"]:
            wide = report_of(on, candidate, attitude=True)
            if wide:
                yield wide, candidate.score


def nobodys(text: str, report: Report) -> bool:
    """Whether a report is none of somebody's: the article's own voice, or a mere turn of speech."""
    return own_voice(text, report) or is_idiom(text, report)
