"""What is done around every extractor: an article in another language is marked, not read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract.language import ENGLISH, told
from kg.model import AnnotatedArticle, Article


def read(article: Article, extractor: str, annotate: Callable[[Article], AnnotatedArticle]) -> AnnotatedArticle:
    """What the extractor of this name finds in an article; nothing, and why, in one that is not in English."""
    language = told(article.text)
    if language and language != ENGLISH:
        why = f"language not supported: looks like {language}; Quoth reads English, so give it an English translation"
        return AnnotatedArticle(article, extractor, language=language.tag, skipped=why)
    return replace(annotate(article), language=language.tag if language else None)
