"""What can be set of the service, and the environment variables that set it."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Settings:
    """How the service runs; each field is also read from `QUOTH_` and its name in capitals (`QUOTH_DB`).

    `cors` holds the origins whose pages may read from here ("*" is any); none by default.
    `context` allows the paragraph around a statement to be shown, `texts` the whole archived text of an article.
    `page_size` is how many answers a list gives unasked, `max_page_size` the most that can be asked for.
    `sparql_timeout` counts the seconds that a query may compute; a slow download ends after ten times that.
    `sparql_memory` is the address space of one worker process in MiB.
    """

    db: Path = Path("quoth-db")
    cors: tuple[str, ...] = ()
    context: bool = True
    texts: bool = False
    page_size: int = 50
    max_page_size: int = 500
    sparql_timeout: float = 10.0
    sparql_workers: int = 2
    sparql_max_length: int = 50_000
    sparql_memory: int = 2048

    def __post_init__(self) -> None:
        for name in (
            "page_size",
            "max_page_size",
            "sparql_timeout",
            "sparql_workers",
            "sparql_max_length",
            "sparql_memory",
        ):
            if not getattr(self, name) > 0:
                raise InputError(f"the setting {name} is {getattr(self, name)}; give a number above 0")
        if self.page_size > self.max_page_size:
            raise InputError(
                f"QUOTH_PAGE_SIZE ({self.page_size}) is above QUOTH_MAX_PAGE_SIZE ({self.max_page_size}); lower it too"
            )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ, **given: Any) -> Self:
        """The settings that the environment gives; those `given` win. Raises InputError for a malformed one."""
        read: dict[str, Any] = {
            field.name: _read(f"QUOTH_{field.name.upper()}", environment, field.default)
            for field in dataclasses.fields(cls)
            if f"QUOTH_{field.name.upper()}" in environment
        }
        return cls(**(read | given))


def _read(name: str, environment: Mapping[str, str], default: object) -> object:
    """The variable's value in the type of the default."""
    value = environment[name].strip()
    try:
        return _READERS[type(default)](value)
    except (ValueError, KeyError):
        kinds = {bool: "yes or no", int: "a whole number", float: "a number"}
        raise InputError(f'{name} is "{value}"; give {kinds[type(default)]}') from None


def _yes_or_no(value: str) -> bool:
    return {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}[value.lower()]


_READERS: dict[type, Callable[[str], object]] = {
    bool: _yes_or_no,
    int: int,
    float: float,
    tuple: lambda value: tuple(part for part in value.replace(",", " ").split()),
    type(Path()): Path,
}
