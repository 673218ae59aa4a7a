"""HTML pages: the article's own text, without menus, comments and links to other articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.errors import EmptyInput, InputError
from kg.sources.encoding import decode_page
from kg.sources.metadata import Metadata
from kg.sources.page_metadata import page_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

TAG: Final = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
SHORT: Final = 250
"""Below so many characters trafilatura takes whatever text a page holds, its menu too; then more is asked of it."""
SENTENCE: Final = re.compile(r"[.!?…。！？]")
ALSO: Final = (
    r"(?:also read|read also|see also|lire aussi|à lire aussi|lesen sie auch|lee también|leer también|читайте также)\b"
)
MORE: Final = (
    r"(?:(?:read|see|watch|listen|hear)(?: more| next| on| now)?|read this next"
    r"|related(?: articles?| stories| news)?|more on this)"
)
ELSEWHERE: Final = re.compile(rf"(?:- )?(?:{ALSO}[^“”«»\"]{{0,200}}|{MORE}\s*(?:[:|►»→].{{0,200}})?)", re.IGNORECASE)
"""A line that leads to another article. After "see also" a line with quotation marks may be reporting, and stays."""


def read_page(data: bytes) -> tuple[str, Metadata]:
    """The article's text in the page with this source, and what the page says of itself.

    Raises EmptyInput if there is no article in it, InputError if the article cannot be decoded.
    """
    source = decode_page(data)
    text, metadata = read_html(source)
    if "\ufffd" in text and b"\xef\xbf\xbd" not in data:
        raise InputError("the article is in two encodings at once; save the page as UTF-8")
    return text, metadata


def read_html(source: str) -> tuple[str, Metadata]:
    """As `read_page`, from HTML that is decoded: a whole page or a fragment of one."""
    from trafilatura.utils import load_html

    whole = source if TAG.search(source) else f"<html><body>{source}</body></html>"
    tree = load_html(whole)
    if tree is None:
        raise EmptyInput("there is no HTML in it")
    return _without_links(_main_text(tree)), page_metadata(tree)


def _main_text(tree: HtmlElement) -> str:
    text = _extracted(tree)
    if text and (len(text) >= SHORT or (SENTENCE.search(text) and _extracted(tree, strict=True))):
        return text
    raise EmptyInput("there is no article in this page; give the page of the article itself, or its text")


def _extracted(tree: HtmlElement, strict: bool = False) -> str | None:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(tree, include_comments=False, favor_precision=strict)
    return found.text if isinstance(found, Document) else None


def _without_links(text: str) -> str:
    """The text without its "Read also" lines, and without the list that follows such a line."""
    kept: list[str] = []
    in_list = False
    for line in text.split("\n"):
        leads_away = ELSEWHERE.fullmatch(line) is not None
        in_list = leads_away or (in_list and line.startswith("- "))
        if not in_list:
            kept.append(line)
    return "\n".join(kept)
