"""The way in: whatever is named becomes articles, and errors where it cannot."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import EmptyInput, InputError
from kg.model import Article
from kg.sources.dates import date_in_name
from kg.sources.encoding import check_text
from kg.sources.folder import SUFFIXES, explain, find_articles, shown
from kg.sources.limits import read_bounded
from kg.sources.metadata import Metadata, merge
from kg.sources.records import numbered_lines, read_record
from kg.sources.text import read_text

Outcome = Article | InputError
STDIN: Final = "standard input"
NOTHING: Final = Metadata()
ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)
JSON_START: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")
HTML_START: Final = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)


def read(
    inputs: Iterable[str | Path], *, overrides: Metadata = NOTHING, stdin: BinaryIO | None = None
) -> Iterator[Outcome]:
    """The articles in `inputs`, in order; an InputError, not raised, for each that cannot be read.

    An input is a file (.txt, .html, .htm, .jsonl), a folder, or "-" for standard input (`stdin`, else the process's
    own). Metadata goes by precedence: `overrides`, front matter or JSON record, the page itself, the file name.
    Each message is one line that names the file, and the line of JSON Lines. If `overrides` names a URL or an id,
    all articles but the first are refused, since they would replace one another.
    """
    one_only = overrides.url or overrides.id
    taken = False
    for outcome in chain.from_iterable(_read_input(given, overrides, stdin) for given in inputs):
        if isinstance(outcome, Article) and one_only and taken:
            yield InputError(
                f"{outcome.path}: {one_only} was given and names one article, the first; give one article at a time"
            )
            continue
        taken = taken or isinstance(outcome, Article)
        yield outcome


def _read_input(given: str | Path, overrides: Metadata, stdin: BinaryIO | None) -> Iterator[Outcome]:
    if str(given) == "-":
        return _guarded(STDIN, _read_stdin(stdin, overrides))
    if ADDRESS.match(str(given)):
        return iter([InputError(f"{given}: an address; save its page as a file, and say where it stood with --url")])
    path = Path(given)
    return _guarded(shown(path), _read_path(path, overrides))


def _guarded(where: str, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes; what is raised ends them as one more, naming where."""
    try:
        yield from outcomes
    except InputError as error:
        yield type(error)(f"{where}: {error}")
    except OSError as error:
        yield InputError(f"{where}: {explain(error)}")


def _read_path(path: Path, overrides: Metadata) -> Iterator[Outcome]:
    if path.is_dir():
        for found in find_articles(path):
            yield from (
                [found] if isinstance(found, InputError) else _guarded(shown(found), _read_file(found, overrides))
            )
    else:
        path.stat()
        yield from _read_file(path, overrides)


def _read_file(path: Path, overrides: Metadata) -> Iterator[Outcome]:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"not a kind of file that is read ({', '.join(SUFFIXES)}); rename it, or pipe it in as “-”")
    with path.open("rb") as file:
        if suffix == ".jsonl":
            yield from _read_records(numbered_lines(file), shown(path), overrides)
        else:
            named = Metadata(published=date_in_name(path.name))
            yield _read_one(read_bounded(file), suffix != ".txt", shown(path), overrides, named)


def _read_stdin(stdin: BinaryIO | None, overrides: Metadata) -> Iterator[Outcome]:
    if stdin is None and sys.stdin is None:
        raise InputError("closed; give a file, or pipe something in")
    file = stdin or sys.stdin.buffer
    head, lines = [], numbered_lines(file)
    for number, line in lines:
        head.append(line)
        if JSON_START.match(line):
            yield from _read_records(chain([(number, line)], lines), STDIN, overrides)
            return
        if line.strip():
            break
    data = read_bounded(file, b"".join(head))
    yield _read_one(data, _is_html(data), STDIN, overrides, Metadata())


def _is_html(data: bytes) -> bool:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return (
        HTML_START.match(data[:4096].decode("utf-16" if wide else "utf-8", "ignore").removeprefix("\ufeff")) is not None
    )


def _read_one(data: bytes, is_page: bool, path: str, overrides: Metadata, named: Metadata) -> Article:
    if not data or data.isspace():
        raise EmptyInput("empty; there is no text in it")
    if is_page:
        from kg.sources.page import read_page

        text, said = read_page(data)
    else:
        text, said = read_text(data)
    return merge(overrides, said, named).article(check_text(text), path)


def _read_records(lines: Iterable[tuple[int, bytes]], path: str, overrides: Metadata) -> Iterator[Outcome]:
    empty = True
    for number, line in lines:
        if line.strip():
            empty = False
            yield from _guarded(f"{path}:{number}", _read_record(line, f"{path}:{number}", overrides))
    if empty:
        raise EmptyInput("empty; there is no article in it")


def _read_record(line: bytes, path: str, overrides: Metadata) -> Iterator[Article]:
    text, said = read_record(line)
    yield merge(overrides, said).article(check_text(text), path)
