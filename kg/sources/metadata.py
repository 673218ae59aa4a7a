"""What is known of an article besides its text: read from what is written, and merged by precedence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final

from kg.errors import InputError
from kg.model import Article
from kg.sources.dates import parse_moment
from kg.sources.urls import absolute_url

LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one place (command line, front matter, page …) says of an article. What it doesn't say is None or ().

    `published_at` must have a time zone; without `published`, its own date there is taken.
    """

    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    translated_from: str | None = None

    def __post_init__(self) -> None:
        if self.published_at and not self.published_at.tzinfo:
            raise ValueError(f"published_at must have a time zone: {self.published_at}")
        if self.published_at and not self.published:
            object.__setattr__(self, "published", self.published_at.date())

    def article(self, text: str, path: str | None) -> Article:
        """The article with this text, read from `path`."""
        return Article(text=text, path=path, **{name: getattr(self, name) for name in self.__slots__})


def merge(*layers: Metadata) -> Metadata:
    """One from many, the first that says something being right about it.

    Day and time of publication come from the same layer; a lower layer's time joins a day that it falls on.
    """
    merged: dict[str, Any] = {}
    for layer in reversed(layers):
        merged |= {name: value for name, value in asdict(layer).items() if value}
    return Metadata(**merged | {"published_at": _time(layers)})


def _time(layers: Sequence[Metadata]) -> datetime | None:
    dated = [layer for layer in layers if layer.published]
    fitting = dated[:1] + [layer for layer in dated if layer.published == dated[0].published]
    return next((layer.published_at for layer in fitting if layer.published_at), None)


def metadata_from(values: Mapping[str, object], *, lenient: bool = False) -> Metadata:
    """What `values`, keyed by the fields of `Metadata` ("date" and "author" also name published and authors), say.

    Values are as JSON, YAML or a command line give them: strings, or a list of strings for authors. None and "" say
    nothing, keys of other names are left aside. Raises InputError naming the key whose value cannot be; `lenient`
    takes such a value as unknown instead.
    """
    said: dict[str, Any] = dict(_read_values(values, lenient))
    moments = [said[field] for field in ("published", "published_at") if field in said]
    said["published"] = next((moment.day for moment in moments), None)
    said["published_at"] = next((moment.instant for moment in reversed(moments) if moment.instant), None)
    return Metadata(**said)


def _read_values(values: Mapping[str, object], lenient: bool) -> Iterator[tuple[str, object]]:
    """Field and value of each key that says something; a date of publication comes as a Moment."""
    for key, (field, read) in KEYS.items():
        try:
            value = read(values[key]) if values.get(key) not in (None, "", []) else None
        except ValueError as error:
            if not lenient:
                raise InputError(f"{key}: {error}") from None
            continue
        if value:
            yield field, value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"must be a string, not {type(value).__name__}")
    if UNPRINTABLE.search(value):
        raise ValueError(f"holds a control character or half a character: {value!r:.60}")
    return " ".join(value.split())


def _id(value: object) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _string(value)


def _authors(value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list | tuple) else [value]
    return tuple(dict.fromkeys(filter(None, map(_string, names))))


def _language(value: object) -> str:
    tag = _string(value).replace("_", "-")
    if not LANGUAGE.fullmatch(tag):
        raise ValueError(f"“{tag:.80}” is not a language tag such as en or pt-BR")
    return tag


KEYS: Final[Mapping[str, tuple[str, Callable[[object], object]]]] = {
    "id": ("id", _id),
    "url": ("url", lambda value: absolute_url(_string(value))),
    "title": ("title", _string),
    "date": ("published", lambda value: parse_moment(_string(value))),
    "published": ("published", lambda value: parse_moment(_string(value))),
    "published_at": ("published_at", lambda value: parse_moment(_string(value))),
    "publisher": ("publisher", _string),
    "author": ("authors", _authors),
    "authors": ("authors", _authors),
    "language": ("language", _language),
    "translated_from": ("translated_from", _language),
}
"""Each key that may be given: the field it says and how its value is read. Of two for one field the later is right."""
