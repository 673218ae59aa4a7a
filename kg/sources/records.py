"""JSON Lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.errors import InputError
from kg.sources.limits import MAX_BYTES, too_large
from kg.sources.metadata import Metadata, merge, metadata_from


def numbered_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of `file`, counted from 1. One over the maximum comes cut (`read_record` refuses it) and is skipped."""
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        yield number, line
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(1 << 16)


def read_record(line: bytes) -> tuple[str, Metadata]:
    """The text and metadata of one line: an object with `text`, or else `html`, and the keys of `metadata_from`.

    What the record says goes before what its page says. Raises InputError.
    """
    record = _load(line)
    text, html = record.get("text"), record.get("html")
    for key, value in (("text", text), ("html", html)):
        if value is not None and not isinstance(value, str):
            raise InputError(f"{key}: must be a string, not {value!r:.60}")
    given = metadata_from(record)
    if text is not None:
        return text, given
    if html is None:
        raise InputError("neither text nor html in it; give the article as one of them")
    from kg.sources.page import read_html

    text, said = read_html(html)
    return text, merge(given, said)


def _load(line: bytes) -> dict[str, Any]:
    if len(line) > MAX_BYTES:
        raise too_large()
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"not JSON ({error.msg.removesuffix(' at')} at column {error.colno}); write one object a line"
        ) from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON that can be read ({error}); write one object a line") from None
    if not isinstance(record, dict):
        raise InputError("not a JSON object; write one object a line")
    return record
