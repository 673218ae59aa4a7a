"""An Article becomes an AnnotatedArticle: who says what in it, by one of several extractors behind one function."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final

from kg.errors import InputError
from kg.model import AnnotatedArticle, Article

# What an extractor needs is imported when it first reads: most commands read nothing.


def _network(article: Article) -> AnnotatedArticle:
    from kg.extract import trained

    return trained.annotate(article)


def _rules(article: Article) -> AnnotatedArticle:
    from kg.extract import rules

    return rules.annotate(article)


DEFAULT: Final = os.environ.get("QUOTH_EXTRACTOR") or "network"
"""What reads where no extractor is named."""
EXTRACTORS: Final[dict[str, Callable[[Article], AnnotatedArticle]]] = {"network": _network, "rules": _rules}
"""The extractors by name: pure functions of the article, safe to run in worker processes."""


def extractor_named(name: str) -> Callable[[Article], AnnotatedArticle]:
    """The extractor of this name; raises InputError if there is none, ModelError if its files are not whole."""
    if name not in EXTRACTORS:
        raise InputError(f"no extractor is called {name!r}; there are: {', '.join(sorted(EXTRACTORS))}")
    if name == "network":
        from kg.extract import weights

        weights.checked()
    return EXTRACTORS[name]


def extract(article: Article, extractor: str = DEFAULT) -> AnnotatedArticle:
    """Who says what in an article, as the named extractor reads it; raises what `extractor_named` raises."""
    from kg.extract.reading import read

    return read(article, extractor, extractor_named(extractor))
