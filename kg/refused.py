"""A refused article as the record that waits in quarantine, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pyoxigraph import NamedNode

from kg.model import Article
from kg.sources.records import read_record
from kg.validate import Report
from kg.verify import Problem


def record(article: Article, iri: NamedNode, report: Report, problems: Sequence[Problem]) -> dict[str, Any]:
    """What quarantine keeps: the article as a line of JSON Lines has it, why it was refused, and the W3C report."""
    reasons = [*map(str, report.violations), *map(str, problems)]
    return {
        "id": iri.value.rpartition("/")[2],
        "iri": iri.value,
        "where": article.path or article.key,
        "reason": "; ".join(reasons),
        "report": "\n".join([*reasons, *filter(None, [report.turtle])]),
        "article": {key: value for key, value in asdict(article).items() if value},
    }


def article(record: dict[str, Any]) -> Article:
    """The article of a record."""
    line = json.dumps(record["article"]).encode()
    text, known = read_record(line)
    return known.article(text, record["article"].get("path"))
