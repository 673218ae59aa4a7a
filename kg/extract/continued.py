"""Sentences that are nothing but quotations: they go on with the report before them, or with its speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.extract.choose import Sure
from kg.extract.following import follow
from kg.extract.report import Report, quotes_only
from kg.extract.sentences import Sentence
from kg.extract.spoken_within import is_within


def continued(reports: Sequence[Sure], sentences: list[Sentence], implied: float) -> list[Sure]:
    """The reports, in the order of their sentences, with the quotations between them that none of them holds.

    What somebody is said to have said within a quotation neither stands for that quotation nor goes on.
    A quotation that begins a report of its own is as likely right as `implied` says, or less: as the one before it.
    """
    by_home: dict[int, list[Sure]] = defaultdict(list)
    covered: set[int] = set()
    inner = [(report, likely) for report, likely in reports if is_within(report, sentences)]
    for report, likely in reports:
        if not is_within(report, sentences):
            by_home[report.home].append((report, likely))
            covered |= set(range(report.home, report.sentence + 1))
    found: list[Report] = []
    sure: list[float] = []
    for number, sentence in enumerate(sentences):
        for report, likely in by_home[number]:
            found.append(report)
            sure.append(likely)
        if number not in covered and quotes_only(sentence.tokens):
            follow(found, sentences, number)
            sure += [min([implied, *sure[-1:]])] * (len(found) - len(sure))
    return sorted([*zip(found, sure, strict=True), *inner], key=lambda each: each[0].home)
