"""The YAML block between two lines of "---" at the head of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from kg.errors import InputError
from kg.sources.metadata import Metadata, metadata_from

BLOCK: Final = re.compile(
    r"---[ \t]*\r?\n(?P<yaml>.{0,65536}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)


def split_front_matter(text: str) -> tuple[str, Metadata]:
    """The text after its front matter, and what the front matter says; raises InputError if that cannot be read.

    A block that is not a list of keys and values is no front matter, and neither is one over 64 kB: it stays text.
    """
    found = BLOCK.match(text) if text.startswith("---") else None
    if not found:
        return text, Metadata()
    values = _load(found["yaml"])
    if values is not None and not isinstance(values, dict):
        return text, Metadata()
    try:
        return text[found.end() :], metadata_from(values or {})
    except InputError as error:
        raise InputError(f"front matter: {error}") from None


def _load(block: str) -> Any:
    import yaml

    try:
        return yaml.load(block, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise InputError(
            f"front matter: not YAML at line {line} ({error.problem}); mend it or put the value in quotes"
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):
        raise InputError("front matter: not YAML; mend it or remove it") from None


@cache
def _loader() -> Any:
    """Loads every scalar as the string that is written, null apart: "no" is a language, 2022-09-21 a date as text.

    Merge keys ("<<") are refused: a page of them, each merging the one before twice, would fill the memory.

    The loader in C is faster by a fraction of a millisecond, but a deeply nested block crashes it.
    """
    import yaml

    class Strings(yaml.SafeLoader):
        """A SafeLoader that makes strings only."""

        def flatten_mapping(self, node: Any) -> None:
            for key, _ in node.value:
                if key.tag == "tag:yaml.org,2002:merge":
                    raise yaml.constructor.ConstructorError(None, None, "found a merge key", key.start_mark)

    Strings.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return Strings
