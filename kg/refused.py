"""A refused article as the record that waits in quarantine, and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import Any

from pyoxigraph import NamedNode

from kg.model import Article


def record(article: Article, iri: NamedNode, reasons: list[str], details: str) -> dict[str, Any]:
    """What quarantine keeps: the article with all that is known of it, and why it was refused.

    `details` is the W3C validation report as Turtle, or a traceback.
    """
    return {
        "id": iri.value.rpartition("/")[2],
        "iri": iri.value,
        "where": article.path or article.key,
        "reasons": reasons,
        "details": details,
        "article": {key: value for key, value in asdict(article).items() if value},
    }


def article(record: dict[str, Any]) -> Article:
    """The article of a record, equal to the one that was refused."""
    given = dict(record["article"])
    if "published" in given:
        given["published"] = dt.date.fromisoformat(given["published"])
    if "published_at" in given:
        given["published_at"] = dt.datetime.fromisoformat(given["published_at"])
    return Article(**given | {"authors": tuple(given.get("authors", ()))})
