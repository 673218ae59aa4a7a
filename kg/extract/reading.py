"""What is done around every extractor: other languages are marked and not read; code and tables say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kg.extract.language import ENGLISH, told
from kg.extract.mended import mended
from kg.extract.prose import without_tables
from kg.model import AnnotatedArticle, Article

HALVES: Final = re.compile("[\ud800-\udfff]")
"""Lone surrogates: no text that was read holds one, but a caller's may."""
DIRECTIONS: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Invisible characters that stand between words, and are taken for letters there."""


def read(article: Article, extractor: str, annotate: Callable[[Article], AnnotatedArticle]) -> AnnotatedArticle:
    """What the extractor of this name finds in an article; nothing, and why, in one that is not in English."""
    language = told(article.text)
    if language and language != ENGLISH:
        why = f"language not supported: looks like {language}; Quoth reads English, so give it an English translation"
        return AnnotatedArticle(article, extractor, language=language.tag, skipped=why)
    text = DIRECTIONS.sub(" ", HALVES.sub("\ufffd", article.text))
    whole = mended(text)
    found = annotate(article if whole.text == article.text else replace(article, text=whole.text))
    printed = replace(whole.restored(found), article=article)
    return replace(without_tables(printed), article=article, language=language.tag if language else None)
