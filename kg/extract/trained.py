"""The trained extractor: a network finds who said what, and rules set what they know for sure."""

from __future__ import annotations

from typing import Final

from kg.extract.assemble import Ground, annotated, ground
from kg.extract.choose import Sure, chosen
from kg.extract.combine import Reading, features, readings
from kg.extract.confidence import Scale
from kg.extract.continued import continued
from kg.extract.long_texts import candidates
from kg.extract.reports import alone
from kg.extract.rules import CONFIDENCE
from kg.extract.weights import Network, loaded
from kg.model import AnnotatedArticle, Article

VERSION: Final = "1.0.0"


def annotate(article: Article) -> AnnotatedArticle:
    """What the network and the rules read in an article; raises ModelError if the network's files are not whole."""
    network = loaded()
    on = ground(article.text)
    sure = judged(on, network)
    described = network.checked.description
    kept = continued(chosen(sure, described["threshold"]), on.sentences, CONFIDENCE["implied"])
    return annotated(
        article,
        f"network/{VERSION}+{network.checked.hash}",
        on,
        [report for report, _ in kept],
        [round(confidence, 2) for _, confidence in kept],
    )


def judged(on: Ground, network: Network) -> list[Sure]:
    """Everything that the network or the rules read in a text, each with how likely it is right."""
    described = network.checked.description.get("confidence")
    found = read(on, network)
    if described is None:
        return [(reading.report, unfitted(reading)) for reading in found]
    scale = Scale.described(described)
    return [(reading.report, scale.confidence(features(on, reading))) for reading in found]


def unfitted(reading: Reading) -> float:
    """How likely a reading is right as the network says, or the rule where the network does not see it."""
    return reading.candidate.score if reading.candidate else CONFIDENCE[reading.report.rule]


def read(on: Ground, network: Network) -> list[Reading]:
    """What the network and the rules read in a text, however unsure: with their features what a scale is fitted on."""
    return readings(on, candidates(on.text, network), alone(on.sentences))
