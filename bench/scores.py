"""What each extractor reaches on annotated articles, as Markdown, beside what people and other extractors reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bench.aims import aims, value
from bench.calibrated import calibration
from bench.markdown import table

MEASURES: Final = {
    "content": "content",
    "attributed": "attributed",
    "exact": "exact",
    "cue": "cue, of matched",
    "speaker": "speaker",
    "direct": "direct quotations, recall",
    "kind": "kind, of matched",
    "span-source": "spans: source",
    "span-cue": "spans: cue",
    "span-content": "spans: content",
    "speaker-wrong": "named speakers that are wrong",
    "speaker-unresolved": "statements left without a speaker",
    "act": "act, the first choice of readers",
    "act-accepted": "act, one that readers accept",
    "polarity": "polarity",
    "stance": "stance",
    "said-exact": "when it was said, exactly",
    "said-overlap": "when it was said, overlapping",
    "within": "the report around it",
    "relayed": "who passed it on",
    "role": "role",
    "mention": "named people, organisations, places",
    "chain": "chains of these (B³)",
    "pronoun": "pronouns",
}
BOTH: Final = ("content", "attributed")
"""Measures of which precision and recall are shown too."""

References = Mapping[str, Mapping[str, float]]
SCORES: Final = ("content", "attributed", "exact", "span-source", "span-cue", "span-content")
REFERENCES: Final[dict[str, References]] = {
    "gold": {"two readers": {"content": 0.98, "attributed": 0.97, "speaker": 0.97, "direct": 1.00}},
    "polnear": {
        "two humans": dict(zip(SCORES, (0.79, 0.74, 0.67, 0.78, 0.70, 0.69), strict=True)),
        "plain tagger": dict(zip(SCORES, (0.76, 0.66, 0.55, 0.78, 0.71, 0.61), strict=True)),
        "CofeNet": dict(zip(SCORES[3:], (0.83, 0.75, 0.73), strict=True)),
    },
    "names": {"head word alone": {"chain": 0.90}},
}
"""Set → who else was measured on it → what they reach."""

SETS: Final = {
    "gold": (
        "News",
        "articles annotated to our guide. The two readers annotated them by it, each alone. A plain tagger reaches "
        "0.68 content, 0.57 attributed and 0.77 of the direct quotations on other news annotated to the same guide.",
    ),
    "unseen": (
        "Everyday news",
        "invented articles of train/gold/unseen, annotated to our guide by one reader. Nobody looks at what is found "
        "in them, so that no rule is made for them.",
    ),
    "varied": (
        "News of all kinds",
        "invented articles of train/gold/varied: short reports, prose translated from other languages, some of it "
        "scraped with lost marks and spaces, local news and courts, business and science, long features, wire reports, "
        "assessments of wars and channels, human-rights reports, fact-checks, sport and culture, parliaments "
        "and diplomacy. Annotated to our guide, each by one of twelve readers. Nobody looks at what is found in them.",
    ),
    "polnear": (
        "Political news",
        "articles of the development part of PolNeAR 1.0 (Newell, Margolin and Ruths, 2018), wishes, intentions and "
        "feelings included. The two humans are pairs of its annotators on the same articles; the plain tagger is a "
        "MiniLM-L6 fine-tuned on it that links the nearest source; CofeNet is the best published, on BERT-base, by a "
        "protocol of its own that cuts the text beforehand and links nothing.",
    ),
    "other": (
        "Biographies, speeches, interviews, hearings",
        "documents of GUM that are no news (train/gold), reports within turns of speech included, the turns not.",
    ),
    "own": (
        "Our own articles",
        "invented articles of tests/articles. They were seen while the rules were written, so their figures flatter.",
    ),
    "names": (
        "Names, chains and pronouns",
        "documents of GUM that nothing was trained on. A chain is what is the same person, organisation or place.",
    ),
}
"""Set → its heading, and what is said of it behind the number of its articles."""


def accuracy(measured: dict[str, Any]) -> Iterator[str]:
    """The section on accuracy, beside the figures of people and of other extractors."""
    versions = " and ".join(each["version"] for each in measured["extractors"].values())
    yield (
        f"What {versions} reach, by the counting of `quoth bench extraction`: F1 unless said otherwise. The sets are "
        f"small: the bounds of the middle 95 % of {measured['resamples']} draws of articles stand beside each figure."
    )
    yield from aims(measured)
    for name, (heading, told) in SETS.items():
        if name in measured["sets"]:
            of = measured["sets"][name]
            yield f"### {heading}"
            yield f"{of['articles']} {told} {of['words']:,} words."
            yield _table(name, measured["extractors"])
    yield "### Calibration"
    yield from calibration(measured)


def _table(set: str, extractors: Mapping[str, Any]) -> str:
    references = REFERENCES.get(set, {})
    scores = [each["scores"][set] for each in extractors.values()]
    heads = [head for name in extractors for head in (name, "95 %")]
    shown = [name for name in MEASURES if any(name in each for each in scores)]
    return table(("measure", *heads, *references), (row for name in shown for row in _rows(name, scores, references)))


def _rows(name: str, scores: list[Mapping[str, Any]], references: References) -> Iterator[list[str]]:
    rows = [each.get(name) for each in scores]
    figures = [cell for row in rows for cell in (_figure(value(row) if row else None), _interval(row))]
    yield [MEASURES[name], *figures, *(_figure(each.get(name), 2) for each in references.values())]
    for key, part in (("p", "precision"), ("r", "recall")) if name in BOTH else ():
        cells = [cell for row in rows for cell in (_figure(row[key] if row else None), "")]
        yield [f"{MEASURES[name]}, {part}", *cells, *("" for _ in references)]


def _figure(figure: float | None, digits: int = 3) -> str:
    return "" if figure is None else f"{figure:.{digits}f}"


def _interval(row: Mapping[str, Any] | None) -> str:
    return "–".join(_figure(bound, 2) for bound in (row or {}).get("interval") or ())
