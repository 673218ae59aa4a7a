"""Marked words, tables and whole pages as HTML: everything escaped, nothing fetched, no script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Final

from kg.explain.segments import Segment

STYLE: Final = Path(__file__).with_name("page.css")
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""Told to browsers, so that whatever an article holds can load nothing."""

VISIBLE: Final = {
    **dict.fromkeys(range(0x09), "\N{REPLACEMENT CHARACTER}"),
    **dict.fromkeys(range(0x0E, 0x20), "\N{REPLACEMENT CHARACTER}"),
    **dict.fromkeys(range(0x7F, 0xA0), "\N{REPLACEMENT CHARACTER}"),
}
"""Control characters may not stand in HTML, not even escaped."""


def clean(text: str) -> str:
    """The text escaped for content and attributes alike."""
    return escape(text.translate(VISIBLE), quote=True)


def element(name: str, content: str, **attributes: str | None) -> str:
    """An element around content that is HTML already; attributes are escaped, and left out where they are None.

    `class_` names the attribute class, `aria_label` aria-label.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{clean(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{content}</{name}>"


def link(url: str | None, shown: str) -> str:
    """The words as a link where the URL is one of the web; else the words alone."""
    if url and url.startswith(("http://", "https://")):
        return element("a", clean(shown), href=url, rel="noreferrer")
    return clean(shown)


def marked(
    text: str,
    segments: Iterable[Segment],
    attributes: Callable[[Segment], Mapping[str, str | None]],
    before: Callable[[Segment], str] = lambda segment: "",
) -> str:
    """The words of the segments, each that has marks in one `mark` element; `before` gives HTML that opens it."""
    parts = []
    for segment in segments:
        words = clean(segment.span.of(text))
        parts.append(element("mark", before(segment) + words, **attributes(segment)) if segment.marks else words)
    return "".join(parts)


def table(caption: str, columns: Iterable[str], rows: Iterable[str]) -> str:
    """A table of rows that are HTML already, each column with its heading."""
    heads = "".join(element("th", clean(name), scope="col") for name in columns)
    body = element("tbody", "\n".join(rows))
    return element("table", f"{element('caption', clean(caption))}{element('thead', element('tr', heads))}{body}")


def document(title: str, body: str, style: str = "") -> str:
    """A whole page with the shared style and one of its own."""
    css = STYLE.read_text(encoding="utf-8") + style
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Quoth">
<title>{clean(title)}</title>
<style>
{css}</style>
</head>
<body>
{body}
</body>
</html>
"""
