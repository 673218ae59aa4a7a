"""The details of statements as JSON writes them: within our gold files, in NAME.fields.json, and in JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from kg.errors import InputError
from kg.model import SpeechAct
from kg.scoring.spans import spans
from kg.scoring.values import Days, GoldArticle, GoldDetails, PredictedDetails

SUFFIX: Final = ".fields.json"
POLARITIES: Final = ("affirmed", "negated")
STANCES: Final = ("acknowledges", "distances", "endorses")
ALWAYS: Final = frozenset({"act", "said", "within", "relayed_by"})
"""What a reader who told the act looked at too: where one of these is left out, there is none."""

DETAILS: Final = ALWAYS | {"polarity", "stance", "role"}


@dataclass(frozen=True, slots=True)
class Fields:
    """One file NAME.fields.json: when the article was published, and the details of its statements in order."""

    sha256: str | None
    published: date | None
    contents: tuple[Any, ...]
    details: tuple[GoldDetails, ...]


def with_fields(article: GoldArticle, folders: Sequence[Path]) -> GoldArticle:
    """The article with what NAME.fields.json of the first such folder tells; raises InputError if it does not fit."""
    files = (folder / f"{article.name}{SUFFIX}" for folder in folders)
    path = next((file for file in files if file.is_file()), None)
    return _joined(article, path, _read(path)) if path else article


def _read(path: Path) -> Fields:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        published = found.get("published")
        return Fields(
            found.get("text_sha256"),
            date.fromisoformat(published) if published else None,
            tuple(spans(each["content"]) for each in found["statements"]),
            all_details(found["statements"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: does not tell the fields of statements: {error}") from None


def _joined(article: GoldArticle, path: Path, fields: Fields) -> GoldArticle:
    if fields.sha256 not in (None, article.article.sha256):
        raise InputError(f"{path}: is of another text than the one annotated as {article.name!r}")
    if fields.contents != tuple(each.content for each in article.statements):
        raise InputError(f"{path}: its statements are not those annotated as {article.name!r}, in their order")
    published = article.article.published or fields.published
    statements = zip(article.statements, fields.details, strict=True)
    return replace(
        article,
        article=replace(article.article, published=published),
        statements=tuple(replace(each, details=details) for each, details in statements),
    )


def all_details(found: Sequence[Mapping[str, Any]]) -> tuple[GoldDetails, ...]:
    """The details of one article's statements; raises ValueError or TypeError for what is none."""
    details = tuple(_gold_details(each) for each in found)
    wrong = [each.within for each in details if each.within is not None and not 0 <= each.within < len(details)]
    if wrong:
        raise ValueError(f"no statement stands at {wrong[0]}, which is said to report another")
    return details


def _gold_details(found: Mapping[str, Any]) -> GoldDetails:
    told = DETAILS & found.keys()
    return GoldDetails(
        told=told | ALWAYS if "act" in told else told,
        acts=tuple(SpeechAct(act).value for act in (found["act"], *found.get("act_also", ()))) if "act" in told else (),
        polarity=_one_of(POLARITIES, found.get("polarity")),
        stance=_one_of(STANCES, found.get("stance")),
        said=days(found.get("said")),
        within=_place(found.get("within")),
        relayed_by=_names(found.get("relayed_by")),
        roles=(*spans(found.get("role")), *spans(found.get("role_elsewhere"))),
    )


def predicted_details(found: Mapping[str, Any], entities: Mapping[str, Mapping[str, Any]]) -> PredictedDetails:
    """The details of one printed statement: a field left out was not predicted."""
    relays = [entities.get(id, {}).get("name") or id for id in found.get("relayed_by") or ()]
    return PredictedDetails(
        act=found.get("act"),
        polarity=found.get("polarity"),
        stance=found.get("stance"),
        said=days(found.get("said")),
        within=found.get("within"),
        relayed_by=_names(relays),
        role=spans(found.get("role")),
    )


def days(value: Any) -> Days | None:
    """A day, or the first and the last one, as YYYY-MM-DD; raises ValueError or TypeError for anything else."""
    if value is None:
        return None
    first, last = (value, value) if isinstance(value, str) else value
    found = date.fromisoformat(first), date.fromisoformat(last)
    if found[0] > found[1]:
        raise ValueError(f"the first day comes before the last: {value!r}")
    return found


def _one_of(values: Sequence[str], value: str | None) -> str | None:
    if value is not None and value not in values:
        raise ValueError(f"{value!r} is none of {', '.join(values)}")
    return value


def _place(value: Any) -> int | None:
    if value is not None and not isinstance(value, int):
        raise TypeError(f"within is a place in the list of statements: {value!r}")
    return value


def _names(value: Sequence[Any] | None) -> tuple[str, ...]:
    names = tuple(value or ())
    if isinstance(value, str) or not all(isinstance(name, str) for name in names):
        raise TypeError(f"relayed_by is a list of names: {value!r}")
    return names
