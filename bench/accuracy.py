"""How right each extractor is, on articles that people annotated (`annotated`, `names`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bench import names, reliability
from bench.annotated import everything, find_shared
from kg.errors import ModelError
from kg.extract import EXTRACTORS, extract, extractor_named
from kg.extract.jsonl import record
from kg.model import PIECES, Article
from kg.scoring import Comparison, GoldArticle, compare, prediction, score
from kg.scoring.resampling import RESAMPLES, draws

__all__ = ["extractors", "find_shared", "measure"]

NAMES: Final = "names"
"""The set of documents on which names, chains and pronouns are measured."""


def extractors() -> list[str]:
    """Those that can read here, the rules first: the network's files may be missing."""
    return [name for name in sorted(EXTRACTORS, reverse=True) if _reads(name)]


def _reads(name: str) -> bool:
    try:
        extractor_named(name)
    except ModelError:
        return False
    return True


def measure(shared: Path, *, resamples: int = RESAMPLES, most: int | None = None) -> dict[str, Any]:
    """All figures of each extractor on each set that is there, of at most `most` articles each.

    Figures are as kg.scoring counts them, with intervals; `words` are counted as written.
    """
    sets = everything(shared, most)
    documents = names.documents(shared, most) if (shared / "gum").is_dir() else []
    texts = {name: [each.article.text for each in articles] for name, articles in sets.items()}
    texts[NAMES] = [text for _, text, *_ in documents]
    return {
        "resamples": resamples,
        "sets": {
            name: {"articles": len(those), "words": sum(len(text.split()) for text in those)}
            for name, those in texts.items()
            if those
        },
        "extractors": {name: _measured(name, shared, sets, documents, resamples) for name in extractors()},
    }


def _measured(
    extractor: str,
    shared: Path,
    sets: Mapping[str, Sequence[GoldArticle]],
    documents: Sequence[names.Document],
    resamples: int,
) -> dict[str, Any]:
    records = {name: [printed(each, extractor) for each in articles] for name, articles in sets.items()}
    compared = {name: compared_with(articles, records[name]) for name, articles in sets.items()}
    named = {each[0]: record(extract(names.article(each), extractor)) for each in documents}
    scores = {name: score(those, resamples).as_json() for name, those in compared.items()}
    if documents:
        scores[NAMES] = names.scores(shared, documents, named, draws(len(documents), resamples))
    return {
        "version": records["own"][0]["extractor"],
        "scores": scores,
        "statements": sum(len(each["statements"]) for those in records.values() for each in those),
        "not verbatim": sum(
            not_verbatim(each, article.article)
            for name, articles in sets.items()
            for article, each in zip(articles, records[name], strict=True)
        ),
        "calibration": reliability.measure(compared),
        "fitted": reliability.fitted() if extractor == "network" else None,
    }


def printed(article: GoldArticle, extractor: str) -> dict[str, Any]:
    """What `quoth extract` prints of an article; attitudes too where the readers marked them."""
    return record(extract(article.article, extractor), article.marks_attitudes)


def compared_with(articles: Sequence[GoldArticle], records: Sequence[Mapping[str, Any]]) -> list[Comparison]:
    """What is right of what was printed of each article."""
    return [compare(each, prediction(found, each.name)) for each, found in zip(articles, records, strict=True)]


def not_verbatim(found: Mapping[str, Any], article: Article) -> int:
    """How many statements printed do not have their words from where they say that these stand in the article."""
    return sum(
        each["text"] != PIECES.join(article.text[start:end] for start, end in each["content"])
        or not all(0 <= start < end <= len(article.text) for start, end in each["content"])
        for each in found["statements"]
    )
