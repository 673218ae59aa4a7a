"""An Article becomes an AnnotatedArticle: who says what in it, by one of several extractors behind one function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kg.errors import InputError
from kg.extract import rules
from kg.model import AnnotatedArticle, Article

EXTRACTORS: Final[dict[str, Callable[[Article], AnnotatedArticle]]] = {"rules": rules.annotate}
"""The extractors by name: pure functions of the article, safe to run in worker processes."""


def extractor_named(name: str) -> Callable[[Article], AnnotatedArticle]:
    """The extractor of this name; raises InputError if there is none."""
    if name not in EXTRACTORS:
        raise InputError(f"no extractor is called {name!r}; there are: {', '.join(sorted(EXTRACTORS))}")
    return EXTRACTORS[name]


def extract(article: Article, extractor: str = "rules") -> AnnotatedArticle:
    """Who says what in an article, as the named extractor reads it; raises InputError for an unknown name."""
    return extractor_named(extractor)(article)
