"""What the scorer said, as Markdown, beside the published and measured figures of people and another extractor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from bench.markdown import table

SCORES: Final = ("content", "attributed", "exact", "span-source", "span-cue", "span-content")
HUMANS: Final = dict(zip(SCORES, (0.79, 0.74, 0.67, 0.78, 0.70, 0.69), strict=True))
"""Pairs of PolNeAR's annotators against each other."""

TAGGER: Final = dict(zip(SCORES, (0.76, 0.66, 0.55, 0.78, 0.71, 0.61), strict=True))
"""A naive fine-tuned tagger on PolNeAR's development part."""

READERS: Final = {"content": 0.98, "attributed": 0.97, "speaker": 0.97, "direct": 1.00}
MEASURES: Final = {
    "content": "content",
    "attributed": "attributed",
    "exact": "exact",
    "speaker": "speaker",
    "direct": "direct quotations, recall",
    "kind": "kind",
    "span-source": "spans: source",
    "span-cue": "spans: cue",
    "span-content": "spans: content",
    "content precision": "content, precision",
    "content recall": "content, recall",
    "attributed precision": "attributed, precision",
    "attributed recall": "attributed, recall",
    "speaker-wrong": "named speakers that are wrong",
    "speaker-unresolved": "statements left without a speaker",
}


def accuracy(measured: dict[str, Any]) -> Iterator[str]:
    """The section on accuracy, beside the figures of people and of another extractor."""
    articles = {name: each["articles"] for name, each in measured["sets"].items()}
    yield (
        f"F1 of the extractor {measured['extractor']} unless said otherwise. News: {articles['gold']} articles "
        f"annotated to a guide of our own, so few that the bounds of the middle 95 % of {measured['resamples']} draws "
        f"of articles stand beside each figure. PolNeAR: {articles['polnear']} articles of the development part of "
        f"PolNeAR 1.0 (Newell, Margolin and Ruths, 2018), wishes and intentions included."
    )
    news, polnear = measured["sets"]["gold"], measured["sets"]["polnear"]["scores"]
    yield table(
        ("measure", "news", "95 %", "two readers", "PolNeAR", "two humans", "fine-tuned tagger"),
        (
            (
                shown,
                _score(news["scores"].get(name)),
                "–".join(_score(bound) for bound in news["intervals"].get(name, ())),
                *(_score(column.get(name)) for column in (READERS, polnear, HUMANS, TAGGER)),
            )
            for name, shown in MEASURES.items()
        ),
    )
    yield (
        "The readers annotated the same news articles by the guide. The humans are pairs of PolNeAR's annotators on "
        "the same articles; the tagger is a MiniLM-L6 fine-tuned on PolNeAR that links the nearest source. It reaches "
        "0.68 content, 0.57 attributed and 0.77 of the direct quotations on other news articles annotated to the same "
        "guide."
    )


def _score(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.2f}"
